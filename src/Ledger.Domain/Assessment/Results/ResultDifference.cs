using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Domain.Assessment.Results;

/// <summary>One result beside another: from the figures by way of the scores to places, grades and outcomes, what is different.</summary>
/// <param name="Zones">Every zone, also one for which nothing is.</param>
public sealed record ResultDifference(IReadOnlyList<ZoneDifference> Zones)
{
    public static ResultDifference Between(ResultContent before, ResultContent after) => new(
    [
        .. before.Zones.Select(zone => zone.Zone).Union(after.Zones.Select(zone => zone.Zone))
            .Select(zone => ZoneDifference.Between(zone, before, after)),
    ]);
}

/// <param name="Before">Null where the zone is not in the first result.</param>
/// <param name="After">Null where the zone is not in the second result.</param>
/// <param name="Metrics">Those that are different.</param>
/// <param name="Nodes">Those whose weight, score or points are different, the whole included, in the scheme's order.</param>
/// <param name="OutcomesAdded">Ids of outcomes that only the second leads to.</param>
/// <param name="OutcomesDropped">Ids of outcomes that only the first leads to.</param>
public sealed record ZoneDifference(
    string Zone, Standing? Before, Standing? After, IReadOnlyList<MetricDifference> Metrics, IReadOnlyList<NodeDifference> Nodes,
    IReadOnlyList<string> OutcomesAdded, IReadOnlyList<string> OutcomesDropped)
{
    /// <summary>Bonus and deduction items that come to something else.</summary>
    public IReadOnlyList<ItemDifference> Items { get; init; } = [];

    /// <summary>Ids of vetoes that only the second result knows.</summary>
    public IReadOnlyList<string> VetoesAdded { get; init; } = [];

    /// <summary>Ids of vetoes that only the first result knows.</summary>
    public IReadOnlyList<string> VetoesDropped { get; init; } = [];

    public bool IsNone =>
        Before == After && Metrics.Count + Nodes.Count + Items.Count == 0
        && OutcomesAdded.Count + OutcomesDropped.Count + VetoesAdded.Count + VetoesDropped.Count == 0;

    internal static ZoneDifference Between(string zone, ResultContent before, ResultContent after)
    {
        var (was, @is) = (before.Find(zone), after.Find(zone));
        var (outcomesBefore, outcomesAfter) = (Outcomes(was), Outcomes(@is));
        return new(
            zone, Standing.Of(was), Standing.Of(@is), [.. Metric(zone, before, after)], [.. Node(was, @is)],
            [.. outcomesAfter.Except(outcomesBefore)], [.. outcomesBefore.Except(outcomesAfter)])
        {
            Items = [.. Item(was?.Bonus, @is?.Bonus, isDeduction: false), .. Item(was?.Deduction, @is?.Deduction, isDeduction: true)],
            VetoesAdded = [.. Vetoes(@is).Except(Vetoes(was))],
            VetoesDropped = [.. Vetoes(was).Except(Vetoes(@is))],
        };
    }

    private static IEnumerable<string> Vetoes(ZoneScore? score) => (score?.Vetoes ?? []).Select(veto => veto.Id);

    private static IEnumerable<ItemDifference> Item(AdjustmentScore? before, AdjustmentScore? after, bool isDeduction)
    {
        var (was, @is) = (Points(before), Points(after));
        return was.Keys.Union(@is.Keys)
            .Select(item => new ItemDifference(item, isDeduction, was.GetValueOrDefault(item), @is.GetValueOrDefault(item)))
            .Where(each => each.Before != each.After);

        static Dictionary<string, Rational> Points(AdjustmentScore? score) => (score?.Items ?? []).ToDictionary(item => item.Item.Id, item => item.Points);
    }

    private static IReadOnlyList<string> Outcomes(ZoneScore? score) => [.. (score?.Outcomes ?? []).Select(due => due.Outcome.Id)];

    private static IEnumerable<MetricDifference> Metric(string zone, ResultContent before, ResultContent after)
    {
        var (was, @is) = (Metrics(zone, before), Metrics(zone, after));
        return was.Keys.Union(@is.Keys).Order(StringComparer.Ordinal)
            .Select(metric => new MetricDifference(metric, was.GetValueOrDefault(metric), @is.GetValueOrDefault(metric)))
            .Where(each => each.Before != each.After);

        static IReadOnlyDictionary<string, MetricValue> Metrics(string zone, ResultContent content) =>
            content.Basis.Zones.FirstOrDefault(each => each.Zone == zone)?.Metrics ?? new Dictionary<string, MetricValue>();
    }

    private static IEnumerable<NodeDifference> Node(ZoneScore? before, ZoneScore? after)
    {
        var (was, @is) = (Nodes(before), Nodes(after));
        return was.Keys.Union(@is.Keys)
            .Select(node => new NodeDifference(node, NodeStanding.Of(was.GetValueOrDefault(node)), NodeStanding.Of(@is.GetValueOrDefault(node))))
            .Where(each => each.Before != each.After);

        static Dictionary<string, NodeScore> Nodes(ZoneScore? score) =>
            (score?.Tree.SelfAndBelow() ?? []).ToDictionary(node => node.Id);
    }
}

/// <summary>Where a zone stands; what is null is pending, or the zone is not ranked.</summary>
public sealed record Standing(decimal? Score, int? Place, int? TrackPlace, string? Grade)
{
    internal static Standing? Of(ZoneScore? score) =>
        score is null ? null : new(score.Final, score.Place?.Number, score.TrackPlace?.Number, score.Grade);
}

/// <param name="Before">Null where the scheme has no such metric.</param>
public sealed record MetricDifference(string Metric, MetricValue? Before, MetricValue? After);

/// <param name="Before">Null where the scheme has no such node.</param>
public sealed record NodeDifference(string Node, NodeStanding? Before, NodeStanding? After);

/// <param name="Before">Points, not below zero; zero where the item did not occur.</param>
public sealed record ItemDifference(string Item, bool IsDeduction, Rational Before, Rational After);

public sealed record NodeStanding(ScoreState State, Rational Weight, Rational? Score, Rational? Points)
{
    internal static NodeStanding? Of(NodeScore? score) => score is null ? null : new(score.State, score.Weight, score.Score, score.Points);
}
