using Ledger.Domain;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Assessment;

/// <summary>Other weights, ballots or figures: what would be different, with nothing recorded.</summary>
public class AskingWhatIf
{
    [Fact]
    public void Asking_nothing_changes_nothing() => Ask(new()).Zones.ShouldAllBe(zone => zone.IsNone);

    [Fact]
    public void Other_weights_change_the_points_of_what_they_weigh()
    {
        var difference = Ask(new(Weights: new Dictionary<string, decimal> { ["A1"] = 7, ["D2"] = 5 }));
        var xlht = difference.Zones[0];
        // A1: 95.1220 × 7 ÷ 100 = 6.6585; D2: 50 × 5 ÷ 100 = 2.5; in all 0.4513 less.
        (xlht.Before!.Score, xlht.After!.Score, xlht.Metrics.Count).ShouldBe((86.65m, 86.19m, 0));
        xlht.Nodes.Select(node => $"{node.Node} {node.Before!.Weight}→{node.After!.Weight}").ShouldBe(["total 100→100", "A 25→24", "A1 8→7", "D 10→11", "D2 4→5"]);
        xlht.Nodes.Single(node => node.Node == "A1").After!.Points.ShouldBe((Rational)6.6585m);
    }

    [Fact]
    public void A_ballot_that_a_member_casts_otherwise_takes_the_place_of_theirs()
    {
        var dln = Ask(new(Ballots: [new("member-5", "DLN", "E1", 4)])).Zones[1];
        // 80 80 80 60 60 → 80, 80, 60 are kept → 73.3333 → 5.8667, 0.5333 more (§5.3: 5.3333).
        (dln.Before!.Score, dln.After!.Score).ShouldBe((50.78m, 51.31m));
        dln.Nodes.Select(node => node.Node).ShouldBe(["total", "E", "E1"]);
        Ask(new(Ballots: [new("member-5", "DLN", "E1", 4)])).Zones[0].IsNone.ShouldBeTrue();
    }

    [Fact]
    public void An_other_figure_is_followed_from_the_metric_to_grade_and_outcomes()
    {
        var difference = Ask(new(Figures:
        [
            new("DLN", "hte_revenue", Period.Parse("2023-Q4"), 20), new("DLN", "ent_rd_center", Period.Parse("2023-Q4"), 8),
            new("DLN", "inv_patent_granted", Period.Parse("2023-Q4"), 12),
        ]));
        var dln = difference.Zones[1];
        dln.Metrics.ShouldBe(
        [
            new("Q02", new MetricValue.Known(new Rational(21, 2)), new MetricValue.Known(25)), new("Q10", new MetricValue.Known(1), new MetricValue.Known(6)),
            new("S09", new MetricValue.Known(3), new MetricValue.Known(12)),
        ]);
        (dln.Before!.Grade, dln.After!.Grade).ShouldBe(("fail", "pass"));
        dln.OutcomesAdded.ShouldNotBeEmpty();
        dln.OutcomesDropped.ShouldNotBeEmpty();
        difference.Zones[0].IsNone.ShouldBeTrue();
    }

    [Fact]
    public void A_figure_that_moves_the_field_moves_the_other_zone_too()
    {
        var xlht = Ask(new(Figures: [new("DLN", "listing_pool", Period.Parse("2023-Q4"), 7)])).Zones[0];
        xlht.IsNone.ShouldBeTrue();
        Ask(new(Figures: [new("DLN", "listing_pool", Period.Parse("2023-Q4"), 8)])).Zones[0]
            .Nodes.Select(node => node.Node).ShouldBe(["total", "D", "D3"]);
    }

    [Fact]
    public void Weights_that_make_no_scheme_are_refused() =>
        new WhatIf(Weights: new Dictionary<string, decimal> { ["A1"] = 9 }).Ask(TheYear2023.Facts).Refusal
            .ShouldNotBeNull().Faults.Select(fault => fault.Code).ShouldContain("weights-do-not-sum");

    [Fact]
    public void What_the_scheme_and_the_programme_do_not_know_is_refused() => new WhatIf(
            new Dictionary<string, decimal> { ["A"] = 9 },
            [new("member-1", "ZZZ", "A1", 5), new("member-1", "DLN", "E1", 6)],
            [new("ZZZ", "op_revenue", Period.Parse("2023-Q4"), 1), new("DLN", "zzz", Period.Parse("2023-Q4"), 1), new("DLN", "op_revenue", Period.Parse("2023"), 1)])
        .Ask(TheYear2023.Facts).Refusal.ShouldNotBeNull().Faults.Select(fault => $"{fault.Pointer} {fault.Code}").ShouldBe(
        [
            "/weights/A criterion-unknown", "/ballots/0/zone zone-unknown", "/ballots/0/criterion criterion-not-voted", "/ballots/1/level level-unknown",
            "/figures/0/zone zone-unknown", "/figures/1/series series-unknown", "/figures/2/series series-not-due",
        ]);

    [Fact]
    public void A_change_of_scheme_says_who_gains_and_who_loses()
    {
        var scheme = PublishedPapers.Scheme;
        var milder = scheme with { Version = 2, Deduction = scheme.Deduction with { Items = [.. scheme.Deduction.Items.Where(item => item.Id != "M1")] } };
        SchemeEffects.Of(TheYear2023.Facts, scheme, milder).ShouldBe(
        [
            new SchemeEffect(2023, "XLHT", 86.65m, 86.65m, 1, 1, "good", "good"), new SchemeEffect(2023, "DLN", 50.78m, 51.78m, 2, 2, "fail", "fail"),
        ]);
        SchemeEffects.Of(TheYear2023.Facts, scheme, milder).Select(effect => effect.Gain).ShouldBe([0m, 1m]);
        SchemeEffects.Of(TheYear2023.Facts, before: null, scheme)[0].ShouldBe(new SchemeEffect(2023, "XLHT", null, 86.65m, null, 1, null, "good"));
    }

    private static ResultDifference Ask(WhatIf question)
    {
        var (difference, refusal) = question.Ask(TheYear2023.Facts);
        refusal.ShouldBeNull();
        return difference.ShouldNotBeNull();
    }
}
