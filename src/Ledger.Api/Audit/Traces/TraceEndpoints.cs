using System.Text.Json;
using Ledger.Api.Access;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;

namespace Ledger.Api.Audit.Traces;

/// <summary>Both directions of the trace over HTTP, for everyone in office as far as they are told of it.</summary>
public static class TraceEndpoints
{
    public static void MapTraces(this RouteGroupBuilder api)
    {
        api.MapGet("/audit/trace/{zone}/{series}/{period}", (
                [AsParameters] ReturnAddress address, string series, int? version, FigureTraces traces, AsOf asOf, HttpContext http,
                CancellationToken cancellation) =>
                traces.ReadAsync(address.Zone, series, address.Of, version, http.User.ToActor(), asOf, cancellation))
            .WithTags("Audit")
            .Answers<FigureTrace>(
                "What a version of a figure (the latest, or version=) went into: numbers of notices, standings of targets, criteria, places and grades",
                StatusCodes.Status404NotFound);
        api.MapGet("/audit/trace/events/{at:long}", EventAsync)
            .WithTags("Audit")
            .Answers<IReadOnlyList<NoticeTrace>>(
                "Which numbers of which notices rest on the event at a position: a figure's, a report on a key task, a supervision",
                StatusCodes.Status404NotFound);
        api.MapGet("/explain/{cell}/prov", (
                string cell, CellProvenance provenance, AsOf asOf, HttpContext http, CancellationToken cancellation) =>
                provenance.OfAsync(cell, http.User.ToActor(), asOf, cancellation))
            .WithTags("Audit")
            .Answers<ProvDocument>(
                "How a number of a notice or scorecard came about, as W3C PROV (PROV-JSON)",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IReadOnlyList<NoticeTrace>> EventAsync(
        long at, LedgerEvents events, NoticeTraces traces, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        _ = await events.FindAsync(at, http.User.ToActor(), asOf.Position, cancellation)
            ?? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "event-unknown", at));
        return await traces.OfEventAsync(at, asOf, cancellation);
    }

    /// <summary>The same for a page's reader, who is known by a cookie.</summary>
    public static void MapProvDownload(this WebApplication app) => app.MapGet("/explain/{cell}/prov.json", DownloadAsync);

    private static async Task<IResult> DownloadAsync(
        string cell, string? asOf, string? knownOn, CellProvenance provenance, LedgerReader reader, HttpContext http, CancellationToken cancellation)
    {
        try
        {
            return await AsOf.ResolveAsync(reader, asOf, knownOn, cancellation) switch
            {
                AsOfResult.Found(var moment) => Results.File(
                    JsonSerializer.SerializeToUtf8Bytes(
                        await provenance.OfAsync(cell, http.User.ToActor(), moment, cancellation), LedgerJson.Indented),
                    "application/json", $"{cell}.prov.json"),
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
