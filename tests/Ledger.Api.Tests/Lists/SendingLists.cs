using System.Net.Http.Headers;
using System.Text;

namespace Ledger.Api.Tests.Lists;

/// <summary>A list sent as a form does.</summary>
internal static class SendingLists
{
    public static Task<Answer> SendListAsync(this HttpClient client, string address, string list, params (string Name, string Value)[] headers) =>
        client.SendListAsync(address, Encoding.UTF8.GetBytes(list), headers);

    public static async Task<Answer> SendListAsync(this HttpClient client, string address, byte[] list, params (string Name, string Value)[] headers)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var content = new ByteArrayContent(list);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        // The boundary is part of the body, and the body of what a key stands for.
        using var form = new MultipartFormDataContent("a-boundary") { { content, "file", "list.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request, cancellation);
        return new(
            response.StatusCode, await response.Content.ReadAsStringAsync(cancellation), response.Content.Headers.ContentType?.MediaType,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }
}
