using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Api.Reporting.Pages;

/// <summary>How a return stands to its deadline: in time, late, days left or days over.</summary>
/// <param name="Days">From the deadline to the submission, or to the day asked about; 0: on the very day.</param>
public sealed record Deadline(DeadlineKind Kind, int Days)
{
    /// <param name="submittedOn">The paper's date of the first submission; null: none yet.</param>
    /// <param name="onTime">As judged (<see cref="Timeliness"/>); null while nothing was submitted.</param>
    /// <param name="today">The day from which days left are counted.</param>
    public static Deadline Of(Instant dueAt, LocalDate? submittedOn, bool? onTime, Instant? overdueSince, LocalDate today)
    {
        var dueOn = dueAt.InZone(DocumentDate.Zone).Date;
        if (submittedOn is { } submitted)
        {
            var days = Math.Abs(NodaTime.Period.DaysBetween(dueOn, submitted));
            return new(onTime == true ? DeadlineKind.InTime : DeadlineKind.Late, days);
        }

        var left = NodaTime.Period.DaysBetween(today, dueOn);
        return left < 0 || overdueSince is not null
            ? new(DeadlineKind.Overdue, Math.Abs(left))
            : new(DeadlineKind.Left, left);
    }

    public string In(ITexts texts) => Days == 0
        ? texts[$"deadline.{Kind}.today".ToLowerInvariant()]
        : texts[$"deadline.{Kind}".ToLowerInvariant(), Days];

    /// <summary>The class of the tag that says it.</summary>
    public string Look => Kind switch
    {
        DeadlineKind.InTime => "good",
        DeadlineKind.Late or DeadlineKind.Overdue => "bad",
        _ => Days <= 5 ? "wait" : "calm",
    };
}

public enum DeadlineKind
{
    InTime,
    Late,
    Left,
    Overdue,
}
