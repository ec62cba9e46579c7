using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;

namespace Ledger.Api.Programme.Pages;

/// <summary>The document in force as a file, for whoever prepares an amendment.</summary>
public static class ProgrammeDownload
{
    public static void MapProgrammeDownload(this WebApplication app) => app.MapGet("/programme/document.json", DownloadAsync);

    private static async Task<IResult> DownloadAsync(
        string? asOf, LedgerReader reader, Programmes programmes, CancellationToken cancellation)
    {
        if (await AsOf.ResolveAsync(reader, asOf, knownOn: null, cancellation) is not AsOfResult.Found(var moment))
            return Results.BadRequest();
        return await programmes.FindInForceAsync(moment.Position, cancellation) is { } version
            ? Results.File(
                JsonSerializer.SerializeToUtf8Bytes(version.Document, LedgerJson.Indented),
                "application/json",
                $"programme-v{version.Number}.json")
            : Results.NotFound();
    }
}
