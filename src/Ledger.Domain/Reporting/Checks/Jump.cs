
namespace Ledger.Domain.Reporting.Checks;

/// <summary>A change on the same period of the year before, either way, beyond what the programme lets pass.</summary>
internal static class Jump
{
    public static IEnumerable<Finding> Run(CheckContext context) =>
        from stated in context.Stated
        let before = context.Period.YearBefore
        let past = context.Past(stated.Series, before) ?? 0
        where past > 0 && !context.IsSmallMovement(stated.Series, stated.Value, past)
        let change = (((Rational)stated.Value / past) - 1) * 100
        where change > context.Rules.JumpPercent || change < -context.Rules.JumpPercent
        select Finding.Of(
            "jump", CheckLevel.Warning, "year-on-year-jump", stated.Series,
            stated.Value, before, past, change.Round(1), context.Rules.JumpPercent);
}
