using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using static Ledger.Domain.Tests.Assessment.SmallScheme;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>Each rule by itself: the plan's unit oracles, and the ways it does not speak of.</summary>
public class ScoringByARule
{
    private static readonly Rule Target = new()
    {
        Kind = RuleKind.TargetLinear, Metric = "m", Direction = Direction.Up, Path = PathKind.Fixed, Target = 200,
        Floor = 0.50m, Full = 1.00m, FloorMode = FloorMode.Continuous,
    };

    private static readonly Rule Share = Target with { Path = PathKind.LinearShare, Target = 20 };

    private static readonly Rule Growth = new() { Kind = RuleKind.GrowthPath, Metric = "m", Rate = 0.30m };

    private static readonly Rule Spread = new()
    {
        Kind = RuleKind.MinMax, Metric = "m", Direction = Direction.Up, Low = 60, High = 100, AllEqual = 80,
    };

    private static readonly Rule Place = new() { Kind = RuleKind.Rank, Metric = "m", Direction = Direction.Up };

    private static readonly Rule Posts = new()
    {
        Kind = RuleKind.Goalposts, Metric = "m", Direction = Direction.Up, LowerPost = 10, UpperPost = 30, Low = 0, High = 100, Clip = true,
    };

    private static readonly Rule Bands = new()
    {
        Kind = RuleKind.Banded, Metric = "m", Direction = Direction.Up,
        Bands = [new(100, From: 2), new(80, From: 1, To: 2), new(0, To: 1)],
    };

    [Fact]
    public void Target_linear_runs_from_floor_to_full() =>
        Rounded(Scores(Target, Known(98, 100, 150, 200, 260))).ShouldBe([0, 0, 50, 100, 100]);

    [Fact]
    public void Target_linear_as_a_cliff_is_proportional_from_the_floor_on() =>
        Rounded(Scores(Target with { FloorMode = FloorMode.Cliff, Floor = 0.60m }, Known(119, 120, 150, 260)))
            .ShouldBe([0, 60, 75, 100]);

    [Fact]
    public void Target_linear_downwards_attains_by_less()
    {
        // 200 due: 400 is half attained, 250 is 0.8, and nothing at all is beyond every measure.
        var scores = Scores(Target with { Direction = Direction.Down }, Known(400, 250, 200, 100, 0));
        Rounded(scores).ShouldBe([0, 60, 100, 100, 100]);
        scores.Select(score => score.Criterion!.Attainment).ShouldBe([new(1, 2), new(4, 5), 1, 2, null]);
    }

    [Fact]
    public void A_linear_share_starts_from_the_baseline() =>
        Due(Scores(Share, 2023, One(11), Known(16))).ShouldBe([16.4m]);

    [Fact]
    public void A_zone_beyond_the_target_from_the_start_keeps_it()
    {
        Due(Scores(Share, 2023, One(25), Known(16))).ShouldBe([20]);
        Due(Scores(Share with { Direction = Direction.Down }, 2023, One(15), Known(16))).ShouldBe([20]);
        Due(Scores(Share with { Direction = Direction.Down }, 2023, One(30), Known(16))).ShouldBe([24]);
    }

    [Fact]
    public void A_zone_can_have_its_own_target() =>
        Due(Scores(
                Share with { ZoneTargets = new Dictionary<string, decimal> { ["Z2"] = 15 } }, 2023, One(5), Known(10, 10)))
            .ShouldBe([14, 11]);

    [Fact]
    public void A_part_of_nothing_does_not_apply_even_without_a_figure()
    {
        var rule = Target with { Path = PathKind.AnnualAlloc, Target = null, Allocation = new Dictionary<string, decimal> { ["Z1"] = 0 } };
        var score = Scores(rule, new MetricValue.Missing("not-locked"))[0];
        (score.State, score.Criterion!.Reason).ShouldBe((ScoreState.NotApplicable, "no-target"));
    }

    [Fact]
    public void A_missing_baseline_is_missing() =>
        Scores(Share, 2023, new MetricValue.Missing("no-baseline"), One(16))[0].State.ShouldBe(ScoreState.Missing);

    [Fact]
    public void Growth_path_scores_the_growth_made_of_the_growth_needed()
    {
        var scores = Scores(Growth, 2022, One(10), Known(13.45m, 9, 20));
        Rounded(scores).ShouldBe([50, 0, 100]);
        scores[0].Criterion!.Terms.Single(term => term.Name == "need").Value.ShouldBe(16.9m);
    }

    [Fact]
    public void Growth_path_on_a_base_of_zero_is_full_and_flagged()
    {
        var scores = Scores(Growth, 2022, One(0), Known(1, 0));
        Rounded(scores).ShouldBe([100, 0]);
        scores.Select(score => score.Criterion!.Flag).ShouldBe(["zero-base", "zero-base"]);
    }

    [Fact]
    public void Growth_path_may_fall() =>
        Rounded(Scores(Growth with { Rate = -0.10m }, 2022, One(100), Known(100, 90.5m, 81, 70))).ShouldBe([0, 50, 100, 100]);

    [Fact]
    public void Min_max_spans_the_zones() =>
        Rounded(Scores(Spread, Known(-2, 2, 4, 6, 10))).ShouldBe([60, 73.3333m, 80, 86.6667m, 100]);

    [Fact]
    public void Min_max_downwards_turns_it_round() =>
        Rounded(Scores(Spread with { Direction = Direction.Down, Low = 0 }, Known(-2, 4, 10))).ShouldBe([100, 50, 0]);

    [Fact]
    public void Min_max_of_equals_is_a_score_of_its_own() => Rounded(Scores(Spread, Known(4, 4, 4))).ShouldBe([80, 80, 80]);

    [Fact]
    public void Comparing_needs_two_known_values()
    {
        foreach (var rule in new[] { Spread, Place })
        {
            Scores(rule, One(4), new MetricValue.Missing("not-locked"), new MetricValue.NotApplicable("zero-base"))
                .Select(score => score.State)
                .ShouldBe([ScoreState.NotApplicable, ScoreState.Missing, ScoreState.NotApplicable]);
        }
    }

    [Fact]
    public void Rank_scores_places_shared_by_equals()
    {
        var scores = Scores(Place, Known(9, 7, 7, 3, 3));
        scores.Select(score => score.Criterion!.Terms[1]).ShouldBe([new("place", 1), new("place", 2), new("place", 2), new("place", 4), new("place", 4)]);
        Rounded(scores).ShouldBe([100, 80, 80, 40, 40]);
        Rounded(Scores(Place with { Direction = Direction.Down }, Known(9, 7, 7, 3, 3))).ShouldBe([20, 60, 60, 100, 100]);
    }

    [Fact]
    public void Goalposts_clip_only_where_asked()
    {
        Rounded(Scores(Posts, Known(5, 10, 15, 30, 40))).ShouldBe([0, 0, 25, 100, 100]);
        Rounded(Scores(Posts with { Clip = false }, Known(5, 15, 40))).ShouldBe([-25, 25, 150]);
        Rounded(Scores(Posts with { Direction = Direction.Down, Low = 20, High = 60 }, Known(5, 15, 40))).ShouldBe([60, 50, 20]);
    }

    [Fact]
    public void Bands_own_their_better_end()
    {
        Rounded(Scores(Bands, Known(0, 0.99m, 1, 1.99m, 2, 7))).ShouldBe([0, 0, 80, 80, 100, 100]);

        var down = Bands with { Direction = Direction.Down, Bands = [new(0, From: 2), new(80, From: 1, To: 2), new(100, To: 1)] };
        Rounded(Scores(down, Known(0, 1, 1.01m, 2, 2.01m))).ShouldBe([100, 100, 80, 80, 0]);
    }

    [Theory]
    [InlineData("5 4 4 3 2", "73.3333")]
    [InlineData("5 5 4 3", "85")]
    [InlineData("5 4 4 3", "80")]
    [InlineData("5 4 3", "80")]
    [InlineData("4 4 4 4 4", "80")]
    public void A_committee_drops_the_extremes_of_five(string votes, string expected) =>
        Rounded([Committee(votes)]).ShouldBe([decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)]);

    [Fact]
    public void Two_votes_leave_a_committee_pending() => Committee("5 4").State.ShouldBe(ScoreState.Pending);

    [Fact]
    public void The_ballots_dropped_are_shown() =>
        Committee("5 4 4 3 2").Criterion!.Ballots.Select(ballot => (ballot.Level, ballot.IsDropped))
            .ShouldBe([(5, true), (4, false), (4, false), (3, false), (2, true)]);

    private static NodeScore Committee(string votes)
    {
        var rule = DefaultScheme.V1.Tree.SelfAndBelow().Single(node => node.Id == "E1").Rule!;
        var zone = new ZoneBasis("Z1", "one", new Dictionary<string, MetricValue>(), new Dictionary<string, MetricValue>());
        var ballots = WorkedExample.Votes("Z1", "c", votes.Split(' ').Select(vote => (decimal)(vote[0] - '0')));
        return Scorer.For(Of(Equally("total", Aggregation.Arithmetic, Criterion("c", rule))))
            .Score(new Basis { Year = 2022, Zones = [zone], Ballots = [.. ballots] }).Zones[0].Of("c");
    }

    private static IEnumerable<decimal?> Rounded(IEnumerable<NodeScore> scores) => scores.Select(score => score.Score?.Round(4));

    private static IEnumerable<decimal> Due(IEnumerable<NodeScore> scores) =>
        scores.Select(score => score.Criterion!.Terms.Single(term => term.Name == "due").Value.Round(4));
}
