using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;

namespace Ledger.Api.Assessment.Pages;

/// <summary>A version's document as a file, for whoever prepares the next one or checks a result by themselves.</summary>
public static class SchemeDownload
{
    public static void MapSchemeDownload(this WebApplication app) => app.MapGet("/schemes/{id}/{number:int}/document.json", DownloadAsync);

    private static async Task<IResult> DownloadAsync(
        string id, int number, string? asOf, LedgerReader reader, Schemes schemes, CancellationToken cancellation)
    {
        if (await AsOf.ResolveAsync(reader, asOf, knownOn: null, cancellation) is not AsOfResult.Found(var moment))
            return Results.BadRequest();
        return (await schemes.HistoryAsync(id, moment.Position, cancellation)).Find(number) is { } version
            ? Results.File(
                JsonSerializer.SerializeToUtf8Bytes(version.Scheme, LedgerJson.Indented), "application/json", $"{id}-v{number}.json")
            : Results.NotFound();
    }
}
