namespace Ledger.Api.Tests.Reporting;

public class SpeakingThreeLanguages(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Theory]
    [InlineData("en", "Not allowed", "Your role may not do this (report figures); this is for: zone reporter.")]
    [InlineData("zh-Hant", "無權辦理", "您的角色不能辦理此事項（填報數據），應由開發區填報人辦理。")]
    [InlineData("zh-Hans", "无权办理", "您的角色不能办理此事项（填报数据），应由开发区填报人办理。")]
    public async Task A_reviewer_who_writes_a_figure_is_told_whose_it_is(string language, string title, string detail)
    {
        using var bureau = await host.AsAsync("stat");
        var problem = (await bureau.PutAsync(
            "/api/returns/XLHT/2023-Q1/figures", ReportingHost.Batch("op_revenue", 1m), ("Accept-Language", language))).Refused(403, "not-allowed");
        (problem.Title, problem.Detail).ShouldBe((title, detail));
    }

    [Theory]
    [InlineData("en", "Operating revenue is stated in 100 million yuan to 2 decimal places; 1.005 has more.")]
    [InlineData("zh-Hant", "營業收入總額以億元為單位，保留2位小數；1.005的小數位過多。")]
    [InlineData("zh-Hans", "营业收入总额以亿元为单位，保留2位小数；1.005的小数位过多。")]
    public async Task A_fault_names_the_series_as_the_reader_does(string language, string detail)
    {
        using var zone = await host.AsAsync("xlht");
        (await zone.PutAsync(
            "/api/returns/XLHT/2023-Q1/figures", ReportingHost.Batch("op_revenue", 1.005m), ("Accept-Language", language)))
            .Refused(422, "request-at-fault").Errors.ShouldHaveSingleItem().Detail.ShouldBe(detail);
    }

    [Fact]
    public async Task Who_says_nothing_is_answered_in_the_plans_own_script()
    {
        using var auditor = await host.AsAsync("auditor");
        auditor.DefaultRequestHeaders.AcceptLanguage.Clear();
        (await auditor.AskAsync("/api/returns/XLHT/soon")).Refused(400, "period-malformed").Detail.ShouldContain("報告期");
    }
}
