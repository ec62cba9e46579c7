using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Assessment.Results;

/// <summary>What the result would be with other weights, other ballots or other figures. Nothing is recorded.</summary>
/// <remarks>
/// Refuses with <c>scheme-faulty</c> (the weights make no scheme), or <c>request-at-fault</c>: <c>criterion-unknown</c>, <c>zone-unknown</c>,
/// <c>criterion-not-voted</c>, <c>level-unknown</c>, <c>series-unknown</c>, <c>series-not-due</c>.
/// </remarks>
/// <param name="Weights">By criterion, in points; a dimension weighs what its criteria weigh together.</param>
/// <param name="Ballots">In the place of the member's own on the same criterion of the same zone, or beside the others.</param>
/// <param name="Figures">In the place of the accepted ones, or where there is none.</param>
public sealed record WhatIf(
    IReadOnlyDictionary<string, decimal>? Weights = null, IReadOnlyList<Ballot>? Ballots = null, IReadOnlyList<OtherFigure>? Figures = null)
{
    /// <returns>What would be different, or why that cannot be said.</returns>
    public (ResultDifference? Difference, Refusal? Refusal) Ask(YearFacts facts)
    {
        var scheme = facts.Scheme with { Tree = Weighed(facts.Scheme.Tree) };
        if (RequestFaults.Any(Faults(facts)) is { } refusal)
            return (null, refusal);
        if (SchemeFaults.Of(scheme).ToArray() is { Length: > 0 } faults)
            return (null, Refusal.OfFaults(RefusalKind.Invalid, "scheme-faulty", faults));
        var other = facts with { Scheme = scheme, Accepted = Replaced(facts) };
        var now = facts.Result();
        var basis = other.Basis().Basis;
        var would = ResultContent.Of(now.Programme, now.Position, scheme, basis with { Ballots = Recast(basis.Ballots) });
        return (ResultDifference.Between(now, would), null);
    }

    private SchemeNode Weighed(SchemeNode node)
    {
        if (node.Children is null)
            return Weights?.TryGetValue(node.Id, out var weight) == true ? node with { Weight = weight } : node;
        SchemeNode[] children = [.. node.Children.Select(Weighed)];
        if (children.SequenceEqual(node.Children))
            return node;
        return node with { Children = children, Weight = node.Weight is null ? null : children.Sum(child => child.Weight) };
    }

    private FigureBook Replaced(YearFacts facts)
    {
        var figures = facts.Accepted.All.ToDictionary(figure => (figure.Zone, figure.Series, figure.Period));
        foreach (var (zone, series, period, value) in Figures ?? [])
        {
            var key = (zone, series, period);
            figures[key] = figures.TryGetValue(key, out var standing)
                ? standing with { Value = value, Status = FigureStatus.Accepted }
                : new Figure(zone, series, period, value, FigureStatus.Accepted, 1, 0, facts.FrozenOn, facts.FrozenOn, Guid.Empty);
        }

        return new(figures.Values);
    }

    private List<Ballot> Recast(IReadOnlyList<Ballot> cast)
    {
        var ballots = cast.ToList();
        foreach (var ballot in Ballots ?? [])
        {
            var standing = ballots.FindIndex(each => (each.Member, each.Zone, each.Criterion) == (ballot.Member, ballot.Zone, ballot.Criterion));
            if (standing < 0)
                ballots.Add(ballot);
            else
                ballots[standing] = ballot;
        }

        return ballots;
    }

    private IEnumerable<Fault?> Faults(YearFacts facts)
    {
        var criteria = facts.Scheme.Tree.SelfAndBelow().Where(node => node.IsCriterion).ToDictionary(node => node.Id, node => node.Rule!);
        foreach (var (criterion, _) in Weights ?? new Dictionary<string, decimal>())
        {
            if (!criteria.ContainsKey(criterion))
                yield return Fault.At($"/weights/{criterion}", "criterion-unknown", criterion, string.Join(", ", criteria.Keys));
        }

        foreach (var (index, ballot) in (Ballots ?? []).Index())
        {
            if (facts.Programme.FindZoneIn(ballot.Zone, Period.OfYear(facts.State.Year)) is null)
                yield return Fault.At($"/ballots/{index}/zone", "zone-unknown", ballot.Zone);
            if (criteria.GetValueOrDefault(ballot.Criterion)?.Levels is not { } levels)
                yield return Fault.At($"/ballots/{index}/criterion", "criterion-not-voted", ballot.Criterion, Voted(criteria));
            else if (levels.All(level => level.Level != ballot.Level))
                yield return Fault.At($"/ballots/{index}/level", "level-unknown", ballot.Level, string.Join(", ", levels.Select(level => level.Level)));
        }

        foreach (var (index, figure) in (Figures ?? []).Index())
        {
            if (facts.Programme.FindZone(figure.Zone) is null)
                yield return Fault.At($"/figures/{index}/zone", "zone-unknown", figure.Zone);
            if (facts.Programme.FindSeries(figure.Series) is not { } series)
                yield return Fault.At($"/figures/{index}/series", "series-unknown", figure.Series);
            else if (series.DemandIn(figure.Period) == Demand.None)
                yield return Fault.At($"/figures/{index}/series", "series-not-due", figure.Series, figure.Period);
        }
    }

    private static string Voted(Dictionary<string, Rule> criteria) =>
        string.Join(", ", criteria.Where(criterion => criterion.Value.Levels is not null).Select(criterion => criterion.Key));
}

/// <param name="Series">The series' code.</param>
public sealed record OtherFigure(string Zone, string Series, Period Period, decimal Value);
