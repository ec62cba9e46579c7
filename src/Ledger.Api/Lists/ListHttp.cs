using System.Globalization;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Microsoft.Net.Http.Headers;

namespace Ledger.Api.Lists;

/// <summary>Lists over HTTP: taken as a form with one file, given as a download.</summary>
public static class ListHttp
{
    /// <summary>A dry run answers a <see cref="ListPreview"/>, else the receipt; a list at fault is refused with every fault in <c>errors</c>.</summary>
    public static RouteHandlerBuilder MapListImport<TImport>(this RouteGroupBuilder group, string summary)
        where TImport : IListImport =>
        group.MapPost(
                "/import",
                (bool? dryRun, HttpRequest request, WriteRequest write, ITexts texts, CancellationToken cancellation) =>
                    ImportAsync(dryRun == true, request, write, request.HttpContext.RequestServices.GetRequiredService<TImport>(), texts, cancellation))
            // A bearer token, which no other site can make a browser send, stands for the form's own token.
            .DisableAntiforgery()
            .Produces<ListPreview>()
            .Records(summary, StatusCodes.Status413PayloadTooLarge);

    /// <summary>A page's link to a list, at the moment that the page shows.</summary>
    public static void MapListDownload(this WebApplication app, string path, Func<HttpContext, AsOf, CancellationToken, Task<IResult>> answer) =>
        app.MapGet(path, async (HttpContext http, string? asOf, string? knownOn, LedgerReader reader, CancellationToken cancellation) =>
        {
            try
            {
                return await AsOf.ResolveAsync(reader, asOf, knownOn, cancellation) switch
                {
                    AsOfResult.Found(var moment) => await answer(http, moment, cancellation),
                    AsOfResult.Refused(var refusal) => Problems.Of(refusal),
                    var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer."),
                };
            }
            catch (RefusedRequestException refused)
            {
                return Problems.Of(refused.Refusal);
            }
        });

    /// <summary>The list as a file.</summary>
    /// <param name="name">Of the file, without its ending.</param>
    public static IResult Download(this HttpResponse response, ListFormat format, byte[] list, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.{(format == ListFormat.Csv ? "csv" : "xlsx")}");
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(list, format == ListFormat.Csv
            ? "text/csv; charset=utf-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    /// <exception cref="RefusedRequestException"><c>list-format-unknown</c>.</exception>
    public static ListFormat FormatIn(string? format) => format switch
    {
        null or "" or "csv" => ListFormat.Csv,
        "xlsx" => ListFormat.Xlsx,
        _ => throw new RefusedRequestException(Refusal.Of(RefusalKind.Malformed, "list-format-unknown", format)),
    };

    private static async Task<IResult> ImportAsync(
        bool isDryRun, HttpRequest request, WriteRequest write, IListImport import, ITexts texts, CancellationToken cancellation)
    {
        if (Permissions.Check(write.Actor, import.Act) is { } notAllowed)
            return Problems.Of(notAllowed);
        if (request.Headers.IfMatch.Count > 0)
            return Problems.Of(Refusal.Of(RefusalKind.Malformed, "list-has-no-version"));
        if (!request.HasFormContentType || (await request.ReadFormAsync(cancellation)).Files is not [var file])
            return Problems.Of(Refusal.OfFaults(RefusalKind.Malformed, "list-unreadable", [Fault.At("/file", "list-one-file")]));

        await using var content = file.OpenReadStream();
        var charset = MediaTypeHeaderValue.TryParse(file.ContentType, out var type) ? type.Charset.Value : null;
        var sheet = await ListFile.ReadAsync(content, charset, cancellation);
        var outcome = await import.ImportAsync(sheet, isDryRun, write.Context, cancellation);
        if (isDryRun)
            return Results.Json(ListPreview.Of(outcome, texts), LedgerJson.Options);
        return outcome.Written is { } written
            ? written.ToHttp()
            : Problems.WithErrors(
                Refusal.Of(RefusalKind.Invalid, "list-at-fault", outcome.Faults.Count),
                [.. outcome.Faults.Select(fault => new ProblemError(fault.Place, fault.Why.Code, Located(fault, texts)))]);
    }

    private static string Located(ListFault fault, ITexts texts) =>
        $"{fault.Cell ?? fault.Row.ToString(CultureInfo.InvariantCulture)}{(fault.Heading is { } heading ? $" ({heading})" : "")}: {fault.Why.In(texts)}";
}
