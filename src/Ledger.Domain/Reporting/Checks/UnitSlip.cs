namespace Ledger.Domain.Reporting.Checks;

/// <summary>An amount a thousand times off the zone's last one was probably typed in 萬元, where 億元 is asked for.</summary>
internal static class UnitSlip
{
    /// <summary>Between the real changes of a year and the factor of 10,000 between the two units.</summary>
    private const decimal Factor = 1000m;

    public static IEnumerable<Finding> Run(CheckContext context) =>
        from stated in context.Stated
        where stated.Series.Places > 0 && stated.Value > 0
        let last = context.PastPeriods(stated.Series)
            .Select(period => (Period: period, Value: context.Past(stated.Series, period)!.Value))
            .LastOrDefault(past => past.Value > 0)
        where last.Value > 0 && (stated.Value >= last.Value * Factor || stated.Value * Factor <= last.Value)
        select Finding.Of("unit", CheckLevel.Warning, "unit-suspect", stated.Series, stated.Value, stated.Series.Unit, last.Period, last.Value);
}
