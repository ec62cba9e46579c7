using System.Globalization;

namespace Ledger.Api.Web.Http;

/// <summary>The version of the stream that an answer shows, for a later <c>If-Match</c>.</summary>
/// <remarks>It leads the answer's ETag, which beside it changes with every byte: the same version can look otherwise later.</remarks>
public static class StreamVersion
{
    public const string Header = "Stream-Version";

    public static void SetStreamVersion(this HttpResponse response, long version) =>
        response.Headers[Header] = version.ToString(CultureInfo.InvariantCulture);
}
