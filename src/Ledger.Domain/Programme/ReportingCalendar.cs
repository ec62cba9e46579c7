using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>When returns are due .</summary>
/// <param name="QuarterDays">Days after the quarter's end.</param>
/// <param name="AnnualDue">The day of the following year on which the annual return is due.</param>
/// <param name="DueTime">The time of that day, in Beijing.</param>
/// <param name="Extensions">Deadlines moved for one period.</param>
public sealed record ReportingCalendar(
    int QuarterDays, AnnualDate AnnualDue, LocalTime DueTime, IReadOnlyList<Extension> Extensions)
{
    /// <summary>The last day on which a return for this period is in time, an extension included.</summary>
    public LocalDate DueOn(Period period) =>
        Extensions.LastOrDefault(extension => extension.Period == period)?.DueOn
        ?? (period.IsYear ? AnnualDue.InYear(period.Year + 1) : period.End.PlusDays(QuarterDays));

    /// <summary>The moment by which a return has to be submitted, an extension included.</summary>
    public Instant DueAt(Period period) => DueOn(period).At(DueTime).InZoneStrictly(DocumentDate.Zone).ToInstant();
}

public sealed record Extension(Period Period, LocalDate DueOn, string Reason);
