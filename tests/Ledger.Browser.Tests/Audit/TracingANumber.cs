namespace Ledger.Browser.Tests.Audit;

/// <summary>From a number back to its figures by picture and table, and from a figure on to its numbers.</summary>
[Collection(ReadersOfTheSample.Name)]
public sealed class TracingANumber(SampleBrowser host)
{
    private const string Growth = "/explain/notice.2023-Q3.1.2023-Q3.op_revenue.LEAGUE.growth";
    private const string Grade = "/explain/scorecard.2023.1.DLN.final";
    private const string Corrected = "/trace/XLHT/op_revenue/2023-Q2";

    [Fact]
    public async Task The_picture_leads_to_the_figure_the_figure_to_its_numbers_and_those_back()
    {
        await using var auditor = await host.SignInAsync("auditor");
        var page = auditor.Page;
        await auditor.OpenAsync(Growth);
        // The growth, two sums, ten figures: each drawn once, each in the table, each a link.
        await Expect(page.Locator(".derivation-picture a.step-box")).ToHaveCountAsync(13);
        await Expect(page.Locator(".derivation-picture a.figure")).ToHaveCountAsync(10);
        await Expect(page.Locator(".derivation-table tbody tr")).ToHaveCountAsync(13);
        await Expect(page.Locator(".derivation-picture a.whole title")).ToContainTextAsync("7.5");

        await page.Locator(".derivation-picture a.reckoned").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(Growth)}#step-2$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator("#step-2")).ToBeInViewportAsync();

        await page.Locator(".derivation-picture a.figure").Filter(new() { HasText = "Sonid" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/figures/SNT/op_revenue/202[23]-Q3#version-1$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Locator("#version-1 a[href^='/trace/']").ClickAsync();
        await Expect(page.Locator("table.trace tbody tr")).Not.ToHaveCountAsync(0);
        await page.Locator("table.trace tbody tr a").First.ClickAsync();
        await Expect(page.Locator(".derivation-picture")).ToBeVisibleAsync();
        await Expect(page.Locator(".derivation-picture a.figure[href*='/figures/SNT/op_revenue/']")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Each_version_of_a_corrected_figure_has_a_trace_of_its_own()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync(Corrected);
        await Expect(auditor.Page.Locator(".return-head")).ToContainTextAsync("version 2 of 2");
        await auditor.Page.Locator(".return-head a.chip").ClickAsync();
        await Expect(auditor.Page.Locator(".return-head")).ToContainTextAsync("101.30");
        await Expect(auditor.Page.Locator("h3").First).ToContainTextAsync("2023 Q2");
        await auditor.OpenAsync($"{Corrected}?version=2&asOf=@300");
        await Expect(auditor.Refused).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_derivation_is_taken_away_as_prov()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync(Growth);
        var taken = await auditor.Page.RunAndWaitForDownloadAsync(() => auditor.Page.Locator("a[download]").ClickAsync());
        taken.SuggestedFilename.ShouldEndWith(".prov.json");
    }

    [Theory]
    [InlineData(Growth, "zh-Hant", 400)]
    [InlineData(Growth, "zh-Hans", 1280)]
    [InlineData(Grade, "en", 400)]
    [InlineData(Grade, "zh-Hant", 1280)]
    [InlineData("/indicators/hte_revenue_share/SNT/2023-Q3", "zh-Hant", 400)]
    [InlineData(Corrected, "zh-Hans", 400)]
    [InlineData("/trace/DLN/op_revenue/2023-Q4", "zh-Hant", 1280)]
    [InlineData("/trace/DLN/op_revenue/2023-Q4?asOf=@300", "en", 400)]
    public async Task The_pages_are_accessible_and_fit(string address, string language, int width)
    {
        await using var auditor = await host.SignInAsync("auditor", language, width);
        await auditor.OpenAsync(address);
        await Expect(auditor.Page.Locator("main h2, .refused").First).ToBeVisibleAsync();
        await auditor.ShouldBeAccessibleAsync();
        await auditor.ShouldFitAsync();
    }
}
