using NodaTime;

namespace Ledger.Domain.Assessment;

/// <summary>Monday to Friday. Public holidays are not known here, so a period of working days never ends later than it should (AS-15).</summary>
public static class WorkingDays
{
    /// <summary>The day on which so many working days after a day have gone by.</summary>
    /// <param name="days">Not negative; 0 is the day itself.</param>
    public static LocalDate After(LocalDate day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        for (var left = days; left > 0;)
        {
            day = day.PlusDays(1);
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                left--;
        }

        return day;
    }
}
