using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The zone takes a figure back before the return is accepted. It stays in the history.</summary>
/// <remarks>Refuses with <c>figure-not-reported</c> or <c>return-accepted</c>.</remarks>
public sealed record WithdrawFigure(string Series, string Reason, LocalDate? On = null)
{
    public Decision<ReturnEvent> Decide(ZoneReturn state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (ReturnRules.ByZone(state, programme, actor) is { } refusal)
            return refusal;
        if (!state.Figures.TryGetValue(Series, out var figure))
            return Refusal.Of(RefusalKind.NotFound, "figure-not-reported", Series, state.Zone, state.Period);
        if (figure.Standing.Status == FigureStatus.Withdrawn)
            return Decision<ReturnEvent>.Accept();
        if (state.State == ReturnState.Accepted)
            return Refusal.Of(RefusalKind.Conflict, "return-accepted", state.Zone, state.Period);
        if (RequestFaults.Any(ReturnRules.Text("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = ReturnRules.Dated(state, On, today);
        return misdated is not null ? misdated : new FigureWithdrawn(on, Series, Reason);
    }
}
