using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Tests.Reporting;

public class ReportingFigures
{
    private static readonly FigureLine Revenue = new("op_revenue", 101.3m);

    [Fact]
    public void States_each_line_with_its_series_places_and_papers()
    {
        var stated = ReturnStory.Untouched
            .Reports(Revenue with { Note = "快報", Evidence = [ReturnStory.Scan.Sha256] })
            .Then<FigureReported>();

        stated.ShouldSatisfyAllConditions(
            () => stated.On.ShouldBe(ReturnStory.Today),
            () => stated.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("101.30"),
            () => stated.Note.ShouldBe("快報"),
            () => stated.Reason.ShouldBeNull(),
            () => stated.Evidence.ShouldBe([ReturnStory.Scan]));
    }

    [Fact]
    public void Takes_a_trailing_zero_for_what_it_is() =>
        ReturnStory.Untouched.Reports(Revenue with { Value = 101.300m }).Then<FigureReported>().Value.ShouldBe(101.30m);

    [Fact]
    public void Replaces_a_value_and_keeps_the_first_one_in_the_history()
    {
        var story = ReturnStory.Reported;
        var replaced = story.Reports(Revenue with { Value = 102.05m }).Then<FigureReported>();

        var figure = story.With(ReturnStory.Reporter, replaced).State.Figures["op_revenue"].Standing;
        (figure.Version, figure.Value, figure.Status).ShouldBe((2, 102.05m, FigureStatus.Reported));
    }

    [Fact]
    public void Says_nothing_new_when_the_value_is_stated_again() => ReturnStory.Reported.Reports(Revenue).ThenNothing();

    [Fact]
    public void Records_only_the_lines_that_changed() =>
        ReturnStory.Reported.Reports(Revenue, new FigureLine("hte_count", 31)).Then<FigureReported>().Series.ShouldBe("hte_count");

    [Fact]
    public void Records_a_new_note_on_the_same_value() =>
        ReturnStory.Reported.Reports(Revenue with { Note = "含新投產企業" }).Then<FigureReported>().Note.ShouldBe("含新投產企業");

    [Fact]
    public void Lists_every_fault_and_stores_nothing() =>
        ReturnStory.Untouched
            .Reports(
                Revenue,
                new("op_revenue", 99m),
                new("hte_revenue", 1.234m),
                new("rd_inst_new", 1.5m),
                new("hte_count", -3m),
                new("sei_count", 1m),
                new("profit", 1m),
                new("rd_exp", 1_000_000_000_000m, Evidence: [new string('b', 64)]))
            .ThenFaults(
                "request-at-fault",
                RefusalKind.Invalid,
                ("/figures/1/series", "series-repeated"),
                ("/figures/2/value", "value-too-precise"),
                ("/figures/3/value", "value-not-whole"),
                ("/figures/4/value", "value-negative"),
                ("/figures/5/series", "series-not-due"),
                ("/figures/6/series", "series-unknown"),
                ("/figures/7/value", "value-too-large"),
                ("/figures/7/evidence/0", "evidence-unknown"));

    [Fact]
    public void Is_refused_without_a_line() =>
        ReturnStory.Untouched.Reports().ThenFaults("request-at-fault", RefusalKind.Invalid, ("/figures", "figures-empty"));

    [Fact]
    public void Needs_a_reason_to_replace_once_submitted()
    {
        var changed = Revenue with { Value = 102.05m };

        ReturnStory.Submitted.Reports(changed).ThenFaults("request-at-fault", RefusalKind.Invalid, ("/reason", "reason-required"));
        ReturnStory.SentBack.Reports(changed).ThenFaults("request-at-fault", RefusalKind.Invalid, ("/reason", "reason-required"));
        ReturnStory.SentBack.Reports(new ReportFigures([changed], "補報一戶企業")).Then<FigureReported>().Reason.ShouldBe("補報一戶企業");
    }

    [Fact]
    public void Needs_no_reason_for_a_figure_stated_for_the_first_time() =>
        ReturnStory.Submitted.Reports(new FigureLine("rd_exp", 1.2m)).Then<FigureReported>().Reason.ShouldBeNull();

    [Fact]
    public void Lets_a_named_decision_be_the_basis_of_what_the_conference_determines_alone()
    {
        FigureLine industries = new("sei_count", 1m), expenditure = new("rd_exp", 2.5m);
        var story = Annual;

        Resting(story.Reports(industries, expenditure)).ShouldBe([("sei_count", true), ("rd_exp", false)]);
        Resting(story.With(ReturnStory.Reporter, ReturnStory.Stated("sei_count", 1m)).Reports(industries, expenditure))
            .ShouldBe([("rd_exp", false)], "what is only stated again still is what the decision was named for");
        Resting(story.Reports(industries)).ShouldBe([("sei_count", true)]);
        Resting(story.Reports(expenditure)).ShouldBe([("rd_exp", true)], "any act can rest on a decision that was named for it");
    }

    [Fact]
    public void Is_refused_once_accepted() =>
        ReturnStory.Accepted.Reports(Revenue with { Value = 102.05m }).ThenRefused("return-accepted", RefusalKind.Conflict);

    [Fact]
    public void Is_refused_to_a_reviewer() =>
        ReturnStory.Submitted.Reports(new ReportFigures([Revenue]), ReturnStory.Reviewer).ThenRefused("not-allowed", RefusalKind.NotAllowed);

    [Fact]
    public void Is_refused_to_another_zone() =>
        ReturnStory.Untouched.Reports(new ReportFigures([Revenue]), ReturnStory.Neighbour)
            .ThenRefused("not-your-zone", RefusalKind.NotAllowed);

    [Fact]
    public void Is_open_from_the_last_day_of_the_period()
    {
        var early = new ReportFigures([Revenue], On: ReturnStory.QuarterEnd.PlusDays(-1));

        ReturnStory.Untouched.Reports(early).ThenRefused("return-period-not-over", RefusalKind.Conflict);
        ReturnStory.Untouched.Reports(early with { On = ReturnStory.QuarterEnd }).Then<FigureReported>();
    }

    [Fact]
    public void Is_refused_with_a_date_to_come() =>
        ReturnStory.Untouched.Reports(new ReportFigures([Revenue], On: new LocalDate(2024, 1, 1)))
            .ThenRefused("date-in-future", RefusalKind.Invalid);

    [Fact]
    public void Is_refused_with_a_date_before_the_last_act() =>
        ReturnStory.Submitted.Reports(new ReportFigures([Revenue with { Value = 1m }], "更正", new LocalDate(2023, 7, 9)))
            .ThenRefused("date-before-previous", RefusalKind.Conflict);

    [Fact]
    public void May_carry_a_date_before_a_deadline_that_passed() =>
        ReturnStory.Untouched
            .With(Domain.Access.Actor.Clock, new ReturnFellOverdue(new(2023, 7, 15), Instant.FromUtc(2023, 7, 15, 9, 0)))
            .Reports(new ReportFigures([Revenue], On: new LocalDate(2023, 7, 5)))
            .Then<FigureReported>();

    [Theory]
    [InlineData("XLHT", "2020-Q4", "period-outside-programme")]
    [InlineData("XLHT", "2026-Q1", "period-outside-programme")]
    [InlineData("NOWHERE", "2023-Q2", "zone-unknown")]
    public void Is_refused_where_no_return_is_due(string zone, string period, string code)
    {
        var story = ReturnStory.Untouched with { State = ZoneReturn.Stream(zone, Period.Parse(period)).Initial };
        story.Reports(new ReportFigures([Revenue]), ReturnStory.Reporter with { Zone = zone }, new LocalDate(2027, 1, 1))
            .ThenRefused(code, RefusalKind.NotFound);
    }

    /// <summary>The zone's return of a year, in which the conference determines the industries.</summary>
    private static ReturnStory Annual { get; } = ReturnStory.Untouched with
    {
        State = ZoneReturn.Stream("XLHT", Period.OfYear(2022)).Initial,
        Programme = SmallProgramme.Document with
        {
            Series = [.. SmallProgramme.Document.Series.Select(series => series.Code == "sei_count" ? series with { DeterminedBy = "JCONF" } : series)],
        },
    };

    private static IEnumerable<(string Series, bool Rests)> Resting(Outcome outcome) =>
        outcome.Events.Cast<FigureReported>().Select(stated => (stated.Series, outcome.Decision.Rests(stated)));
}
