namespace Ledger.Domain.Reporting.Checks;

/// <summary>A part does not exceed its whole: S02 ≤ S01, S04 ≤ S03.</summary>
internal static class Within
{
    public static IEnumerable<Finding> Run(CheckContext context) =>
        from stated in context.Stated
        where stated.Series.Within is not null && context.Candidate.ContainsKey(stated.Series.Within)
        let whole = context.Programme.Series.Single(series => series.Code == stated.Series.Within)
        let of = context.Candidate[whole.Code]
        where stated.Value > of
        select Finding.Of("within", CheckLevel.Error, "exceeds-whole", stated.Series, stated.Value, whole.Name, of);
}
