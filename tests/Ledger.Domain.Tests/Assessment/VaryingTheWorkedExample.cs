using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using static Ledger.Domain.Tests.Assessment.WorkedExample;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>The plan's variants of its worked example, and what else may befall a year.</summary>
public class VaryingTheWorkedExample
{
    private static readonly AssessmentScheme Scheme = DefaultScheme.V1;

    [Theory]
    [InlineData("V1", "fail", false)]
    [InlineData("V2", "pass", false)]
    [InlineData("V3", "good", true)]
    public void A_veto_leaves_score_and_place_and_changes_the_grade(string veto, string grade, bool isAwardBarred)
    {
        var score = Score(Year2023 with { Vetoes = [new("XLHT", veto)] }).Of("XLHT");
        (score.Final, score.EarnedGrade, score.Grade, score.IsAwardBarred).ShouldBe((86.65m, "good", grade, isAwardBarred));
        score.Place.ShouldBe(new Place(1, IsTied: false));
        score.Vetoes.Select(item => item.Id).ShouldBe([veto]);
    }

    [Fact]
    public void The_strictest_veto_wins()
    {
        var score = Score(Year2023 with { Vetoes = [new("XLHT", "V2"), new("XLHT", "V3"), new("XLHT", "V1")] }).Of("XLHT");
        (score.Grade, score.IsAwardBarred).ShouldBe(("fail", true));
    }

    [Fact]
    public void A_cap_does_not_lift_a_worse_grade() =>
        Score(Year2023 with { Vetoes = [new("DLN", "V2")] }).Of("DLN").Grade.ShouldBe("fail");

    [Fact]
    public void A_barred_award_takes_the_commendation_only()
    {
        var lenient = Scheme with
        {
            Grades = [.. Scheme.Grades.Select(grade => grade.Id == "excellent" ? grade with { From = 86 } : grade)],
        };
        Outcomes([]).ShouldBe(["commendation", "first-priority", "first-to-apply"]);
        Outcomes([new("XLHT", "V3")]).ShouldBe(["first-priority", "first-to-apply"]);

        IEnumerable<string> Outcomes(IReadOnlyList<ZoneVeto> vetoes) =>
            Scorer.For(lenient).Score(Year2023 with { Vetoes = vetoes }).Of("XLHT").Outcomes.Select(due => due.Outcome.Id);
    }

    [Fact]
    public void Missing_returns_score_nothing_and_keep_their_weight()
    {
        var score = Score(Year2023.With("DLN", "good_returns", new MetricValue.Missing("not-locked"))).Of("DLN");
        score.Base.ShouldBe(49.3763m);
        score.Final.ShouldBe(48.38m);
        var e4 = score.Of("E4");
        (e4.State, e4.Score, e4.Weight, e4.Criterion!.Reason).ShouldBe((ScoreState.Missing, 0, 4, "not-locked"));
    }

    [Fact]
    public void Missing_can_hold_up_the_result_instead()
    {
        var strict = Scheme with { Missing = MissingPolicy.Pending };
        var result = Scorer.For(strict).Score(Year2023.With("DLN", "good_returns", new MetricValue.Missing("not-locked")));
        result.IsComplete.ShouldBeFalse();
        var score = result.Of("DLN");
        (score.Final, score.Grade, score.Place, score.Of("E").State).ShouldBe((null, null, null, ScoreState.Pending));
    }

    [Fact]
    public void What_does_not_apply_gives_its_weight_to_its_dimension()
    {
        var score = Score(Year2023.With("DLN", "S09", new MetricValue.NotApplicable("discontinued"))).Of("DLN");
        (score.Of("B1").Weight, score.Of("B3").Weight).ShouldBe((15, 15));
        (score.Of("B1").Points, score.Of("B3").Points, score.Of("B").Points).ShouldBe((8.5714m, 10.0251m, 18.5965m));
        score.Base.ShouldBe(57.9751m);
        score.Final.ShouldBe(56.98m);
    }

    [Fact]
    public void A_dimension_without_any_gives_its_weight_to_the_others()
    {
        var basis = new[] { "Q04", "S08", "S09" }.Aggregate(
            Year2023, (each, metric) => each.With("DLN", metric, new MetricValue.NotApplicable("discontinued")));
        var score = Score(basis).Of("DLN");
        score.Of("B").State.ShouldBe(ScoreState.NotApplicable);
        score.Tree.Children.Select(node => node.Weight)
            .ShouldBe([new(250, 7), 0, new(150, 7), new(100, 7), new(200, 7)]);
    }

    [Fact]
    public void Weight_can_go_to_all_other_criteria_alike()
    {
        var spread = Scheme with { NotApplicable = NotApplicablePolicy.RedistributeOverAll };
        var score = Scorer.For(spread).Score(Year2023).Of("DLN");

        // B2 (6) and C2 (3) do not apply to DLN: every other weight grows by 100/91.
        score.Of("A1").Weight.ShouldBe(new Rational(800, 91));
        score.Of("B").Weight.ShouldBe(new Rational(2400, 91));
        score.Of("total").Weight.ShouldBe(100);
    }

    [Fact]
    public void The_customary_cliff_scores_in_proportion()
    {
        var cliff = DefaultScheme.WithRule("A1", rule => rule with { FloorMode = FloorMode.Cliff, Floor = 0.60m });
        var node = Scorer.For(cliff).Score(Year2023).Of("XLHT").Of("A1");
        (node.Score!.Value.Round(4), node.Points).ShouldBe((97.5610m, 7.8049m));
    }

    [Fact]
    public void A_recused_member_is_not_in_the_denominator()
    {
        var score = Score(Year2023 with { Recusals = [new("member-1", "XLHT")] }).Of("XLHT");

        // 4 4 4 3 are left of 5 4 4 4 3: four ballots, so that nothing is dropped.
        score.Of("E1").Score.ShouldBe(75);
        score.Of("E1").Criterion!.Terms.ShouldBe([new("ballots", 4), new("recused", 1), new("kept", 4)]);
        Score(Year2023).Of("DLN").Of("E1").Score.ShouldBe(Score(Year2023 with { Recusals = [new("member-1", "XLHT")] }).Of("DLN").Of("E1").Score);
    }

    [Fact]
    public void Without_a_quorum_there_is_no_result_yet()
    {
        var result = Score(Year2023 with { Ballots = [.. Year2023.Ballots.Where(ballot => ballot is not { Zone: "DLN", Criterion: "E3", Member: "member-1" or "member-2" or "member-3" })] });
        result.IsComplete.ShouldBeFalse();
        result.Of("DLN").Of("E3").Criterion!.Reason.ShouldBe("quorum-not-reached");
        result.Of("DLN").Final.ShouldBeNull();
        result.Of("XLHT").Final.ShouldBe(86.65m);
    }

    [Fact]
    public void A_zone_can_be_scored_and_not_ranked()
    {
        var result = Score(Year2023 with { Zones = [Year2023.Zones[0] with { IsRanked = false }, Year2023.Zones[1]] });
        (result.Of("XLHT").Final, result.Of("XLHT").Place, result.Of("XLHT").Of("A").Place).ShouldBe((86.65m, null, null));
        result.Of("DLN").Place.ShouldBe(new Place(1, IsTied: false));
    }

    [Fact]
    public void A_second_fail_in_a_row_goes_to_the_joint_conference()
    {
        var result = Score(Year2023 with { Zones = [Year2023.Zones[0], Year2023.Zones[1] with { LastGrade = "fail" }] });
        result.Of("DLN").Outcomes.Select(due => due.Outcome.Id).ShouldContain("removal-proposal");
    }

    [Fact]
    public void Weak_criteria_are_listed_for_improvement()
    {
        var result = Score(Year2023);
        result.Of("XLHT").Outcomes.Single(due => due.Outcome.Id == "improvement-note").WeakCriteria.ShouldBe(["D2"]);
    }

    [Fact]
    public void Figures_far_beyond_the_target_earn_a_bonus()
    {
        var score = Score(Year2023.With("XLHT", "Q02", new MetricValue.Known(19.68m)).With("XLHT", "Q04", new MetricValue.Known(2.1m))).Of("XLHT");

        // 19.68 is 1.2 times the 16.4 due; 2.1 is 1.25 times the 1.68 due.
        score.Bonus.Items.Single(item => item.Item.Id == "P4").ShouldSatisfyAllConditions(
            item => item.Count.ShouldBe(2), item => item.Points.ShouldBe(0.4m));
    }

    [Fact]
    public void A_basis_that_does_not_fit_is_not_scored()
    {
        Should.Throw<ArgumentException>(() => Score(Year2023 with { Vetoes = [new("XLHT", "V9")] }));
        Should.Throw<ArgumentException>(() => Score(Year2023 with { Occurrences = [new("XLHT", "P4", 1)] }));
        Should.Throw<ArgumentException>(() => Score(Year2023 with { Ballots = [.. Votes("XLHT", "E1", 6)] }));
        Should.Throw<ArgumentException>(() => Score(Year2023 with { Ballots = [.. Votes("XLHT", "A1", 5)] }));
        Should.Throw<ArgumentException>(() => Score(Year2023 with { Ballots = [.. Year2023.Ballots, .. Votes("XLHT", "E1", 5)] }));
        Should.Throw<ArgumentException>(() => Score(Year2023 with { Zones = [Year2023.Zones[0] with { Baselines = Values() }] }));
        Should.Throw<ArgumentException>(() => Score(Year2023 with { Year = 2026 }));
    }

    private static AssessmentResult Score(Basis basis) => Scorer.For(Scheme).Score(basis);
}
