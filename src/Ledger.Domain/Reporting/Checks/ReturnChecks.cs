using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Reporting.Checks;

/// <summary>Everything that is checked about a return: the same while it is typed, on submission and on acceptance.</summary>
public static class ReturnChecks
{
    /// <param name="candidate">The values as they stand or are being typed, by series code.</param>
    /// <param name="history">The zone's figures of other periods; withdrawn ones count for nothing.</param>
    /// <param name="registered">What the register counts for the zone and the period; null: it is not looked at.</param>
    public static IReadOnlyList<Finding> Run(
        ProgrammeDocument programme, string zone, Period period, IReadOnlyDictionary<string, decimal> candidate, FigureBook history,
        IReadOnlyList<RegisteredCount>? registered = null)
    {
        var context = new CheckContext(programme, zone, period, candidate, Comparable(programme, zone, period, history), registered ?? []);
        return
        [
            .. Completeness.Run(context),
            .. context.Stated.Select(stated => ValueCheck.Find(stated.Series, stated.Value)).OfType<Finding>(),
            .. Within.Run(context),
            .. AgainstThePeriodBefore.Run(context),
            .. AgainstTheFourthQuarter.Run(context),
            .. UnitSlip.Run(context),
            .. Jump.Run(context),
            .. Outlier.Run(context),
            .. AgainstTheRegister.Run(context),
        ];
    }

    /// <summary>Nothing from before the zone was merged or split: it was another zone then.</summary>
    private static FigureBook Comparable(ProgrammeDocument programme, string zone, Period period, FigureBook history) =>
        programme.BreakBetween(zone, LocalDate.MinIsoValue, period.End) is { } last
            ? new(history.All.Where(figure => figure.Period.End >= last.From))
            : history;

    public static IReadOnlyList<Finding> Run(
        ProgrammeDocument programme, ZoneReturn state, FigureBook history, IReadOnlyList<RegisteredCount>? registered = null) =>
        Run(programme, state.Zone, state.Period, state.Standing.ToDictionary(figure => figure.Series, figure => figure.Value), history, registered);
}
