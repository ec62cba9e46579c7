using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting.Checks;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The bureau accepts a return: every figure that stands in it is accepted.</summary>
/// <remarks>
/// Refuses with <c>return-not-submitted</c>, <c>query-open</c>, or <c>return-not-ready</c> where a figure that the zone
/// changed after submitting brought an error in.
/// </remarks>
public sealed record AcceptReturn(LocalDate? On = null)
{
    /// <param name="history">The zone's figures of other periods, as they stand.</param>
    public Decision<ReturnEvent> Decide(
        ZoneReturn state, ProgrammeDocument programme, FigureBook history, Actor actor, LocalDate today)
    {
        if (ReturnRules.ByReviewer(state, programme, actor) is { } refusal)
            return refusal;
        if (state.State == ReturnState.Accepted)
            return Decision<ReturnEvent>.Accept();
        if (state.State != ReturnState.Submitted)
            return Refusal.Of(RefusalKind.Conflict, "return-not-submitted", state.Zone, state.Period);
        if (state.Queries.Where(query => query.Answer is null).Select(query => query.Number).ToArray() is { Length: > 0 } open)
            return Refusal.Of(RefusalKind.Conflict, "query-open", string.Join(", ", open));

        Fault[] errors =
        [
            .. ReturnChecks.Run(programme, state, history)
                .Where(finding => finding.Level == CheckLevel.Error)
                .Select(finding => finding.At(finding.Pointer)),
        ];
        if (errors.Length > 0)
            return Refusal.OfFaults(RefusalKind.Conflict, "return-not-ready", errors);
        var (on, misdated) = ReturnRules.Dated(state, On, today);
        return misdated is not null ? misdated : new ReturnAccepted(on);
    }
}
