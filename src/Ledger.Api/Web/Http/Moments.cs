using System.Globalization;
using System.Security.Cryptography;
using Ledger.Api.Store;
using NodaTime.Text;

namespace Ledger.Api.Web.Http;

/// <summary>Every GET under /api speaks for one moment, but what is marked otherwise; it says which, and answers that moment with the same bytes for ever.</summary>
public sealed class Moments(RequestDelegate next, LedgerReader reader, IRootAt roots)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Timeless>() is not null)
        {
            await next(context);
            return;
        }

        var query = context.Request.Query;
        switch (await AsOf.ResolveAsync(reader, query["asOf"], query["knownOn"], context.RequestAborted))
        {
            case AsOfResult.Refused(var refusal):
                await Problems.Of(refusal).ExecuteAsync(context);
                return;
            case AsOfResult.Found(var asOf):
                context.Features.Set(asOf);
                await AnswerAsync(context, asOf.Moment);
                return;
        }
    }

    private async Task AnswerAsync(HttpContext context, Moment moment)
    {
        var response = context.Response;
        await StampAsync(response, moment, context.RequestAborted);
        if (context.GetEndpoint()?.Metadata.GetMetadata<Streamed>() is not null)
        {
            Keep(response, moment);
            await next(context);
            return;
        }

        var wire = response.Body;
        using var body = new MemoryStream();
        response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }

        if (response.StatusCode == StatusCodes.Status200OK)
        {
            response.Headers.ETag = TagOf(response, body);
            Keep(response, moment);
            if (context.Request.Headers.IfNoneMatch.Contains(response.Headers.ETag.ToString()))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        // Nothing said, such as under an unknown address: the pages of statuses say it.
        if (body.Length == 0)
            return;
        response.ContentLength = body.Length;
        body.Position = 0;
        await body.CopyToAsync(wire, context.RequestAborted);
    }

    /// <summary>How long a client may keep the answer: of a moment that it named, for ever.</summary>
    private static void Keep(HttpResponse response, Moment moment)
    {
        response.Headers.CacheControl = moment.Explicit ? "private, max-age=31536000, immutable" : "private, no-cache";
        response.Headers.Append("Vary", "Accept, Accept-Language, Authorization");
    }

    private async Task StampAsync(HttpResponse response, Moment moment, CancellationToken cancellation)
    {
        response.Headers["Ledger-Position"] = moment.Position.ToString(CultureInfo.InvariantCulture);
        response.Headers["Ledger-Recorded-At"] = InstantPattern.ExtendedIso.Format(moment.RecordedAt);
        if (await roots.AtSizeAsync(moment.Size, cancellation) is { } root)
            response.Headers["Ledger-Root"] = Convert.ToBase64String(root);
    }

    /// <summary>The bytes' own hash; of a thing with a version led by it, so that <c>If-Match</c> can name what was read.</summary>
    private static string TagOf(HttpResponse response, MemoryStream body)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)).AsSpan(0, 16));
        return response.Headers.TryGetValue(StreamVersion.Header, out var version) ? $"\"{version}-{hash}\"" : $"\"{hash}\"";
    }
}
