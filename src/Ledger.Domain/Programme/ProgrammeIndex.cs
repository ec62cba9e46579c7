using System.Collections.Concurrent;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>One document's parts by code. A code that is there twice, as in a faulty document, finds the first.</summary>
internal sealed class ProgrammeIndex(ProgrammeDocument document)
{
    private readonly Lazy<DocumentNode> tree = new(() => DocumentNode.Of(document));
    private readonly ConcurrentDictionary<LocalDate, IReadOnlyList<Zone>> zonesByDay = [];

    private readonly bool zonesNeverChanged =
        document.Successions.Count == 0 && document.Zones.All(zone => zone is { FormerNames.Count: 0, From: null, Until: null });

    public IReadOnlyDictionary<string, Zone> Zones { get; } = First(document.Zones, zone => zone.Code);

    /// <summary>Those there are on a day, as they are called then.</summary>
    public IReadOnlyList<Zone> ZonesOn(LocalDate day) => zonesNeverChanged
        ? document.Zones
        : zonesByDay.GetOrAdd(day, asked => [.. document.Zones.Where(zone => zone.ExistsOn(asked)).Select(zone => zone.NamedOn(asked))]);

    public IReadOnlyDictionary<string, Series> Series { get; } = First(document.Series, series => series.Code);

    public IReadOnlyDictionary<string, Indicator> Indicators { get; } =
        First(document.Indicators, indicator => indicator.Code, indicator => indicator.Id);

    public IReadOnlyDictionary<(string Zone, string Subject), Baseline> Baselines { get; } =
        First(document.Baselines, baseline => (baseline.Zone, baseline.Subject));

    public DocumentNode Tree => tree.Value;

    /// <summary>In the order in which the names were borne.</summary>
    public ILookup<string, Organisation> Organisations { get; } =
        document.Organisations.OrderBy(entry => entry.From).ToLookup(entry => entry.Code);

    public IReadOnlyList<Series> QuarterlySeries { get; } = [.. document.Series.Where(series => series.Quarterly != Demand.None)];

    public IReadOnlyList<Series> AnnualSeries { get; } = [.. document.Series.Where(series => series.Annual != Demand.None)];

    public IReadOnlyList<Period> Periods { get; } =
    [
        .. from year in Enumerable.Range(document.FirstYear, Math.Max(0, document.LastYear - document.FirstYear + 1))
           from period in new[]
           {
               Period.OfQuarter(year, 1), Period.OfQuarter(year, 2), Period.OfQuarter(year, 3), Period.OfQuarter(year, 4),
               Period.OfYear(year),
           }
           where document.Series.Any(series => series.DemandIn(period) != Demand.None)
           select period,
    ];

    private static Dictionary<TKey, TPart> First<TKey, TPart>(IEnumerable<TPart> parts, params Func<TPart, TKey>[] keys)
        where TKey : notnull
    {
        var found = new Dictionary<TKey, TPart>();
        foreach (var part in parts)
        {
            foreach (var key in keys)
                found.TryAdd(key(part), part);
        }

        return found;
    }
}
