using System.Globalization;
using Ledger.Api.Access;
using Ledger.Api.Store;
using Ledger.Api.Transparency.Completeness;
using Ledger.Api.Web.Http;
using Ledger.Domain.Transparency;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Transparency;

/// <summary>Proofs, which everybody may ask for, as they tell no more than the tree's hashes; and entries, for officers.</summary>
public static class LogProofEndpoints
{
    /// <summary>How many entries are told at once.</summary>
    private const int MostEntries = 1000;

    public static void MapLogProofs(this RouteGroupBuilder api)
    {
        var log = api.MapGroup("/log").AtNoMoment();
        log.MapGet("/", StateAsync).AllowAnonymous()
            .Answers<LogState>("The log: its keys, its last checkpoint, the last that enough witnesses agree on, and who witnesses.");
        log.MapGet("/proof/inclusion", InclusionAsync).AllowAnonymous()
            .Answers<InclusionAnswer>(
                "That the entry at a position is in the log of a size, or of the last checkpoint; as text/plain, or with format=text, a C2SP tlog-proof.",
                StatusCodes.Status404NotFound);
        log.MapGet("/proof/consistency", ConsistencyAsync).AllowAnonymous()
            .Answers<ConsistencyAnswer>(
                "That the log of the size `to`, or of the last checkpoint, begins with that of the size `from`; as text/plain what a witness is asked (C2SP tlog-witness).",
                StatusCodes.Status404NotFound);
        log.MapGet("/entries", EntriesAsync)
            .WithSummary("The entries from a position up to, but without, another, a line each: the SHA-256 of a zero byte and the line is the entry's leaf hash.")
            .Produces<string>(contentType: "text/plain").ProducesProblem(StatusCodes.Status403Forbidden);
        log.MapHistoryProof();
    }

    private static async Task<LogState> StateAsync(
        LogKeys keys, LedgerReader reader, Checkpoints checkpoints, Cosignatures cosignatures, CancellationToken cancellation)
    {
        var history = await reader.HistoryAsync<LogKeyEvent>(LogKeyHistory.Stream.Id, position: null, cancellation);
        var inForce = await keys.HistoryAsync(position: null, cancellation);
        var latest = await checkpoints.NowAsync(cancellation);
        var witnessed = await cosignatures.LatestWitnessedAsync(cancellation);
        return new LogState(
            inForce.Current?.Key.Name,
            [
                .. inForce.Keys.Zip(history, (key, recorded) => new LogKeyState(
                    key.Key.ToString(), key.Key.IdText, key.Position, key.Since, recorded.Provenance.Actor.Officer, recorded.Event.On, key.Reason)),
            ],
            latest is null ? null : StateOf(latest, await cosignatures.UnderAsync(latest, cancellation)),
            witnessed is { } found ? StateOf(found.Checkpoint, found.Note) : null,
            [.. cosignatures.Policy.Witnesses.Select(witness => witness.ToString())]);

        CheckpointState StateOf(StoredCheckpoint checkpoint, SignedNote note) => new(
            checkpoint.Size, checkpoint.Root, checkpoint.MadeAt, note.ToString(),
            [.. cosignatures.Known(note).Select(one => new CosignatureState(one.Witness.Name, one.At))]);
    }

    private static async Task<IResult> InclusionAsync(
        long position, long? size, string? format, HttpContext http, LogTree tree, Checkpoints checkpoints, Cosignatures cosignatures, CancellationToken cancellation)
    {
        var head = await checkpoints.HeadAsync(cancellation);
        if (position < 0 || position >= head)
            return Problems.Of(LogRefusals.EntryUnknown(position, head));
        var checkpoint = size is { } wanted ? await checkpoints.AtAsync(wanted, cancellation) : await checkpoints.NowAsync(cancellation);
        var of = size ?? checkpoint?.Size ?? head;
        if (of > head || of < 1)
            return Problems.Of(LogRefusals.SizeUnknown(of, head));
        if (position >= of)
            return Problems.Of(LogRefusals.EntryUnknown(position, of));

        var path = await tree.ProveInclusionAsync(position, of, cancellation);
        if (format == "text" || WantsText(http.Request))
        {
            if (checkpoint is null)
                return Problems.Of(LogRefusals.CheckpointUnknown(of));
            // A plain link gets a file of its own name.
            if (format == "text")
                http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"ledger-{position}.tlog-proof\"");
            return LogEndpoints.Note(http.Response, new TlogProof(position, path, await cosignatures.UnderAsync(checkpoint, cancellation)));
        }

        var leaf = new TreeNode(0, position);
        return Results.Ok(new InclusionAnswer(
            position, of, (await tree.HashesAsync([leaf], cancellation))(leaf), path, await tree.RootAsync(of, cancellation)));
    }

    private static async Task<IResult> ConsistencyAsync(
        long from, long? to, HttpContext http, LogTree tree, Checkpoints checkpoints, Cosignatures cosignatures, CancellationToken cancellation)
    {
        var head = await checkpoints.HeadAsync(cancellation);
        var checkpoint = to is { } wanted ? await checkpoints.AtAsync(wanted, cancellation) : await checkpoints.NowAsync(cancellation);
        var size = to ?? checkpoint?.Size ?? head;
        if (size > head || size < 1)
            return Problems.Of(LogRefusals.SizeUnknown(size, head));
        if (from < 0 || from > size)
            return Problems.Of(LogRefusals.SizeUnknown(from, size));

        var proof = await tree.ProveConsistencyAsync(from, size, cancellation);
        if (WantsText(http.Request))
        {
            return checkpoint is null
                ? Problems.Of(LogRefusals.CheckpointUnknown(size))
                : LogEndpoints.Note(http.Response, new WitnessRequest(from, proof, await cosignatures.UnderAsync(checkpoint, cancellation)));
        }

        return Results.Ok(new ConsistencyAnswer(
            from, await tree.RootAsync(from, cancellation), size, await tree.RootAsync(size, cancellation), proof));
    }

    private static async Task<IResult> EntriesAsync(
        long from, long? to, HttpContext http, Checkpoints checkpoints, EntryReaders readers, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var head = await checkpoints.HeadAsync(cancellation);
        if (from < 0 || from >= head)
            return Problems.Of(LogRefusals.EntryUnknown(from, head));
        var end = Math.Min(to ?? head, Math.Min(from + MostEntries, head));
        if (await readers.CheckAsync(from, end - 1, http.User.ToActor(), cancellation) is { } refusal)
            return Problems.Of(refusal);
        await using var command = database.CreateCommand("""
            select ledger.entry_text(l.position, l.recorded_at, e)
              from ledger.ledger_entry l join ledger.mt_events e using (seq_id)
             where l.position >= $1 and l.position < $2 order by l.position
            """);
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(end);
        var lines = new List<string>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            lines.Add($"{row.GetString(0)}\n");
        return Results.Text(string.Concat(lines), "application/x-ndjson; charset=utf-8");
    }

    private static bool WantsText(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(media => media.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase));

    /// <param name="Origin">The log's name; null before its first key.</param>
    /// <param name="Keys">The one in force last.</param>
    /// <param name="Checkpoint">Null where none was made yet.</param>
    /// <param name="Witnessed">Null where no witness is known, or too few agree on any.</param>
    /// <param name="Witnesses">As verifier keys.</param>
    public sealed record LogState(
        string? Origin, IReadOnlyList<LogKeyState> Keys, CheckpointState? Checkpoint, CheckpointState? Witnessed, IReadOnlyList<string> Witnesses);

    /// <param name="Officer">Who brought it into force.</param>
    public sealed record LogKeyState(string Key, string Id, long Position, Instant Since, string Officer, LocalDate On, string? Reason);

    public sealed record CheckpointState(long Size, byte[] Root, Instant MadeAt, string Note, IReadOnlyList<CosignatureState> Cosignatures);

    public sealed record CosignatureState(string Witness, Instant At);

    /// <param name="Path">From the sibling of the leaf up to the child of the root (RFC 9162 §2.1.3).</param>
    public sealed record InclusionAnswer(long Position, long Size, byte[] LeafHash, IReadOnlyList<byte[]> Path, byte[] Root);

    /// <param name="Proof">RFC 9162 §2.1.4.</param>
    public sealed record ConsistencyAnswer(long From, byte[] FromRoot, long To, byte[] ToRoot, IReadOnlyList<byte[]> Proof);
}
