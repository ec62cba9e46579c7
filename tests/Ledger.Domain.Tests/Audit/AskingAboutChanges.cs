using Ledger.Domain.Audit.Findings;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Tests.Audit;

public class AskingAboutChanges
{
    private static readonly AuditStory Accepted = AuditStory.Empty.Accepted("XLHT", "2023-Q2", ("op_revenue", 101.30m));

    [Fact]
    public void What_is_stated_in_time_accepted_and_left_alone_raises_no_question() =>
        AuditFindings.Of(Accepted.Noticed("2023-Q2", new(2023, 7, 27)).Basis).ShouldBeEmpty();

    [Fact]
    public void A_correction_before_any_notice_is_one_after_acceptance()
    {
        var story = Accepted.Corrected("XLHT", "2023-Q2", "op_revenue", 102.05m, new(2023, 7, 20));
        story.Asks(FindingKind.AfterPublication).ShouldBeEmpty();
        var asked = story.Asks(FindingKind.AfterAcceptance).ShouldHaveSingleItem();
        asked.Code.ShouldBe("changed-after-acceptance");
        asked.Measures.ShouldBe([new("before", 101.30m), new("after", 102.05m), new("percent", 0.74m), new("days-since", 5)]);
        asked.Given.ShouldBe("漏報一戶企業");
        asked.Positions.ShouldBe([new(3, 4)]);
    }

    [Fact]
    public void A_correction_of_what_a_notice_went_out_with_is_one_after_publication_and_names_the_notice()
    {
        var story = Accepted.Noticed("2023-Q2", new(2023, 7, 27)).Corrected("XLHT", "2023-Q2", "op_revenue", 102.05m, new(2023, 9, 12));
        story.Asks(FindingKind.AfterAcceptance).ShouldBeEmpty();
        var asked = story.Asks(FindingKind.AfterPublication).ShouldHaveSingleItem();
        asked.Code.ShouldBe("changed-after-notice");
        asked.Arguments.ShouldContain("通報〔2023〕1號");
        asked.Measures.ShouldContain(new FindingMeasure("days-since", 47));
        asked.Measures.ShouldContain(new FindingMeasure("times-published", 1));
    }

    [Fact]
    public void A_second_correction_before_the_next_notice_is_not_of_what_was_published()
    {
        var story = Accepted.Noticed("2023-Q2", new(2023, 7, 27))
            .Corrected("XLHT", "2023-Q2", "op_revenue", 102.05m, new(2023, 9, 12))
            .Corrected("XLHT", "2023-Q2", "op_revenue", 102.00m, new(2023, 9, 20));
        story.Asks(FindingKind.AfterPublication).ShouldHaveSingleItem();
        story.Asks(FindingKind.AfterAcceptance).ShouldHaveSingleItem().Measures.ShouldContain(new FindingMeasure("before", 102.05m));
    }

    [Fact]
    public void What_was_seen_outside_is_asked_first_and_of_a_kind_the_latest()
    {
        var story = Accepted.Accepted("BYH", "2023-Q2", ("op_revenue", 59.60m)).Noticed("2023-Q2", new(2023, 7, 27))
            .Corrected("XLHT", "2023-Q2", "op_revenue", 102.05m, new(2023, 9, 12))
            .Reported("XLHT", "2023-Q3", new(2023, 10, 20), ("op_revenue", 156.20m))
            .Corrected("BYH", "2023-Q2", "op_revenue", 59.61m, new(2023, 11, 12));
        AuditFindings.Of(story.Basis).Select(finding => (finding.Kind, finding.Zone)).ShouldBe(
        [
            (FindingKind.AfterPublication, "BYH"), (FindingKind.AfterPublication, "XLHT"), (FindingKind.AfterDeadline, "XLHT"),
        ]);
    }

    [Fact]
    public void A_notice_of_an_earlier_quarter_did_not_go_out_with_the_figure() =>
        Accepted.Noticed("2023-Q1", new(2023, 7, 27)).Corrected("XLHT", "2023-Q2", "op_revenue", 102.05m, new(2023, 9, 12))
            .Asks(FindingKind.AfterPublication).ShouldBeEmpty();

    [Fact]
    public void Figures_stated_after_the_deadline_are_one_question_of_their_return()
    {
        var asked = AuditStory.Empty.Reported("XLHT", "2023-Q2", new(2023, 7, 18), ("op_revenue", 101.30m), ("hte_revenue", 15.05m))
            .Asks(FindingKind.AfterDeadline).ShouldHaveSingleItem();
        asked.Code.ShouldBe("stated-after-deadline");
        asked.Figures.Count.ShouldBe(2);
        asked.Measures.ShouldBe([new("days-late", 3)]);
    }

    [Fact]
    public void A_figure_changed_after_the_deadline_is_asked_about_whether_it_was_sent_back_or_not()
    {
        var asked = AuditStory.Empty.Reported("XLHT", "2023-Q2", new(2023, 7, 15), ("op_revenue", 101.30m))
            .With("XLHT", "2023-Q2", AuditStory.Bureau, new ReturnSentBack(new(2023, 7, 17), "請核對", []))
            .With("XLHT", "2023-Q2", AuditStory.Reporter("XLHT"), new FigureReported(new(2023, 7, 18), "op_revenue", 101.20m, null, "漏剔一戶", []))
            .Asks(FindingKind.AfterDeadline).ShouldHaveSingleItem();
        asked.Code.ShouldBe("changed-after-deadline");
        asked.Given.ShouldBe("漏剔一戶");
        asked.Measures.ShouldBe([new("days-late", 3), new("sent-back", 1)]);
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(27, true)]
    [InlineData(23, false)]
    public void A_change_is_shortly_before_a_cut_within_the_days_that_the_programme_says(int day, bool isAsked) =>
        Accepted.Corrected("XLHT", "2023-Q2", "op_revenue", 102.05m, new(2023, 7, day)).Noticed("2023-Q2", new(2023, 7, 27))
            .Asks(FindingKind.BeforeCut).Count.ShouldBe(isAsked ? 1 : 0);

    [Fact]
    public void A_change_after_the_cut_is_not_before_it() =>
        Accepted.Noticed("2023-Q2", new(2023, 7, 27)).Corrected("XLHT", "2023-Q2", "op_revenue", 102.05m, new(2023, 7, 27))
            .Asks(FindingKind.BeforeCut).ShouldBeEmpty();

    [Fact]
    public void The_ledgers_clock_judges_a_notice_recorded_in_time_so_an_old_paper_hides_no_change()
    {
        var entered = AuditStory.Morning(new(2023, 7, 26));
        Accepted.At(entered, "XLHT", "2023-Q2", AuditStory.Reporter("XLHT"), new CorrectionRequested(new(2023, 7, 16), 1, "op_revenue", 102.05m, CorrectionKind.Error, "漏報", []))
            .At(entered, "XLHT", "2023-Q2", AuditStory.Bureau, new CorrectionApproved(new(2023, 7, 16), 1, "op_revenue", 102.05m, CorrectionKind.Error, null))
            .Noticed("2023-Q2", new(2023, 7, 27))
            .Asks(FindingKind.BeforeCut).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(25, 1)]
    [InlineData(17, 0)]
    public void Where_papers_were_brought_in_years_later_the_papers_judge(int day, int asked)
    {
        var loaded = Instant.FromUtc(2026, 1, 5, 2, 0);
        LocalDate on = new(2023, 7, day);
        AuditStory.Empty
            .At(loaded, "XLHT", "2023-Q2", AuditStory.Reporter("XLHT"), new FigureReported(new(2023, 7, 10), "op_revenue", 101.30m, null, null, []), new ReturnSubmitted(new(2023, 7, 10), [], []))
            .At(loaded, "XLHT", "2023-Q2", AuditStory.Bureau, new ReturnAccepted(new(2023, 7, 15)))
            .At(loaded, "XLHT", "2023-Q2", AuditStory.Reporter("XLHT"), new CorrectionRequested(on, 1, "op_revenue", 102.05m, CorrectionKind.Error, "漏報", []))
            .At(loaded, "XLHT", "2023-Q2", AuditStory.Bureau, new CorrectionApproved(on, 1, "op_revenue", 102.05m, CorrectionKind.Error, null))
            .Noticed("2023-Q2", new(2023, 7, 27), loaded + Duration.FromMinutes(1))
            .Asks(FindingKind.BeforeCut).Count.ShouldBe(asked);
    }
}
