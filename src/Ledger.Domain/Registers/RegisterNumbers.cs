using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>What the register counts for the series of a quarter's returns, from the institutions alone.</summary>
/// <remarks>The same as the read model counts; this is for whoever has the events and no database.</remarks>
public static class RegisterNumbers
{
    /// <summary>By zone and series. A series of which the register knows no institution of one of its kinds in the zone is not there.</summary>
    public static IReadOnlyDictionary<(string Zone, string Series), long> Of(
        ProgrammeDocument programme, Period period, IReadOnlyCollection<InstitutionSpans> institutions)
    {
        var known = institutions.SelectMany(spans => spans.Standings).Select(standing => (standing.Zone, standing.Kind)).ToHashSet();
        return (
            from counting in SeriesCounting.Of(programme, period)
            let byZone = ZonesOf(counting, period, institutions)
            from zone in programme.ZonesIn(period)
            where counting.Kinds.All(kind => known.Contains((zone.Code, kind.Kind)))
            select (Key: (zone.Code, counting.Series.Code), Count: byZone.GetValueOrDefault(zone.Code)))
            .ToDictionary(entry => entry.Key, entry => (long)entry.Count);
    }

    private static Dictionary<string, int> ZonesOf(SeriesCounting counting, Period period, IReadOnlyCollection<InstitutionSpans> institutions) =>
        (counting.Mode == RegisterMode.StockAtEnd
            ? institutions.SelectMany(spans => spans.Standings
                .Where(standing => standing.From <= period.End && (standing.To is not { } to || to > period.End) && Counts(counting, standing.Kind, standing.Level))
                .Select(standing => standing.Zone).Distinct())
            : institutions.Select(spans => FirstIn(counting, period, spans)).OfType<string>())
        .CountBy(zone => zone).ToDictionary();

    /// <summary>The zone where it was first recognised, if that was in the year up to the period's end.</summary>
    private static string? FirstIn(SeriesCounting counting, Period period, InstitutionSpans spans) =>
        spans.Firsts.Where(first => Counts(counting, first.Kind, first.Level)).MinBy(first => first.Day) is { } earliest
        && earliest.Day >= new LocalDate(period.Year, 1, 1) && earliest.Day <= period.End
            ? earliest.Zone
            : null;

    private static bool Counts(SeriesCounting counting, string kind, string? level) =>
        counting.Kinds.Any(counted => counted.Kind == kind && counted.Levels.Contains(level ?? ""));
}
