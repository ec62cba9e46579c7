using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>Whether a submission was in time, judged by the date on its paper.</summary>
public static class Timeliness
{
    /// <summary>
    /// An earlier date is on time, a later one late. On the very day the ledger's clock decides where the paper was recorded
    /// that day; a paper of that day recorded afterwards carries no time, and is given the benefit of it.
    /// </summary>
    public static bool IsOnTime(LocalDate on, Instant recordedAt, Instant dueAt)
    {
        var dueOn = dueAt.InZone(DocumentDate.Zone).Date;
        if (on != dueOn)
            return on < dueOn;
        return recordedAt <= dueAt || recordedAt.InZone(DocumentDate.Zone).Date > dueOn;
    }

    /// <summary>The first submission counts: being sent back does not make a return late.</summary>
    /// <returns>Null while nothing was submitted.</returns>
    public static bool? IsOnTime(ZoneReturn state, Instant dueAt) =>
        state.Submissions is [var first, ..] ? IsOnTime(first.On, first.RecordedAt, dueAt) : null;
}
