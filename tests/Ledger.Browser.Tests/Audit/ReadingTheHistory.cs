namespace Ledger.Browser.Tests.Audit;

/// <summary>Events found, opened and compared, over the sample.</summary>
[Collection(ReadersOfTheSample.Name)]
public sealed class ReadingTheHistory(SampleBrowser host)
{
    [Fact]
    public async Task An_auditor_finds_events_goes_on_opens_one_and_comes_to_what_it_concerns()
    {
        await using var auditor = await host.SignInAsync("auditor");
        var page = auditor.Page;
        await auditor.OpenAsync("/");
        await auditor.Navigation.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await Expect(auditor.Title).ToHaveTextAsync("Events");
        await page.Locator("#zone").SelectOptionAsync("XLHT");
        await page.Locator("#type").SelectOptionAsync("figure_reported");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Expect(page.Locator("table.events tbody tr")).ToHaveCountAsync(50);
        await Expect(page.Locator("#zone")).ToHaveValueAsync("XLHT");
        await Expect(page.Locator("table.events tbody tr td.words").First).ToContainTextAsync("reported");
        var newest = await page.Locator("table.events tbody th").First.InnerTextAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Expect(page.Locator("table.events tbody th").First).Not.ToHaveTextAsync(newest);
        await page.GetByRole(AriaRole.Link, new() { Name = "Newer" }).ClickAsync();
        await Expect(page.Locator("table.events tbody th").First).ToHaveTextAsync(newest);

        await page.Locator("table.events tbody th a").First.ClickAsync();
        await Expect(auditor.Title).ToHaveTextAsync($"Event {newest}");
        await Expect(page.Locator(".entry-text").First).ToContainTextAsync("\"stream\": \"return/XLHT/");
        await auditor.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "as it stood then" }).First.ClickAsync();
        await Expect(auditor.MomentBand).ToContainTextAsync(newest[1..]);
        auditor.Address.ShouldStartWith("/figures/XLHT/");
    }

    [Fact]
    public async Task What_cannot_be_searched_for_is_said_beside_the_field_and_nothing_typed_is_lost()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync("/events?period=2023-Q9&text=%E9%87%8D%E8%A4%87");
        await Expect(auditor.Page.Locator("#period-fault")).ToContainTextAsync("2023-Q9");
        await Expect(auditor.Page.Locator("#text")).ToHaveValueAsync("重複");
        await auditor.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task Two_moments_are_compared_and_each_change_leads_to_its_events()
    {
        await using var auditor = await host.SignInAsync("auditor");
        var page = auditor.Page;
        await auditor.OpenAsync("/events?type=correction_approved");
        var corrected = long.Parse((await page.Locator("table.events tbody th").First.InnerTextAsync())[1..], System.Globalization.CultureInfo.InvariantCulture);
        await page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = "Compare" }).ClickAsync();
        await Expect(page.Locator(".empty-state")).ToBeVisibleAsync();
        await page.Locator("#from").FillAsync($"@{corrected - 1}");
        await page.Locator("#to").FillAsync($"@{corrected}");
        await page.Locator(".compare-form button").ClickAsync();
        await Expect(page.Locator(".compare-sum")).ToContainTextAsync("1 events between");
        await Expect(page.Locator("table.compared caption").Filter(new() { HasText = "Figures" })).ToBeVisibleAsync();
        await auditor.ShouldBeAccessibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".compare-form")).ToBeHiddenAsync();
        await Expect(page.Locator("table.compared").First).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.Locator("table.compared").Filter(new() { HasText = "Figures" }).GetByRole(AriaRole.Link, new() { Name = "1 events" }).ClickAsync();
        await Expect(page.Locator("table.events tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("table.events tbody th")).ToHaveTextAsync($"@{corrected}");
    }

    [Theory]
    [InlineData("/events", "zh-Hant", 400)]
    [InlineData("/events?zone=SNT&asOf=@900", "zh-Hans", 1280)]
    [InlineData("/events/2", "zh-Hans", 400)]
    [InlineData("/compare", "zh-Hans", 400)]
    [InlineData("/compare?from=@900&to=@700", "zh-Hant", 400)]
    [InlineData("/compare?from=@1", "en", 1280)]
    public async Task Every_page_is_accessible_and_fits(string address, string language, int width)
    {
        await using var reader = await host.SignInAsync("stat", language, width);
        await reader.OpenAsync(address);
        await Expect(reader.Page.Locator(".tabs")).ToBeVisibleAsync();
        await reader.ShouldBeAccessibleAsync();
        await reader.ShouldFitAsync();
    }
}
