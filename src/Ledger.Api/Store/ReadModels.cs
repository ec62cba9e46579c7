using System.Diagnostics;
using JasperFx.Events;
using Marten;
using Marten.Events.Daemon.Coordination;
using Npgsql;

namespace Ledger.Api.Store;

/// <summary>How far the read models have come. A reader of one waits here first, so that it never answers from the past unasked.</summary>
public sealed class ReadModels(NpgsqlDataSource database, IDocumentStore store, IProjectionCoordinator? coordinator = null)
{
    /// <summary>How long a question waits for a read model before it is told to come again.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly string[] shards =
    [
        .. ((DocumentStore)store).Options.Projections.AllShards()
            .Where(shard => shard.Role == ShardRole.Projection)
            .Select(shard => shard.Name.Identity),
    ];

    /// <summary>Returns once every read model has seen everything at or below the position.</summary>
    /// <exception cref="ProjectionBehindException">They had not after <see cref="Patience"/>.</exception>
    public async Task ReachAsync(long position, CancellationToken cancellation)
    {
        if (shards.Length == 0 || position < 0)
            return;

        var waited = Stopwatch.StartNew();
        while (!await HasReachedAsync(position, cancellation))
        {
            if (waited.Elapsed > Patience)
                throw new ProjectionBehindException(position);
            await Task.Delay(Pause, cancellation);
        }
    }

    // The daemon goes by seq_id, which across streams need not be the order of positions: hence seq_through, the largest
    // at or below the position. The daemon never steps over a seq_id that an open transaction may still commit.
    public async Task<bool> HasReachedAsync(long position, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select coalesce((select min(last_seq_id) from ledger.mt_event_progression where name = any($1) having count(*) = $2), 0)
                >= (select seq_through from ledger.ledger_entry where position = $3)
            """);
        command.Parameters.AddWithValue(shards);
        command.Parameters.AddWithValue((long)shards.Length);
        command.Parameters.AddWithValue(position);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>What has stopped a read model that this program keeps; null while all of them go on.</summary>
    /// <remarks>A stopped one is tried again every few seconds, and goes on by itself once its cause is gone.</remarks>
    public StoppedReadModel? FindStopped() => coordinator?.DaemonForMainDatabase().Tracker.CurrentStates()
        .Where(state => shards.Contains(state.ShardName) && state.Exception is not null)
        .OrderBy(state => state.ShardName, StringComparer.Ordinal)
        .Select(state => new StoppedReadModel(state.ShardName, state.Sequence, state.Exception!))
        .FirstOrDefault();
}

/// <param name="Name">Such as <c>facts:All</c>.</param>
/// <param name="After">The <c>seq_id</c> of the last event that it holds.</param>
public sealed record StoppedReadModel(string Name, long After, Exception Cause)
{
    public override string ToString() => $"{Name} has stopped after seq_id {After}: {string.Join(" ← ", Reasons())}";

    private IEnumerable<string> Reasons()
    {
        for (var cause = Cause; cause is not null; cause = cause.InnerException)
            yield return cause.Message;
    }
}

/// <summary>A read model has not caught up in time; asking again later is right (503, <c>projection-behind</c>).</summary>
public sealed class ProjectionBehindException(long position)
    : Exception($"A read model has not reached position {position} in time.")
{
    public long Position { get; } = position;
}
