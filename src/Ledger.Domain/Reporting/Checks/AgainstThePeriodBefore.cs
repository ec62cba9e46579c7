using Ledger.Domain.Programme;

namespace Ledger.Domain.Reporting.Checks;

/// <summary>A quarter against the one before it.</summary>
/// <remarks>
/// Flows are stated year to date, so within a year they do not fall. A count that falls is wrong, here or in
/// the quarter before, which then needs its correction first; an amount may fall where returned goods were booked, and that
/// is explained. A stock may fall, as certificates expire; that is explained too.
/// </remarks>
internal static class AgainstThePeriodBefore
{
    public static IEnumerable<Finding> Run(CheckContext context)
    {
        if (context.Period.IsYear)
            yield break;
        foreach (var (series, value) in context.Stated)
        {
            if (Before(context.Period, series.Kind) is not { } before || context.Past(series, before) is not { } past || value >= past)
                continue;
            yield return series.Kind switch
            {
                SeriesKind.Stock => Finding.Of("stock", CheckLevel.Warning, "stock-fell", series, value, before, past),
                SeriesKind.Flow => Finding.Of(
                    "ytd", series.Places == 0 ? CheckLevel.Error : CheckLevel.Warning, "ytd-fell", series, value, before, past),
                _ => throw new InvalidOperationException($"{series.Kind} is not compared with the period before."),
            };
        }
    }

    private static Period? Before(Period quarter, SeriesKind kind) => (quarter.Quarter, kind) switch
    {
        (> 1, _) => Period.OfQuarter(quarter.Year, quarter.Quarter - 1),
        (1, SeriesKind.Stock) => Period.OfQuarter(quarter.Year - 1, 4),
        _ => null,
    };
}
