using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The bureau declines a correction, saying why; the accepted value goes on standing.</summary>
/// <remarks>Refuses with <c>correction-unknown</c> or <c>correction-decided</c>.</remarks>
public sealed record RefuseCorrection(int Correction, string Reason, LocalDate? On = null)
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
                ? Refusal.Of(RefusalKind.Conflict, "correction-decided", Correction, ruling.On)
                : Decision<ReturnEvent>.Accept();
        }

        if (RequestFaults.Any(ReturnRules.Text("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = ReturnRules.Dated(state, On, today);
        return misdated is not null ? misdated : new CorrectionRefused(on, Correction, asked.Series, Reason);
    }
}
