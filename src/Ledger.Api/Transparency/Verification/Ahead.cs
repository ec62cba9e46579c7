using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Ledger.Api.Transparency.Verification;

/// <summary>Reads ahead: while a batch is worked on, the next ones come in.</summary>
internal static class Ahead
{
    /// <summary>How many batches wait at most. Whoever reuses a batch's memory has to leave so many, and two more, untouched.</summary>
    public const int Batches = 8;

    /// <summary>Each batch as it came in.</summary>
    public static async IAsyncEnumerable<T> ReadAheadAsync<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (batch, _) in source.ReadAheadAsync(_ => true, cancellation))
            yield return batch;
    }

    /// <summary>Each batch in its turn, with what can be found out of it alone: that is done for those that wait, a core each.</summary>
    public static async IAsyncEnumerable<(T Batch, TResult Result)> ReadAheadAsync<T, TResult>(
        this IAsyncEnumerable<T> source, Func<T, TResult> work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var channel = Channel.CreateBounded<(T Batch, Task<TResult> Work)>(new BoundedChannelOptions(Batches) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(async () =>
        {
            try
            {
                await foreach (var batch in source.WithCancellation(stop.Token))
                    await channel.Writer.WriteAsync((batch, Task.Run(() => work(batch), CancellationToken.None)), stop.Token);
                channel.Writer.Complete();
            }
            catch (Exception exception)
            {
                channel.Writer.Complete(exception);
            }
        }, CancellationToken.None);
        try
        {
            await foreach (var (batch, worked) in channel.Reader.ReadAllAsync(cancellation))
                yield return (batch, await worked);
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }
}
