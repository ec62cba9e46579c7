namespace Ledger.Browser.Tests;

/// <summary>The frame of every page: language, navigation by role, the clock, what is not there.</summary>
public sealed class LookingAround(BrowserHost host) : IClassFixture<BrowserHost>
{
    [Fact]
    public async Task The_language_follows_the_browser_until_another_is_chosen_and_the_address_stays()
    {
        await using var visitor = await host.SignInAsync("stat", "zh-CN");
        await visitor.OpenAsync("/");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await visitor.OpenAsync("/?asOf=@2");
        await visitor.SpeakAsync("zh-Hant");
        visitor.Address.ShouldBe("/?asOf=@2");
        await Expect(visitor.Navigation).ToContainTextAsync("總覽");
        await visitor.SpeakAsync("en");
        visitor.Address.ShouldBe("/?asOf=@2");
        await Expect(visitor.Navigation).ToContainTextAsync("Overview");
    }

    [Theory]
    [InlineData("xlht", true)]
    [InlineData("stat", false)]
    [InlineData("stb", false)]
    public async Task Only_a_reporter_has_a_return_of_their_own_in_the_navigation(string officer, bool has)
    {
        await using var visitor = await host.SignInAsync(officer);
        await visitor.OpenAsync("/");
        await Expect(visitor.Navigation.GetByText("My return")).ToHaveCountAsync(has ? 1 : 0);
    }

    [Fact]
    public async Task A_moment_of_the_past_is_chosen_on_the_clock_said_on_a_band_and_carried_along_until_left()
    {
        await using var visitor = await host.SignInAsync("auditor");
        await visitor.OpenAsync("/");
        await Expect(visitor.MomentBand).ToHaveCountAsync(0);
        await visitor.GoBackToAsync(4);
        visitor.Address.ShouldBe("/?asOf=@4");
        await Expect(visitor.MomentBand).ToContainTextAsync("(position 4)");
        foreach (var link in await visitor.Navigation.Locator("a").AllAsync())
            (await link.GetAttributeAsync("href")).ShouldNotBeNull().ShouldContain("asOf=");

        await visitor.MomentBand.GetByText("Back to now").ClickAsync();
        await Expect(visitor.MomentBand).ToHaveCountAsync(0);
        visitor.Address.ShouldBe("/");
    }

    [Fact]
    public async Task The_slider_moves_by_keys_and_says_when_each_position_was_recorded()
    {
        await using var visitor = await host.SignInAsync("auditor");
        await visitor.OpenAsync("/");
        await visitor.ReadyAsync();
        await visitor.Page.Locator(".clock-face").ClickAsync();
        // A press does not wait for what it goes to: what is hidden takes no focus, and the key is lost.
        await Expect(visitor.Page.Locator("#clock-slider")).ToBeVisibleAsync();
        await visitor.Page.Locator("#clock-slider").PressAsync("Home");
        await Expect(visitor.Page.Locator(".clock-note").First).ToContainTextAsync("Position 0 was recorded at");
        await visitor.Page.Locator("#clock-slider").PressAsync("ArrowRight");
        await Expect(visitor.Page.Locator(".clock-note").First).ToContainTextAsync("Position 1 was recorded at");
    }

    [Fact]
    public async Task The_clock_closes_by_escape_and_gives_the_focus_back()
    {
        await using var visitor = await host.SignInAsync("auditor");
        await visitor.OpenAsync("/");
        await visitor.ReadyAsync();
        await visitor.Page.Locator(".clock-face").PressAsync("Enter");
        await Expect(visitor.Page.Locator(".clock-panel")).ToBeVisibleAsync();
        await visitor.Page.Locator("#clock-slider").PressAsync("Escape");
        await Expect(visitor.Page.Locator(".clock-panel")).ToBeHiddenAsync();
        await Expect(visitor.Page.Locator(".clock-face")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_day_up_to_which_papers_count_is_carried_beside_the_position()
    {
        await using var visitor = await host.SignInAsync("auditor");
        await visitor.OpenAsync("/?asOf=@4&knownOn=2023-08-01");
        await Expect(visitor.MomentBand).ToContainTextAsync("Only papers dated 2023-08-01 or earlier");
        (await visitor.Navigation.Locator("a").First.GetAttributeAsync("href")).ShouldBe("/?asOf=@4&knownOn=2023-08-01");
    }

    [Theory]
    [InlineData("/?asOf=@999999", "en", "999999")]
    [InlineData("/?asOf=yesterday", "zh-Hant", "yesterday")]
    [InlineData("/?knownOn=2023-13-01", "zh-Hans", "2023-13-01")]
    public async Task An_address_that_names_no_moment_says_why_in_the_readers_language(string address, string language, string named)
    {
        await using var visitor = await host.SignInAsync("auditor", language);
        await visitor.OpenAsync(address);
        await Expect(visitor.Refused).ToContainTextAsync(named);
    }

    [Theory]
    [InlineData("en", "No such page")]
    [InlineData("zh-Hant", "沒有此頁")]
    [InlineData("zh-Hans", "没有此页")]
    public async Task What_is_not_there_is_said_so_with_status_404(string language, string title)
    {
        await using var visitor = await host.SignInAsync("auditor", language);
        var answer = await visitor.Page.GotoAsync("/nowhere");
        answer!.Status.ShouldBe(404);
        await Expect(visitor.Title).ToHaveTextAsync(title);
    }

    [Fact]
    public async Task Pages_forbid_framing_sniffing_and_scripts_from_elsewhere()
    {
        await using var visitor = await host.VisitAsync();
        var answer = await visitor.Page.GotoAsync("/sign-in");
        var headers = answer!.Headers;
        headers["content-security-policy"].ShouldContain("frame-ancestors 'none'");
        headers["content-security-policy"].ShouldContain("script-src 'self';");
        headers["x-content-type-options"].ShouldBe("nosniff");
        headers["referrer-policy"].ShouldBe("same-origin");
    }

    [Fact]
    public async Task Nothing_is_said_in_the_browsers_console()
    {
        await using var visitor = await host.SignInAsync("auditor");
        var said = new List<string>();
        visitor.Page.Console += (_, message) => { if (message.Type is "error" or "warning") said.Add(message.Text); };
        visitor.Page.PageError += (_, error) => said.Add(error);
        await visitor.OpenAsync("/");
        await visitor.ReadyAsync();
        said.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/sign-in", "zh-Hant")]
    [InlineData("/", "en")]
    [InlineData("/?asOf=@2", "zh-Hans")]
    [InlineData("/nowhere", "zh-Hant")]
    [InlineData("/?asOf=@999999", "en")]
    public async Task Every_page_of_the_frame_is_accessible_and_fits_a_phone(string address, string language)
    {
        await using var visitor = await host.SignInAsync("xlht", language, width: 400);
        await visitor.OpenAsync(address);
        await visitor.ShouldBeAccessibleAsync();
        await visitor.ShouldFitAsync();
        if (await visitor.Page.Locator(".clock-face").CountAsync() > 0)
        {
            await visitor.ReadyAsync();
            await visitor.Page.Locator(".clock-face").ClickAsync();
            await visitor.ShouldBeAccessibleAsync();
            await visitor.ShouldFitAsync();
        }
    }
}
