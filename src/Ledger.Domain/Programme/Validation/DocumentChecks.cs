namespace Ledger.Domain.Programme.Validation;

internal static class DocumentChecks
{
    public const int EarliestYear = 1990;

    public const int LatestYear = 2100;

    /// <summary>The span that a programme can reasonably have; the plan's is five years.</summary>
    private const int LongestSpan = 20;

    public static IEnumerable<Fault> Of(ProgrammeDocument document) => new[]
    {
        document.Id == ProgrammeHistory.Id ? null : Fault.At("/id", "programme-other", document.Id, ProgrammeHistory.Id),
        Codes.Between("/firstYear", document.FirstYear, EarliestYear, LatestYear),
        Codes.Between("/lastYear", document.LastYear, document.FirstYear, Math.Min(LatestYear, (long)document.FirstYear + LongestSpan)),
        Codes.Between("/baselineYear", document.BaselineYear, EarliestYear - 1, (long)document.FirstYear - 1),
        Codes.Filled("/zones", document.Zones),
        Codes.Filled("/series", document.Series),
        Codes.Filled("/indicators", document.Indicators),
    }.OfType<Fault>();
}
