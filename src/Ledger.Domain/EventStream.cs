namespace Ledger.Domain;

/// <summary>One history: its name, the state before its first event, and how an event changes the state.</summary>
/// <param name="Id">Readable, such as <c>return/XLHT/2023-Q3</c>. Part of the storage contract.</param>
/// <param name="Evolve">Total: every event of the stream is folded, none is refused, no clock is read.</param>
public sealed record EventStream<TState, TEvent>(
    string Id,
    TState Initial,
    Func<TState, Recorded<TEvent>, TState> Evolve)
    where TEvent : notnull
{
    public TState Fold(IEnumerable<Recorded<TEvent>> history) => history.Aggregate(Initial, Evolve);
}
