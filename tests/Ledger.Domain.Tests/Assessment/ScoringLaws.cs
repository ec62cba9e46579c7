using CsCheck;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using static Ledger.Domain.Tests.Assessment.SmallScheme;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>What holds for any figures.</summary>
public class ScoringLaws
{
    private static readonly Gen<decimal> Value = Gen.Select(Gen.Int[-100_000, 100_000], Gen.Int[0, 4])
        .Select(parts => parts.Item1 / (decimal)Math.Pow(10, parts.Item2));

    private static readonly Gen<decimal[]> Values = Value.Array[2, 9];

    private static readonly Gen<MetricValue> Anything = Gen.OneOf(
        Value.Select(value => One(value)),
        Gen.Const<MetricValue>(new MetricValue.Missing("not-locked")),
        Gen.Const<MetricValue>(new MetricValue.NotApplicable("no-target")));

    /// <summary>A tree of three storeys with given and equal weights, and a value, or none, for each of its nine criteria.</summary>
    private static readonly Gen<(AssessmentScheme Scheme, MetricValue[] Values)> Trees =
        Gen.Select(Gen.Int[1, 98].Array[2], Gen.Bool, Gen.Bool, Gen.Bool, Anything.Array[9]).Select((cuts, first, second, toAll, values) =>
        {
            var (low, high) = (Math.Min(cuts[0], cuts[1]), Math.Max(cuts[0], cuts[1]) + 1);
            var tree = Weighted(
                "total", null, first ? Aggregation.Arithmetic : Aggregation.Geometric,
                Group("x", 0, low), Group("y", 3, high - low), Group("z", 6, 100 - high));
            var scheme = SmallScheme.Of(tree) with
            {
                NotApplicable = toAll ? NotApplicablePolicy.RedistributeOverAll : NotApplicablePolicy.RedistributeWithinDimension,
            };
            return (scheme, values);

            SchemeNode Group(string id, int from, decimal weight) => second
                ? Equally(id, Aggregation.Arithmetic, [.. Enumerable.Range(from, 3).Select(at => Criterion($"c{at}", AsItIs($"c{at}")))]) with { Weight = weight }
                : Weighted(id, weight, Aggregation.Geometric, [.. Enumerable.Range(from, 3).Select(at => Criterion($"c{at}", AsItIs($"c{at}"), weight / (at % 3 == 0 ? 2 : 4)))]);
        });

    [Fact]
    public void Redistribution_loses_and_makes_no_weight() => Trees.Sample(tree =>
    {
        var score = Scorer.For(tree.Scheme).Score(Year(tree.Values)).Zones[0];
        var applies = score.Criteria.Any(node => node.State != ScoreState.NotApplicable);
        Sum(score.Criteria.Select(node => node.Weight)).ShouldBe(applies ? 100 : 0);
        foreach (var node in score.Tree.SelfAndBelow().Where(node => node.Children.Count > 0))
            Sum(node.Children.Select(child => child.Weight)).ShouldBe(node.Weight);
        score.Criteria.Where(node => node.State == ScoreState.NotApplicable).ShouldAllBe(node => node.Weight.IsZero);
        score.Criteria.Where(node => node.State != ScoreState.NotApplicable).ShouldAllBe(node => node.Weight.Sign > 0);
    });

    [Fact]
    public void A_node_scores_between_its_worst_and_its_best_child() => Trees.Sample(tree =>
    {
        var score = Scorer.For(tree.Scheme).Score(Year(tree.Values)).Zones[0];
        foreach (var node in score.Tree.SelfAndBelow().Where(node => node.Children.Count > 0 && node.Score is not null))
        {
            var children = node.Children.Where(child => child.Score is not null).Select(child => child.Score!.Value).ToList();

            // A root is right to thirty places.
            node.Score!.Value.ShouldBeInRange(children.Min() - Hair, children.Max() + Hair);
        }
    });

    [Fact]
    public void Missing_never_scores_better_than_a_figure_would() => Trees.Sample(tree =>
    {
        var known = Scorer.For(tree.Scheme).Score(Year(tree.Values)).Zones[0];
        if (tree.Values[0] is not MetricValue.Known)
            return;
        var missing = Scorer.For(tree.Scheme).Score(Year([new MetricValue.Missing("not-locked"), .. tree.Values[1..]])).Zones[0];
        missing.Final!.Value.ShouldBeLessThanOrEqualTo(known.Final!.Value);
        missing.Of("c0").Weight.ShouldBe(known.Of("c0").Weight);
    });

    [Fact]
    public void The_order_of_the_zones_does_not_matter() => Gen.Select(Gen.Shuffle(Enumerable.Range(0, 5).ToArray()), Anything.Array[15]).Sample((order, values) =>
    {
        var scorer = Scorer.For(SmallScheme.Of(Equally("total", Aggregation.Arithmetic, Criterion("a", Spread with { Metric = "c0" }), Criterion("b", Place with { Metric = "c1" }), Criterion("c", AsItIs("c2")))));
        var zones = Enumerable.Range(0, 5).Select(at => Zone($"Z{at}", values[(3 * at)..((3 * at) + 3)])).ToList();
        var straight = scorer.Score(new Basis { Year = 2022, Zones = zones });
        var shuffled = scorer.Score(new Basis { Year = 2022, Zones = [.. order.Select(at => zones[at])] });
        foreach (var zone in straight.Zones)
            (zone.Exact, zone.Place, zone.Grade).ShouldBe((shuffled.Of(zone.Zone).Exact, shuffled.Of(zone.Zone).Place, shuffled.Of(zone.Zone).Grade));
    });

    [Fact]
    public void Min_max_stays_within_low_and_high_and_reaches_both() => Values.Sample(values =>
    {
        var scores = Scores(Spread, Known(values)).Select(score => score.Score!.Value).ToList();
        scores.ShouldAllBe(score => score >= 60 && score <= 100);
        if (values.Distinct().Count() > 1)
            (scores.Min(), scores.Max()).ShouldBe((60, 100));
        else
            scores.ShouldAllBe(score => score == 80);
    });

    [Fact]
    public void A_place_is_one_more_than_the_number_of_the_better() => Values.Sample(values =>
    {
        var scores = Scores(Place, Known(values));
        for (var at = 0; at < values.Length; at++)
        {
            var better = values.Count(other => other > values[at]);
            scores[at].Criterion!.Terms[1].ShouldBe(new Term("place", better + 1));
            scores[at].Score.ShouldBe(new Rational(100 * (values.Length - better), values.Length));
        }
    });

    [Fact]
    public void Scaling_the_unit_changes_nothing() => Gen.Select(Values, Gen.Int[1, 10_000]).Sample((values, unit) =>
    {
        decimal[] scaled = [.. values.Select(value => value * unit)];
        foreach (var rule in new[] { Spread, Place })
            Of(rule, scaled).ShouldBe(Of(rule, values));
        Of(Target with { Target = 50 * unit }, scaled).ShouldBe(Of(Target, values));
        Of(Posts with { LowerPost = -10 * unit, UpperPost = 20 * unit }, scaled).ShouldBe(Of(Posts, values));

        static Rational?[] Of(Rule rule, decimal[] values) => [.. Scores(rule, Known(values)).Select(score => score.Score)];
    });

    [Fact]
    public void Turning_the_direction_round_turns_min_max_round() => Values.Sample(values =>
    {
        decimal[] turned = [.. values.Select(value => -value)];
        Scores(Spread with { Direction = Direction.Down }, Known(turned)).Select(score => score.Score)
            .ShouldBe(Scores(Spread, Known(values)).Select(score => score.Score));
    });

    private static readonly Rational Hair = new(1, System.Numerics.BigInteger.Pow(10, 28));

    private static readonly Rule Spread = new() { Kind = RuleKind.MinMax, Metric = "m", Direction = Direction.Up, Low = 60, High = 100, AllEqual = 80 };

    private static readonly Rule Place = new() { Kind = RuleKind.Rank, Metric = "m", Direction = Direction.Up };

    private static readonly Rule Target = new()
    {
        Kind = RuleKind.TargetLinear, Metric = "m", Direction = Direction.Up, Path = PathKind.Fixed, Target = 50,
        Floor = 0.50m, Full = 1.00m, FloorMode = FloorMode.Continuous,
    };

    private static readonly Rule Posts = AsItIs("m") with { LowerPost = -10, UpperPost = 20, Clip = false };

    private static Basis Year(MetricValue[] values) => new() { Year = 2022, Zones = [Zone("Z1", values)] };

    private static ZoneBasis Zone(string zone, MetricValue[] values) => new(
        zone, "one", values.Select((value, at) => ($"c{at}", value)).ToDictionary(), WorkedExample.Values());

    private static Rational Sum(IEnumerable<Rational> weights) => weights.Aggregate(Rational.Zero, (sum, weight) => sum + weight);
}
