using System.Collections.Concurrent;

namespace Ledger.Api.Store;

/// <summary>Streams as they stood when last read. History does not change, so what is remembered is never wrong, at most old.</summary>
internal sealed class StreamMemory
{
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, object> states = new(StringComparer.Ordinal);

    public StreamState<TState>? Find<TState>(string streamId) => states.GetValueOrDefault(streamId) as StreamState<TState>;

    public void Keep<TState>(string streamId, StreamState<TState> state)
    {
        if (states.Count >= Most)
            states.Clear();
        states[streamId] = state;
    }
}
