using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Browser.Tests.Reporting;
using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Browser.Tests.Notices;

/// <summary>A quarter's notice as its secretary lives through it, in each language: drafted, issued, explained, printed, superseded.</summary>
public sealed class FromDraftToPaper(ReturnsHost host) : IClassFixture<ReturnsHost>
{
    [Theory]
    [InlineData("zh-Hant", "2022-Q2")]
    [InlineData("zh-Hans", "2022-Q3")]
    [InlineData("en", "2022-Q4")]
    public async Task A_notice_is_issued_explained_printed_and_superseded(string language, string quarter)
    {
        var say = new Words(language);
        await using var secretary = await host.SignInAsync("stb", language);
        var page = secretary.Page;

        await secretary.OpenAsync("/notices");
        await secretary.ShouldBeAccessibleAsync();
        await page.Locator($".open-notices a[href='/notices/{quarter}/draft']").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(say["draft.complete"]);
        await Expect(page.Locator(".paper-preview .paper-number")).ToHaveTextAsync(say["paper.draft-number"]);
        await secretary.ShouldBeAccessibleAsync();
        await secretary.ShouldFitAsync();

        var before = await host.Reader.HeadAsync(TestContext.Current.CancellationToken);
        await page.Locator("#number").FillAsync("五號");
        await page.Locator("#on").FillAsync("2023-08-31");
        await PressAsync("issue.do");
        await Expect(page.Locator(".judge .refused")).ToContainTextAsync("五號");
        await page.Locator("#number").FillAsync("");
        await PressAsync("issue.do");
        await page.WaitForURLAsync($"**/notices/{quarter}/1");
        await Expect(page.Locator(".proof .tag.good")).ToHaveTextAsync(say["notice.proof.holds"]);
        await Expect(page.Locator(".return-head")).ToContainTextAsync("錫盟科通報〔2023〕");
        await secretary.ShouldBeAccessibleAsync();
        await secretary.ShouldFitAsync();

        await page.Locator("table.figures a.num").First.ClickAsync();
        await Expect(page.Locator(".derivation")).ToBeVisibleAsync();
        await Expect(page.Locator("tr[id^=fact-]").First).ToContainTextAsync("@");
        await secretary.ShouldBeAccessibleAsync();
        await page.Locator("tr[id^=fact-] th a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/figures/", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await secretary.OpenAsync($"/notices/{quarter}/1/paper?lang=zh-Hant");
        await Expect(page.Locator(".paper-organ")).ToHaveTextAsync("錫林郭勒盟科技局文件");
        await Expect(page.Locator(".paper-translation")).ToHaveCountAsync(0);
        await Expect(page.Locator(".paper-seal")).ToHaveTextAsync("（待用印）");
        await secretary.ShouldBeAccessibleAsync();
        (await page.PdfAsync(new() { PreferCSSPageSize = true })).Length.ShouldBeGreaterThan(20_000);
        await secretary.OpenAsync($"/notices/{quarter}/1/paper?lang=en");
        await Expect(page.Locator(".paper-translation")).ToBeVisibleAsync();

        await CorrectAsync("XLHT", Period.Parse(quarter), 140.00m);
        await secretary.OpenAsync($"/notices/{quarter}/1");
        await PressAsync("supersede.do");
        await Expect(page.Locator(".field.at-fault")).ToBeVisibleAsync();
        await page.Locator("#reason").FillAsync("據更正重新計算");
        await page.Locator("#on").FillAsync("2023-09-30");
        await PressAsync("supersede.do");
        await page.WaitForURLAsync($"**/notices/{quarter}/2");
        await Expect(page.Locator("main")).ToContainTextAsync("據更正重新計算");
        await Expect(page.Locator("table.figures").First).ToContainTextAsync("140.00");
        await secretary.ShouldBeAccessibleAsync();

        await secretary.OpenAsync($"/notices/{quarter}/1");
        await Expect(page.Locator(".note")).ToContainTextAsync(say["notice.superseded", 1, 2]);
        await Expect(page.Locator(".proof .tag.good")).ToBeVisibleAsync();
        await secretary.OpenAsync($"/notices/{quarter}/1?asOf=@{before.Position}");
        await Expect(secretary.Refused).ToContainTextAsync(say["refusal.notice-unknown", Period.Parse(quarter)]);

        async Task PressAsync(string key)
        {
            await page.Locator(".judge button").ClickAsync();
            await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = say[key], Exact = true }).ClickAsync();
        }
    }

    [Fact]
    public async Task Who_may_not_issue_reads_the_draft_and_is_offered_nothing()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync("/notices/2023-Q2/draft");
        await Expect(auditor.Page.Locator(".paper-preview")).ToBeVisibleAsync();
        await Expect(auditor.Page.Locator(".judge")).ToHaveCountAsync(0);
    }

    private async Task CorrectAsync(string zone, Period period, decimal value)
    {
        var acts = host.Services.GetRequiredService<ReturnActs>();
        var asked = await acts.RequestCorrectionAsync(
            zone, period, new("op_revenue", value, CorrectionKind.Error, "漏報一戶企業", [], new LocalDate(2023, 8, 1)),
            new(new Actor(zone.ToLowerInvariant(), zone, Role.Reporter, zone)), CancellationToken.None);
        asked.ShouldBeOfType<WriteResult.Written>();
        var approved = await acts.ApproveCorrectionAsync(
            zone, period, new(1, null, new LocalDate(2023, 8, 3)), new(new Actor("stat", "STAT", Role.Reviewer)), CancellationToken.None);
        approved.ShouldBeOfType<WriteResult.Written>();
    }
}
