using Ledger.Domain;

namespace Ledger.Api.Store;

/// <summary>An event to append.</summary>
/// <param name="Rests">Whether it rests on the decision that the write names, if it names one.</param>
internal readonly record struct Saying(object Event, bool Rests)
{
    public static IReadOnlyList<Saying> Of<TEvent>(Decision<TEvent> decision)
        where TEvent : notnull =>
        [.. decision.Events.Select(one => new Saying(one, decision.Rests(one)))];

    /// <summary>Where the whole act rests on it.</summary>
    public static IReadOnlyList<Saying> All<TEvent>(IReadOnlyList<TEvent> events)
        where TEvent : notnull =>
        [.. events.Select(one => new Saying(one, Rests: true))];
}
