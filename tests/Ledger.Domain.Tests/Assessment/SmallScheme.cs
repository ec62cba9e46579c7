using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>Schemes of a few words, for one thing at a time.</summary>
internal static class SmallScheme
{
    /// <summary>Out of 100, nothing rounded on the way, grades at 60 and 0, no adjustments; a metric for each rule's.</summary>
    public static AssessmentScheme Of(SchemeNode tree) => new()
    {
        Id = "small",
        Version = 1,
        Title = Named("small"),
        BaselineYear = 2020,
        TargetYear = 2025,
        OutOf = 100,
        Rounding = new RoundingPoints(Final: 2),
        Ranking = new Ranking(RankedOn.Rounded, Ties.Competition),
        NotApplicable = NotApplicablePolicy.RedistributeWithinDimension,
        Missing = MissingPolicy.ZeroAndFlag,
        Metrics =
        [
            .. tree.SelfAndBelow().Select(node => node.Rule?.Metric).OfType<string>().Distinct()
                .Select(metric => new SchemeMetric(metric, Named(metric), MetricKind.Indicator, [metric])),
        ],
        Tree = tree,
        Bonus = new AdjustmentGroup(0, []),
        Deduction = new AdjustmentGroup(0, []),
        Vetoes = [],
        Grades = [new Grade("pass", Named("pass"), 60, []), new Grade("fail", Named("fail"), 0, [])],
        Procedure = new(5, 5),
        Assumptions = [],
    };

    public static SchemeNode Criterion(string id, Rule rule, decimal? weight = null) =>
        new() { Id = id, Name = Named(id), Rule = rule, Weight = weight };

    public static SchemeNode Equally(string id, Aggregation aggregation, params IReadOnlyList<SchemeNode> children) =>
        new() { Id = id, Name = Named(id), Aggregation = aggregation, Weights = Weighting.Equal, Children = children };

    public static SchemeNode Weighted(string id, decimal? weight, Aggregation aggregation, params IReadOnlyList<SchemeNode> children) =>
        new() { Id = id, Name = Named(id), Weight = weight, Aggregation = aggregation, Weights = Weighting.Given, Children = children };

    /// <summary>The metric's own value from 0 to 100 as the score.</summary>
    public static Rule AsItIs(string metric) => new()
    {
        Kind = RuleKind.Goalposts, Metric = metric, Direction = Direction.Up, LowerPost = 0, UpperPost = 100, Low = 0, High = 100, Clip = true,
    };

    public static Name Named(string name) => new(name, name, name);

    /// <summary>Scores zones Z1, Z2 … on one criterion with these values.</summary>
    public static IReadOnlyList<NodeScore> Scores(Rule rule, params IReadOnlyList<MetricValue> values) => Scores(rule, 2022, null, values);

    public static IReadOnlyList<NodeScore> Scores(Rule rule, int year, MetricValue? baseline, params IReadOnlyList<MetricValue> values)
    {
        var zones = values.Select((value, index) => new ZoneBasis(
            $"Z{index + 1}", "one",
            new Dictionary<string, MetricValue> { ["m"] = value },
            baseline is null ? new Dictionary<string, MetricValue>() : new() { ["m"] = baseline }));
        return
        [
            .. Scorer.For(Of(Equally("total", Aggregation.Arithmetic, Criterion("c", rule))))
                .Score(new Basis { Year = year, Zones = [.. zones] }).Zones.Select(zone => zone.Of("c")),
        ];
    }

    public static MetricValue One(Rational value) => new MetricValue.Known(value);

    public static MetricValue[] Known(params IEnumerable<decimal> values) => [.. values.Select(value => One(value))];
}
