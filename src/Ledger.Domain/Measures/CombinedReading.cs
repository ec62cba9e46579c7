using Ledger.Domain.Programme;

namespace Ledger.Domain.Measures;

/// <summary>Several indicators together, against the part of the zone in the sum of their targets (Q11+Q12+Q13).</summary>
internal sealed class CombinedReading(Yardstick yardstick, CombinedTarget combined, string zone, Period period)
{
    private readonly Indicator[] indicators =
        [.. combined.Indicators.Select(code => yardstick.Programme.FindIndicator(code)).OfType<Indicator>()];

    public Reading Read()
    {
        var parts = indicators.Select(indicator => (indicator.Code, Reading: new IndicatorReading(yardstick, indicator, zone, period).Read())).ToList();
        var kinds = indicators.Select(indicator => indicator.Trajectory.Kind).Distinct().ToList();
        // Paths of different shapes, or from baselines of their own, do not add up to one.
        if (kinds is not [TrajectoryKind.LinearFromZero or TrajectoryKind.EachYear or TrajectoryKind.Step])
            return TargetReading.None(combined.Code, zone, period, Reasons.NotApplicable);
        var value = Reckoning.Sum([.. parts.Select(part => new Input(part.Code, part.Reading.Value))]);
        var settled = parts[0].Reading.Settled;
        var course = new Course(yardstick, kinds[0], isYearFlow: false, Goal(), Reckoning.NotApplicable(Formulas.Constant), rate: null, settled);
        return TargetReading.Of(combined.Code, zone, period, settled, value, course, kinds[0], isYearFlow: false);
    }

    private Derivation Goal() => zone == Zone.League
        ? Reckoning.Sum([.. indicators.Select(indicator => new Input(indicator.Code, yardstick.Constants.Target(indicator)))])
        : yardstick.Constants.Allocation(combined, yardstick.Programme.MembersOn(zone, period.End));
}
