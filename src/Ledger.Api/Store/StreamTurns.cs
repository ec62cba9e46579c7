namespace Ledger.Api.Store;

/// <summary>Writers of one stream in this program take turns, so that they do not decide only to lose the race.</summary>
/// <remarks>A courtesy, not a safeguard: between programs, and at last, the stream's version in the database decides.</remarks>
internal sealed class StreamTurns : IDisposable
{
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> TakeAsync(IEnumerable<string> streams, CancellationToken cancellation)
    {
        // Always in the order of the lanes, so that two who want the same ones never wait for each other.
        var turn = new Turn([]);
        foreach (var lane in streams.Select(LaneOf).Distinct().Order())
        {
            try
            {
                await lanes[lane].WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                turn.Dispose();
                throw;
            }

            turn.Taken.Add(lanes[lane]);
        }

        return turn;
    }

    public void Dispose()
    {
        foreach (var lane in lanes)
            lane.Dispose();
    }

    private int LaneOf(string stream) => string.GetHashCode(stream, StringComparison.Ordinal) & (lanes.Length - 1);

    private sealed record Turn(List<SemaphoreSlim> Taken) : IDisposable
    {
        public void Dispose() => Taken.ForEach(lane => lane.Release());
    }
}
