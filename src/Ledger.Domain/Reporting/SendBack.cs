using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The bureau returns a submitted return to the zone, saying why and which series to look at again.</summary>
/// <remarks>Refuses with <c>return-not-submitted</c>.</remarks>
/// <param name="Series">Empty: the whole return.</param>
public sealed record SendBack(string Reason, IReadOnlyList<string> Series, LocalDate? On = null)
{
    public Decision<ReturnEvent> Decide(ZoneReturn state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (ReturnRules.ByReviewer(state, programme, actor) is { } refusal)
            return refusal;
        if (state.State == ReturnState.SentBack)
            return Decision<ReturnEvent>.Accept();
        if (state.State != ReturnState.Submitted)
            return Refusal.Of(RefusalKind.Conflict, "return-not-submitted", state.Zone, state.Period);
        if (RequestFaults.Any([ReturnRules.Text("/reason", Reason), .. SeriesFaults(state, programme)]) is { } faults)
            return faults;
        var (on, misdated) = ReturnRules.Dated(state, On, today);
        return misdated is not null ? misdated : new ReturnSentBack(on, Reason, Series);
    }

    private IEnumerable<Fault> SeriesFaults(ZoneReturn state, ProgrammeDocument programme)
    {
        var due = programme.DueSeries(state.Period).Select(series => series.Code).ToHashSet();
        return Series.Index()
            .Where(named => !due.Contains(named.Item))
            .Select(named => Fault.At($"/series/{named.Index}", "series-not-due", named.Item, state.Period));
    }
}
