using Ledger.Domain.Assessment.Robustness;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using static Ledger.Domain.Tests.Assessment.SmallScheme;

namespace Ledger.Domain.Tests.Assessment.Robustness;

public class StatingRobustness
{
    private static readonly RobustnessStatement OfTheExample = Robust.State(DefaultScheme.V1, WorkedExample.Year2023, seed: 2023, draws: 500);

    [Fact]
    public void The_same_seed_gives_the_same_statement()
    {
        var again = Robust.State(DefaultScheme.V1, WorkedExample.Year2023, seed: 2023, draws: 500);
        again.Weights.Select(zone => (zone.Zone, zone.From, zone.Median, zone.To, string.Join(' ', zone.Times)))
            .ShouldBe(OfTheExample.Weights.Select(zone => (zone.Zone, zone.From, zone.Median, zone.To, string.Join(' ', zone.Times))));
    }

    [Fact]
    public void A_clear_lead_keeps_its_place_under_any_drawn_weights() =>
        OfTheExample.Weights.Select(zone => (zone.Zone, zone.Place, zone.From, zone.Median, zone.To, zone.Times.Sum()))
            .ShouldBe([("XLHT", 1, 1, 1, 1, 500), ("DLN", 2, 2, 2, 2, 500)]);

    [Fact]
    public void Without_noise_every_draw_gives_the_result_itself()
    {
        var scheme = Halves();
        var still = Robust.State(scheme, Of([60, 40], [50, 50], [30, 70]), seed: 1, draws: 50, noisePercent: 0);
        still.Weights.ShouldAllBe(zone => zone.Times[zone.Place - 1] == 50);
        still.Weights.Select(zone => zone.Place).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void A_tie_that_only_the_weights_hold_falls_apart_when_they_are_drawn()
    {
        var zones = Robust.State(Halves(), Of([60, 40], [30, 70]), seed: 7, draws: 1000).Weights;
        zones.ShouldAllBe(zone => zone.From == 1 && zone.To == 2);
        zones.ShouldAllBe(zone => zone.Times.All(times => times > 300));
    }

    [Fact]
    public void Each_members_influence_is_the_result_without_their_ballots()
    {
        OfTheExample.Members.Select(member => member.Member).ShouldBe(["member-1", "member-2", "member-3", "member-4", "member-5"]);
        var without = OfTheExample.Members[4].Zones[1];
        var expected = Scorer.For(DefaultScheme.V1).Score(WorkedExample.Year2023 with
        {
            Ballots = [.. WorkedExample.Year2023.Ballots.Where(ballot => ballot.Member != "member-5")],
        }).Of("DLN");
        without.ShouldBe(new("DLN", 50.78m, expected.Final, 2, 2));
        without.WouldBe.ShouldNotBe(without.Score);
    }

    [Fact]
    public void Leaving_a_criterion_out_gives_its_weight_to_others()
    {
        OfTheExample.WithoutCriterion.Count.ShouldBe(19);
        // As where B4 does not apply to DLN: 56.98 by the scheme's own variants, but here for both zones.
        OfTheExample.WithoutCriterion.Single(other => other.Change == "B4").Zones.Single(zone => zone.Zone == "DLN").WouldBe.ShouldBe(56.98m);
    }

    [Fact]
    public void Other_rules_are_named_and_score_the_same_basis()
    {
        OfTheExample.OtherRules.Select(other => other.Change).ShouldBe(["cliff", "geometric", "equal-dimensions"]);
        OfTheExample.OtherRules.ShouldAllBe(other => other.Zones.All(zone => zone.WouldBe != null && zone.WouldBe != zone.Score));
        // Dimension scores of XLHT: 90.4392, 93.3833, 69.6967, 80, 85.3335; their mean, and +1.0 − 0.5.
        OfTheExample.OtherRules[2].Zones[0].WouldBe.ShouldBe(84.27m);
    }

    [Fact]
    public void Members_who_agree_entirely_have_a_w_of_one()
    {
        Rational[] order = [3, 2, 1];
        AgreementOf.KendallW([order, order, order]).ShouldBe(Rational.One);
        AgreementOf.Icc([[3, 3, 3], [2, 2, 2], [1, 1, 1]]).ShouldBe(Rational.One);
        AgreementOf.KendallW([[3, 2, 1], [1, 2, 3]]).ShouldBe(Rational.Zero);
    }

    /// <summary>Shrout and Fleiss (1979), table 2: six targets, four judges, ICC(2,1) = 0.29.</summary>
    [Fact]
    public void The_intraclass_correlation_is_that_of_its_authors() =>
        AgreementOf.Icc([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])!.Value.Round(2).ShouldBe(0.29m);

    /// <summary>Worked by hand: midranks 1 2 3 4 5 6, 3 1.5 1.5 6 4.5 4.5 and 1 2.5 2.5 6 4.5 4.5; each pair tied adds 2³ − 2 = 6 to ΣT.</summary>
    [Fact]
    public void Ties_are_corrected_for_in_kendalls_w()
    {
        Rational[][] scores = [[6, 5, 4, 3, 2, 1], [5, 6, 6, 1, 3, 3], [6, 5, 5, 1, 4, 4]];
        var w = AgreementOf.KendallW(scores)!.Value;
        // Sums 5 6 7 16 14 15, mean 10.5, S = 125.5.
        w.ShouldBe(12 * (Rational)125.5m / ((9 * 210) - (3 * 24)));
    }

    [Fact]
    public void Who_was_recused_is_left_out_of_the_agreement()
    {
        var recused = WorkedExample.Year2023 with { Recusals = [new("member-5", "XLHT")] };
        Robust.State(DefaultScheme.V1, recused, seed: 1, draws: 1).Agreement.ShouldBeNull();
        OfTheExample.Agreement!.ShouldSatisfyAllConditions(
            agreement => agreement.Members.ShouldBe(5), agreement => agreement.Zones.ShouldBe(2),
            agreement => agreement.KendallW!.Value.ShouldBeLessThanOrEqualTo(Rational.One));
    }

    private static AssessmentScheme Halves() =>
        SmallScheme.Of(Equally("total", Aggregation.Arithmetic, Criterion("a", AsItIs("a")), Criterion("b", AsItIs("b"))));

    private static Basis Of(params decimal[][] zones) => new()
    {
        Year = 2022,
        Zones =
        [
            .. zones.Select((values, index) => new ZoneBasis(
                $"Z{index + 1}", "one", new Dictionary<string, MetricValue> { ["a"] = One(values[0]), ["b"] = One(values[1]) },
                new Dictionary<string, MetricValue>())),
        ],
    };
}
