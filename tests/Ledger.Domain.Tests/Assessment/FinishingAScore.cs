using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using static Ledger.Domain.Tests.Assessment.SmallScheme;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>From criteria to totals, grades and places.</summary>
public class FinishingAScore
{
    [Theory]
    [InlineData("86.645", "86.65", "good")]
    [InlineData("59.995", "60.00", "pass")]
    [InlineData("89.994", "89.99", "good")]
    [InlineData("89.995", "90.00", "excellent")]
    public void Rounds_half_up_and_grades_the_rounded(string exact, string final, string grade)
    {
        var score = Total(Number(exact)).Zones[0];
        (score.Final, score.Grade).ShouldBe((Number(final), grade));
    }

    [Fact]
    public void Bonus_and_deduction_stop_at_their_caps()
    {
        var scheme = DefaultScheme.V1 with { Tree = Plain, Metrics = Small.Metrics, Bonus = WithoutP4 };
        var basis = Year(4) with
        {
            Occurrences = [new("Z1", "P1", 1), new("Z1", "P2", 2), new("Z1", "P3", 2), new("Z1", "M1", 12)],
        };
        var score = Scorer.For(scheme).Score(basis).Zones[0];
        (score.Bonus.Total, score.Bonus.IsCapped, score.Deduction.Total, score.Deduction.IsCapped).ShouldBe((5, true, 10, true));
        score.Final.ShouldBe(0.00m, "4 + 5 − 10 is below zero");
    }

    [Fact]
    public void An_item_stops_at_its_own_cap()
    {
        var scheme = DefaultScheme.V1 with { Tree = Plain, Metrics = Small.Metrics, Bonus = WithoutP4 };
        var item = Scorer.For(scheme).Score(Year(4) with { Occurrences = [new("Z1", "P2", 3)] }).Zones[0].Bonus.Items.Single();
        (item.Count, item.Points, item.IsCapped).ShouldBe((3, 2, true));
    }

    [Fact]
    public void Equals_share_the_better_place_and_the_next_is_skipped()
    {
        var result = Total(81.20m, 86.65m, 86.65m, 79.99m, 60.00m);
        result.Zones.Select(zone => zone.Place!.Value.Number).ShouldBe([3, 1, 1, 4, 5]);
        result.Zones.Select(zone => zone.Place!.Value.IsTied).ShouldBe([false, true, true, false, false]);
    }

    [Fact]
    public void Dense_places_skip_none() =>
        Places(Small with { Ranking = new Ranking(RankedOn.Rounded, Ties.Dense) }, 81, 86, 86, 79).ShouldBe([2, 1, 1, 3]);

    [Fact]
    public void What_is_printed_alike_ties_unless_ranked_unrounded()
    {
        Places(Small, 80.004m, 80.001m).ShouldBe([1, 1]);
        Places(Small with { Ranking = new Ranking(RankedOn.Unrounded, Ties.Competition) }, 80.004m, 80.001m).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_geometric_mean_is_not_made_up_for()
    {
        var scheme = SmallScheme.Of(Weighted("total", null, Aggregation.Geometric, Criterion("a", AsItIs("a"), 50), Criterion("b", AsItIs("b"), 50)));
        Final(scheme, ("a", 25), ("b", 100)).ShouldBe(50.00m);
        Final(scheme, ("a", 0), ("b", 100)).ShouldBe(0.00m);
        Final(scheme, ("a", 70), ("b", 90)).ShouldBe(79.37m);
    }

    [Fact]
    public void Geometric_weights_are_exponents() =>
        Final(
                SmallScheme.Of(Weighted("total", null, Aggregation.Geometric, Criterion("a", AsItIs("a"), 75), Criterion("b", AsItIs("b"), 25))),
                ("a", 16), ("b", 81))
            .ShouldBe(24.00m, "16^¾ · 81^¼ = 8 · 3");

    [Fact]
    public void A_tree_mixes_means_at_any_depth()
    {
        var scheme = SmallScheme.Of(Weighted(
            "total", null, Aggregation.Arithmetic,
            Weighted("x", 40, Aggregation.Geometric, Equal("y", Aggregation.Arithmetic, 30, "a", "b"), Criterion("c", AsItIs("c"), 10)),
            Equal("z", Aggregation.Geometric, 60, "d", "e")));

        // y = (6 + 26)/2 = 16, x = 16^¾ · 81^¼ = 24, z = √(9·4) = 6; 40 % of 24 and 60 % of 6.
        Final(scheme, ("a", 6), ("b", 26), ("c", 81), ("d", 9), ("e", 4)).ShouldBe(13.20m);
    }

    [Fact]
    public void Equal_weights_are_shared_among_those_that_apply()
    {
        var scheme = SmallScheme.Of(Equally("total", Aggregation.Arithmetic, [.. "abc".Select(id => Criterion($"{id}", AsItIs($"{id}")))]));
        var zone = Zone(("a", 30), ("b", 60)) with
        {
            Metrics = new Dictionary<string, MetricValue> { ["a"] = One(30), ["b"] = One(60), ["c"] = new MetricValue.NotApplicable("none") },
        };
        var score = Scorer.For(scheme).Score(new Basis { Year = 2022, Zones = [zone] }).Zones[0];
        (score.Final, score.Of("a").Weight, score.Of("c").Weight).ShouldBe((45.00m, 50, 0));
    }

    [Fact]
    public void Nothing_that_applies_gives_nothing_to_rank()
    {
        var zone = Zone() with { Metrics = new Dictionary<string, MetricValue> { ["m"] = new MetricValue.NotApplicable("none") } };
        var score = Scorer.For(Small).Score(new Basis { Year = 2022, Zones = [zone] }).Zones[0];
        (score.Tree.State, score.Final, score.Grade, score.Place).ShouldBe((ScoreState.NotApplicable, null, null, null));
    }

    [Fact]
    public void Scores_and_nodes_round_where_the_scheme_says()
    {
        var tree = Equally("total", Aggregation.Arithmetic, Criterion("a", AsItIs("a")), Criterion("b", AsItIs("b")));
        var scheme = SmallScheme.Of(tree) with { Rounding = new RoundingPoints(2, CriterionScore: 0, CriterionPoints: 1, NodePoints: 0) };
        var score = Scorer.For(scheme).Score(new Basis { Year = 2022, Zones = [Zone(("a", 30.5m), ("b", 60.4m))] }).Zones[0];
        (score.Of("a").Score, score.Of("a").Points, score.Of("b").Points, score.Base).ShouldBe((31, 15.5m, 30, 46));
    }

    private static readonly SchemeNode Plain = Equally("total", Aggregation.Arithmetic, Criterion("c", AsItIs("m")));

    private static readonly AssessmentScheme Small = SmallScheme.Of(Plain);

    private static AdjustmentGroup WithoutP4 => DefaultScheme.V1.Bonus with
    {
        Items = [.. DefaultScheme.V1.Bonus.Items.Where(item => item.Id != "P4")],
    };

    private static SchemeNode Equal(string id, Aggregation aggregation, decimal weight, params IEnumerable<string> criteria) =>
        Equally(id, aggregation, [.. criteria.Select(each => Criterion(each, AsItIs(each)))]) with { Weight = weight };

    private static AssessmentResult Total(params IEnumerable<decimal> values) =>
        Scorer.For(Small with { Grades = DefaultScheme.V1.Grades }).Score(Year([.. values]));

    private static IEnumerable<int> Places(AssessmentScheme scheme, params decimal[] values) =>
        Scorer.For(scheme).Score(Year(values)).Zones.Select(zone => zone.Place!.Value.Number);

    private static Basis Year(params decimal[] values) => new()
    {
        Year = 2022,
        Zones = [.. values.Select((value, index) => Zone(("m", value)) with { Zone = $"Z{index + 1}" })],
    };

    private static decimal? Final(AssessmentScheme scheme, params (string, Rational)[] values) =>
        Scorer.For(scheme).Score(new Basis { Year = 2022, Zones = [Zone(values)] }).Zones[0].Final;

    private static ZoneBasis Zone(params (string, Rational)[] values) => new("Z1", "one", WorkedExample.Values(values), WorkedExample.Values());

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
