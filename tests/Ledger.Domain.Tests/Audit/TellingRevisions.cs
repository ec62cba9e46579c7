using Ledger.Domain.Audit.Revisions;
using Ledger.Domain.Measures;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Audit;

public class TellingRevisions
{
    private static readonly AuditStory Revised = AuditStory.Empty
        .Reported("XLHT", "2023-Q2", new(2023, 7, 10), ("op_revenue", 100.00m))
        .With("XLHT", "2023-Q2", AuditStory.Bureau, new ReturnSentBack(new(2023, 7, 12), "請核對", []))
        .Reported("XLHT", "2023-Q2", new(2023, 7, 14), ("op_revenue", 101.30m))
        .With("XLHT", "2023-Q2", AuditStory.Bureau, new ReturnAccepted(new(2023, 7, 15)))
        .Noticed("2023-Q2", new(2023, 7, 27))
        .Corrected("XLHT", "2023-Q2", "op_revenue", 102.05m, new(2023, 9, 12))
        .Corrected("XLHT", "2023-Q2", "op_revenue", 102.00m, new(2024, 8, 1), CorrectionKind.Revision)
        .Noticed("2024-Q2", new(2024, 8, 2));

    [Fact]
    public void A_release_is_what_was_accepted_and_says_by_what_it_was_published_first()
    {
        var figure = Revised.Releases("XLHT", "op_revenue", "2023-Q2");
        figure.Releases.Select(release => (release.Number, release.Value, release.Kind, release.KnownOn)).ShouldBe(
        [
            (1, 101.30m, null, new(2023, 7, 15)),
            (2, 102.05m, CorrectionKind.Error, new(2023, 9, 12)),
            (3, 102.00m, CorrectionKind.Revision, new(2024, 8, 1)),
        ]);
        figure.Releases.Select(release => release.PublishedBy?.Period.ToString()).ShouldBe(["2023-Q2", null, "2024-Q2"]);
    }

    [Fact]
    public void A_horizon_shows_what_was_known_by_then_and_not_what_is_not_known_yet()
    {
        var figures = new[] { Revised.Releases("XLHT", "op_revenue", "2023-Q2") };
        RevisionAnalysis.Of("op_revenue", figures, new(2024, 9, 1)).ByHorizon.Select(each => (each.Months, each.Statistics.Count, each.Statistics.Mean)).ShouldBe(
        [
            (3, 1, new Rational(75, 100)),
            (12, 1, new Rational(75, 100)),
            (24, 0, null),
            (null, 1, new Rational(70, 100)),
        ]);
    }

    [Fact]
    public void Steps_are_told_apart_by_their_kind()
    {
        var kinds = RevisionAnalysis.Of("op_revenue", [Revised.Releases("XLHT", "op_revenue", "2023-Q2")], new(2024, 9, 1)).ByKind;
        kinds.Select(each => (each.Kind, each.Statistics.Count, each.Statistics.Mean)).ShouldBe(
        [
            (CorrectionKind.Error, 1, new Rational(75, 100)), (CorrectionKind.Revision, 1, new Rational(-5, 100)),
        ]);
    }

    [Fact]
    public void Years_are_not_mixed_with_quarters()
    {
        var figures = new[]
        {
            Revised.Releases("XLHT", "op_revenue", "2023-Q2"),
            AuditStory.Empty.Accepted("XLHT", "2023", ("op_revenue", 210m)).Releases("XLHT", "op_revenue", "2023"),
        };
        RevisionAnalysis.Of("op_revenue", figures, new(2024, 9, 1)).ByHorizon.Where(each => each.Months is null)
            .Select(each => (each.OfYears, each.Statistics.Count)).ShouldBe([(false, 1), (true, 1)]);
    }

    /// <summary>By hand: revisions 2, 0, −1 of later values 12, 5, 3.</summary>
    [Fact]
    public void A_worked_example_comes_out_exactly()
    {
        var statistics = RevisionStatistics.Of([new(10, 12), new(5, 5), new(4, 3)]);
        statistics.Count.ShouldBe(3);
        statistics.Mean.ShouldBe(new Rational(1, 3));
        statistics.MeanAbsolute.ShouldBe(Rational.One);
        statistics.RelativeMeanAbsolute.ShouldBe(new Rational(15, 1));
        (statistics.Smallest, statistics.Largest, statistics.Range).ShouldBe((new Rational(-1, 1), new Rational(2, 1), new Rational(3, 1)));
        (statistics.Revised, statistics.Upwards, statistics.Downwards).ShouldBe((2, 1, 1));

        // √((25/9 + 1/9 + 16/9) ÷ 2) = √(7/3).
        statistics.StandardDeviation!.Value.Round(12).ShouldBe(1.527525231652m);
    }

    [Fact]
    public void Nothing_to_compare_has_no_statistics_and_one_pair_has_no_spread()
    {
        RevisionStatistics.Of([]).ShouldBe(new(0, 0, 0));
        RevisionStatistics.Of([new(1, 2)]).StandardDeviation.ShouldBeNull();
        RevisionStatistics.Of([new(1, 0)]).RelativeMeanAbsolute.ShouldBeNull();
    }

    [Fact]
    public void A_consequence_is_a_verdict_or_a_place_that_the_first_figure_would_have_made_another()
    {
        // Growth: XLHT 5.0 % first and 15.0 % corrected, BYH 10.0 % throughout. The share: 16.0 of 110 is on its way, 14.5 of 100 is not.
        var story = AuditStory.Empty
            .Accepted("XLHT", "2022-Q3", ("op_revenue", 100m), ("hte_revenue", 12m)).Accepted("BYH", "2022-Q3", ("op_revenue", 50m), ("hte_revenue", 4m))
            .Accepted("XLHT", "2023-Q3", ("op_revenue", 105m), ("hte_revenue", 17m)).Accepted("BYH", "2023-Q3", ("op_revenue", 55m), ("hte_revenue", 5m))
            .Corrected("XLHT", "2023-Q3", "op_revenue", 115m, new(2023, 12, 1));
        var figure = story.Releases("XLHT", "op_revenue", "2023-Q3");
        var consequence = new Consequences(story.Basis.Yardstick, []).Of(figure).ShouldNotBeNull();
        consequence.Places.Where(place => place.Subject == "op_revenue").ShouldBe(
        [
            new("op_revenue", "XLHT", Period.Parse("2023-Q3"), 2, 1), new("op_revenue", "BYH", Period.Parse("2023-Q3"), 1, 2),
        ]);
        consequence.Verdicts.ShouldBe([new("hte_revenue_share", "XLHT", Period.Parse("2023-Q3"), Verdict.OnTrack, Verdict.Behind)]);
        consequence.Grades.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_never_revised_has_no_consequence_and_a_small_revision_none_that_shows()
    {
        var story = AuditStory.Empty
            .Accepted("XLHT", "2022-Q3", ("op_revenue", 100m)).Accepted("BYH", "2022-Q3", ("op_revenue", 50m))
            .Accepted("XLHT", "2023-Q3", ("op_revenue", 115m)).Accepted("BYH", "2023-Q3", ("op_revenue", 55m))
            .Corrected("XLHT", "2023-Q3", "op_revenue", 115.01m, new(2023, 12, 1));
        var consequences = new Consequences(story.Basis.Yardstick, []);
        consequences.Of(story.Releases("BYH", "op_revenue", "2023-Q3")).ShouldBeNull();
        consequences.Of(story.Releases("XLHT", "op_revenue", "2023-Q3")).ShouldNotBeNull().IsNone.ShouldBeTrue();
    }
}
