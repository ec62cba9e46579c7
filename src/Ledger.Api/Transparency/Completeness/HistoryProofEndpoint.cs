using Ledger.Api.Access;
using Ledger.Api.Web.Http;
using Ledger.Domain;

namespace Ledger.Api.Transparency.Completeness;

/// <summary>The proof that these are all the events of one stream, for those who may read them.</summary>
public static class HistoryProofEndpoint
{
    /// <summary>In characters; no stream has a longer name.</summary>
    private const int LongestName = 200;

    internal static void MapHistoryProof(this RouteGroupBuilder log) =>
        log.MapGet("/proof/history", ProveAsync)
            .Answers<HistoryProofFile>(
                "That these are all the events of a stream between the checkpoints of two sizes: from the first entry on where `from` is not given, up to "
                + "the last checkpoint where `to` is not.",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);

    private static async Task<IResult> ProveAsync(
        string stream, long? from, long? to, HttpContext http, HistoryProofs proofs, EntryReaders readers, CancellationToken cancellation) =>
        Results.Json(await FindAsync(stream, from, to, http, proofs, readers, cancellation), Store.LedgerJson.Options);

    /// <summary>From the first entry up to now as a file, for a page's reader, who is known by a cookie.</summary>
    internal static async Task<IResult> DownloadAsync(
        string? stream, HttpContext http, HistoryProofs proofs, EntryReaders readers, CancellationToken cancellation)
    {
        try
        {
            var file = await FindAsync(stream ?? "", from: null, to: null, http, proofs, readers, cancellation);
            return Results.File(file.ToBytes(), "application/json", $"{file.Stream.Replace('/', '-')}-history.json");
        }
        catch (RefusedRequestException refused)
        {
            return Problems.Of(refused.Refusal);
        }
    }

    private static async Task<HistoryProofFile> FindAsync(
        string stream, long? from, long? to, HttpContext http, HistoryProofs proofs, EntryReaders readers, CancellationToken cancellation)
    {
        if (stream.Length is 0 or > LongestName || stream.Any(char.IsControl))
            throw new RefusedRequestException(Refusal.OfFaults(RefusalKind.Malformed, "request-at-fault", [Fault.At("/stream", "stream-malformed", LongestName)]));
        if (await readers.CheckAsync(stream, to - 1 ?? long.MaxValue, http.User.ToActor(), cancellation) is { } refusal)
            throw new RefusedRequestException(refusal);
        var later = await proofs.CheckpointAsync(to, cancellation);
        var earlier = from is null ? null : await proofs.CheckpointAsync(from, cancellation);
        if (earlier?.Size > later.Size)
            throw new RefusedRequestException(LogRefusals.SizeUnknown(earlier.Size, later.Size));
        return HistoryProofFile.Of(await proofs.ProveAsync(stream, earlier, later, cancellation));
    }
}
