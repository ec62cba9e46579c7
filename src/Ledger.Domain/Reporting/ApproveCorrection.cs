using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The bureau grants a correction: the value that the zone asked for stands from here on.</summary>
/// <remarks>Refuses with <c>correction-unknown</c> or <c>correction-decided</c>.</remarks>
public sealed record ApproveCorrection(int Correction, string? Reason = null, LocalDate? On = null)
{
    public Decision<ReturnEvent> Decide(ZoneReturn state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (ReturnRules.ByReviewer(state, programme, actor) is { } refusal)
            return refusal;
        if (state.Corrections.Find(correction => correction.Number == Correction) is not { } asked)
            return Refusal.Of(RefusalKind.NotFound, "correction-unknown", Correction, state.Corrections.Count);
        if (asked.Ruling is { } ruling)
        {
            return ruling.Approved
                ? Decision<ReturnEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "correction-decided", Correction, ruling.On);
        }

        if (RequestFaults.Any(ReturnRules.Length("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = ReturnRules.Dated(state, On, today);
        return misdated is not null
            ? misdated
            : new CorrectionApproved(on, Correction, asked.Series, asked.Value, asked.Kind, Reason);
    }
}
