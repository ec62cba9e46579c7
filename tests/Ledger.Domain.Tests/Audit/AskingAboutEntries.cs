using Ledger.Domain.Access;
using Ledger.Domain.Audit.Findings;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Tests.Audit;

public class AskingAboutEntries
{
    private static FigureReported Stated(string series, decimal value, LocalDate on) => new(on, series, value, null, null, []);

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    public void An_entry_is_back_dated_beyond_the_days_that_the_programme_says(int days, int asked) =>
        AuditStory.Empty.At(
                AuditStory.Morning(new LocalDate(2023, 7, 10).PlusDays(days)), "XLHT", "2023-Q2", AuditStory.Reporter("XLHT"),
                Stated("op_revenue", 101.30m, new(2023, 7, 10)))
            .Asks(FindingKind.Backdated).Count.ShouldBe(asked);

    [Fact]
    public void Many_back_dated_entries_recorded_together_are_one_question_with_all_their_positions()
    {
        var loaded = Instant.FromUtc(2026, 1, 5, 2, 0);
        var story = Enumerable.Range(1, 4).Aggregate(AuditStory.Empty, (told, quarter) => told.At(
            loaded + Duration.FromMinutes(59 * quarter), "BYH", $"2023-Q{quarter}", AuditStory.Reporter("BYH"),
            [.. Enumerable.Range(0, 5).Select(_ => Stated("op_revenue", 90, new(2023, 12, quarter)))]));
        story.Asks(FindingKind.Backdated).ShouldBeEmpty();
        var asked = story.Asks(FindingKind.Cluster).ShouldHaveSingleItem();
        asked.Zone.ShouldBe("BYH");
        asked.Positions.ShouldBe([new(0, 19)]);
        asked.Measures.ShouldContain(new FindingMeasure("entries", 20));
        asked.Measures.ShouldContain(new FindingMeasure("days-after-paper", 766));
    }

    [Fact]
    public void What_was_recorded_on_different_days_is_not_one_cluster()
    {
        var story = Enumerable.Range(1, 4).Aggregate(AuditStory.Empty, (told, quarter) => told.At(
            Instant.FromUtc(2026, 1, quarter, 2, 0), "BYH", $"2023-Q{quarter}", AuditStory.Reporter("BYH"),
            [.. Enumerable.Range(0, 5).Select(_ => Stated("op_revenue", 90, new(2023, 12, quarter)))]));
        story.Asks(FindingKind.Cluster).ShouldBeEmpty();
        story.Asks(FindingKind.Backdated).Count.ShouldBe(4);
    }

    [Fact]
    public void A_return_reviewed_from_the_organisation_that_hosts_the_zone_is_asked_about_once_the_host_is_known()
    {
        var story = AuditStory.Empty.Reported("XLHT", "2023-Q2", new(2023, 7, 10), ("op_revenue", 101.30m))
            .With("XLHT", "2023-Q2", new("alta", "GOV1", Role.Reviewer), new ReturnAccepted(new(2023, 7, 12)));
        story.Asks(FindingKind.OneOrganisation).ShouldBeEmpty();
        var programme = story.Programme;
        var asked = (story with { Programme = programme with { Zones = [programme.Zones[0] with { Host = "GOV1" }, .. programme.Zones.Skip(1)] } })
            .Asks(FindingKind.OneOrganisation).ShouldHaveSingleItem();
        asked.Code.ShouldBe("one-organisation");
        asked.Positions.ShouldBe([new(2, 2)]);
    }

    [Fact]
    public void An_officer_who_reported_for_the_zone_and_later_reviews_it_is_asked_about()
    {
        var story = AuditStory.Empty.Accepted("XLHT", "2023-Q1", ("op_revenue", 50m))
            .Reported("XLHT", "2023-Q2", new(2023, 7, 10), ("op_revenue", 101.30m))
            .With("XLHT", "2023-Q2", new("xlht", "STAT", Role.Reviewer), new ReturnAccepted(new(2023, 7, 12)));
        var asked = story.Asks(FindingKind.OneOrganisation).ShouldHaveSingleItem();
        (asked.Code, asked.Period).ShouldBe(("one-person", Period.Parse("2023-Q2")));
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(13, 0)]
    public void Three_corrections_of_one_officer_within_a_year_are_one_question(int day, int asked)
    {
        var story = Enumerable.Range(1, 3).Aggregate(AuditStory.Empty, (told, quarter) => told.Accepted("XLHT", $"2022-Q{quarter}", ("op_revenue", 40m * quarter)))
            .Corrected("XLHT", "2022-Q1", "op_revenue", 40.5m, new(2022, 11, 12))
            .Corrected("XLHT", "2022-Q2", "op_revenue", 81m, new(2023, 3, 1), CorrectionKind.Revision)
            .Corrected("XLHT", "2022-Q3", "op_revenue", 121m, new(2023, 11, day));
        var found = story.Asks(FindingKind.RepeatedCorrections);
        found.Count.ShouldBe(asked);
        if (asked > 0)
            found[0].Measures.ShouldBe([new("corrections", 3), new("errors", 2), new("revisions", 1)]);
    }
}
