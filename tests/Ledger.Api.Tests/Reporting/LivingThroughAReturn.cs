using System.Text.Json.Nodes;

namespace Ledger.Api.Tests.Reporting;

/// <summary>One return from the first figure to its correction, as each officer does it over HTTP.</summary>
public class LivingThroughAReturn(ReportingHost host) : IClassFixture<ReportingHost>
{
    private const string Return = "/api/returns/XLHT/2023-Q2";

    [Fact]
    public async Task A_return_is_reported_queried_sent_back_accepted_and_corrected()
    {
        using var zone = await host.AsAsync("xlht");
        using var bureau = await host.AsAsync("stat");

        (await zone.AskAsync(Return)).Ok().Json["state"]!.GetValue<string>().ShouldBe("open");
        var reported = (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch(ReportingHost.Quarter, on: "2023-07-05"))).Receipt();
        (reported.Stream, reported.Version, reported.Events).ShouldBe(("return/XLHT/2023-Q2", 16, 16));

        (await zone.PostAsync($"{Return}/submit", new { signatories = ReportingHost.Signed, on = "2023-07-10" })).Receipt().Version.ShouldBe(17);
        var submitted = (await bureau.AskAsync(Return)).Ok().Json;
        submitted["state"]!.GetValue<string>().ShouldBe("submitted");
        submitted["onTime"]!.GetValue<bool>().ShouldBeTrue();
        submitted["dueAt"]!.GetValue<string>().ShouldBe("2023-07-15T09:00:00Z");
        submitted["submissions"]![0]!["signatories"]![0]!["name"]!.GetValue<string>().ShouldBe("其其格");

        (await bureau.PostAsync($"{Return}/queries", new { series = "hte_count", text = "與認定名單不符？", on = "2023-07-11" })).Receipt();
        (await bureau.PostAsync($"{Return}/accept", new { on = "2023-07-11" })).Refused(409, "query-open");
        Line(await zone.AskAsync(Return), "hte_count")["openQuery"]!.GetValue<int>().ShouldBe(1);
        (await zone.PostAsync($"{Return}/queries/1/answer", new { text = "含本月新認定一戶。", on = "2023-07-12" })).Receipt();

        (await bureau.PostAsync($"{Return}/send-back", new { reason = "總產值漏報一戶", series = new[] { "gross_ind_output" }, on = "2023-07-12" }))
            .Receipt();
        (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch("gross_ind_output", 89.1m, on: "2023-07-13")))
            .Faulty(422, "request-at-fault", ("/reason", "reason-required"));
        (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch("gross_ind_output", 89.1m, on: "2023-07-13", reason: "補報一戶"))).Receipt();
        (await zone.PostAsync($"{Return}/submit", new { signatories = ReportingHost.Signed, on = "2023-07-13" })).Receipt();
        (await bureau.PostAsync($"{Return}/accept", new { on = "2023-07-20" })).Receipt();

        (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch("op_revenue", 102.05m, reason: "漏報"))).Refused(409, "return-accepted");
        (await zone.PostAsync($"{Return}/corrections", new
        {
            series = "op_revenue", value = 102.05m, kind = "error", reason = "漏報一戶企業", on = "2023-08-20",
        })).Receipt();
        Line(await bureau.AskAsync(Return), "op_revenue")["status"]!.GetValue<string>().ShouldBe("correction_requested");
        (await bureau.PostAsync($"{Return}/corrections/1/approve", new { on = "2023-10-20" })).Receipt();

        (await zone.PostAsync($"{Return}/corrections", new
        {
            series = "key_lab", value = 9m, kind = "revision", reason = "年度修訂", on = "2023-10-21",
        })).Receipt();
        (await bureau.PostAsync($"{Return}/corrections/2/refuse", new { reason = "依據不足", on = "2023-10-22" })).Receipt();
        (await bureau.PostAsync($"{Return}/corrections/2/approve")).Refused(409, "correction-decided");
        (await bureau.PostAsync($"{Return}/corrections/3/approve")).Refused(404, "correction-unknown");

        var end = await zone.AskAsync(Return);
        end.Ok().Json["state"]!.GetValue<string>().ShouldBe("accepted");
        Line(end, "op_revenue").ToJsonString().ShouldContain("\"value\":102.05,\"status\":\"accepted\",\"version\":2");
        Line(end, "gross_ind_output").ToJsonString().ShouldContain("\"value\":89.10,");
        Line(end, "key_lab").ToJsonString().ShouldContain("\"value\":3,\"status\":\"accepted\",\"version\":1");
        end.Json["sentBack"]![0]!["reason"]!.GetValue<string>().ShouldBe("總產值漏報一戶");
        end.Json["queries"]![0]!["answer"]!["text"]!.GetValue<string>().ShouldBe("含本月新認定一戶。");
        end.Json["corrections"]![1]!["ruling"]!["approved"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_figure_can_be_taken_back_and_then_stands_as_withdrawn()
    {
        using var zone = await host.AsAsync("byh");
        const string Address = "/api/returns/BYH/2023-Q1";
        (await zone.PutAsync($"{Address}/figures", ReportingHost.Batch("op_revenue", 40m, on: "2023-04-03"))).Receipt();
        (await zone.CallAsync("DELETE", $"{Address}/figures/op_revenue", new { reason = " " }))
            .Faulty(422, "request-at-fault", ("/reason", "text-required"));
        (await zone.CallAsync("DELETE", $"{Address}/figures/op_revenue", new { reason = "誤填", on = "2023-04-04" })).Receipt();
        Line(await zone.AskAsync(Address), "op_revenue")["status"]!.GetValue<string>().ShouldBe("withdrawn");
        (await zone.CallAsync("DELETE", $"{Address}/figures/hte_count", new { reason = "誤填" })).Refused(404, "figure-not-reported");
    }

    [Fact]
    public async Task A_return_shows_what_the_zone_stated_a_quarter_and_a_year_ago()
    {
        using var zone = await host.AsAsync("snt");
        foreach (var (period, value) in new[] { ("2021-Q4", 40m), ("2022-Q1", 10m), ("2022-Q4", 44m) })
            (await zone.PutAsync($"/api/returns/SNT/{period}/figures", ReportingHost.Batch("op_revenue", value, on: "2023-01-10"))).Receipt();

        var line = Line(await zone.AskAsync("/api/returns/SNT/2023-Q1"), "op_revenue");
        line["value"].ShouldBeNull();
        line["lastQuarter"]!.ToJsonString().ShouldStartWith("""{"period":"2022-Q4","value":44.00,""");
        line["lastYear"]!.ToJsonString().ShouldStartWith("""{"period":"2022-Q1","value":10.00,""");
        Line(await zone.AskAsync("/api/returns/SNT/2022"), "rd_exp")["demand"]!.GetValue<string>().ShouldBe("required");
    }

    [Fact]
    public async Task The_board_shows_every_zone_of_the_period()
    {
        using var zone = await host.AsAsync("dln");
        using var bureau = await host.AsAsync("stat");
        (await zone.PutAsync("/api/returns/DLN/2022-Q3/figures", ReportingHost.Batch(ReportingHost.Quarter, on: "2022-10-08"))).Receipt();
        (await zone.PostAsync("/api/returns/DLN/2022-Q3/submit", new { signatories = ReportingHost.Signed, on = "2022-10-16" })).Receipt();

        var board = (await bureau.AskAsync("/api/returns?period=2022-Q3")).Ok().Json;
        board["dueAt"]!.GetValue<string>().ShouldBe("2022-10-15T09:00:00Z");
        board["zones"]!.AsArray().Select(row => row!["zone"]!.GetValue<string>()).ShouldBe(["XLHT", "BYH", "CJCY", "SNT", "DLN"]);
        var late = board["zones"]![4]!;
        late["state"]!.GetValue<string>().ShouldBe("submitted");
        late["onTime"]!.GetValue<bool>().ShouldBeFalse();
        (late["required"]!.GetValue<int>(), late["stated"]!.GetValue<int>(), late["errors"]!.GetValue<int>()).ShouldBe((16, 16, 0));
        var untouched = board["zones"]![0]!;
        untouched["onTime"].ShouldBeNull();
        (untouched["stated"]!.GetValue<int>(), untouched["errors"]!.GetValue<int>(), untouched["version"]!.GetValue<int>()).ShouldBe((0, 16, 0));
    }

    private static JsonNode Line(Answer answer, string series) =>
        answer.Ok().Json["figures"]!.AsArray().Single(line => line!["series"]!.GetValue<string>() == series)!;
}
