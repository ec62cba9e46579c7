namespace Ledger.Browser.Tests.Reporting;

/// <summary>Nothing typed is lost, and nobody types where they may not.</summary>
public sealed class KeepingWhatWasTyped(ReturnsHost host) : IClassFixture<ReturnsHost>
{
    private static readonly Words Words = new("en");

    [Fact]
    public async Task What_was_typed_and_not_recorded_is_asked_about_on_leaving_and_is_back_on_returning()
    {
        await using var reporter = await host.SignInAsync("xlht");
        var form = new ReturnPage(reporter, Words);
        await form.OpenFormAsync("XLHT", "2023-Q3");
        await form.Value("op_revenue").FillAsync("156.20");
        await Expect(form.Page.Locator(".save-state")).ToContainTextAsync("1 changed");

        var asked = new TaskCompletionSource<string>();
        form.Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.AcceptAsync();
        };
        await reporter.Navigation.GetByText("Notices").ClickAsync();
        (await asked.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ShouldBe("beforeunload");

        await form.OpenFormAsync("XLHT", "2023-Q3");
        await form.ShouldSayAsync("typed.restored");
        await Expect(form.Value("op_revenue")).ToHaveValueAsync("156.20");
        await form.PressAsync("typed.discard");
        await Expect(form.Value("op_revenue")).ToHaveValueAsync("");
        await form.OpenFormAsync("XLHT", "2023-Q3");
        await Expect(form.Value("op_revenue")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_was_typed_when_the_return_was_accepted_is_refused_and_still_shown()
    {
        await host.HandInAsync("CJCY", ReturnsHost.Due, ReturnsHost.Quarter);
        await using var reporter = await host.SignInAsync("cjcy");
        var form = new ReturnPage(reporter, Words);
        await form.OpenFormAsync("CJCY", "2023-Q3");
        await form.Value("op_revenue").FillAsync("157.05");
        await form.Page.Locator("#reason").FillAsync("one enterprise more");
        await host.AcceptAsync("CJCY", ReturnsHost.Due);
        await form.PressAsync("save.save");
        await form.ShouldSayAsync("form.stale");
        await form.ShouldBeAsync("accepted");
        await Expect(form.Page.Locator(".note", new() { HasText = Words["too-late.lead"] })).ToContainTextAsync("157.05");
        await form.PressAsync("typed.discard");
        await Expect(form.Page.GetByText(Words["too-late.lead"])).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("byh", "/return/XLHT/2023-Q3", "return.read-only.others")]
    [InlineData("stat", "/return/XLHT/2023-Q2", "return.read-only.others")]
    [InlineData("xlht", "/return/XLHT/2023-Q3?asOf=@40", "return.read-only.past")]
    [InlineData("xlht", "/return/XLHT/2023-Q2?knownOn=2023-07-05", "return.read-only.past")]
    public async Task Who_may_not_fill_in_a_return_reads_it_without_a_field(string officer, string address, string why)
    {
        await using var visitor = await host.SignInAsync(officer);
        var page = new ReturnPage(visitor, Words);
        await page.OpenAsync(address);
        await page.ShouldSayAsync(why);
        await Expect(page.Page.Locator("main input, main textarea")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_figure_is_withdrawn_with_a_reason_and_stays_in_its_history()
    {
        await using var reporter = await host.SignInAsync("snt");
        var form = new ReturnPage(reporter, Words);
        await form.OpenFormAsync("SNT", "2023-Q3");
        await form.Value("op_revenue").FillAsync("33.00");
        await form.PressAsync("save.save");
        await Expect(form.Done).ToBeVisibleAsync();
        await form.Value("op_revenue").FillAsync("");
        await Expect(form.Row("op_revenue")).ToContainTextAsync("33.00 stands in the ledger");
        await form.PressAsync("save.save");
        await form.ShouldSayAsync("save.unusable", 1);

        await form.Row("op_revenue").Locator(".beside-button").ClickAsync();
        await form.PressAsync("withdraw.do");
        await Expect(form.Page.Locator("#withdraw-op_revenue-fault")).ToHaveTextAsync(Words["fault.text-required"]);
        await form.Page.Locator("#withdraw-op_revenue").FillAsync("wrong zone");
        await form.PressAsync("withdraw.do");
        await Expect(form.Row("op_revenue")).ToContainTextAsync(Words["figure_status.withdrawn"]);
        await form.OpenAsync("/figures/SNT/op_revenue/2023-Q3");
        await Expect(form.Page.Locator(".timeline")).ToContainTextAsync("wrong zone");
    }

    [Fact]
    public async Task A_number_that_cannot_be_read_is_said_so_beside_its_field_and_nothing_is_recorded()
    {
        await using var reporter = await host.SignInAsync("dln");
        var form = new ReturnPage(reporter, Words);
        await form.OpenFormAsync("DLN", "2023-Q3");
        await form.Value("op_revenue").FillAsync("58.10億");
        await form.Value("hte_revenue").FillAsync("5.81");
        await form.PressAsync("save.save");
        await Expect(form.Row("op_revenue")).ToContainTextAsync(Words["form.not-a-number", "58.10億"]);
        await form.ShouldSayAsync("return.recorded.none");
        await Expect(form.Value("hte_revenue")).ToHaveValueAsync("5.81");
        form.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
    }

    [Theory]
    [InlineData("/return/NONE/2023-Q2")]
    [InlineData("/review/DLN/2029-Q2")]
    [InlineData("/figures/DLN/nothing/2023-Q2")]
    public async Task What_the_programme_does_not_know_is_not_there(string address)
    {
        await using var visitor = await host.SignInAsync("auditor");
        (await visitor.Page.GotoAsync(address))!.Status.ShouldBe(404);
        await Expect(visitor.Title).ToHaveTextAsync(Words["page.not-found.title"]);
    }

    [Theory]
    [InlineData("dln", "/return/DLN/2023-Q3", "en")]
    [InlineData("dln", "/return/DLN/2023-Q2", "zh-Hant")]
    [InlineData("stat", "/review", "zh-Hans")]
    [InlineData("stat", "/review/DLN/2023-Q2", "en")]
    [InlineData("auditor", "/figures/DLN/op_revenue/2023-Q2", "zh-Hant")]
    [InlineData("auditor", "/figures/DLN/rd_exp/2023-Q2", "en")]
    [InlineData("auditor", "/my-return", "zh-Hans")]
    [InlineData("auditor", "/return/NONE/2023-Q2", "en")]
    [InlineData("auditor", "/review/DLN/2029-Q2", "zh-Hant")]
    public async Task Every_page_of_returns_is_accessible_and_fits_a_phone(string officer, string address, string language)
    {
        await using var visitor = await host.SignInAsync(officer, language, width: 400);
        await visitor.OpenAsync(address);
        await visitor.ReadyAsync();
        await visitor.ShouldBeAccessibleAsync();
        await visitor.ShouldFitAsync();
    }
}
