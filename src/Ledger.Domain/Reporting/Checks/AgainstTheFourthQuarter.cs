namespace Ledger.Domain.Reporting.Checks;

/// <summary>The annual return covers what the fourth quarter's covered; where the two differ, the annual one says why.</summary>
internal static class AgainstTheFourthQuarter
{
    public static IEnumerable<Finding> Run(CheckContext context)
    {
        if (context.Period.IsQuarter)
            return [];
        var quarter = Period.OfQuarter(context.Period.Year, 4);
        return
            from stated in context.Stated
            let past = context.Past(stated.Series, quarter)
            where past is not null && past != stated.Value
            select Finding.Of("annual", CheckLevel.Warning, "annual-differs", stated.Series, stated.Value, quarter, past);
    }
}
