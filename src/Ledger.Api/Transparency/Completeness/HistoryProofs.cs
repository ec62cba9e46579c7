using Ledger.Api.Web.Http;
using Ledger.Domain.Transparency;
using Npgsql;

namespace Ledger.Api.Transparency.Completeness;

/// <summary>Makes proofs that a history is complete. It proves what is there; whether that holds is for who checks it.</summary>
public sealed class HistoryProofs(NpgsqlDataSource database, Checkpoints checkpoints, Cosignatures cosignatures, LogTree tree, StreamHeads streams)
{
    /// <param name="from">The size of a checkpoint; null: from the first entry on.</param>
    /// <param name="to">The size of a checkpoint.</param>
    public async Task<HistoryProof> ProveAsync(string stream, StoredCheckpoint? from, StoredCheckpoint to, CancellationToken cancellation) => new(
        stream,
        from is null ? null : await EndAsync(stream, from, cancellation),
        await EndAsync(stream, to, cancellation),
        from is null ? [] : await tree.ProveConsistencyAsync(from.Size, to.Size, cancellation),
        await EntriesAsync(stream, from?.Size ?? 0, to.Size, cancellation));

    /// <summary>A checkpoint that says how far the streams had come.</summary>
    /// <param name="size">Null: the one of the ledger as it is now.</param>
    /// <exception cref="RefusedRequestException"><c>checkpoint-unknown</c>, <c>checkpoint-without-streams</c>, <c>log-key-missing</c>.</exception>
    public async Task<StoredCheckpoint> CheckpointAsync(long? size, CancellationToken cancellation)
    {
        var found = size is { } wanted ? await checkpoints.AtAsync(wanted, cancellation) : await checkpoints.NowAsync(cancellation);
        if (found is null)
            throw new RefusedRequestException(size is { } unknown ? LogRefusals.CheckpointUnknown(unknown) : LogRefusals.KeyMissing);
        return Checkpoint.TryParse(found.Note.Text, out var checkpoint) && checkpoint.Streams is not null
            ? found
            : throw new RefusedRequestException(LogRefusals.CheckpointWithoutStreams(found.Size));
    }

    private async Task<HistoryProofEnd> EndAsync(string stream, StoredCheckpoint checkpoint, CancellationToken cancellation) =>
        new(await cosignatures.UnderAsync(checkpoint, cancellation), await streams.ProveAsync(stream, checkpoint.Size, cancellation));

    private async Task<IReadOnlyList<ProvenEntry>> EntriesAsync(string stream, long from, long size, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select l.position, ledger.entry_text(l.position, l.recorded_at, e)
              from ledger.ledger_entry l join ledger.mt_events e using (seq_id)
             where l.stream_id = $1 and l.position >= $2 and l.position < $3 order by l.version
            """);
        command.Parameters.AddWithValue(stream);
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(size);
        var entries = new List<(long Position, string Text)>();
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
                entries.Add((row.GetInt64(0), row.GetString(1)));
        }

        // The hashes of all their paths in one question.
        var hashOf = await tree.HashesAsync(
            entries.SelectMany(entry => InclusionProof.Parts(entry.Position, size)).SelectMany(part => part.Nodes()), cancellation);
        return [.. entries.Select(entry => new ProvenEntry(entry.Text, InclusionProof.Make(entry.Position, size, hashOf)))];
    }
}
