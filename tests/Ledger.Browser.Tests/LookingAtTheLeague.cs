namespace Ledger.Browser.Tests;

/// <summary>The overview, the zones and the targets, over the sample.</summary>
[Collection(ReadersOfTheSample.Name)]
public sealed class LookingAtTheLeague(SampleBrowser host)
{
    [Fact]
    public async Task The_overview_shows_targets_tasks_zones_returns_the_latest_notice_and_whose_move_it_is()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/");
        await Expect(reader.Page.Locator("table.matrix tbody tr")).ToHaveCountAsync(15);
        await Expect(reader.Page.Locator(".notice-number")).ToContainTextAsync("〔2025〕");
        await Expect(reader.Page.Locator(".moves li").Filter(new() { HasText = "2025 Q4" })).ToContainTextAsync("the notice is to be issued");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Returns for 2025 Q4" })).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("table.task-matrix tbody tr")).ToHaveCountAsync(14);
        await Expect(reader.Page.Locator("table.zones-now tbody tr")).ToHaveCountAsync(5);
        await Expect(reader.Page.Locator("table.zones-now a[href='/assessments/2024/scorecards/DLN']")).ToContainTextAsync("2024");
        await reader.ShouldBeAccessibleAsync();
        await reader.ShouldFitAsync();
    }

    [Fact]
    public async Task A_chosen_quarter_shows_the_leagues_share_as_the_ratio_of_sums_against_its_trajectory()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/");
        await reader.Page.Locator("#period").SelectOptionAsync("2023-Q3");
        await reader.Page.Locator(".period-choice button").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("period=2023-Q3", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var share = reader.Page.Locator("table.matrix tr").Filter(new() { HasText = "Q02" });
        await Expect(share.Locator("td").Nth(1)).ToHaveTextAsync("12.33");
        await Expect(share.Locator("td").Nth(2)).ToHaveTextAsync("15.05");
        await Expect(share.Locator("td").Nth(3)).ToHaveTextAsync("−2.72");
        await Expect(share.Locator("td").Nth(4)).ToContainTextAsync("behind");
    }

    [Fact]
    public async Task From_a_number_one_walks_to_what_it_was_reckoned_from_and_to_the_figure()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/?period=2023-Q3");
        await reader.Page.Locator("table.matrix tr").Filter(new() { HasText = "Q02" }).Locator("td").Nth(1).Locator("a").ClickAsync();
        var value = reader.Page.Locator(".quantity").First;
        await Expect(value).ToContainTextAsync("≈ 12.33103");
        await Expect(value).ToContainTextAsync("= 393.56");
        await Expect(value.Locator("a[href='/figures/XLHT/op_revenue/2023-Q3']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task As_of_the_past_the_overview_shows_what_was_known_then()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/?asOf=@60");
        await Expect(reader.MomentBand).ToContainTextAsync("(position 60)");
        await Expect(reader.Page.Locator(".latest-notice .empty-state")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_zone_shows_its_targets_its_figures_and_its_returns()
    {
        await using var reader = await host.SignInAsync("snt", "zh-Hant");
        await reader.OpenAsync("/zones/SNT?period=2023-Q3");
        await Expect(reader.Title).ToHaveTextAsync("錫林郭勒蘇尼特經濟開發區");
        var share = reader.Page.Locator("table.figures").First.Locator("tr").Filter(new() { HasText = "Q02" });
        await Expect(share.Locator("td").First).ToHaveTextAsync("6.00");
        await Expect(share).ToContainTextAsync("−6.35");
        await Expect(reader.Page.Locator("a[href='/figures/SNT/op_revenue/2023-Q3']").First).ToHaveTextAsync("33.00");
        await Expect(reader.Page.Locator("a[href='/review/SNT/2023-Q3']")).ToBeVisibleAsync();
        // Five years of each series, and the numbers behind every drawing.
        await Expect(reader.Page.Locator("figure.story")).ToHaveCountAsync(18);
        await Expect(reader.Page.Locator(".story").First.Locator(".story-table a[href='/figures/SNT/op_revenue/2023-Q3']")).ToHaveTextAsync("33.00");
    }

    [Fact]
    public async Task A_target_is_drawn_over_time_and_told_in_a_table_beside_it()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/indicators/hte_revenue_share");
        await Expect(reader.Page.Locator(".chart svg[role=img]")).ToHaveCountAsync(6);
        await Expect(reader.Page.Locator(".chart svg").First).ToHaveAttributeAsync("aria-label", new Regex("League: .* in 2025 Q4", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var row = reader.Page.Locator("table.figures tbody tr").Filter(new() { HasText = "2023 Q3" });
        await Expect(row.Locator("td").First).ToHaveTextAsync("12.33");
    }

    [Fact]
    public async Task On_paper_a_page_says_which_moment_it_speaks_for_and_leaves_out_what_only_works_on_a_screen()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/");
        await Expect(reader.Page.Locator(".print-only")).ToBeHiddenAsync();
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(reader.Page.Locator(".print-only")).ToContainTextAsync("Printed from the ledger as of");
        foreach (var part in new[] { ".top-bar", ".navigation", ".period-choice", ".latest-notice .button" })
            await Expect(reader.Page.Locator(part)).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("table.matrix")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/", "zh-Hant", 1280)]
    [InlineData("/", "zh-Hans", 400)]
    [InlineData("/", "en", 1280)]
    [InlineData("/zones/XLHT", "zh-Hans", 1280)]
    [InlineData("/zones/SNT", "en", 400)]
    [InlineData("/indicators/inv_patent_growth", "zh-Hant", 400)]
    [InlineData("/indicators/rd_intensity", "en", 1280)]
    [InlineData("/indicators/hte_cult/LEAGUE/2025-Q4", "zh-Hans", 400)]
    [InlineData("/zones/XLHT/op_revenue/2023-Q3", "zh-Hant", 400)]
    [InlineData("/programme/versions", "zh-Hant", 400)]
    [InlineData("/programme/measuring", "zh-Hans", 1280)]
    public async Task Every_page_is_accessible_and_fits(string address, string language, int width)
    {
        await using var reader = await host.SignInAsync("stat", language, width);
        await reader.OpenAsync(address);
        await reader.ShouldBeAccessibleAsync();
        await reader.ShouldFitAsync();
    }
}
