using Ledger.Api.Store;
using Ledger.Browser.Tests.Reporting;
using Ledger.Domain.Assessment.Committee;

namespace Ledger.Browser.Tests.Assessment;

/// <summary>A year as its committee lives through it, from its opening to the public display of its result, and back by reopening.</summary>
[Collection(WhoWorksWithTheCommittee.Name)]
public sealed class LeadingAYear(CommitteeBrowser host)
{
    private const string At = "/assessments/2024";

    private static readonly string[] Zones = ["XLHT", "BYH", "CJCY", "SNT", "DLN"];

    private static readonly string[] Committee = ["member-1", "member-2", "member-3", "chair"];

    private static readonly Words Say = new("en");

    [Fact]
    public async Task A_year_goes_from_its_opening_to_its_public_display_and_nobody_sees_anothers_ballot_before_voting_is_closed()
    {
        await using var secretary = await host.SignInAsync("stb");
        await using var member = await host.SignInAsync("member-1");
        await using var chair = await host.SignInAsync("chair");

        await OpenTheYearAsync(secretary);
        await FreezeAsync(secretary);
        await Expect(secretary.Page.Locator(".act-step .refused")).ToContainTextAsync("member-1/XLHT");
        await DeclareAsync(member);
        foreach (var other in Committee.Skip(1))
        {
            foreach (var zone in Zones)
                await DeclareAsync(other, zone);
        }

        await secretary.OpenAsync(At);
        await FreezeAsync(secretary);
        await Expect(secretary.Page.Locator(".return-head")).ToContainTextAsync(Say["phase.voting"]);

        await ScoreAsync(member);
        await Expect(chair.Page.Locator("body")).ToBeVisibleAsync();
        await NobodySeesAsync(chair, "only member-1 wrote this");
        await NobodySeesAsync(secretary, "only member-1 wrote this");
        await secretary.OpenAsync($"{At}/scoring/DLN");
        await Expect(secretary.Refused).ToContainTextAsync("stb");

        foreach (var officer in Committee)
        {
            foreach (var zone in Zones.Where(zone => (officer, zone) != ("member-1", "XLHT")))
                await VoteAsync(officer, zone);
        }

        await chair.OpenAsync(At);
        await Expect(chair.Page.Locator(".tally")).ToContainTextAsync(Say["committee.tally.all", 57, 57]);
        await PressAsync(chair, "close-voting.do", confirmed: true);
        await Expect(chair.Page.Locator(".return-head")).ToContainTextAsync(Say["phase.adjusting"]);
        await chair.ShouldBeAccessibleAsync();

        await AdjustAsync(secretary);
        await ReadThePastAsync(secretary);
        await RatifyAsync(chair);
        await DisplayAsync(secretary);
        await ReopenAsync(chair);
    }

    private static async Task OpenTheYearAsync(Visitor secretary)
    {
        var page = secretary.Page;
        await secretary.OpenAsync("/assessments");
        await secretary.ShouldBeAccessibleAsync();
        await page.Locator($".to-open a[href='{At}']").ClickAsync();
        await page.Locator("#open-quorum").FillAsync("1");
        await PressAsync(secretary, "open.do", confirmed: true);
        await Expect(page.Locator("#open-quorum-fault")).ToBeVisibleAsync();
        await Expect(page.Locator("#open-quorum")).ToHaveValueAsync("1");
        await secretary.ShouldBeAccessibleAsync();
        await page.GetByLabel("member-3").UncheckAsync();
        await Expect(page.Locator("#open-quorum-hint")).ToContainTextAsync("2");
        await page.GetByLabel("member-3").CheckAsync();
        await page.Locator("#open-quorum").FillAsync("");
        await page.Locator(".unranked summary").ClickAsync();
        await page.Locator("#open-unranked-SNT").FillAsync("merged during the year");
        await PressAsync(secretary, "open.do", confirmed: true);
        await Expect(page.Locator(".done")).ToContainTextAsync(Say["open.done", 2024, ""][..30]);
        await Expect(page.Locator("table.committee tbody tr")).ToHaveCountAsync(4);
        await Expect(page.Locator("main")).ToContainTextAsync("merged during the year");
        await Expect(page.Locator(".year-course [aria-current=step]")).ToContainTextAsync(Say["next_step.declare", 20]);
    }

    /// <summary>Free to judge all but XLHT; before, nothing of a zone's material is shown.</summary>
    private static async Task DeclareAsync(Visitor member)
    {
        var page = member.Page;
        await member.OpenAsync($"{At}/scoring");
        await Expect(page.Locator("table.figures tbody tr")).ToHaveCountAsync(5);
        await page.Locator($"a[href='{At}/scoring/XLHT']").First.ClickAsync();
        await Expect(page.Locator(".material")).ToHaveCountAsync(0);
        await Expect(page.Locator(".ballot")).ToHaveCountAsync(0);
        await page.GetByLabel(Say["interest.conflict"]).CheckAsync();
        await PressAsync(member, "declare.do", confirmed: true);
        await Expect(page.Locator("#declare-text-fault")).ToBeVisibleAsync();
        await member.ShouldBeAccessibleAsync();
        await page.Locator("#declare-text").FillAsync("my sister runs its incubator");
        await PressAsync(member, "declare.do", confirmed: true);
        await Expect(page.Locator(".note")).ToContainTextAsync("my sister runs its incubator");
        await Expect(page.Locator(".ballot")).ToHaveCountAsync(0);

        foreach (var zone in Zones[1..])
        {
            // The link leads from zone to zone, as long as one waits.
            await page.Locator(".scoring-foot a[rel=next]").ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex($"/{zone}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
            await page.GetByLabel(Say["interest.none"]).CheckAsync();
            await PressAsync(member, "declare.do");
            await Expect(page.Locator(".material")).ToBeVisibleAsync();
        }
    }

    private static async Task FreezeAsync(Visitor secretary) => await PressAsync(secretary, "freeze.do", confirmed: true);

    /// <summary>By keyboard, with a paper of one's own; then otherwise.</summary>
    private static async Task ScoreAsync(Visitor member)
    {
        var page = member.Page;
        await member.OpenAsync($"{At}/scoring/XLHT");
        await Expect(page.Locator(".note")).ToContainTextAsync(Say["scoring.recused"]);
        await Expect(page.Locator(".ballot")).ToHaveCountAsync(0);

        await member.OpenAsync($"{At}/scoring/DLN");
        await Expect(page.Locator(".task-facts")).ToContainTextAsync("at the frozen position");
        await Expect(page.Locator(".task-facts tbody tr")).ToContainTextAsync("14");
        await Expect(page.Locator("table.quantitative tbody tr")).ToHaveCountAsync(16);
        await Expect(page.Locator(".material blockquote")).ToContainTextAsync("提檔升級");
        var ballot = page.Locator("#criterion-E1");
        await Expect(ballot.Locator(".rubric label")).ToHaveCountAsync(5);
        await ballot.GetByRole(AriaRole.Button, new() { Name = Say["ballot.do", "E1"], Exact = true }).ClickAsync();
        await Expect(ballot.Locator(".rubric .fault")).ToHaveTextAsync(Say["ballot.unchosen"]);

        await Expect(ballot.Locator("input[type=radio]").First).ToBeEnabledAsync();
        await ballot.Locator("input[type=radio]").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(ballot.Locator("input[value='4']")).ToBeCheckedAsync();
        await ballot.GetByRole(AriaRole.Button, new() { Name = Say["ballot.do", "E1"], Exact = true }).ClickAsync();
        await Expect(ballot.Locator(".field.at-fault")).ToHaveCountAsync(2);
        await Expect(ballot.Locator("input[value='4']")).ToBeCheckedAsync();
        await ballot.Locator("#ballot-E1-reason").FillAsync("only member-1 wrote this");
        await ballot.Locator(".attach summary").ClickAsync();
        await ballot.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "核查.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes("核查") });
        await Expect(ballot.Locator("#ballot-E1-evidence")).ToHaveValueAsync(new Regex("^[0-9a-f]{64}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await ballot.GetByRole(AriaRole.Button, new() { Name = Say["ballot.do", "E1"], Exact = true }).ClickAsync();
        await Expect(ballot.Locator(".ballot-state")).ToContainTextAsync(Say["ballot.sealed"]);

        await ballot.Locator("input[value='3']").CheckAsync();
        await ballot.GetByRole(AriaRole.Button, new() { Name = Say["ballot.again", "E1"], Exact = true }).ClickAsync();
        await Expect(ballot.Locator(".ballot-state")).ToContainTextAsync("Times cast: 2");
        await member.ShouldBeAccessibleAsync();
        await page.ReloadAsync();
        await Expect(ballot.Locator("input[value='3']")).ToBeCheckedAsync();
        await Expect(ballot.Locator("#ballot-E1-reason")).ToHaveValueAsync("only member-1 wrote this");
    }

    private static async Task NobodySeesAsync(Visitor visitor, string words)
    {
        foreach (var address in new[] { At, $"{At}/scoring", $"{At}/scoring/DLN", "/assessments" })
        {
            await visitor.OpenAsync(address);
            (await visitor.Page.ContentAsync()).ShouldNotContain(words, Case.Sensitive, address);
        }

        await visitor.OpenAsync(At);
        await Expect(visitor.Page.Locator(".tally")).ToContainTextAsync(Say["committee.tally.all", 1, 57]);
    }

    private static async Task AdjustAsync(Visitor secretary)
    {
        var page = secretary.Page;
        await secretary.OpenAsync(At);
        await page.Locator(".proposals tr").Filter(new() { HasText = "Duolun" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.Locator("#adjustment-zone")).ToHaveValueAsync("DLN");
        await Expect(page.Locator("#adjustment-item")).ToHaveValueAsync("M1");
        await Expect(page.Locator(".record-item h3").First).ToBeFocusedAsync();
        await PressAsync(secretary, "adjustment.do");
        await Expect(page.Locator("#adjustment-date-fault")).ToHaveTextAsync(Say["paper-fields.date.missing"]);
        await FillPaperAsync(secretary, "adjustment", "");
        await PressAsync(secretary, "adjustment.do");
        await Expect(page.Locator("#adjustment-number-fault")).ToBeVisibleAsync();
        await FillPaperAsync(secretary, "adjustment", "錫統發〔2025〕8號");
        await PressAsync(secretary, "adjustment.do");
        var items = page.Locator("table.items").First.Locator("tbody tr");
        await Expect(items).ToContainTextAsync("錫統發〔2025〕8號");
        await Expect(page.Locator(".proposals .tag.wait, .proposals .tag.good").First).ToBeVisibleAsync();

        await page.Locator("#veto-zone").SelectOptionAsync("SNT");
        await page.Locator("#veto-item").SelectOptionAsync("V1");
        await FillPaperAsync(secretary, "veto", "錫統發〔2025〕9號");
        await PressAsync(secretary, "veto.do", confirmed: true);
        var veto = page.Locator("table.items").Nth(1).Locator("tbody tr");
        await Expect(veto).ToContainTextAsync(Say["items.counts"]);
        await veto.Locator(".lift summary").ClickAsync();
        await FillPaperAsync(secretary, "lift-veto-1", "錫統發〔2025〕10號");
        await veto.GetByRole(AriaRole.Button).ClickAsync();
        await ConfirmAsync(secretary, "lift.do");
        await Expect(page.Locator("#lift-veto-1-reason-fault")).ToBeVisibleAsync();
        await page.Locator("#lift-veto-1-reason").FillAsync("the finding was revoked");
        await secretary.ShouldBeAccessibleAsync();
        await veto.GetByRole(AriaRole.Button).ClickAsync();
        await ConfirmAsync(secretary, "lift.do");
        await Expect(veto).ToContainTextAsync("the finding was revoked");
        await Expect(veto.Locator(".lift")).ToHaveCountAsync(0);
    }

    private async Task ReadThePastAsync(Visitor secretary)
    {
        var head = await host.Reader.HeadAsync(TestContext.Current.CancellationToken);
        await secretary.OpenAsync($"{At}?asOf=@{head.Position}");
        await Expect(secretary.Page.Locator("table.items")).ToHaveCountAsync(2);
        await Expect(secretary.Page.Locator(".judge, .lift")).ToHaveCountAsync(0);
        await secretary.OpenAsync($"{At}?asOf=@3");
        await Expect(secretary.Refused).ToBeVisibleAsync();
    }

    /// <summary>On the result's own page, which the year's page leads to.</summary>
    private static async Task RatifyAsync(Visitor chair)
    {
        var page = chair.Page;
        await chair.OpenAsync(At);
        await page.GetByRole(AriaRole.Link, new() { Name = Say["year.to-ratify"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".ratify[data-ready=true]")).ToBeVisibleAsync();
        await page.Locator("#minutes").FillAsync("the committee met and agreed");
        await page.GetByRole(AriaRole.Button, new() { Name = Say["ratify.do"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".ratify")).ToHaveCountAsync(0);
    }

    private static async Task DisplayAsync(Visitor secretary)
    {
        var page = secretary.Page;
        await secretary.OpenAsync(At);
        await Expect(page.Locator(".year-course")).ToContainTextAsync("the committee met and agreed");
        await Expect(page.Locator(".return-head")).ToContainTextAsync("on public display up to");
        await PressAsync(secretary, "publish.do", confirmed: true);
        await Expect(page.Locator(".act-step .refused")).ToContainTextAsync("it can be published after that");
        await secretary.OpenAsync("/assessments");
        await Expect(page.Locator("table.years tbody tr").Filter(new() { HasText = "2024" })).ToContainTextAsync(": Xilinhot");
    }

    private static async Task ReopenAsync(Visitor chair)
    {
        var page = chair.Page;
        await chair.OpenAsync(At);
        // What is opened before the page answers is drawn anew, and closed.
        await Expect(page.Locator(".reopen button")).ToBeEnabledAsync();
        await page.Locator(".reopen summary").ClickAsync();
        await PressAsync(chair, "reopen.do", confirmed: true);
        await Expect(page.Locator("#reopen-reason-fault")).ToBeVisibleAsync();
        await page.Locator("#reopen-reason").FillAsync("a paper came late");
        await PressAsync(chair, "reopen.do", confirmed: true);
        await Expect(page.Locator(".return-head")).ToContainTextAsync(Say["phase.adjusting"]);
        await Expect(page.Locator(".year-course")).ToContainTextAsync("a paper came late");
    }

    private static async Task FillPaperAsync(Visitor secretary, string form, string number)
    {
        await secretary.Page.Locator($"#{form}-number").FillAsync(number);
        await secretary.Page.Locator($"#{form}-date").FillAsync("2025-02-01");
        await secretary.Page.Locator($"#{form}-organ").FillAsync("盟統計局");
    }

    private static async Task PressAsync(Visitor visitor, string key, bool confirmed = false)
    {
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = Say[key], Exact = true }).ClickAsync();
        if (confirmed)
            await ConfirmAsync(visitor, key);
    }

    private static Task ConfirmAsync(Visitor visitor, string key) =>
        visitor.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Say[key], Exact = true }).ClickAsync();

    private async Task DeclareAsync(string member, string zone) => CommitteeBrowser.Written(await host.Acts.DeclareAsync(
        2024, new(zone, Interest.None, null), As(member), TestContext.Current.CancellationToken));

    private static WriteContext As(string member) => member == "chair" ? CommitteeBrowser.Chair : CommitteeBrowser.Member(member);

    private async Task VoteAsync(string member, string zone)
    {
        foreach (var criterion in new[] { "E1", "E2", "E3" })
        {
            CommitteeBrowser.Written(await host.Acts.CastAsync(
                2024, new(zone, criterion, 4, "現場核查", [host.Evidence]), As(member), TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("stb", "/assessments", "zh-Hant", 400)]
    [InlineData("stb", "/assessments/2023", "zh-Hans", 400)]
    [InlineData("auditor", "/assessments/2022", "zh-Hant", 1280)]
    [InlineData("stb", "/assessments/2021", "zh-Hans", 400)]
    [InlineData("auditor", "/assessments/2021", "en", 400)]
    [InlineData("member-2", "/assessments/2023/scoring", "zh-Hant", 400)]
    [InlineData("member-2", "/assessments/2023/scoring/DLN", "zh-Hans", 400)]
    public async Task Every_page_is_accessible_and_fits(string officer, string address, string language, int width)
    {
        await using var reader = await host.SignInAsync(officer, language, width);
        await reader.OpenAsync(address);
        await reader.ShouldBeAccessibleAsync();
        await reader.ShouldFitAsync();
    }
}
