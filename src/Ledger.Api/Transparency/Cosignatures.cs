using Ledger.Domain;
using Ledger.Domain.Transparency;
using Npgsql;

namespace Ledger.Api.Transparency;

/// <summary>What outside witnesses said of the log's checkpoints.</summary>
/// <param name="policy">The witnesses that are known here, and how many have to agree.</param>
public sealed class Cosignatures(NpgsqlDataSource database, Checkpoints checkpoints, TrustPolicy policy)
{
    public TrustPolicy Policy => policy;

    /// <summary>Takes what a witness gave; what it gave before is passed over.</summary>
    /// <remarks>Refuses with <c>checkpoint-unknown</c>, <c>cosignature-malformed</c>, <c>witness-unknown</c> or <c>cosignature-wrong</c>; then nothing is taken.</remarks>
    /// <param name="lines">Signature lines.</param>
    public async Task<Refusal?> TakeAsync(long size, string lines, CancellationToken cancellation)
    {
        if (await checkpoints.AtAsync(size, cancellation) is not { } checkpoint)
            return LogRefusals.CheckpointUnknown(size);
        if (!SignedNote.TryParseSignatures(lines, out var signatures))
            return Refusal.Of(RefusalKind.Malformed, "cosignature-malformed");
        var taken = new List<(NoteSignature Line, Cosignature Cosignature)>();
        foreach (var signature in signatures)
        {
            if (policy.Witnesses.FirstOrDefault(witness => witness.IsNamedBy(signature)) is not { } witness)
                return Refusal.Of(RefusalKind.NotAllowed, "witness-unknown", signature.Name);
            if (Cosignature.Of(witness, checkpoint.Note.Text, signature, Ed25519.Check) is not { } cosignature)
                return Refusal.Of(RefusalKind.Invalid, "cosignature-wrong", signature.Name, size);
            taken.Add((signature, cosignature));
        }

        await using var command = database.CreateCommand("""
            insert into ledger.log_cosignature (size, witness, given_at, line) select $1, * from unnest($2, $3, $4) on conflict do nothing
            """);
        command.Parameters.AddWithValue(size);
        command.Parameters.AddWithValue(taken.Select(one => one.Cosignature.Witness.ToString()).ToArray());
        command.Parameters.AddWithValue(taken.Select(one => one.Cosignature.At).ToArray());
        command.Parameters.AddWithValue(taken.Select(one => one.Line.ToString()).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
        return null;
    }

    /// <summary>A checkpoint with the latest word of each witness under it.</summary>
    public async Task<SignedNote> UnderAsync(StoredCheckpoint checkpoint, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select distinct on (witness) line from ledger.log_cosignature where size = $1 order by witness, given_at desc");
        command.Parameters.AddWithValue(checkpoint.Size);
        var lines = new List<NoteSignature>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            lines.Add(NoteSignature.TryParse(row.GetString(0), out var line) ? line : throw new InvalidOperationException("A cosignature cannot be read."));
        return checkpoint.Note.With(lines);
    }

    /// <summary>The newest checkpoint on which enough witnesses agree; null when there is none, or no witness is known.</summary>
    public async Task<(StoredCheckpoint Checkpoint, SignedNote Note)?> LatestWitnessedAsync(CancellationToken cancellation)
    {
        if (policy.Witnesses.Count == 0)
            return null;
        var sizes = new List<long>();
        await using (var command = database.CreateCommand("select distinct size from ledger.log_cosignature order by size desc limit 1000"))
        {
            await using var row = await command.ExecuteReaderAsync(cancellation);
            while (await row.ReadAsync(cancellation))
                sizes.Add(row.GetInt64(0));
        }

        foreach (var size in sizes)
        {
            var checkpoint = (await checkpoints.AtAsync(size, cancellation))!;
            var note = await UnderAsync(checkpoint, cancellation);
            if (policy.IsReachedBy(Known(note).Select(one => one.Witness)))
                return (checkpoint, note);
        }

        return null;
    }

    /// <summary>The last word of each witness that is known here, up to a size of the log.</summary>
    public async Task<IReadOnlyList<(Cosignature Cosignature, long Size)>> LastOfEachAsync(long size, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select distinct on (s.witness) s.size, c.note, s.line from ledger.log_cosignature s join ledger.log_checkpoint c using (size)
             where s.size <= $1 order by s.witness, s.size desc, s.given_at desc
            """);
        command.Parameters.AddWithValue(size);
        var last = new List<(Cosignature, long)>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            if (SignedNote.TryParse($"{row.GetString(1)}{row.GetString(2)}\n", out var note))
                last.AddRange(Known(note).Select(one => (one, row.GetInt64(0))));
        }

        return last;
    }

    /// <summary>Those of the witnesses that are known here.</summary>
    public IReadOnlyList<Cosignature> Known(SignedNote note) =>
    [
        .. from signature in note.Signatures
           from witness in policy.Witnesses
           where witness.IsNamedBy(signature)
           let cosignature = Cosignature.Of(witness, note.Text, signature, Ed25519.Check)
           where cosignature is not null
           select cosignature,
    ];
}
