using System.Text.Json.Nodes;
using Ledger.Api.Tests.Reporting;

namespace Ledger.Api.Tests.Web;

public class DescribingTheContract(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task Every_call_of_the_contract_says_what_it_takes_answers_and_refuses()
    {
        var document = await DocumentAsync();
        foreach (var (method, path) in new[]
        {
            ("get", "/api/programme"), ("get", "/api/programme/versions"), ("get", "/api/programme/versions/{number}"),
            ("post", "/api/programme/versions"), ("get", "/api/returns"), ("get", "/api/returns/{zone}/{period}"),
            ("post", "/api/returns/{zone}/{period}/checks"), ("put", "/api/returns/{zone}/{period}/figures"),
            ("delete", "/api/returns/{zone}/{period}/figures/{series}"), ("post", "/api/returns/{zone}/{period}/submit"),
            ("post", "/api/returns/{zone}/{period}/queries"), ("post", "/api/returns/{zone}/{period}/queries/{number}/answer"),
            ("post", "/api/returns/{zone}/{period}/send-back"), ("post", "/api/returns/{zone}/{period}/accept"),
            ("post", "/api/returns/{zone}/{period}/corrections"), ("post", "/api/returns/{zone}/{period}/corrections/{number}/approve"),
            ("post", "/api/returns/{zone}/{period}/corrections/{number}/refuse"), ("get", "/api/figures"),
            ("get", "/api/figures/{zone}/{series}/{period}/history"),
        })
        {
            var call = document["paths"]![path]?[method].ShouldNotBeNull($"{method} {path}");
            call!["summary"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
            call["responses"]!["200"]!["content"]!["application/json"]!["schema"].ShouldNotBeNull($"{method} {path}");
            call["responses"]!["400"]!["content"]!["application/problem+json"].ShouldNotBeNull($"{method} {path}");
            string[] parameters = [.. call["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>())];
            if (path.Contains("{zone}", StringComparison.Ordinal))
                parameters.ShouldContain("zone", path);
            if (path == "/api/figures")
                parameters.ShouldBe(["zone", "series", "period", "from", "to", "asOf", "knownOn"]);
            if (method == "get")
                parameters.ShouldContain("asOf", path);
            else if (!path.EndsWith("/checks", StringComparison.Ordinal))
                parameters.ShouldContain("If-Match", path);
        }
    }

    [Fact]
    public async Task Periods_dates_and_numbers_say_what_they_look_like()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;
        schemas["Period"]!.ToJsonString().ShouldContain("2023-Q3");
        schemas["LocalDate"]!.ToJsonString().ShouldContain("\"format\":\"date\"");
        schemas["Figure"]!["properties"]!["value"]!.ToJsonString().ShouldContain("\"type\":\"number\"");
    }

    private async Task<JsonNode> DocumentAsync()
    {
        using var client = host.CreateClient();
        return (await client.AskAsync("/openapi/v1.json")).Ok().Json;
    }
}
