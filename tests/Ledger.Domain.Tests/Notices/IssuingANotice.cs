using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using NodaTime;

namespace Ledger.Domain.Tests.Notices;

public class IssuingANotice
{
    [Fact]
    public void Freezes_what_was_drawn_under_the_next_number()
    {
        var outcome = NoticeStory.Untouched.When(new IssueNotice());
        var issued = outcome.Then<NoticeIssued>();
        (issued.On, issued.Edition, issued.Number.Text).ShouldBe((NoticeStory.Today, 1, "錫盟科通報〔2023〕1號"));
        issued.Frozen.ShouldBe(issued.Frozen with { ContentHash = NoticeStory.Untouched.Frozen.ContentHash });
        outcome.Decision.Beside.ShouldHaveSingleItem()
            .ShouldBe(new DocumentNumberGiven(NoticeStory.Today, issued.Number, "notice/2023-Q3/1"));
    }

    [Fact]
    public void Takes_a_number_that_is_free() =>
        NoticeStory.Untouched.When(new IssueNotice("錫盟科通報〔2023〕7號")).Then<NoticeIssued>().Number.ShouldBe(new("錫盟科通報", 2023, 7));

    [Fact]
    public void Goes_on_after_the_highest_number_and_fills_no_gap() =>
        Numbered(7).When(new IssueNotice()).Then<NoticeIssued>().Number.Ordinal.ShouldBe(8);

    [Fact]
    public void Is_numbered_in_the_year_of_its_paper() =>
        (NoticeStory.Untouched with { Register = new() { Year = 2024 } })
            .When(new IssueNotice(On: new(2024, 1, 3)), today: new(2024, 1, 20)).Then<NoticeIssued>().Number.Text.ShouldBe("錫盟科通報〔2024〕1號");

    [Fact]
    public void Twice_changes_nothing() => NoticeStory.Issued.When(new IssueNotice()).ThenNothing();

    [Fact]
    public void Again_under_the_same_number_changes_nothing() =>
        NoticeStory.Issued.When(new IssueNotice("錫盟科通報〔2023〕1號")).ThenNothing();

    [Fact]
    public void Again_under_another_number_is_refused() =>
        NoticeStory.Issued.When(new IssueNotice("錫盟科通報〔2023〕2號")).ThenRefused("notice-already-issued", RefusalKind.Conflict);

    [Fact]
    public void Again_with_other_figures_is_refused() =>
        (NoticeStory.Issued with { League = League.Autumn2023.Corrected("BYH", "2023-Q3", "op_revenue", 91m, "漏報", new(2023, 10, 16)) })
            .When(new IssueNotice()).ThenRefused("notice-already-issued", RefusalKind.Conflict);

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Member)]
    [InlineData(Role.Chair)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public void Is_the_secretarys_alone(Role role) =>
        NoticeStory.Untouched.When(new IssueNotice(), new Actor("someone", "STB", role)).ThenRefused("not-allowed", RefusalKind.NotAllowed);

    [Theory]
    [InlineData("2023", "notice-not-quarterly")]
    [InlineData("2020-Q4", "period-outside-programme")]
    public void Is_for_a_quarter_of_the_programme(string period, string code) =>
        new NoticeOutcome(NoticeStory.Untouched, new IssueNotice().Decide(
                NoticeHistory.Stream(Period.Parse(period)).Initial, NoticeStory.Untouched.Register, NoticeStory.Untouched.Frozen,
                League.Autumn2023.Programme, NoticeStory.Secretary, NoticeStory.Today))
            .ThenRefused(code, RefusalKind.NotFound);

    [Fact]
    public void Waits_for_the_end_of_the_quarter()
    {
        NoticeStory.Untouched.When(new IssueNotice(On: new(2023, 9, 30))).ThenRefused("period-not-over", RefusalKind.Conflict);
        NoticeStory.Untouched.When(new IssueNotice(), today: new(2023, 9, 30)).ThenRefused("period-not-over", RefusalKind.Conflict);
    }

    [Fact]
    public void Is_not_dated_in_the_future() =>
        NoticeStory.Untouched.When(new IssueNotice(On: new(2023, 10, 21))).ThenRefused("date-in-future", RefusalKind.Invalid);

    /// <summary>The third quarter's returns were accepted on 15 October.</summary>
    [Fact]
    public void Is_not_dated_before_the_papers_it_rests_on()
    {
        NoticeStory.Untouched.When(new IssueNotice(On: new(2023, 10, 14))).ThenRefused("date-before-figures", RefusalKind.Conflict)
            .Arguments.ShouldBe([new LocalDate(2023, 10, 14), new LocalDate(2023, 10, 15)]);
        NoticeStory.Untouched.When(new IssueNotice(On: new(2023, 10, 15))).Then<NoticeIssued>();
    }

    [Fact]
    public void Needs_at_least_one_accepted_return() =>
        (NoticeStory.Untouched with { League = League.Zones.Aggregate(League.Autumn2023, (league, zone) => league.Without(zone, "2023-Q3")) })
            .When(new IssueNotice()).ThenRefused("nothing-accepted", RefusalKind.Conflict);

    [Fact]
    public void A_number_is_never_given_twice() =>
        Numbered(3).When(new IssueNotice("錫盟科通報〔2023〕3號")).ThenRefused("document-number-taken", RefusalKind.Conflict)
            .Arguments.ShouldBe(["錫盟科通報〔2023〕3號", 4]);

    [Theory]
    [InlineData("錫盟科通報[2023]3號")]
    [InlineData("錫盟科通報〔2023〕03號")]
    [InlineData("錫盟科通報〔2023〕0號")]
    [InlineData("錫盟科通報〔2023〕第3號")]
    [InlineData("錫盟科通報〔23〕3號")]
    [InlineData("錫盟科通報〔2023〕3")]
    [InlineData("錫盟科發〔2023〕3號")]
    [InlineData("錫盟科通報〔2023〕1234567號")]
    [InlineData("")]
    public void A_number_has_its_form(string number) =>
        NoticeStory.Untouched.When(new IssueNotice(number)).ThenRefused("document-number-malformed", RefusalKind.Invalid);

    [Fact]
    public void A_number_is_of_the_papers_year() =>
        NoticeStory.Untouched.When(new IssueNotice("錫盟科通報〔2022〕3號")).ThenRefused("document-number-other-year", RefusalKind.Invalid);

    private static NoticeStory Numbered(int ordinal) => NoticeStory.Untouched with
    {
        Register = DocumentRegister.Evolve(new() { Year = 2023 }, new(
            new DocumentNumberGiven(new(2023, 7, 20), new("錫盟科通報", 2023, ordinal), "notice/2023-Q2/1"),
            new(Guid.Empty, "document-numbers/2023", 1, 900, Instant.FromUtc(2023, 7, 20, 0, 0), NoticeStory.Secretary))),
    };
}
