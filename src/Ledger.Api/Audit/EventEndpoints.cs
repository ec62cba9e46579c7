using System.Globalization;
using Ledger.Api.Access;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;

namespace Ledger.Api.Audit;

/// <summary>The history over HTTP, for everybody in office as far as they are told of it.</summary>
public static class EventEndpoints
{
    public static void MapAuditEvents(this RouteGroupBuilder api)
    {
        var events = api.MapGroup("/audit/events").WithTags("Audit");
        events.MapGet("", PageAsync)
            .Answers<EventPage>(
                "Events by zone, officer, organisation, role, type, stream, period, decision, from, to (moments or days) and text, the newest first; "
                + "limit, and before or after a position that a page told");
        events.MapGet("/export", ExportAsync)
            .Answers<string>("All of them in the order of the ledger, as csv or jsonl")
            .WithMetadata(new Streamed());
        events.MapGet("/{at:long}", OneAsync)
            .Answers<WholeEvent>("One event with its canonical text and leaf hash", StatusCodes.Status404NotFound);
    }

    /// <summary>The export for a page's reader, who is known by a cookie.</summary>
    public static void MapEventDownload(this WebApplication app) => app.MapGet("/events/export", DownloadAsync);

    private static Task<EventPage> PageAsync(
        HttpContext http, LedgerEvents events, AsOf asOf, CancellationToken cancellation)
    {
        var (filter, faults) = EventFilter.Read(name => http.Request.Query[name], events.Types);
        List<Fault> all = [.. faults];
        var (before, after, limit) = (Number("before"), Number("after"), Number("limit"));
        foreach (var (name, cursor) in new[] { ("before", before), ("after", after) })
        {
            if (cursor is null ? Word(name).Length > 0 : name == "after" && before is not null)
                all.Add(Fault.At($"/{name}", "cursor-malformed", Word(name)));
        }

        if (limit is < 1 or > LedgerEvents.LargestPage || (limit is null && Word("limit").Length > 0))
            all.Add(Fault.At("/limit", "limit-out-of-range", Word("limit"), LedgerEvents.LargestPage));
        if (all.Count > 0)
            throw new RefusedRequestException(Refusal.OfFaults(RefusalKind.Malformed, "events-faulty", all));
        return events.PageAsync(
            filter, http.User.ToActor(), asOf.Position, before, after, (int)(limit ?? LedgerEvents.UsualPage), cancellation);

        string Word(string name) => http.Request.Query[name].ToString();

        long? Number(string name) =>
            long.TryParse(Word(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static async Task<WholeEvent> OneAsync(
        long at, HttpContext http, LedgerEvents events, AsOf asOf, CancellationToken cancellation) =>
        await events.FindAsync(at, http.User.ToActor(), asOf.Position, cancellation)
        ?? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "event-unknown", at));

    private static Task ExportAsync(HttpContext http, LedgerEvents events, AsOf asOf, CancellationToken cancellation) =>
        WriteAsync(http, events, asOf.Position, cancellation);

    private static async Task DownloadAsync(HttpContext http, LedgerEvents events, LedgerReader reader, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        if (await AsOf.ResolveAsync(reader, query["asOf"], knownOn: null, cancellation) is AsOfResult.Found(var asOf))
            await WriteAsync(http, events, asOf.Position, cancellation);
        else
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static Task WriteAsync(HttpContext http, LedgerEvents events, long position, CancellationToken cancellation)
    {
        var (filter, faults) = EventFilter.Read(name => http.Request.Query[name], events.Types);
        var format = http.Request.Query["format"].ToString();
        if (format is not ("csv" or "jsonl"))
            faults = [.. faults, Fault.At("/format", "export-format-unknown", format)];
        return faults.Count > 0
            ? Problems.Of(Refusal.OfFaults(RefusalKind.Malformed, "events-faulty", faults)).ExecuteAsync(http)
            : EventExport.WriteAsync(http, events, filter, format == "csv", position, cancellation);
    }
}
