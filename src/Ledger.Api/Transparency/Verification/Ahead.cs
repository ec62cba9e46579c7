using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Ledger.Api.Transparency.Verification;

/// <summary>Reads ahead: while a batch is worked on, the next ones come in.</summary>
internal static class Ahead
{
    /// <summary>How many batches wait at most. Whoever reuses a batch's memory has to leave so many, and two more, untouched.</summary>
    public const int Batches = 2;

    public static async IAsyncEnumerable<T> ReadAheadAsync<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(Batches) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(async () =>
        {
            try
            {
                await foreach (var batch in source.WithCancellation(stop.Token))
                    await channel.Writer.WriteAsync(batch, stop.Token);
                channel.Writer.Complete();
            }
            catch (Exception exception)
            {
                channel.Writer.Complete(exception);
            }
        }, CancellationToken.None);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(cancellation))
                yield return batch;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }
}
