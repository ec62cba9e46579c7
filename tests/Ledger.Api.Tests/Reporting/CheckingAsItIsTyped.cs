namespace Ledger.Api.Tests.Reporting;

public class CheckingAsItIsTyped(ReportingHost host) : IClassFixture<ReportingHost>
{
    private const string Checks = "/api/returns/XLHT/2023-Q1/checks";

    [Fact]
    public async Task A_whole_and_sound_form_has_no_findings_and_records_nothing()
    {
        using var zone = await host.AsAsync("xlht");
        var before = await host.Reader.HeadAsync(TestContext.Current.CancellationToken);
        (await zone.PostAsync(Checks, ReportingHost.Batch(ReportingHost.Quarter))).Ok().Text.ShouldBe("[]");
        (await host.Reader.HeadAsync(TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Fact]
    public async Task Findings_say_which_series_and_what_is_wrong_in_the_readers_language()
    {
        using var zone = await host.AsAsync("xlht");
        var typed = ReportingHost.Quarter.ToDictionary();
        typed["ht_output"] = 90m;
        typed["op_revenue"] = 1.234m;
        typed.Remove("listing_pool");
        var findings = (await zone.PostAsync(Checks, ReportingHost.Batch(typed), ("Accept-Language", "zh-Hans"))).Ok().Json.AsArray();
        findings.Select(finding => finding!["check"]!.GetValue<string>())
            .ShouldBe(["complete/listing_pool", "precision/op_revenue", "within/hte_revenue", "within/ht_output"], ignoreOrder: true);
        findings.ShouldAllBe(finding => finding!["level"]!.GetValue<string>() == "error");
        findings.Single(finding => finding!["series"]!.GetValue<string>() == "ht_output")!["detail"]!.GetValue<string>()
            .ShouldBe("高新技术产业产值为90，超过其总体工业总产值的88.40；部分不得大于总体。");
    }

    [Fact]
    public async Task The_past_is_looked_at_as_soon_as_it_is_written()
    {
        using var zone = await host.AsAsync("byh");
        (await zone.PutAsync("/api/returns/BYH/2022-Q1/figures", ReportingHost.Batch("hte_count", 30m, on: "2022-04-08"))).Receipt();
        var findings = (await zone.PostAsync("/api/returns/BYH/2023-Q1/checks", ReportingHost.Batch(ReportingHost.Quarter.ToDictionary(
            figure => figure.Key, figure => figure.Key == "hte_count" ? 90m : figure.Value)))).Ok().Json.AsArray();
        findings.ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe("year-on-year-jump");
    }

    [Fact]
    public async Task Lines_that_no_check_looks_at_are_faults()
    {
        using var zone = await host.AsAsync("xlht");
        (await zone.PostAsync(Checks, """
            { "figures": [ { "series": "sei_count", "value": 1 }, { "series": "key_lab", "value": 1 }, { "series": "key_lab", "value": 2 } ] }
            """)).Faulty(
                422, "request-at-fault", ("/figures/0/series", "series-unknown"), ("/figures/2/series", "series-repeated"));
    }
}
