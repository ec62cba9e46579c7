using System.Globalization;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency;

/// <summary>The log for everybody: its checkpoints, its keys and the hashes of its tree (C2SP tlog-tiles). No entry is told here.</summary>
public static class LogEndpoints
{
    /// <summary>Longer than any lines of cosignatures there can be.</summary>
    private const int LongestCosignatures = 64 * 1024;

    private const string Text = "text/plain; charset=utf-8";

    public static void MapLog(this WebApplication app)
    {
        var log = app.MapGroup("/log").AllowAnonymous().DisableAntiforgery();
        log.MapGet("/checkpoint", LatestAsync)
            .WithSummary("The signed checkpoint of the ledger as it is now, with the cosignatures it has.").Produces<string>(contentType: "text/plain");
        log.MapGet("/checkpoint/witnessed", WitnessedAsync)
            .WithSummary("The newest checkpoint on which enough witnesses agree.").Produces<string>(contentType: "text/plain");
        log.MapGet("/checkpoint/{size:long}", AtAsync)
            .WithSummary("The checkpoint that was made at a size.").Produces<string>(contentType: "text/plain");
        log.MapPost("/checkpoint/{size:long}/cosignatures", CosignAsync)
            .WithSummary("Takes cosignatures of witnesses that are known here; answers the checkpoint with all it has.").Produces<string>(contentType: "text/plain");
        log.MapGet("/keys", KeysAsync)
            .WithSummary("The public keys the log was signed with, a verifier key a line, the one in force last.").Produces<string>(contentType: "text/plain");
        log.MapGet("/tile/{level}/{**path}", TileAsync)
            .WithSummary("Hashes of the tree, 256 or the width asked for (C2SP tlog-tiles).").Produces<byte[]>(contentType: "application/octet-stream");
        // Nobody is sent to sign in for what is not there.
        log.MapGet("/{**path}", () => Results.NotFound()).ExcludeFromDescription();
    }

    private static async Task<IResult> LatestAsync(
        HttpResponse response, Checkpoints checkpoints, Cosignatures cosignatures, CancellationToken cancellation) =>
        await checkpoints.NowAsync(cancellation) is { } checkpoint
            ? Note(response, await cosignatures.UnderAsync(checkpoint, cancellation))
            : Problems.Of(StatusCodes.Status503ServiceUnavailable, LogRefusals.KeyMissing.Code);

    private static async Task<IResult> WitnessedAsync(HttpResponse response, Cosignatures cosignatures, CancellationToken cancellation) =>
        await cosignatures.LatestWitnessedAsync(cancellation) is { } witnessed
            ? Note(response, witnessed.Note)
            : Problems.Of(Refusal.Of(RefusalKind.NotFound, "log-not-witnessed"));

    private static async Task<IResult> AtAsync(
        long size, HttpResponse response, Checkpoints checkpoints, Cosignatures cosignatures, CancellationToken cancellation) =>
        await checkpoints.AtAsync(size, cancellation) is { } checkpoint
            ? Note(response, await cosignatures.UnderAsync(checkpoint, cancellation))
            : Problems.Of(LogRefusals.CheckpointUnknown(size));

    private static async Task<IResult> CosignAsync(
        long size, HttpRequest request, Checkpoints checkpoints, Cosignatures cosignatures, CancellationToken cancellation)
    {
        if (request.ContentLength is null or > LongestCosignatures)
            return Problems.Of(Refusal.Of(RefusalKind.TooLarge, "body-too-large"));
        using var reader = new StreamReader(request.Body);
        if (await cosignatures.TakeAsync(size, await reader.ReadToEndAsync(cancellation), cancellation) is { } refusal)
            return Problems.Of(refusal);
        return Note(request.HttpContext.Response, await cosignatures.UnderAsync((await checkpoints.AtAsync(size, cancellation))!, cancellation));
    }

    private static async Task<IResult> KeysAsync(LogKeys keys, CancellationToken cancellation) => Results.Text(
        string.Concat((await keys.HistoryAsync(position: null, cancellation)).Keys.Select(key => $"{key.Key}\n")), Text);

    private static async Task<IResult> TileAsync(
        string level, string path, HttpResponse response, LogTree tree, Checkpoints checkpoints, CancellationToken cancellation)
    {
        if (!Tile.TryParse(level, path, out var tile) || tile.Entries > await checkpoints.HeadAsync(cancellation))
            return Problems.Of(Refusal.Of(RefusalKind.NotFound, "tile-unknown"));
        var hashOf = await tree.HashesAsync(tile.Nodes, cancellation);
        // A tile never becomes another one.
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes([.. tile.Nodes.SelectMany(hashOf)], "application/octet-stream");
    }

    /// <summary>A checkpoint gets more cosignatures: it is asked for again.</summary>
    internal static IResult Note(HttpResponse response, object text)
    {
        response.Headers.CacheControl = "no-cache";
        return Results.Text(string.Create(CultureInfo.InvariantCulture, $"{text}"), Text);
    }
}
