using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>Places by score.</summary>
internal static class Places
{
    /// <summary>The place of each of the values, which come best first; equals share one.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<Rational> bestFirst, Ties ties)
    {
        var places = new int[bestFirst.Count];
        for (var index = 0; index < places.Length; index++)
        {
            places[index] = index == 0 ? 1
                : bestFirst[index] == bestFirst[index - 1] ? places[index - 1]
                : ties == Ties.Dense ? places[index - 1] + 1
                : index + 1;
        }

        return places;
    }

    /// <summary>Each contestant's place, the highest score first, and whether another shares it.</summary>
    public static IReadOnlyDictionary<TKey, Place> Of<TKey>(IEnumerable<(TKey Key, Rational Score)> contestants, Ties ties)
        where TKey : notnull
    {
        var order = contestants.OrderByDescending(contestant => contestant.Score).ToList();
        var places = Of([.. order.Select(contestant => contestant.Score)], ties);
        var shared = places.GroupBy(place => place).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return order.Zip(places).ToDictionary(
            pair => pair.First.Key, pair => new Place(pair.Second, shared.Contains(pair.Second)));
    }
}

/// <param name="IsTied">並列: another has the same place.</param>
public readonly record struct Place(int Number, bool IsTied);
