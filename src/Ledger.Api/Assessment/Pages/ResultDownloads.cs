using System.Text;
using System.Text.Json;
using Ledger.Api.Access;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;

namespace Ledger.Api.Assessment.Pages;

/// <summary>What the result's pages hand out as files, to whoever may read the page.</summary>
public static class ResultDownloads
{
    public static void MapResultDownloads(this WebApplication app)
    {
        var year = app.MapGroup("/assessments/{year:int}");
        year.MapGet("/result.json", ResultAsync);
        year.MapGet("/scorecards/{zone}/export.json", (int year, string zone, string? weight, string? asOf, ZoneScorecards scorecards, LedgerReader reader, CancellationToken cancellation) =>
            ExportAsync(year, zone, weight, asOf, scorecards, reader, export => Results.File(
                JsonSerializer.SerializeToUtf8Bytes(export, LedgerJson.Indented), "application/json", $"{zone}-{year}.json"), cancellation));
        year.MapGet("/scorecards/{zone}/export.csv", (int year, string zone, string? weight, string? asOf, ZoneScorecards scorecards, LedgerReader reader, CancellationToken cancellation) =>
            ExportAsync(year, zone, weight, asOf, scorecards, reader, export => Results.File(
                Encoding.UTF8.GetBytes(export.ToCsv()), "text/csv; charset=utf-8", $"{zone}-{year}.csv"), cancellation));
    }

    /// <summary>The very bytes that the result's hash is of.</summary>
    private static Task<IResult> ResultAsync(
        int year, string? edition, string? asOf, Assessments assessments, LedgerReader reader, HttpContext http, CancellationToken cancellation) =>
        AnswerAsync(reader, asOf, async position =>
        {
            var result = await assessments.ShownAsync(year, edition, zone: null, http.User.ToActor(), position, cancellation);
            return Results.File(CanonicalResult.BytesOf(result.Content), "application/json", $"result-{year}-{result.Edition?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "draft"}.json");
        }, cancellation);

    private static Task<IResult> ExportAsync(
        int year, string zone, string? weight, string? asOf, ZoneScorecards scorecards, LedgerReader reader, Func<ZoneExport, IResult> file,
        CancellationToken cancellation) =>
        AnswerAsync(reader, asOf, async position =>
        {
            // An empty field of the form is a weight that is not set.
            var set = string.IsNullOrWhiteSpace(weight) ? (decimal?)null : Reporting.Pages.TypedNumber.Read(weight) ?? 0;
            return file(await scorecards.ExportAsync(year, zone, set, position, cancellation));
        }, cancellation);

    private static async Task<IResult> AnswerAsync(LedgerReader reader, string? asOf, Func<long, Task<IResult>> answer, CancellationToken cancellation)
    {
        try
        {
            return await AsOf.ResolveAsync(reader, asOf, knownOn: null, cancellation) switch
            {
                AsOfResult.Found(var moment) => await answer(moment.Position),
                AsOfResult.Refused(var refusal) => Problems.Of(refusal),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer."),
            };
        }
        catch (RefusedRequestException refused)
        {
            return Problems.Of(refused.Refusal);
        }
    }
}
