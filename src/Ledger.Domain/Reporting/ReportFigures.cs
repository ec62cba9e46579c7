using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting.Checks;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The zone states figures, or states them anew. The batch is taken whole or not at all.</summary>
/// <remarks>
/// A period may be reported from its last day on. Refuses with <c>return-accepted</c>, <c>return-period-not-over</c>, or with every
/// fault of the batch. A line that states again what stands makes no event; a line that is silent on note and
/// evidence does not take them back. A batch that holds what the joint conference determines names its decision for that alone; any
/// other batch names one for all that it states.
/// </remarks>
/// <param name="Reason">Why standing figures are replaced; needed once the return was submitted.</param>
public sealed record ReportFigures(IReadOnlyList<FigureLine> Figures, string? Reason = null, LocalDate? On = null)
{
    /// <param name="kept">The evidence in the ledger's keeping, by hash; at least what the batch refers to.</param>
    public Decision<ReturnEvent> Decide(
        ZoneReturn state, ProgrammeDocument programme, IReadOnlyDictionary<string, Evidence> kept, Actor actor, LocalDate today)
    {
        if (ReturnRules.ByZone(state, programme, actor) is { } refusal)
            return refusal;
        if (state.State == ReturnState.Accepted)
            return Refusal.Of(RefusalKind.Conflict, "return-accepted", state.Zone, state.Period);
        if (RequestFaults.Any(Faults(state, programme, kept)) is { } faults)
            return faults;

        FigureLine[] changed = [.. Figures.Where(line => !line.IsSaidBy(state))];
        if (changed.Length == 0)
            return Decision<ReturnEvent>.Accept();
        var (on, misdated) = ReturnRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        if (on < state.Period.End)
            return Refusal.Of(RefusalKind.Conflict, "return-period-not-over", state.Period, state.Period.End, on);
        var accepted = Decision<ReturnEvent>.Accept([.. changed.Select(line => Statement(line, state, programme, kept, on))]);
        return Determined(programme) is { Count: > 0 } determined
            ? accepted.RestingOnlyWhere(@event => @event is FigureReported stated && determined.Contains(stated.Series))
            : accepted;
    }

    // Also what the batch only states again: the decision was named for it, not for the figures beside it.
    private HashSet<string> Determined(ProgrammeDocument programme) =>
    [
        .. programme.Series.Where(series => series.DeterminedBy is not null).Select(series => series.Code)
            .Intersect(Figures.Select(line => line.Series)),
    ];

    private IEnumerable<Fault?> Faults(ZoneReturn state, ProgrammeDocument programme, IReadOnlyDictionary<string, Evidence> kept)
    {
        if (Figures.Count == 0)
            yield return Fault.At("/figures", "figures-empty");
        yield return ReturnRules.Length("/reason", Reason);

        var due = programme.DueSeries(state.Period).ToDictionary(series => series.Code);
        var seen = new HashSet<string>();
        foreach (var (index, line) in Figures.Index())
        {
            var at = $"/figures/{index}";
            if (!seen.Add(line.Series))
                yield return Fault.At($"{at}/series", "series-repeated", line.Series);
            if (due.TryGetValue(line.Series, out var series))
                yield return ValueCheck.Find(series, line.Value) is { } finding ? finding.At($"{at}/value") : null;
            else if (programme.Series.Any(known => known.Code == line.Series))
                yield return Fault.At($"{at}/series", "series-not-due", line.Series, state.Period);
            else
                yield return Fault.At($"{at}/series", "series-unknown", line.Series);
            yield return ReturnRules.Length($"{at}/note", line.Note);
            foreach (var fault in KeptEvidence.Faults($"{at}/evidence", line.Evidence ?? [], kept))
                yield return fault;
        }

        if (string.IsNullOrWhiteSpace(Reason) && Figures.Any(line => line.NeedsReason(state)))
            yield return Fault.At("/reason", "reason-required", state.Zone, state.Period);
    }

    private FigureReported Statement(
        FigureLine line, ZoneReturn state, ProgrammeDocument programme, IReadOnlyDictionary<string, Evidence> kept, LocalDate on)
    {
        var places = programme.Series.Single(series => series.Code == line.Series).Places;
        return new FigureReported(
            on, line.Series, Decimals.AtPlaces(line.Value, places), line.Note,
            state.Figures.ContainsKey(line.Series) ? Reason : null,
            [.. (line.Evidence ?? []).Select(hash => kept[hash])]);
    }
}

/// <param name="Evidence">Hashes of papers kept in the ledger; null: the line says nothing about evidence.</param>
public sealed record FigureLine(string Series, decimal Value, string? Note = null, IReadOnlyList<string>? Evidence = null)
{
    internal bool IsSaidBy(ZoneReturn state) =>
        state.Figures.GetValueOrDefault(Series) is { Standing.Status: not FigureStatus.Withdrawn } stated
        && stated.Standing.Value == Value
        && (Note is null || Note == stated.Note)
        && (Evidence is null || Evidence.SequenceEqual(stated.Evidence.Select(paper => paper.Sha256)));

    internal bool NeedsReason(ZoneReturn state) =>
        state.State != ReturnState.Open && state.Figures.ContainsKey(Series) && !IsSaidBy(state);
}
