using Ledger.Domain.Programme;

namespace Ledger.Domain.Reporting.Checks;

/// <summary>A year-on-year movement unlike the zone's own earlier ones of the same series.</summary>
/// <remarks>
/// Amounts move by a ratio, counts by a difference, which is defined from zero too. The robust z-score of Iglewicz and Hoaglin
/// (How to Detect and Handle Outliers, 1993): 0.6745·|x − median| ÷ MAD, and where more than half of the past is alike, so
/// that MAD is zero, |x − median| ÷ (1.253314 · mean deviation). A past without any variation has no score.
/// </remarks>
internal static class Outlier
{
    private static readonly Rational MedianScale = 0.6745m;
    private static readonly Rational MeanScale = 1.253314m;

    public static IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var (series, value) in context.Stated)
        {
            if (Movement(context, series, context.Period, value) is not { } movement
                || context.IsSmallMovement(series, value, context.Past(series, context.Period.YearBefore) ?? value))
            {
                continue;
            }

            Rational[] past =
            [
                .. context.PastPeriods(series)
                    .Select(period => Movement(context, series, period, context.Past(series, period)!.Value))
                    .OfType<Rational>(),
            ];
            if (past.Length >= context.Rules.MinHistory && Score(movement, past) is { } score && score > context.Rules.RobustZ)
            {
                yield return Finding.Of(
                    "outlier", CheckLevel.Warning, "outlier", series, value, score.Round(1), context.Rules.RobustZ, past.Length);
            }
        }
    }

    private static Rational? Movement(CheckContext context, Series series, Period period, decimal value)
    {
        if (context.Past(series, period.YearBefore) is not { } yearBefore)
            return null;
        if (series.Places == 0)
            return (Rational)value - yearBefore;
        return yearBefore > 0 ? (Rational)value / yearBefore : null;
    }

    private static Rational? Score(Rational value, Rational[] past)
    {
        var median = Median(past);
        var deviation = Absolute(value - median);
        Rational[] deviations = [.. past.Select(x => Absolute(x - median))];
        var mad = Median(deviations);
        if (!mad.IsZero)
            return MedianScale * deviation / mad;
        var mean = deviations.Aggregate(Rational.Zero, (sum, x) => sum + x) / deviations.Length;
        return mean.IsZero ? null : deviation / (MeanScale * mean);
    }

    private static Rational Median(Rational[] values)
    {
        Rational[] ordered = [.. values.Order()];
        var middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }

    private static Rational Absolute(Rational value) => value.Sign < 0 ? -value : value;
}
