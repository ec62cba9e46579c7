using Ledger.Domain.Programme;

namespace Ledger.Domain.Measures;

/// <summary>One indicator, as its measure and its trajectory in the programme say.</summary>
internal sealed class IndicatorReading(Yardstick yardstick, Indicator indicator, string zone, Period period)
{
    private readonly ProgrammeDocument programme = yardstick.Programme;
    private readonly Series numerator = yardstick.Programme.FindSeries(indicator.Measure.Numerator)!;

    public Reading Read()
    {
        // Of what is settled once a year a quarter shows the year before.
        var isYearly = period.IsQuarter && programme.IsAnnual(indicator);
        var settled = isYearly ? Period.OfYear(period.Year - 1) : period;
        if (isYearly && settled.Year < programme.FirstYear)
            return TargetReading.None(indicator.Code, zone, period, Reasons.AnnualOnly);
        var course = new Course(
            yardstick, indicator.Trajectory.Kind, IsYearFlow, Goal(), Start(settled),
            indicator.Trajectory.Rate is null ? null : yardstick.Constants.Rate(indicator), settled);
        return TargetReading.Of(indicator.Code, zone, period, settled, Value(settled), course, indicator.Trajectory.Kind, IsYearFlow);
    }

    private bool IsShare => indicator.Measure.Kind == MeasureKind.Share;

    private bool IsYearFlow => indicator.Measure.Kind == MeasureKind.YearFlow;

    private Derivation Value(Period settled) => indicator.Measure.Kind switch
    {
        MeasureKind.Share => Reckoning.Percent(
            Formulas.Share,
            new("numerator", yardstick.Value(numerator, zone, settled)),
            new("denominator", yardstick.Value(programme.FindSeries(indicator.Measure.Denominator!)!, zone, settled))),
        MeasureKind.Stock or MeasureKind.YearFlow => yardstick.Value(numerator, zone, settled),
        MeasureKind.NewSinceBaseline => Reckoning.Difference(
            Formulas.NewSinceBaseline, new("stock", yardstick.Value(numerator, zone, settled)), new("baseline", yardstick.Stock(numerator.Code, zone, settled))),
        MeasureKind.CumulativeFlow => yardstick.Cumulative(numerator, zone, settled),
        _ => throw new InvalidOperationException($"{indicator.Measure.Kind} is not measured."),
    };

    private Derivation Goal()
    {
        if (zone == Zone.League || indicator.Level == TargetLevel.ZoneAndLeague)
            return yardstick.Constants.Target(indicator);
        return indicator.Allocation is null
            ? Reckoning.NotApplicable(Formulas.Constant, Reasons.CombinedTarget)
            : yardstick.Constants.Allocation(indicator, programme.MembersOn(zone, period.End));
    }

    private Derivation Start(Period settled) => indicator.Trajectory.Kind is TrajectoryKind.LinearFromBaseline or TrajectoryKind.Growth
        ? yardstick.Baseline(IsShare ? indicator.Code : numerator.Code, zone, IsShare, settled)
        : Reckoning.NotApplicable(Formulas.Constant);
}
