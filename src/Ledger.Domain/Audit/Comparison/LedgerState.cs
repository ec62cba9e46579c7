using System.Collections.Immutable;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>What the ledger said at one moment: each aspect with its text; what is not there has none.</summary>
public sealed record LedgerState(ImmutableSortedDictionary<Aspect, string> Aspects)
{
    public static LedgerState Empty { get; } = new(ImmutableSortedDictionary.Create<Aspect, string>(Aspect.Order));

    public static LedgerState Of(IEnumerable<KeyValuePair<Aspect, string>> aspects) => new(aspects.ToImmutableSortedDictionary(Aspect.Order));

    /// <summary>All that the events of some streams say, up to a position.</summary>
    public static LedgerState Of(IEnumerable<StreamHistory> streams, long position) =>
        Of(streams.SelectMany(stream => StreamAspects.Of(stream, position)));

    /// <summary>What is otherwise in the other, in the order of the aspects.</summary>
    public IReadOnlyList<AspectChange> To(LedgerState other) =>
    [
        .. Aspects.Keys.Union(other.Aspects.Keys).Order(Aspect.Order)
            .Select(aspect => new AspectChange(aspect, Aspects.GetValueOrDefault(aspect), other.Aspects.GetValueOrDefault(aspect)))
            .Where(change => change.Before != change.After),
    ];

    public LedgerState With(IEnumerable<AspectChange> changes) => new(changes.Aggregate(
        Aspects, (aspects, change) => change.After is { } after ? aspects.SetItem(change.Aspect, after) : aspects.Remove(change.Aspect)));

    public bool Equals(LedgerState? other) => other is not null && Aspects.SequenceEqual(other.Aspects);

    public override int GetHashCode() => Aspects.Count;
}

/// <param name="Before">Null: it was not there.</param>
/// <param name="After">Null: it is there no longer.</param>
public sealed record AspectChange(Aspect Aspect, string? Before, string? After);

/// <summary>The events of one stream in its order.</summary>
public sealed record StreamHistory(string Id, IReadOnlyList<Recorded<object>> Events);
