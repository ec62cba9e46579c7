using Ledger.Domain;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Measures;
using Ledger.Domain.Reporting;
using Ledger.Domain.Tests.Assessment;
using NodaTime;

namespace Ledger.Api.Tests.Assessment;

/// <summary>From the figures, returns and ballots that the ledger holds comes the plan's worked example, to the digit.</summary>
public class DrawingAYearsBasis
{
    private static readonly DerivedBasis Derived = TheYear2023.Facts.Basis();

    [Theory]
    [InlineData("XLHT", "86.1460", "86.65", "good", 1)]
    [InlineData("DLN", "51.7763", "50.78", "fail", 2)]
    public void The_result_is_that_of_the_worked_example(string zone, string points, string final, string grade, int place)
    {
        var score = TheYear2023.Facts.Result().Find(zone).ShouldNotBeNull();
        score.Base.ShouldBe(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture));
        (score.Final!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), score.Grade, score.Place?.Number).ShouldBe((final, grade, place));
    }

    [Fact]
    public void Every_metric_and_baseline_is_that_of_the_worked_example()
    {
        foreach (var (zone, worked) in Derived.Basis.Zones.Zip(WorkedExample.Year2023.Zones))
        {
            (zone.Zone, zone.Track, zone.IsRanked, zone.LastGrade).ShouldBe((worked.Zone, worked.Track, true, null));
            zone.Metrics.ShouldBe(worked.Metrics, ignoreOrder: true);
            zone.Baselines.ShouldBe(worked.Baselines, ignoreOrder: true);
        }

        Derived.Basis.Ballots.ShouldBe(WorkedExample.Year2023.Ballots);
        Derived.Basis.Occurrences.ShouldBe(WorkedExample.Year2023.Occurrences);
    }

    [Fact]
    public void Every_value_says_which_figures_it_rests_on()
    {
        Derived.Metrics[("XLHT", "Q02")].Figures().Select(figure => $"{figure.Series} {figure.Period} {figure.Value}")
            .ShouldBe(["hte_revenue 2023-Q4 33.6", "op_revenue 2023-Q4 210"]);
        Derived.Metrics[("DLN", "yoy(S01)")].Figures().Select(figure => $"{figure.Period} {figure.Value}").ShouldBe(["2023-Q4 80", "2022-Q4 72"]);
        Derived.Metrics[("XLHT", "Q11+Q12+Q13")].Inputs.Select(input => $"{input.Name} {input.Of.Exact}")
            .ShouldBe(["incubator 2", "makerspace 1", "star_village 0"]);
        Derived.Baselines[("XLHT", "S09")].Constant.ShouldNotBeNull().Value.ShouldBe(40);
    }

    [Fact]
    public void Of_good_returns_it_says_which_were_not_and_why() =>
        Derived.Metrics[("DLN", "good_returns")].Inputs[0].Of.Inputs.Select(input => $"{input.Name} {input.Of.Exact} {input.Of.Note}".TrimEnd())
            .ShouldBe(["2023-Q1 0 late", "2023-Q2 1", "2023-Q3 0 sent-back", "2023-Q4 1", "2023 1"]);

    [Fact]
    public void A_return_that_was_never_submitted_is_due_and_not_good() =>
        Good(TheYear2023.Facts with { Returns = [.. TheYear2023.Returns.Where(state => state.Zone == "XLHT" && !state.Period.IsYear)] }, "XLHT")
            .ShouldBe(new MetricValue.Known(new Rational(4, 5)));

    [Fact]
    public void A_return_whose_deadline_is_still_to_come_is_not_counted() =>
        Good(
            TheYear2023.Facts with
            {
                Returns = [.. TheYear2023.Returns.Where(state => state.Zone == "XLHT" && !state.Period.IsYear)],
                FrozenOn = new LocalDate(2024, 3, 31),
            },
            "XLHT").ShouldBe(new MetricValue.Known(1));

    [Fact]
    public void Where_returns_were_due_and_none_is_accepted_the_share_is_missing() =>
        Good(TheYear2023.Facts with { Returns = [] }, "DLN").ShouldBe(new MetricValue.Missing(Reasons.NoReturnAccepted));

    [Fact]
    public void Where_nothing_was_due_the_share_does_not_apply() =>
        Good(TheYear2023.Facts with { Returns = [], FrozenOn = new LocalDate(2023, 1, 10) }, "DLN")
            .ShouldBe(new MetricValue.NotApplicable(Reasons.NoReturnsDue));

    [Fact]
    public void A_figure_that_is_not_accepted_is_missing_and_not_zero()
    {
        var reported = TheYear2023.Said("DLN", "rd_exp", "2023", 0.55m) with { Status = FigureStatus.Reported };
        var facts = TheYear2023.Facts with { Accepted = new([.. TheYear2023.Without("DLN", "rd_exp", "2023").All, reported]) };
        Metric(facts, "DLN", "Q04").ShouldBe(new MetricValue.Missing(Reasons.Missing));
        facts.Result().Find("DLN")!.Of("B1").State.ShouldBe(ScoreState.Missing);
    }

    [Fact]
    public void Growth_on_nothing_does_not_apply()
    {
        var facts = TheYear2023.Facts with
        {
            Accepted = new([.. TheYear2023.Without("DLN", "op_revenue", "2022-Q4").All, TheYear2023.Said("DLN", "op_revenue", "2022-Q4", 0)]),
        };
        Metric(facts, "DLN", "yoy(S01)").ShouldBe(new MetricValue.NotApplicable(Reasons.ZeroBase));
    }

    [Fact]
    public void Growth_on_a_year_that_was_not_reported_is_missing() =>
        Metric(TheYear2023.Facts with { Accepted = TheYear2023.Without("DLN", "op_revenue", "2022-Q4") }, "DLN", "yoy(S01)")
            .ShouldBe(new MetricValue.Missing(Reasons.Missing));

    [Fact]
    public void A_baseline_that_was_not_entered_is_missing()
    {
        var facts = TheYear2023.Facts with
        {
            Programme = TheYear2023.Programme with
            {
                Baselines = [.. TheYear2023.Programme.Baselines.Where(baseline => (baseline.Zone, baseline.Subject) != ("DLN", "hte_count"))],
            },
        };
        facts.Basis().Basis.Zones[1].Baselines["S08"].ShouldBe(new MetricValue.Missing(Reasons.BaselineMissing));
        facts.Result().Find("DLN")!.Of("B3").State.ShouldBe(ScoreState.Missing);
    }

    [Fact]
    public void Vetoes_in_force_recusals_and_the_grades_of_the_year_before_are_in_it()
    {
        var paper = TheYear2023.State.Adjustments[0].Document;
        var facts = TheYear2023.Facts with
        {
            LastGrades = new Dictionary<string, string> { ["DLN"] = "fail" },
            State = TheYear2023.State with
            {
                Vetoes = [new(1, "XLHT", "V1", paper, null, new(2024, 4, 10)) { Lifted = new(paper, "撤銷", new(2024, 4, 11)) }, new(2, "XLHT", "V3", paper, null, new(2024, 4, 10))],
                Members = [.. TheYear2023.State.Members.Take(4), new("member-5", "委員5", "DLN")],
            },
        };
        var basis = facts.Basis().Basis;
        basis.Vetoes.ShouldBe([new("XLHT", "V3")]);
        basis.Recusals.ShouldBe([new("member-5", "DLN")]);
        basis.Zones.Select(zone => zone.LastGrade).ShouldBe([null, "fail"]);
    }

    [Fact]
    public void Votes_and_items_of_a_scheme_that_was_superseded_are_left_out()
    {
        var scheme = PublishedPapers.Scheme;
        var facts = TheYear2023.Facts with
        {
            Scheme = scheme with { Deduction = scheme.Deduction with { Items = [.. scheme.Deduction.Items.Where(item => item.Id != "M1")] } },
        };
        facts.Basis().Basis.Occurrences.ShouldBe([new("XLHT", "P2", 1), new("XLHT", "M2", 1)]);
        facts.Result().Find("DLN")!.Final.ShouldBe(51.78m);
    }

    private static MetricValue Good(YearFacts facts, string zone) => Metric(facts, zone, "good_returns");

    private static MetricValue Metric(YearFacts facts, string zone, string metric) =>
        facts.Basis().Basis.Zones.Single(each => each.Zone == zone).Metrics[metric];
}
