using Ledger.Api.Programme;
using Ledger.Domain.Programme;

namespace Ledger.Browser.Tests.Reporting;

/// <summary>A quarter's return as its reporter and its reviewer live through it, in each language.</summary>
public sealed class FromReportingToAcceptance(ReturnsHost host) : IClassFixture<ReturnsHost>
{
    private const string Period = "2023-Q3";

    [Theory]
    [InlineData("zh-Hant", "BYH")]
    [InlineData("zh-Hans", "CJCY")]
    [InlineData("en", "XLHT")]
    public async Task A_return_is_filled_in_refused_explained_queried_sent_back_accepted_and_corrected(string language, string zone)
    {
        var words = new Words(language);
        await using var reporter = await host.SignInAsync(zone.ToLowerInvariant(), language);
        await using var reviewer = await host.SignInAsync("stat", language);
        var form = new ReturnPage(reporter, words);
        var review = new ReturnPage(reviewer, words);

        await FillInAsync(form, words);
        await BeRefusedAndKeepWhatWasTypedAsync(form, words, zone);
        await ExplainAndSubmitAsync(form, words);
        await reporter.ShouldBeAccessibleAsync();

        await QueryAndSendBackAsync(review, words, zone);
        await reviewer.ShouldBeAccessibleAsync();
        await AnswerAndSubmitAgainAsync(form, words);
        await AcceptAsync(review, words, zone);

        await AskForACorrectionAsync(form, words, zone);
        await reporter.ShouldBeAccessibleAsync();
        await ApproveAsync(review, words, zone);
        await ReadTheHistoryAsync(review, words, zone);
        await reviewer.ShouldBeAccessibleAsync();

        async Task FillInAsync(ReturnPage page, Words say)
        {
            await page.OpenFormAsync(zone, Period);
            await page.ShouldBeAsync("open");
            await page.Value("op_revenue").FillAsync("24.99");
            await page.Value("op_revenue").PressAsync("Enter");
            await Expect(page.Value("hte_revenue")).ToBeFocusedAsync();
            await page.Page.Keyboard.TypeAsync("156.20");
            await Expect(page.Row("hte_revenue")).ToContainTextAsync(say["fault.exceeds-whole", Name("hte_revenue"), "156.20", Name("op_revenue"), "24.99"]);
            await Expect(page.Value("hte_revenue")).ToHaveAttributeAsync("aria-invalid", "true");

            await page.PasteAsync("op_revenue", "S01\t156.20\nS02\t24.99\r\nS99\t7\n");
            await page.ShouldSayAsync("paste.count", 2, 3);
            await page.ShouldSayAsync("paste_trouble.series_unknown");
            await page.PressAsync("paste.take", 2);
            await Expect(page.Value("op_revenue")).ToHaveValueAsync("156.20");
            await Expect(page.Row("hte_revenue").Locator(".finding")).ToHaveCountAsync(0);

            await page.PressAsync("paste.open");
            await page.Page.Locator("#paste-text").FillAsync(
                string.Join('\n', ReturnsHost.Quarter.Select(value => $"{value.Key}\t{(value.Key == "inv_patent_granted" ? 171m : value.Value)}")));
            await page.PressAsync("paste.take", ReturnsHost.Quarter.Count);
            await Expect(page.Row("inv_patent_granted").Locator(".finding.warning").First).ToContainTextAsync("171");

            await page.Row("rd_inst_new").Locator(".beside-button").ClickAsync();
            await page.Page.Locator("#note-rd_inst_new").FillAsync("名單見附件");
            await page.Page.Locator("#attach-rd_inst_new").SetInputFilesAsync(
                new FilePayload { Name = "名單.csv", MimeType = "text/csv", Buffer = "編號,名稱\n1,研究院\n"u8.ToArray() });
            await Expect(page.Row("rd_inst_new").Locator(".papers")).ToContainTextAsync("名單.csv");
        }

        async Task BeRefusedAndKeepWhatWasTypedAsync(ReturnPage page, Words say, string mine)
        {
            await page.Page.Locator("#on").FillAsync("2023-09-01");
            await page.PressAsync("save.save");
            await Expect(page.Page.Locator(".save .refused")).ToContainTextAsync(say["refusal.return-period-not-over", ReturnsHost.Due, "2023-09-30", "2023-09-01"]);
            await Expect(page.Value("op_revenue")).ToHaveValueAsync("156.20");

            await host.ReportAsync(mine, ReturnsHost.Due, "listing_pool", 11m);
            await page.Page.Locator("#on").FillAsync("2023-10-10");
            await page.PressAsync("save.save");
            await page.ShouldSayAsync("form.stale");
            await Expect(page.Row("listing_pool")).ToContainTextAsync(say["form.stands", "11", 1]);
            await Expect(page.Value("op_revenue")).ToHaveValueAsync("156.20");
            await page.PressAsync("save.save");
            await Expect(page.Done).ToContainTextAsync($"{ReturnsHost.Quarter.Count}");
            await Expect(page.Row("listing_pool")).ToContainTextAsync(say["return.version", 2]);
        }

        async Task ExplainAndSubmitAsync(ReturnPage page, Words say)
        {
            await page.Page.Locator("#submit-on").FillAsync("2023-10-12");
            await page.Page.Locator("#signatory-2").FillAsync("");
            await page.PressAsync("submit.submit");
            await Expect(page.Page.Locator("#signatory-2-fault")).ToHaveTextAsync(say["fault.text-required"]);
            await page.Page.Locator("#signatory-2").FillAsync("蘇和");
            await page.PressAsync("submit.submit");
            await Expect(page.Page.Locator(".explain-warning .fault").First).ToHaveTextAsync(say["submit.explanation.missing"]);
            foreach (var explanation in await page.Page.Locator(".explain-warning textarea").AllAsync())
                await explanation.FillAsync("三季度集中授權");
            await page.PressAsync("submit.submit");
            await page.ShouldBeAsync("submitted");
            await page.ShouldSayAsync("deadline.intime", 3);
        }

        async Task QueryAndSendBackAsync(ReturnPage page, Words say, string theirs)
        {
            await page.OpenAsync($"/review?period={Period}");
            var row = page.Page.Locator("table.board tr", new() { HasText = Said(Plan.Document.FindZone(theirs)!.Name) });
            await Expect(row).ToContainTextAsync(say["return_state.submitted"]);
            await row.Locator("th a").ClickAsync();
            await Expect(page.Page.Locator("[data-field^=value]")).ToHaveCountAsync(0);
            await Expect(page.Row("inv_patent_granted")).ToContainTextAsync("三季度集中授權");
            // A click while the page comes to life is between two pages, and goes to neither.
            await page.ReadyAsync();
            var paper = await page.Page.RunAndWaitForDownloadAsync(() => page.Row("rd_inst_new").Locator(".papers a").ClickAsync());
            (await File.ReadAllTextAsync(await paper.PathAsync(), TestContext.Current.CancellationToken)).ShouldBe("編號,名稱\n1,研究院\n");

            await page.Row("inv_patent_granted").GetByRole(AriaRole.Button, new() { Name = say["query.ask"] }).ClickAsync();
            await page.Page.Locator("#query-inv_patent_granted").FillAsync("請核對授權清單。");
            await page.PressAsync("query.send");
            await Expect(page.Row("inv_patent_granted")).ToContainTextAsync(say["query.unanswered"]);

            await page.PressAsync("accept.do");
            await page.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = say["accept.do"] }).ClickAsync();
            await page.ShouldSayAsync("refusal.query-open", "1");

            await page.Row("inv_patent_granted").GetByRole(AriaRole.Checkbox).CheckAsync();
            await page.PressAsync("send-back.do");
            await Expect(page.Page.Locator("#send-back-fault")).ToHaveTextAsync(say["fault.text-required"]);
            await page.Page.Locator("#send-back").FillAsync("授權量異常，請核實。");
            await page.PressAsync("send-back.do");
            await page.ShouldBeAsync("sent_back");
        }

        async Task AnswerAndSubmitAgainAsync(ReturnPage page, Words say)
        {
            await page.OpenAsync("/my-return");
            await page.ShouldBeAsync("sent_back");
            await Expect(page.Page.Locator(".to-do")).ToContainTextAsync("授權量異常，請核實。");
            await Expect(page.Value("inv_patent_granted")).ToBeEditableAsync();
            await page.Page.Locator("#answer-1").FillAsync("漏除轉讓專利，已改正。");
            await page.PressAsync("query.send-answer");
            await Expect(page.Row("inv_patent_granted").Locator(".answer")).ToContainTextAsync("漏除轉讓專利，已改正。");

            await page.Value("inv_patent_granted").FillAsync("71");
            await page.PressAsync("save.save");
            await Expect(page.Page.Locator("#reason-fault")).ToHaveTextAsync(say["fault.reason-required", zone, ReturnsHost.Due]);
            await page.Page.Locator("#reason").FillAsync("剔除轉讓專利100件");
            await page.PressAsync("save.save");
            await Expect(page.Row("inv_patent_granted")).ToContainTextAsync(say["return.version", 2]);
            await page.PressAsync("submit.submit");
            await page.ShouldBeAsync("submitted");
        }

        async Task AcceptAsync(ReturnPage page, Words say, string theirs)
        {
            await page.OpenAsync($"/review/{theirs}/{Period}");
            await page.PressAsync("accept.do");
            await page.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = say["accept.do"] }).ClickAsync();
            await page.ShouldBeAsync("accepted");
        }

        async Task AskForACorrectionAsync(ReturnPage page, Words say, string mine)
        {
            await page.OpenAsync($"/return/{mine}/{Period}");
            await page.Row("op_revenue").GetByRole(AriaRole.Button, new() { Name = say["correction.ask"] }).ClickAsync();
            await page.Page.Locator("#correction-op_revenue-value").FillAsync("約157");
            await page.PressAsync("correction.send");
            await Expect(page.Page.Locator("#correction-op_revenue-value-fault")).ToHaveTextAsync(say["form.not-a-number", "約157"]);
            await page.Page.Locator("#correction-op_revenue-value").FillAsync("157.05");
            await page.PressAsync("correction.send");
            await Expect(page.Page.Locator("#correction-op_revenue-reason-fault")).ToHaveTextAsync(say["fault.text-required"]);
            await page.Page.Locator("#correction-op_revenue-reason").FillAsync("漏報一家企業");
            await page.PressAsync("correction.send");
            await Expect(page.Page.Locator("#corrections")).ToContainTextAsync(say["corrections.waits"]);
            await Expect(page.Row("op_revenue").Locator("td.value")).ToHaveTextAsync("156.20");
        }

        async Task ApproveAsync(ReturnPage page, Words say, string theirs)
        {
            await page.OpenAsync($"/review/{theirs}/{Period}");
            await Expect(page.Page.Locator("#corrections")).ToContainTextAsync("漏報一家企業");
            await page.PressAsync("ruling.refuse");
            await Expect(page.Page.Locator("#ruling-1-fault")).ToHaveTextAsync(say["fault.text-required"]);
            await page.PressAsync("ruling.approve");
            await Expect(page.Row("op_revenue").Locator("td.value")).ToHaveTextAsync("157.05");
            await Expect(page.Page.Locator("#corrections")).ToContainTextAsync(say["corrections.approved"]);
        }

        async Task ReadTheHistoryAsync(ReturnPage page, Words say, string theirs)
        {
            await page.Row("op_revenue").Locator("td.value a").ClickAsync();
            await Expect(page.Page.Locator(".history-value")).ToContainTextAsync("157.05");
            var versions = page.Page.Locator("table.figures").Filter(new() { Has = page.Page.Locator("td.words") }).Locator("tbody tr");
            await Expect(versions).ToHaveCountAsync(2);
            await Expect(versions.Last).ToContainTextAsync("漏報一家企業");
            await Expect(versions.Last).ToContainTextAsync(say["correction_kind.error"]);
            foreach (var act in new[] { "reported", "submitted", "accepted", "correction_requested", "correction_approved" })
                await Expect(page.Page.Locator(".timeline")).ToContainTextAsync(say[$"figure_act_kind.{act}"]);

            await page.OpenAsync($"/figures/{theirs}/op_revenue/{Period}?knownOn=2023-10-31");
            await Expect(page.Page.Locator(".history-value")).ToContainTextAsync("156.20");
            await versions.First.Locator("a", new() { HasText = "@" }).ClickAsync();
            await Expect(page.Page.Locator(".moment-band")).ToBeVisibleAsync();
            await Expect(page.Page.Locator(".timeline > li")).ToHaveCountAsync(1);
        }

        object Name(string series) => Plan.Document.FindSeries(series)!.Name;

        string Said(Domain.Name name) => language switch { "zh-Hant" => name.ZhHant, "zh-Hans" => name.ZhHans, _ => name.En };
    }
}
