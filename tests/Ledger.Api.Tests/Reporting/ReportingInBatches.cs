using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Ledger.Api.Tests.Reporting;

public class ReportingInBatches(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task One_bad_line_stores_nothing_and_every_fault_is_listed_where_it_is()
    {
        using var zone = await host.AsAsync("xlht");
        const string Address = "/api/returns/XLHT/2022-Q1";
        var answer = await zone.PutAsync($"{Address}/figures", $$"""
            {
              "figures": [
                { "series": "op_revenue", "value": 101.30 },
                { "series": "gross_ind_output", "value": 1.005 },
                { "series": "hte_count", "value": -3 },
                { "series": "key_lab", "value": 2.5 },
                { "series": "op_revenue", "value": 99 },
                { "series": "sei_count", "value": 1 },
                { "series": "no_such", "value": 1 },
                { "series": "incubator", "value": 1, "evidence": ["{{new string('0', 64)}}"] }
              ],
              "on": "2022-04-08"
            }
            """);
        answer.Faulty(
            422, "request-at-fault",
            ("/figures/1/value", "value-too-precise"),
            ("/figures/2/value", "value-negative"),
            ("/figures/3/value", "value-not-whole"),
            ("/figures/4/series", "series-repeated"),
            ("/figures/5/series", "series-not-due"),
            ("/figures/6/series", "series-unknown"),
            ("/figures/7/evidence/0", "evidence-unknown"));
        var untouched = (await zone.AskAsync(Address)).Ok().Json;
        untouched["version"]!.GetValue<int>().ShouldBe(0);
        (await zone.AskAsync("/api/figures?zone=XLHT&period=2022-Q1")).Ok().Text.ShouldBe("[]");
    }

    [Fact]
    public async Task Numbers_keep_the_scale_of_their_series()
    {
        using var zone = await host.AsAsync("byh");
        (await zone.PutAsync("/api/returns/BYH/2022-Q1/figures", """
            { "figures": [ { "series": "op_revenue", "value": 156.2 }, { "series": "gross_ind_output", "value": 7 }, { "series": "hte_count", "value": 12.00 } ] }
            """)).Receipt().Events.ShouldBe(3);
        var figures = (await zone.AskAsync("/api/figures?zone=BYH&period=2022-Q1")).Ok().Text;
        figures.ShouldContain("\"value\":156.20,");
        figures.ShouldContain("\"value\":7.00,");
        figures.ShouldContain("\"value\":12,");
    }

    [Fact]
    public async Task Saying_again_what_stands_appends_nothing()
    {
        using var zone = await host.AsAsync("cjcy");
        const string Address = "/api/returns/CJCY/2022-Q1/figures";
        var first = (await zone.PutAsync(Address, ReportingHost.Batch(ReportingHost.Quarter))).Receipt();
        var second = (await zone.PutAsync(Address, ReportingHost.Batch(ReportingHost.Quarter))).Receipt();
        (second.Version, second.Position, second.Events).ShouldBe((first.Version, first.Position, 0));
    }

    [Theory]
    [InlineData("{}", "/figures")]
    [InlineData("""{ "figures": null }""", "/figures")]
    [InlineData("""{ "figures": [ null ] }""", "/figures/0")]
    [InlineData("""{ "figures": [ { "series": "op_revenue" } ] }""", "/figures/0/value")]
    [InlineData("""{ "figures": [ { "series": "op_revenue", "value": "12" } ] }""", "/figures/0/value")]
    [InlineData("""{ "figures": [ { "series": "op_revenue", "value": 1e400 } ] }""", "/figures/0/value")]
    [InlineData("""{ "figures": [ { "series": null, "value": 1 } ] }""", "/figures/0/series")]
    [InlineData("""{ "figures": [ { "series": "op_revenue", "value": 1, "evidence": [ null ] } ] }""", "/figures/0/evidence/0")]
    [InlineData("""{ "figures": [], "on": "yesterday" }""", "/on")]
    public async Task What_cannot_be_read_is_pointed_at(string body, string pointer)
    {
        using var zone = await host.AsAsync("xlht");
        var problem = (await zone.PutAsync("/api/returns/XLHT/2022-Q2/figures", body)).Refused(400, "body-malformed");
        problem.Errors.ShouldHaveSingleItem().Pointer.ShouldBe(pointer);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[")]
    public async Task What_is_no_json_is_malformed(string body)
    {
        using var zone = await host.AsAsync("xlht");
        ((int)(await zone.PutAsync("/api/returns/XLHT/2022-Q2/figures", body)).Status).ShouldBe(400);
    }

    [Fact]
    public async Task A_batch_without_a_figure_is_refused()
    {
        using var zone = await host.AsAsync("xlht");
        (await zone.PutAsync("/api/returns/XLHT/2022-Q2/figures", """{ "figures": [] }"""))
            .Faulty(422, "request-at-fault", ("/figures", "figures-empty"));
    }

    [Fact]
    public async Task A_figure_may_lean_on_a_paper_that_is_kept()
    {
        using var zone = await host.AsAsync("dln");
        using var form = new MultipartFormDataContent();
        var paper = new ByteArrayContent("%PDF-1.4 營業收入台賬"u8.ToArray());
        paper.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(paper, "file", "台賬.pdf");
        using var kept = await zone.PostAsync("/api/evidence", form, TestContext.Current.CancellationToken);
        var hash = JsonNode.Parse(await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["sha256"]!.GetValue<string>();

        (await zone.PutAsync("/api/returns/DLN/2022-Q1/figures", new
        {
            figures = new[] { new { series = "op_revenue", value = 12m, note = "見台賬", evidence = new[] { hash } } },
        })).Receipt();
        var line = (await zone.AskAsync("/api/returns/DLN/2022-Q1")).Ok().Json["figures"]![0]!;
        line["evidence"]![0]!["name"]!.GetValue<string>().ShouldBe("台賬.pdf");
        line["note"]!.GetValue<string>().ShouldBe("見台賬");
    }

    [Fact]
    public async Task A_period_is_reported_from_its_last_day_on_and_never_in_the_future()
    {
        using var zone = await host.AsAsync("snt");
        (await zone.PutAsync("/api/returns/SNT/2022-Q4/figures", ReportingHost.Batch("op_revenue", 1m, on: "2022-12-30")))
            .Refused(409, "return-period-not-over");
        (await zone.PutAsync("/api/returns/SNT/2022-Q4/figures", ReportingHost.Batch("op_revenue", 1m, on: "2999-01-01")))
            .Refused(422, "date-in-future");
        (await zone.PutAsync("/api/returns/SNT/2022-Q4/figures", ReportingHost.Batch("op_revenue", 1m, on: "2023-01-05"))).Receipt();
        (await zone.PutAsync("/api/returns/SNT/2022-Q4/figures", ReportingHost.Batch("op_revenue", 2m, on: "2023-01-04")))
            .Refused(409, "date-before-previous");
    }

    [Theory]
    [InlineData("/api/returns/XLHT/2022-Q5", 400, "period-malformed")]
    [InlineData("/api/returns/XLHT/next", 400, "period-malformed")]
    [InlineData("/api/returns/NOPE/2022-Q1", 404, "zone-unknown")]
    [InlineData("/api/returns/xlht/2022-Q1", 404, "zone-unknown")]
    [InlineData("/api/returns/XLHT/2019-Q1", 404, "period-outside-programme")]
    [InlineData("/api/returns/XLHT/2022-Q1/nothing", 404, "not-found")]
    [InlineData("/api/returns", 400, "period-malformed")]
    [InlineData("/api/returns?period=2019-Q1", 404, "period-outside-programme")]
    [InlineData("/api/figures?period=Q3", 400, "period-malformed")]
    [InlineData("/api/figures?zone=NOPE", 404, "zone-unknown")]
    [InlineData("/api/figures?series=nope", 404, "series-unknown")]
    [InlineData("/api/figures/XLHT/nope/2022-Q1/history", 404, "series-unknown")]
    [InlineData("/api/figures/XLHT/makerspace/2025-Q4/history", 404, "figure-not-reported")]
    [InlineData("/api/figures?asOf=@99999999", 400, "as-of-invalid")]
    [InlineData("/api/figures?asOf=2999-01-01T00:00:00Z", 400, "as-of-invalid")]
    [InlineData("/api/figures?knownOn=2999", 400, "known-on-invalid")]
    public async Task An_address_that_names_nothing_says_what_would(string address, int status, string code)
    {
        using var auditor = await host.AsAsync("auditor");
        (await auditor.AskAsync(address)).Refused(status, code);
    }

    [Fact]
    public async Task A_write_to_a_return_that_cannot_be_is_refused_alike()
    {
        using var zone = await host.AsAsync("xlht");
        (await zone.PutAsync("/api/returns/XLHT/2022-Q9/figures", ReportingHost.Batch("op_revenue", 1m))).Refused(400, "period-malformed");
        (await zone.PutAsync("/api/returns/XLHT/2019-Q1/figures", ReportingHost.Batch("op_revenue", 1m)))
            .Refused(404, "period-outside-programme");
    }
}
