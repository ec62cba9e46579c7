using System.Globalization;
using Ledger.Api.Access;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Microsoft.AspNetCore.Http.Features;

namespace Ledger.Api.Transparency.Bundles;

/// <summary><c>GET /api/audit/bundle</c>: everything an outsider needs to verify, one zip.</summary>
public static class BundleEndpoint
{
    public static void MapBundle(this RouteGroupBuilder api) =>
        api.MapGet("/audit/bundle", BundleAsync).WithTags("Audit")
            .WithSummary("The entries from one position to another with all that is needed to verify them away from here, one zip")
            .WithMetadata(new Streamed())
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden);

    /// <param name="from">The first position; null: 0.</param>
    /// <param name="to">The last one; null: that of the moment. The bundle goes on to the end of the checkpoint that covers it.</param>
    private static async Task BundleAsync(
        long? from, long? to, BundleWriter writer, EntryReaders readers, AsOf asOf, HttpContext http,
        CancellationToken cancellation)
    {
        var (first, last) = (from ?? 0, to ?? (asOf.Moment.Explicit ? asOf.Position : null as long?));
        if (first < 0 || first > asOf.Position || last < first || last > asOf.Position)
            throw new RefusedRequestException(Refusal.OfFaults(
                RefusalKind.Malformed, "request-at-fault", [Fault.At(first < 0 || first > asOf.Position ? "/from" : "/to", "stretch-outside-ledger", asOf.Position)]));
        var plan = await writer.PlanAsync(first, last, cancellation);
        if (await readers.CheckAsync(plan.Manifest.From, plan.Manifest.To, http.User.ToActor(), cancellation) is { } refusal)
            throw new RefusedRequestException(refusal);
        await SendAsync(plan, writer, http.Response, cancellation);
    }

    /// <summary>The whole ledger, for a page's reader, who is known by a cookie.</summary>
    internal static async Task DownloadAsync(BundleWriter writer, EntryReaders readers, HttpContext http, CancellationToken cancellation)
    {
        var plan = await writer.PlanAsync(0, to: null, cancellation);
        if (await readers.CheckAsync(plan.Manifest.From, plan.Manifest.To, http.User.ToActor(), cancellation) is { } refusal)
            await Problems.Of(refusal).ExecuteAsync(http);
        else
            await SendAsync(plan, writer, http.Response, cancellation);
    }

    private static async Task SendAsync(BundlePlan plan, BundleWriter writer, HttpResponse response, CancellationToken cancellation)
    {
        // A zip ends each of its files synchronously, with what its compression still holds; the rest it writes as it goes.
        response.HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"ledger-{plan.Manifest.From}-{plan.Manifest.To}.zip\"");
        await writer.WriteAsync(plan, response.Body, cancellation);
    }
}
