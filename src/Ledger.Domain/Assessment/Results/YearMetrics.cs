using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Assessment.Results;

/// <summary>A scheme's metrics of one year, read off the programme's figures.</summary>
/// <param name="baselineYear">Of the scheme.</param>
internal sealed class YearMetrics(ProgrammeDocument programme, Yardstick yardstick, GoodReturns returns, int year, int baselineYear)
{
    public Derivation Value(SchemeMetric metric, string zone) => ValueIn(Settled, metric, zone);

    /// <summary>The baseline year's value: what the operator entered, or, of a year that was reported, what was reported.</summary>
    public Derivation Baseline(SchemeMetric metric, string zone)
    {
        if (baselineYear != programme.BaselineYear)
            return ValueIn(Period.OfYear(baselineYear), metric, zone);
        return metric.Kind switch
        {
            MetricKind.Indicator => Together(metric, indicator => Start(indicator, zone)),
            MetricKind.Series => yardstick.Baseline(SeriesOf(metric), zone, isShare: false, Settled),
            MetricKind.YearOnYear => Reckoning.None(Formulas.Growth, Absence.Missing(Reasons.BaselineMissing, zone)),
            MetricKind.GoodReturns => Reckoning.NotApplicable(Formulas.Part),
            _ => throw new ArgumentOutOfRangeException(nameof(metric)),
        };
    }

    private Derivation ValueIn(Period period, SchemeMetric metric, string zone) => metric.Kind switch
    {
        MetricKind.Indicator => Together(metric, indicator => yardstick.Read(indicator.Code, zone, period)!.Value),
        MetricKind.Series => yardstick.ReadSeries(SeriesOf(metric), zone, period)!.Value,
        MetricKind.YearOnYear => yardstick.ReadSeries(SeriesOf(metric), zone, period)!.Growth,
        MetricKind.GoodReturns => returns.Of(zone),
        _ => throw new ArgumentOutOfRangeException(nameof(metric)),
    };

    /// <summary>What the baseline is compared with.</summary>
    private Period Settled => Period.OfYear(year);

    /// <summary>One indicator is itself; of several the sum.</summary>
    private Derivation Together(SchemeMetric metric, Func<Indicator, Derivation> read)
    {
        Input[] parts =
        [
            .. metric.Of
                .Select(id => programme.FindIndicator(id) ?? throw Unknown(metric, id))
                .Select(indicator => new Input(indicator.Code, read(indicator))),
        ];
        return parts.Length == 1 ? parts[0].Of : Reckoning.Sum(parts);
    }

    /// <summary>What is counted from the baseline year on began with nothing.</summary>
    private Derivation Start(Indicator indicator, string zone)
    {
        var subject = indicator.Measure.Numerator;
        return indicator.Measure.Kind switch
        {
            MeasureKind.Share => yardstick.Baseline(indicator.Code, zone, isShare: true, Settled),
            MeasureKind.Stock or MeasureKind.YearFlow => yardstick.Baseline(subject, zone, isShare: false, Settled),
            MeasureKind.NewSinceBaseline => Reckoning.Difference(
                Formulas.NewSinceBaseline,
                new("stock", yardstick.Baseline(subject, zone, isShare: false, Settled)), new("baseline", yardstick.Baseline(subject, zone, isShare: false, Settled))),
            MeasureKind.CumulativeFlow => Reckoning.Sum([]),
            _ => throw new ArgumentOutOfRangeException(nameof(indicator)),
        };
    }

    private string SeriesOf(SchemeMetric metric) =>
        programme.Series.FirstOrDefault(series => series.Id == metric.Of[0])?.Code ?? throw Unknown(metric, metric.Of[0]);

    private static ArgumentException Unknown(SchemeMetric metric, string id) =>
        new($"{metric.Id} is measured by {id}, which the programme does not have.", nameof(metric));
}
