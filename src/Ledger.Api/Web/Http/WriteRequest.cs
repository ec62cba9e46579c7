using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ledger.Api.Access;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Microsoft.AspNetCore.Http.Metadata;

namespace Ledger.Api.Web.Http;

/// <summary>What a write says of itself in its headers: who, on which version, under which key, on which decision.</summary>
public sealed partial record WriteRequest(WriteContext Context) : IEndpointParameterMetadataProvider
{
    /// <summary>Names the decision of the joint conference that the act rests on.</summary>
    public const string DecisionHeader = "Ledger-Decision";

    private const int LongestKey = 200;

    public Actor Actor => Context.Actor;

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new Taken());

    public static async ValueTask<WriteRequest> BindAsync(HttpContext http)
    {
        var headers = http.Request.Headers;
        return new WriteRequest(new WriteContext(
            http.User.ToActor(),
            ParseIfMatch(headers.IfMatch),
            await ReadIdempotencyAsync(http),
            CorrelationId: http.TraceIdentifier,
            Decision: DecisionOf(http)));
    }

    /// <summary>A version as a write answered it (<c>"3"</c>), or as a GET did, led by it (<c>"3-9f86…"</c>): the version counts.</summary>
    private static long? ParseIfMatch(string? header)
    {
        if (string.IsNullOrEmpty(header) || header == "*")
            return null;
        return Version().Match(header) is { Success: true } match
            && long.TryParse(match.Groups["version"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new RefusedRequestException(Refusal.Of(RefusalKind.Malformed, "if-match-malformed", header));
    }

    /// <summary>The endpoint takes a write's headers.</summary>
    public sealed class Taken;

    [GeneratedRegex("""^"(?<version>[0-9]+)(-[0-9a-f]+)?"$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    private static string? DecisionOf(HttpContext http) =>
        http.Request.Headers[DecisionHeader].ToString().Trim() is { Length: > 0 } decision ? decision : null;

    private static async ValueTask<Idempotency?> ReadIdempotencyAsync(HttpContext http)
    {
        string? key = http.Request.Headers["Idempotency-Key"];
        if (string.IsNullOrEmpty(key))
            return null;
        if (key.Length > LongestKey)
            throw new RefusedRequestException(Refusal.Of(RefusalKind.Malformed, "idempotency-key-malformed", LongestKey));

        var request = http.Request;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        if (DecisionOf(http) is { } decision)
            hash.AppendData(Encoding.UTF8.GetBytes($"{DecisionHeader}: {decision}\n"));
        var chunk = new byte[16 * 1024];
        request.Body.Position = 0;
        for (int read; (read = await request.Body.ReadAsync(chunk, http.RequestAborted)) > 0;)
            hash.AppendData(chunk, 0, read);
        request.Body.Position = 0;
        return new Idempotency(key, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>A request that cannot be answered as it stands: unreadable, or about what is not there. Answered with its refusal.</summary>
public sealed class RefusedRequestException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
