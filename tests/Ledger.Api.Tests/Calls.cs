using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;

namespace Ledger.Api.Tests;

/// <summary>Calls as a client makes them: a method, an address, a body, now and then a header.</summary>
public static class Calls
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Answer> CallAsync(
        this HttpClient client, string method, string address, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
        {
            request.Content = new StringContent(
                body as string ?? JsonSerializer.Serialize(body, LedgerJson.Options), Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request, Cancellation);
        return new(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(Cancellation),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public static Task<Answer> AskAsync(this HttpClient client, string address, params (string Name, string Value)[] headers) =>
        client.CallAsync("GET", address, body: null, headers);

    public static Task<Answer> PutAsync(
        this HttpClient client, string address, object body, params (string Name, string Value)[] headers) =>
        client.CallAsync("PUT", address, body, headers);

    public static Task<Answer> PostAsync(
        this HttpClient client, string address, object? body = null, params (string Name, string Value)[] headers) =>
        client.CallAsync("POST", address, body, headers);
}

public sealed record Answer(HttpStatusCode Status, string Text, string? MediaType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public long Position => long.Parse(Headers["Ledger-Position"], System.Globalization.CultureInfo.InvariantCulture);

    public string ETag => Headers["ETag"];

    public Answer Ok()
    {
        Status.ShouldBe(HttpStatusCode.OK, Text);
        return this;
    }

    /// <summary>What an act was answered with.</summary>
    public Receipt Receipt() => Ok().Read<Receipt>();

    public T Read<T>() => JsonSerializer.Deserialize<T>(Text, LedgerJson.Options)!;

    /// <summary>It was refused so, in the form that every refusal has.</summary>
    public Problem Refused(int status, string code)
    {
        ((int)Status).ShouldBe(status, Text);
        MediaType.ShouldBe("application/problem+json");
        var problem = Read<Problem>();
        (problem.Status, problem.Code, problem.Type).ShouldBe((status, code, $"urn:ledger:{code}"));
        problem.Title.ShouldNotBeNullOrWhiteSpace();
        problem.Detail.ShouldNotBeNullOrWhiteSpace();
        return problem;
    }

    /// <summary>It was refused with exactly these faults.</summary>
    public void Faulty(int status, string code, params (string Pointer, string Code)[] faults) =>
        Refused(status, code).Errors.Select(error => (error.Pointer, error.Code)).ShouldBe(faults, ignoreOrder: true, customMessage: Text);
}
