namespace Ledger.Browser.Tests.Audit;

/// <summary>Findings and revisions, over the sample.</summary>
[Collection(ReadersOfTheSample.Name)]
public sealed class AskingWhatIsOdd(SampleBrowser host)
{
    [Fact]
    public async Task An_auditor_is_led_from_a_question_to_the_figure_and_to_its_events()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync("/findings");
        await Expect(auditor.Page.Locator("table.finding-kinds tbody tr")).ToHaveCountAsync(11);
        var corrected = auditor.Page.Locator("#after_publication tbody tr").Filter(new() { HasText = "102.05" });
        await Expect(corrected.Locator("th")).ToContainTextAsync("changed from 101.30 to 102.05");
        await Expect(corrected.Locator("th")).ToContainTextAsync("漏計其4—6月營業收入0.75億元");
        await Expect(corrected.Locator(".stretches a").First).ToHaveAttributeAsync("href", new Regex(@"^/events\?from=@\d+&to=@\d+$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await corrected.Locator(".figures-at-issue a").ClickAsync();
        await Expect(auditor.Page).ToHaveURLAsync(new Regex("/figures/XLHT/op_revenue/2023-Q2$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task The_choice_is_in_the_address_and_the_moment_stays()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync("/findings?asOf=@1500");
        await auditor.Page.Locator("#kind").SelectOptionAsync("cluster");
        await auditor.Page.Locator("#zone").SelectOptionAsync("DLN");
        await auditor.Page.Locator(".audit-choice button").ClickAsync();
        await Expect(auditor.Page).ToHaveURLAsync(new Regex(@"asOf=(?:@|%40)1500&kind=cluster&zone=DLN", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(auditor.MomentBand).ToBeVisibleAsync();
        await Expect(auditor.Page.Locator("table.findings tbody tr")).ToHaveCountAsync(1);
        await auditor.OpenAsync("/findings?kind=guilt");
        await Expect(auditor.Refused).ToContainTextAsync("guilt");
    }

    [Fact]
    public async Task A_revision_stands_in_the_triangle_beside_what_it_changed()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync("/revisions");
        await auditor.Page.Locator("table.revision-statistics a").Filter(new() { HasText = "Operating revenue" }).First.ClickAsync();
        await Expect(auditor.Page).ToHaveURLAsync(new Regex("series=op_revenue", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var revised = auditor.Page.Locator("table.triangle tr.revised").Filter(new() { HasText = "2023 Q2" });
        await Expect(revised.Locator("td.n").First).ToContainTextAsync("101.30");
        await Expect(revised.Locator("td.n").First).ToContainTextAsync("示例通報〔2023〕3號");
        await Expect(revised.Locator("td.n").Nth(1)).ToContainTextAsync("102.05");
        await Expect(auditor.Page.Locator("table.consequences tbody tr").Filter(new() { HasText = "2023 Q2" })).ToContainTextAsync("102.05");
        await Expect(auditor.Page.Locator(".revision-map svg")).ToHaveAttributeAsync("aria-label", new Regex(@": \d+ of \d+ accepted figures", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task On_paper_the_questions_stay_and_the_choice_is_left_out()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync("/findings?kind=after_publication");
        await auditor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(auditor.Page.Locator(".audit-choice")).ToBeHiddenAsync();
        await Expect(auditor.Page.Locator("table.findings tbody tr").First).ToBeVisibleAsync();
        await Expect(auditor.Page.Locator(".print-only")).ToContainTextAsync("Printed from the ledger as of");
    }

    [Theory]
    [InlineData("/findings", "zh-Hant", 400, "審計疑問")]
    [InlineData("/findings?zone=XLHT", "zh-Hans", 1280, "审计疑问")]
    [InlineData("/revisions", "zh-Hans", 400, "数据修订")]
    [InlineData("/revisions?series=op_revenue", "zh-Hant", 1280, "數據修訂")]
    [InlineData("/revisions?series=inv_patent_granted&zone=CJCY", "en", 400, "Revisions")]
    [InlineData("/findings?asOf=@30", "en", 1280, "Findings")]
    [InlineData("/revisions?asOf=@30", "zh-Hant", 1280, "數據修訂")]
    public async Task Both_pages_are_accessible_and_fit(string address, string language, int width, string title)
    {
        await using var auditor = await host.SignInAsync("auditor", language, width);
        await auditor.OpenAsync(address);
        await Expect(auditor.Title).ToHaveTextAsync(title);
        await auditor.ShouldBeAccessibleAsync();
        await auditor.ShouldFitAsync();
    }
}
