using Ledger.Api.Reporting.Pages;
using Ledger.Domain;
using NodaTime;

namespace Ledger.Api.Tests.Reporting;

public class TellingDeadlines
{
    private static readonly LocalDate DueOn = new(2023, 10, 15);

    private static readonly Instant DueAt = DueOn.At(new LocalTime(17, 0)).InZoneStrictly(DocumentDate.Zone).ToInstant();

    [Theory]
    [InlineData(-3, true, DeadlineKind.InTime, 3)]
    [InlineData(0, true, DeadlineKind.InTime, 0)]
    [InlineData(0, false, DeadlineKind.Late, 0)]
    [InlineData(4, false, DeadlineKind.Late, 4)]
    public void Counts_from_the_deadline_to_the_first_submission(int days, bool onTime, DeadlineKind kind, int counted) =>
        Deadline.Of(DueAt, DueOn.PlusDays(days), onTime, overdueSince: null, today: new(2024, 1, 1)).ShouldBe(new(kind, counted));

    [Theory]
    [InlineData(-10, DeadlineKind.Left, 10)]
    [InlineData(0, DeadlineKind.Left, 0)]
    [InlineData(1, DeadlineKind.Overdue, 1)]
    public void Counts_from_today_while_nothing_was_submitted(int days, DeadlineKind kind, int counted) =>
        Deadline.Of(DueAt, submittedOn: null, onTime: null, overdueSince: null, DueOn.PlusDays(days)).ShouldBe(new(kind, counted));

    [Fact]
    public void Is_over_on_the_very_day_once_the_hour_has_passed() =>
        Deadline.Of(DueAt, submittedOn: null, onTime: null, overdueSince: DueAt, DueOn).ShouldBe(new(DeadlineKind.Overdue, 0));
}
