using Ledger.Domain.Transparency;
using Npgsql;

namespace Ledger.Api.Transparency;

/// <summary>The tree over how far each stream has come. It is kept in memory and follows the entries.</summary>
/// <remarks>
/// To move on it reads the heads of the streams that went on since, by position; a root then costs some twenty hashes for each of those.
/// Asked for the first time, or for a size that it has passed, it reads the head of every stream, in one question.
/// </remarks>
public sealed class StreamHeads(NpgsqlDataSource database) : IDisposable
{
    private readonly SemaphoreSlim following = new(1);
    private readonly StreamTree tree = new();
    private long covered;

    public Task<byte[]> RootAsync(long size, CancellationToken cancellation) => AskAsync(size, at => at.Root(), cancellation);

    /// <summary>How far a stream had come when the log was so large, with the proof of it.</summary>
    public Task<StreamProof> ProveAsync(string stream, long size, CancellationToken cancellation) =>
        AskAsync(size, at => at.Prove(stream), cancellation);

    public void Dispose() => following.Dispose();

    private async Task<T> AskAsync<T>(long size, Func<StreamTree, T> ask, CancellationToken cancellation)
    {
        await following.WaitAsync(cancellation);
        try
        {
            if (size >= covered)
            {
                await FollowAsync(tree, covered, size, cancellation);
                covered = size;
                return ask(tree);
            }
        }
        finally
        {
            following.Release();
        }

        var past = new StreamTree();
        await FollowAsync(past, 0, size, cancellation);
        return ask(past);
    }

    // Versions of a stream follow each other in the order of positions, so the last one of a stretch has the largest of both.
    private async Task FollowAsync(StreamTree follower, long from, long size, CancellationToken cancellation)
    {
        if (from == size)
            return;
        await using var command = database.CreateCommand("""
            select stream_id, max(version), max(position) from ledger.ledger_entry where position >= $1 and position < $2 group by stream_id
            """);
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(size);
        var heads = new List<StreamHead>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            heads.Add(new(row.GetString(0), row.GetInt64(1), row.GetInt64(2)));
        foreach (var head in heads)
            follower.Set(head);
    }
}
