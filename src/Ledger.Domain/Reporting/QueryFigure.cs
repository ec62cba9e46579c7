using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The bureau asks the zone about a figure of a submitted return.</summary>
/// <remarks>Refuses with <c>return-not-submitted</c> or <c>figure-not-reported</c>. The same question while it is open is asked once.</remarks>
public sealed record QueryFigure(string Series, string Text, LocalDate? On = null)
{
    public Decision<ReturnEvent> Decide(ZoneReturn state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (ReturnRules.ByReviewer(state, programme, actor) is { } refusal)
            return refusal;
        if (state.Queries.Any(query => query.Answer is null && query.Series == Series && query.Text == Text))
            return Decision<ReturnEvent>.Accept();
        if (state.State != ReturnState.Submitted)
            return Refusal.Of(RefusalKind.Conflict, "return-not-submitted", state.Zone, state.Period);
        if (state.Standing.All(figure => figure.Series != Series))
            return Refusal.Of(RefusalKind.NotFound, "figure-not-reported", Series, state.Zone, state.Period);
        if (RequestFaults.Any(ReturnRules.Text("/text", Text)) is { } faults)
            return faults;
        var (on, misdated) = ReturnRules.Dated(state, On, today);
        return misdated is not null ? misdated : new FigureQueried(on, state.Queries.Count + 1, Series, Text);
    }
}
