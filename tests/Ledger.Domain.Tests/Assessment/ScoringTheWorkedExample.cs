using System.Globalization;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>The plan's worked example, row by row as it is printed there.</summary>
public class ScoringTheWorkedExample
{
    private static readonly AssessmentResult Result = Scorer.For(DefaultScheme.V1).Score(WorkedExample.Year2023);

    [Theory]
    [InlineData("A1", "95.1220", "8", "7.6098")]
    [InlineData("A2", "100", "8", "8.0000")]
    [InlineData("A3", "100", "4", "4.0000")]
    [InlineData("A4", "60", "5", "3.0000")]
    [InlineData("B1", "100", "8", "8.0000")]
    [InlineData("B2", "100", "6", "6.0000")]
    [InlineData("B3", "75.1880", "8", "6.0150")]
    [InlineData("B4", "100", "8", "8.0000")]
    [InlineData("C1", "66.6667", "4", "2.6667")]
    [InlineData("C2", "66.6667", "3", "2.0000")]
    [InlineData("C3", "81.8182", "3", "2.4545")]
    [InlineData("C4", "66.6667", "5", "3.3333")]
    [InlineData("D1", "100", "4", "4.0000")]
    [InlineData("D2", "50", "4", "2.0000")]
    [InlineData("D3", "100", "2", "2.0000")]
    [InlineData("E1", "80", "8", "6.4000")]
    [InlineData("E2", "86.6667", "4", "3.4667")]
    [InlineData("E3", "80", "4", "3.2000")]
    [InlineData("E4", "100", "4", "4.0000")]
    public void Xlht_scores_row_by_row(string criterion, string score, string weight, string points) =>
        Row("XLHT", criterion).ShouldBe(Printed(score, weight, points));

    [Theory]
    [InlineData("A1", "50", "8", "4.0000")]
    [InlineData("A2", "42.8571", "8", "3.4286")]
    [InlineData("A3", "80", "4", "3.2000")]
    [InlineData("A4", "100", "5", "5.0000")]
    [InlineData("B1", "57.1429", "10", "5.7143")]
    [InlineData("B2", "—", "0", "—")]
    [InlineData("B3", "66.8338", "10", "6.6834")]
    [InlineData("B4", "0", "10", "0.0000")]
    [InlineData("C1", "100", "5", "5.0000")]
    [InlineData("C2", "—", "0", "—")]
    [InlineData("C3", "11.1111", "3.75", "0.4167")]
    [InlineData("C4", "0", "6.25", "0.0000")]
    [InlineData("D1", "66.6667", "4", "2.6667")]
    [InlineData("D2", "33.3333", "4", "1.3333")]
    [InlineData("D3", "50", "2", "1.0000")]
    [InlineData("E1", "66.6667", "8", "5.3333")]
    [InlineData("E2", "66.6667", "4", "2.6667")]
    [InlineData("E3", "73.3333", "4", "2.9333")]
    [InlineData("E4", "60", "4", "2.4000")]
    public void Dln_scores_row_by_row(string criterion, string score, string weight, string points) =>
        Row("DLN", criterion).ShouldBe(Printed(score, weight, points));

    [Theory]
    [InlineData("XLHT", "22.6098", "28.0150", "10.4545", "8.0000", "17.0667", "86.1460")]
    [InlineData("DLN", "15.6286", "12.3977", "5.4167", "5.0000", "13.3333", "51.7763")]
    public void Dimensions_are_sums_of_rounded_points(string zone, string a, string b, string c, string d, string e, string whole)
    {
        var score = Result.Of(zone);
        score.Tree.Children.Select(node => node.Points?.Round(12)).ShouldBe([Number(a), Number(b), Number(c), Number(d), Number(e)]);
        (score.Base?.Round(12)).ShouldBe(Number(whole));
    }

    [Fact]
    public void Xlht_ends_at_86_65_good_and_first()
    {
        var score = Result.Of("XLHT");
        score.Exact.ShouldBe(86.6460m);
        (score.Final, score.Grade, score.Place).ShouldBe((86.65m, "good", new Place(1, IsTied: false)));
        (score.Bonus.Total, score.Deduction.Total).ShouldBe((1, 0.5m));
        score.Bonus.Items.Select(item => item.Item.Id).ShouldBe(["P2"], "no attainment on A1, A2 or B1 reaches 1.20");
    }

    [Fact]
    public void Dln_ends_at_50_78_failed_and_second()
    {
        var score = Result.Of("DLN");
        score.Exact.ShouldBe(50.7763m);
        (score.Final, score.Grade, score.Place).ShouldBe((50.78m, "fail", new Place(2, IsTied: false)));
        score.Outcomes.Select(due => due.Outcome.Id).ShouldBe(["no-new-priority", "summons", "rectify"]);
    }

    [Fact]
    public void Each_is_first_of_its_own_track() =>
        Result.Zones.Select(zone => zone.TrackPlace).ShouldBe([new Place(1, IsTied: false), new Place(1, IsTied: false)]);

    [Theory]
    [InlineData("A1", "target=20 baseline=11 due=16.4 value=16 attainment=0.97560976")]
    [InlineData("A2", "target=25 baseline=14 due=20.6 value=21 attainment=1.01941748")]
    [InlineData("A4", "value=5 worst=5 best=11.11111111")]
    [InlineData("B3", "baseline=20 value=38 need=43.94 yearlyGrowth=0.23856233")]
    [InlineData("C3", "target=11 due=6.6 value=6 attainment=0.90909091")]
    [InlineData("E2", "ballots=5 recused=0 kept=3")]
    public void A_score_shows_the_quantities_it_came_from(string criterion, string terms) =>
        string.Join(' ', Result.Of("XLHT").Of(criterion).Criterion!.Terms.Select(term => $"{term.Name}={Short(term.Value)}"))
            .ShouldBe(terms);

    [Fact]
    public void What_does_not_apply_says_why() =>
        Result.Of("DLN").Criteria.Where(node => node.State == ScoreState.NotApplicable)
            .Select(node => (node.Id, node.Criterion!.Reason)).ShouldBe([("B2", "no-target"), ("C2", "no-target")]);

    private static (decimal? Score, Rational Weight, decimal? Points) Row(string zone, string criterion)
    {
        var node = Result.Of(zone).Of(criterion);
        return (node.Score?.Round(4), node.Weight, node.Points?.Round(4));
    }

    private static (decimal?, Rational, decimal?) Printed(string score, string weight, string points) =>
        (Number(score), Number(weight)!.Value, Number(points));

    private static decimal? Number(string text) => text == "—" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Short(Rational value) => value.Round(8).ToString("0.########", CultureInfo.InvariantCulture);
}
