using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Tests.Reporting;

public class FallingOverdue
{
    /// <summary>15 July 2023, 17:00 in Beijing.</summary>
    private static readonly Instant DueAt = Instant.FromUtc(2023, 7, 15, 9, 0);

    [Fact]
    public void Is_recorded_when_the_deadline_passed()
    {
        var overdue = Record(ReturnStory.Reported, DueAt).Then<ReturnFellOverdue>();
        (overdue.On, overdue.DueAt).ShouldBe((new LocalDate(2023, 7, 15), DueAt));
    }

    [Fact]
    public void Is_recorded_once()
    {
        var story = ReturnStory.Untouched.With(Actor.Clock, new ReturnFellOverdue(new(2023, 7, 15), DueAt));
        Record(story, DueAt + Duration.FromDays(1)).ThenNothing();
        story.State.OverdueSince.ShouldBe(DueAt);
        story.State.State.ShouldBe(ReturnState.Open);
    }

    [Fact]
    public void Does_not_happen_to_a_return_that_was_submitted()
    {
        Record(ReturnStory.Submitted, DueAt).ThenNothing();
        Record(ReturnStory.SentBack, DueAt).ThenNothing();
    }

    [Fact]
    public void Is_refused_before_the_deadline_and_while_it_is_extended()
    {
        Record(ReturnStory.Untouched, DueAt - Duration.FromSeconds(1)).ThenRefused("not-yet-due", RefusalKind.Conflict);
        var extended = ReturnStory.Untouched with { State = ZoneReturn.Stream("XLHT", Period.OfQuarter(2023, 3)).Initial };
        Record(extended, Instant.FromUtc(2023, 10, 15, 9, 0)).ThenRefused("not-yet-due", RefusalKind.Conflict);
        Record(extended, Instant.FromUtc(2023, 10, 20, 9, 0)).Then<ReturnFellOverdue>();
    }

    [Fact]
    public void Is_recorded_by_the_clock_alone() =>
        Record(ReturnStory.Untouched, DueAt, ReturnStory.Reviewer).ThenRefused("not-allowed", RefusalKind.NotAllowed);

    [Theory]
    [InlineData("2023-07-14", "2023-07-20T00:00:00Z", true)] // an earlier paper, recorded late
    [InlineData("2023-07-15", "2023-07-15T09:00:00Z", true)] // that day, at the due time
    [InlineData("2023-07-15", "2023-07-15T09:00:01Z", false)] // that day, a second late
    [InlineData("2023-07-15", "2024-01-01T00:00:00Z", true)] // a paper of that day, recorded afterwards
    [InlineData("2023-07-16", "2023-07-16T00:00:00Z", false)]
    public void Is_judged_by_the_paper_s_date(string on, string recordedAt, bool onTime) =>
        Timeliness.IsOnTime(
            NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, NodaTime.Text.InstantPattern.General.Parse(recordedAt).Value, DueAt)
            .ShouldBe(onTime);

    private static Outcome Record(ReturnStory story, Instant now, Actor? actor = null) =>
        story.When(state => new RecordOverdue(now).Decide(state, story.Programme, actor ?? Actor.Clock));
}
