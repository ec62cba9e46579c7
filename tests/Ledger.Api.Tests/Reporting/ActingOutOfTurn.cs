namespace Ledger.Api.Tests.Reporting;

/// <summary>Only the zone writes its figures; only the bureau reviews; everyone who is signed in reads.</summary>
public class ActingOutOfTurn(ReportingHost host) : IClassFixture<ReportingHost>
{
    private const string Return = "/api/returns/XLHT/2023-Q1";

    [Theory]
    [InlineData("stat", "not-allowed")]
    [InlineData("stb", "not-allowed")]
    [InlineData("auditor", "not-allowed")]
    [InlineData("admin", "not-allowed")]
    [InlineData("byh", "not-your-zone")]
    public async Task Nobody_but_the_zone_writes_a_figure(string officer, string code)
    {
        using var client = await host.AsAsync(officer);
        (await client.PutAsync($"{Return}/figures", ReportingHost.Batch("op_revenue", 1m))).Refused(403, code);
        (await client.CallAsync("DELETE", $"{Return}/figures/op_revenue", new { reason = "x" })).Refused(403, code);
        (await client.PostAsync($"{Return}/submit", new { signatories = ReportingHost.Signed })).Refused(403, code);
        (await client.PostAsync($"{Return}/corrections", new { series = "op_revenue", value = 1, kind = "error", reason = "x" })).Refused(403, code);
        (await client.PostAsync($"{Return}/queries/1/answer", new { text = "x" })).Refused(403, code);
    }

    [Theory]
    [InlineData("xlht")]
    [InlineData("stb")]
    [InlineData("auditor")]
    public async Task Nobody_but_the_bureau_reviews(string officer)
    {
        using var client = await host.AsAsync(officer);
        (await client.PostAsync($"{Return}/queries", new { series = "op_revenue", text = "x" })).Refused(403, "not-allowed");
        (await client.PostAsync($"{Return}/send-back", new { reason = "x" })).Refused(403, "not-allowed");
        (await client.PostAsync($"{Return}/accept")).Refused(403, "not-allowed");
        (await client.PostAsync($"{Return}/corrections/1/approve")).Refused(403, "not-allowed");
        (await client.PostAsync($"{Return}/corrections/1/refuse", new { reason = "x" })).Refused(403, "not-allowed");
    }

    [Theory]
    [InlineData("byh")]
    [InlineData("stat")]
    [InlineData("stb")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Everyone_who_is_signed_in_reads(string officer)
    {
        using var client = await host.AsAsync(officer);
        foreach (var address in new[] { Return, "/api/returns?period=2023-Q1", "/api/figures", "/api/programme", "/api/programme/versions" })
            (await client.AskAsync(address)).Ok();
    }

    [Theory]
    [InlineData("GET", "/api/returns?period=2023-Q1")]
    [InlineData("GET", Return)]
    [InlineData("GET", "/api/figures")]
    [InlineData("GET", "/api/programme")]
    [InlineData("PUT", $"{Return}/figures")]
    [InlineData("POST", $"{Return}/accept")]
    public async Task Who_is_not_signed_in_is_told_to(string method, string address)
    {
        using var client = host.CreateClient();
        (await client.CallAsync(method, address, method == "GET" ? null : new { })).Refused(401, "sign-in-needed");
    }

    [Fact]
    public async Task A_token_is_known_however_its_scheme_is_written()
    {
        using var auditor = await host.AsAsync("auditor");
        var token = auditor.DefaultRequestHeaders.Authorization!.Parameter;
        using var client = host.CreateClient();
        (await client.AskAsync("/api/programme", ("Authorization", $"bearer {token}"))).Ok();
        (await client.AskAsync("/api/programme", ("Authorization", $"Bearer x{token}"))).Refused(401, "sign-in-needed");
        (await client.AskAsync("/api/programme", ("Authorization", $"Basic {token}"))).Refused(401, "sign-in-needed");
    }

    [Fact]
    public async Task What_is_not_with_the_bureau_cannot_be_reviewed()
    {
        using var bureau = await host.AsAsync("stat");
        (await bureau.PostAsync($"{Return}/accept")).Refused(409, "return-not-submitted");
        (await bureau.PostAsync($"{Return}/send-back", new { reason = "x" })).Refused(409, "return-not-submitted");
        (await bureau.PostAsync($"{Return}/queries", new { series = "op_revenue", text = "x" })).Refused(409, "return-not-submitted");
    }

    [Fact]
    public async Task An_unready_return_is_told_everything_that_stands_against_it()
    {
        using var zone = await host.AsAsync("snt");
        (await zone.PutAsync("/api/returns/SNT/2022-Q1/figures", ReportingHost.Batch(ReportingHost.Quarter, on: "2022-04-08"))).Receipt();
        const string Address = "/api/returns/SNT/2023-Q1";
        var quarter = ReportingHost.Quarter.ToDictionary();
        quarter.Remove("key_lab");
        quarter["hte_revenue"] = 500m;
        (await zone.PutAsync($"{Address}/figures", ReportingHost.Batch(quarter, on: "2023-04-08"))).Receipt();

        (await zone.PostAsync($"{Address}/submit", new { signatories = Array.Empty<object>() }))
            .Faulty(422, "request-at-fault", ("/signatories", "signatories-missing"));
        (await zone.PostAsync($"{Address}/submit", new { signatories = ReportingHost.Signed })).Faulty(
            409, "return-not-ready",
            ("/figures/key_lab", "series-missing"),
            ("/figures/hte_revenue", "exceeds-whole"),
            ("/explanations", "explanation-missing"));

        quarter["key_lab"] = 3m;
        quarter["hte_revenue"] = 60m;
        (await zone.PutAsync($"{Address}/figures", ReportingHost.Batch(quarter, on: "2023-04-08"))).Receipt();
        (await zone.PostAsync($"{Address}/submit", new
        {
            signatories = ReportingHost.Signed,
            explanations = new[] { new { check = "jump/hte_revenue", text = "三戶企業新認定" } },
            on = "2023-04-09",
        })).Receipt();
        var check = (await zone.AskAsync(Address)).Ok().Json["checks"]!.AsArray().ShouldHaveSingleItem()!;
        check["check"]!.GetValue<string>().ShouldBe("jump/hte_revenue");
        check["level"]!.GetValue<string>().ShouldBe("warning");
        check["explanation"]!.GetValue<string>().ShouldBe("三戶企業新認定");
        check["detail"]!.GetValue<string>().ShouldContain("15.05");
    }
}
