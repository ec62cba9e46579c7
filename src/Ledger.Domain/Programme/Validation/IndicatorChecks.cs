namespace Ledger.Domain.Programme.Validation;

internal static class IndicatorChecks
{
    /// <summary>Beyond any count of the plan; sums of so many still fit exactly.</summary>
    public const decimal LargestTarget = 1_000_000_000_000m;

    public static IEnumerable<Fault> Of(ProgrammeDocument document)
    {
        var series = document.Series.DistinctBy(entry => entry.Code).ToDictionary(entry => entry.Code);
        return Codes.Duplicates("/indicators", "code", document.Indicators.Select(indicator => indicator.Code))
            .Concat(Codes.Duplicates("/indicators", "id", document.Indicators.Select(indicator => indicator.Id)))
            .Concat(document.Indicators.SelectMany((indicator, index) => Of(indicator, $"/indicators/{index}", series)).OfType<Fault>());
    }

    private static IEnumerable<Fault?> Of(Indicator indicator, string at, Dictionary<string, Series> series) =>
    [
        Codes.Small($"{at}/code", indicator.Code),
        Codes.Between($"{at}/places", indicator.Places, 0, SeriesChecks.MostPlaces),
        .. OfTarget(indicator.Target, at),
        .. OfMeasure(indicator.Measure, $"{at}/measure", series),
        .. OfTrajectory(indicator, $"{at}/trajectory"),
    ];

    private static IEnumerable<Fault?> OfTarget(Target target, string at)
    {
        if (target.Value is <= 0 or > LargestTarget)
            yield return Fault.At($"{at}/target/value", "target-impossible", target.Value);
        if (target.Comparator == Comparator.Range && !(target.Upper > target.Value))
            yield return Fault.At($"{at}/target/upper", "range-not-ascending", target.Value);
        if (target.Comparator != Comparator.Range && target.Upper is { } upper)
            yield return Fault.At($"{at}/target/upper", "upper-unexpected", upper);
    }

    private static IEnumerable<Fault?> OfMeasure(Measure measure, string at, Dictionary<string, Series> series)
    {
        if (!series.TryGetValue(measure.Numerator, out var numerator))
            yield return Fault.At($"{at}/numerator", "code-unknown", measure.Numerator);
        else if (KindOf(measure.Kind) is { } kind && numerator.Kind != kind)
            yield return Fault.At($"{at}/numerator", "series-unlike-measure", numerator.Code);

        if (measure.Kind == MeasureKind.Share && measure.Denominator is null)
            yield return Fault.At($"{at}/denominator", "denominator-missing");
        else if (measure.Kind != MeasureKind.Share && measure.Denominator is { } unexpected)
            yield return Fault.At($"{at}/denominator", "denominator-unexpected", unexpected);
        else if (measure.Denominator is { } code && !series.ContainsKey(code))
            yield return Fault.At($"{at}/denominator", "code-unknown", code);
    }

    private static IEnumerable<Fault?> OfTrajectory(Indicator indicator, string at)
    {
        var (kind, rate) = indicator.Trajectory;
        if (kind == TrajectoryKind.Growth && rate is null)
            yield return Fault.At($"{at}/rate", "rate-missing");
        else if (kind != TrajectoryKind.Growth && rate is { } unexpected)
            yield return Fault.At($"{at}/rate", "rate-unexpected", unexpected);
        else if (rate is { } growth && growth != indicator.Target.Value / 100)
            yield return Fault.At($"{at}/rate", "rate-unlike-target", growth, indicator.Target.Value);

        var period = indicator.Target.Period;
        if ((kind == TrajectoryKind.Growth) != (period == PeriodSemantics.AverageGrowth)
            || (kind == TrajectoryKind.EachYear) != (period == PeriodSemantics.EachYear))
        {
            yield return Fault.At($"{at}/kind", "trajectory-unlike-target");
        }
    }

    /// <summary>The kind of series that can be measured so; null: any.</summary>
    private static SeriesKind? KindOf(MeasureKind kind) => kind switch
    {
        MeasureKind.Stock or MeasureKind.NewSinceBaseline => SeriesKind.Stock,
        MeasureKind.YearFlow or MeasureKind.CumulativeFlow => SeriesKind.Flow,
        MeasureKind.Share => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
