namespace Ledger.Domain.Measures;

/// <summary>Places by the printed value, the highest first: equal ones share the better place, the next is skipped (1, 2, 2, 4).</summary>
public static class Ranking
{
    /// <param name="printed">Only what has a value; what has none is not ranked.</param>
    public static IReadOnlyDictionary<string, Place> Of(IEnumerable<KeyValuePair<string, decimal>> printed)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var equals in printed.GroupBy(entry => entry.Value, entry => entry.Key).OrderByDescending(group => group.Key).ToList())
        {
            string[] sharing = [.. equals];
            var place = new Place(places.Count + 1, sharing.Length > 1);
            foreach (var key in sharing)
                places.Add(key, place);
        }

        return places;
    }
}

/// <param name="IsTied">並列: another has the same.</param>
public readonly record struct Place(int Rank, bool IsTied);
