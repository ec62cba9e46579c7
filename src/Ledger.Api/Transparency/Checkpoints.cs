using Ledger.Api.Store;
using Ledger.Domain.Transparency;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Transparency;

/// <summary>The checkpoints of the log: each is signed once, kept for good, and consistent with all before it.</summary>
public sealed class Checkpoints(NpgsqlDataSource database, LogTree tree, StreamHeads streams, LogKeys keys)
{
    private const string Select = "select size, root, note, made_at from ledger.log_checkpoint";

    /// <summary>The checkpoint of all that is in the ledger now, made if there is none; the last one made, where the key to sign is not here.</summary>
    /// <returns>Null when none was ever made and none can be.</returns>
    /// <exception cref="LogContradictionException">The ledger is no longer what was signed before; nothing is signed then.</exception>
    public async Task<StoredCheckpoint?> NowAsync(CancellationToken cancellation)
    {
        var latest = await LatestAsync(cancellation);
        if (latest is not null && latest.Size == await HeadAsync(cancellation))
            return latest;
        await keys.EnsureAsync(cancellation);
        return (await keys.SignersAsync(cancellation)).Count == 0 ? latest : await MakeAsync(cancellation);
    }

    public Task<StoredCheckpoint?> LatestAsync(CancellationToken cancellation) => FindAsync("order by size desc limit 1", [], cancellation);

    public Task<StoredCheckpoint?> AtAsync(long size, CancellationToken cancellation) => FindAsync("where size = $1", [size], cancellation);

    /// <summary>The newest of those before a size; null when none is.</summary>
    public Task<StoredCheckpoint?> BeforeAsync(long size, CancellationToken cancellation) =>
        FindAsync("where size < $1 order by size desc limit 1", [size], cancellation);

    /// <summary>Those of a size from one to another, both included, by size.</summary>
    public async Task<IReadOnlyList<StoredCheckpoint>> BetweenAsync(long from, long to, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{Select} where size between $1 and $2 order by size");
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(to);
        var checkpoints = new List<StoredCheckpoint>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            checkpoints.Add(Read(row));
        return checkpoints;
    }

    /// <summary>How many entries there are.</summary>
    public async Task<long> HeadAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select coalesce(max(position), -1) + 1 from ledger.ledger_entry");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Whether the entries are still those that the last checkpoint was signed for.</summary>
    /// <returns>Null when they are, or none was signed.</returns>
    public async Task<LogContradictionException?> FindContradictionAsync(CancellationToken cancellation)
    {
        if (await LatestAsync(cancellation) is not { } latest)
            return null;
        var head = await HeadAsync(cancellation);
        return head >= latest.Size && (await tree.RootAsync(latest.Size, cancellation)).AsSpan().SequenceEqual(latest.Root)
            ? null
            : new LogContradictionException(latest.Size, head);
    }

    private async Task<StoredCheckpoint?> MakeAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var alone = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection))
        {
            alone.Parameters.AddWithValue(AdvisoryLocks.Checkpoints);
            await alone.ExecuteNonQueryAsync(cancellation);
        }

        // In this order: keys that are read after the head include any whose adoption it counts.
        var latest = await LatestAsync(cancellation);
        var size = await HeadAsync(cancellation);
        var signers = await keys.SignersAsync(cancellation);
        if (latest?.Size == size || signers.Count == 0)
            return latest;

        var checkpoint = new Checkpoint(
            signers[0].Key.Name, size, await tree.RootAsync(size, cancellation), await streams.RootAsync(size, cancellation));
        if (latest is not null)
            await CheckAsync(latest, checkpoint, cancellation);
        var note = new SignedNote(checkpoint.Text, [.. signers.Select(signer => signer.Under(checkpoint.Text))]);
        await using var insert = new NpgsqlCommand(
            "insert into ledger.log_checkpoint (size, root, note) values ($1, $2, $3) returning made_at", connection);
        insert.Parameters.AddWithValue(size);
        insert.Parameters.AddWithValue(checkpoint.Root);
        insert.Parameters.AddWithValue(note.ToString());
        Instant madeAt;
        await using (var row = await insert.ExecuteReaderAsync(cancellation))
        {
            await row.ReadAsync(cancellation);
            madeAt = row.GetFieldValue<Instant>(0);
        }

        await transaction.CommitAsync(cancellation);
        await keys.RetireAsync(size, cancellation);
        return new StoredCheckpoint(size, checkpoint.Root, note, madeAt);
    }

    private async Task CheckAsync(StoredCheckpoint before, Checkpoint now, CancellationToken cancellation)
    {
        var verdict = before.Size > now.Size
            ? ProofVerdict.SizesImpossible
            : ConsistencyProof.Verify(
                before.Size, before.Root, now.Size, now.Root, await tree.ProveConsistencyAsync(before.Size, now.Size, cancellation));
        if (verdict != ProofVerdict.Holds)
            throw new LogContradictionException(before.Size, now.Size);
    }

    private async Task<StoredCheckpoint?> FindAsync(string which, object[] parameters, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{Select} {which}");
        foreach (var parameter in parameters)
            command.Parameters.AddWithValue(parameter);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Read(row) : null;
    }

    private static StoredCheckpoint Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetFieldValue<byte[]>(1),
        SignedNote.TryParse(row.GetString(2), out var note) ? note : throw new InvalidOperationException($"The checkpoint of size {row.GetInt64(0)} cannot be read."),
        row.GetFieldValue<Instant>(3));
}

/// <param name="Note">With the log's own signatures alone.</param>
public sealed record StoredCheckpoint(long Size, byte[] Root, SignedNote Note, Instant MadeAt);

/// <summary>What is in the ledger disagrees with a checkpoint that was signed: its history was changed, and nothing more is signed.</summary>
public sealed class LogContradictionException(long signed, long size)
    : Exception($"The ledger of {size} entries is not the one whose first {signed} were signed: its history was changed.")
{
    /// <summary>The size of the checkpoint that it disagrees with.</summary>
    public long Signed { get; } = signed;

    /// <summary>How many entries there are now.</summary>
    public long Size { get; } = size;
}
