using System.Collections.Immutable;
using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>What was so from which day on, in the order of the days. A later word on the same day replaces the earlier one.</summary>
public sealed record Timeline<T>(ImmutableList<Since<T>> Entries)
{
    public static Timeline<T> Empty { get; } = new(ImmutableList<Since<T>>.Empty);

    public bool IsEmpty => Entries.IsEmpty;

    public T First => Entries[0].Value;

    public Timeline<T> From(LocalDate day, T value) => new(
        [.. Entries.Where(entry => entry.From < day), new Since<T>(day, value), .. Entries.Where(entry => entry.From > day)]);

    /// <summary>Whether the day is not before the first.</summary>
    public bool Covers(LocalDate day) => !IsEmpty && Entries[0].From <= day;

    /// <returns>Default before the first day.</returns>
    public T? At(LocalDate day) => Entries.FindLast(entry => entry.From <= day) is { } entry ? entry.Value : default;

    public bool Equals(Timeline<T>? other) => other is not null && Entries.SequenceEqual(other.Entries);

    public override int GetHashCode() => Entries.Count;
}

public sealed record Since<T>(LocalDate From, T Value);
