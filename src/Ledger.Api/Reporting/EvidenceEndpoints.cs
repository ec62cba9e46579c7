using Ledger.Api.Web.Http;
using Ledger.Domain;
using Microsoft.Net.Http.Headers;

namespace Ledger.Api.Reporting;

public static class EvidenceEndpoints
{
    public static void MapEvidence(this RouteGroupBuilder api)
    {
        // A bearer token, which no other site can make a browser send, stands for the form's own token.
        api.MapPost("/evidence", KeepAsync).DisableAntiforgery();
        api.MapGet("/evidence/{sha256}", OpenAsync);
    }

    /// <summary>The same papers for whoever is signed in by cookie: a page's link cannot carry a token.</summary>
    public static void MapPapers(this WebApplication app) => app.MapGet("/evidence/{sha256}", OpenAsync);

    /// <summary>201 when the paper is new, 200 when it was kept already; its hash either way.</summary>
    private static async Task<IResult> KeepAsync(
        HttpRequest request, WriteRequest write, EvidenceStore evidence, CancellationToken cancellation)
    {
        if (!request.HasFormContentType || (await request.ReadFormAsync(cancellation)).Files is not [var file])
        {
            return Problems.Of(Refusal.OfFaults(
                RefusalKind.Malformed, "evidence-refused", [Fault.At("/file", "evidence-one-file")]));
        }

        await using var content = file.OpenReadStream();
        return await evidence.KeepAsync(content, file.FileName, file.ContentType, write.Actor, cancellation) switch
        {
            EvidenceResult.Kept(var kept, IsNew: true) => Results.Created($"/api/evidence/{kept.Sha256}", kept),
            EvidenceResult.Kept(var kept, _) => Results.Ok(kept),
            EvidenceResult.Refused(var refusal) => Problems.Of(refusal),
            var other => throw new InvalidOperationException($"{other.GetType().Name} has no answer."),
        };
    }

    private static async Task<IResult> OpenAsync(
        string sha256, HttpResponse response, EvidenceStore evidence, CancellationToken cancellation)
    {
        if (await evidence.OpenAsync(sha256, cancellation) is not { } opened)
            return Problems.Of(Refusal.Of(RefusalKind.NotFound, "evidence-not-kept", sha256));
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(opened.Evidence.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(opened.Content, opened.Evidence.MediaType);
    }
}
