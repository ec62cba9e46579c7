using Ledger.Browser.Tests.Reporting;
using Ledger.Domain.Access;

namespace Ledger.Browser.Tests.Conference;

/// <summary>Returns are accepted up to 2023-Q2, a bureau has an officer for its key tasks, and the joint conference has two seats; it has not met.</summary>
public sealed class WholePlanBrowser : ReturnsHost
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AppointAsync("hrb", "HRB", Role.Unit);
        await ConferenceBrowser.SeatAsync(Services);
    }
}

/// <summary>A unit reports a task, the office supervises it, the conference decides an allocation, and the quarter's notice shows all three.</summary>
public sealed class FromTheTaskToTheNotice(WholePlanBrowser host) : IClassFixture<WholePlanBrowser>
{
    private const string Quarter = "2023-Q2";
    private const string Reported = "示例：引才辦法尚在徵求意見";
    private const string Required = "示例：限期印發引才辦法";
    private const string Decided = "示例：企業研發中心由錫林浩特調劑1家給蘇尼特，分別為10家、4家";
    private static readonly Words Words = new("zh-Hant");

    [Fact]
    public async Task Each_does_their_part_and_the_notice_leads_back_to_it()
    {
        await using var unit = await host.SignInAsync("hrb", "zh-Hant");
        await using var office = await host.SignInAsync("stb", "zh-Hant");

        await ReportAsync(unit);
        await SuperviseAsync(office);
        await DecideAsync(office);
        await AmendAsync(office);
        await IssueAsync(office);
        await ReadAsync(unit);
        await PrintAsync(office);
    }

    private static async Task ReportAsync(Visitor unit)
    {
        await unit.OpenAsync("/");
        await unit.Navigation.GetByText(Words["nav.tasks"]).ClickAsync();
        await unit.Page.Locator("#task-T2\\.4").GetByRole(AriaRole.Link, new() { Name = "盟人社局" }).ClickAsync();
        await unit.FormReadyAsync();
        await unit.Page.Locator("#report-period").SelectOptionAsync(Quarter);
        await unit.Page.Locator("#report-state").SelectOptionAsync("Behind");
        await unit.Page.Locator("#report-text").FillAsync(Reported);
        await unit.Page.Locator("#report-on").FillAsync("2023-07-05");
        await PressAsync(unit, Words["taskpart.report.do"]);
        await ConfirmAsync(unit, "taskpart.report.do");
        await Expect(unit.Page.Locator(".task-report")).ToContainTextAsync(Reported);
    }

    private static async Task SuperviseAsync(Visitor office)
    {
        await office.OpenAsync("/tasks/T2.4/HRB");
        await office.FormReadyAsync();
        await OpenAsync(office, Words["taskpart.supervise.title"]);
        await office.Page.Locator("#supervise-text").FillAsync(Required);
        await office.Page.Locator("#supervise-due").FillAsync("2023-08-15");
        await office.Page.Locator("#supervise-on").FillAsync("2023-07-10");
        await PressAsync(office, Words["taskpart.supervise"]);
        await ConfirmAsync(office, "taskpart.supervise");
        await Expect(office.Page.Locator(".supervision")).ToContainTextAsync(Required);
    }

    private static async Task DecideAsync(Visitor office)
    {
        await office.OpenAsync("/conference");
        await office.FormReadyAsync();
        await OpenAsync(office, Words["meeting.convene"]);
        await office.Page.Locator("#convene-number").FillAsync("2023-1");
        await office.Page.Locator("#convene-meets").FillAsync("2023-06-20");
        await office.Page.Locator("#convene-on").FillAsync("2023-06-10");
        await office.Page.Locator("#convene-items-0-title").FillAsync("示例：調整企業研發中心目標分解");
        await PressAsync(office, Words["meeting.convene"]);
        await office.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = Words["meeting.of", "2023-1"] }).ClickAsync();
        await office.Page.WaitForURLAsync("**/conference/2023-1");
        await office.FormReadyAsync();
        await OpenAsync(office, Words["meeting.hold"]);
        await office.Page.Locator("#held-on").FillAsync("2023-06-20");
        await PressAsync(office, Words["meeting.hold"]);
        await OpenAsync(office, Words["meeting.decide", 1]);
        await office.Page.Locator("#decide-1-text").FillAsync(Decided);
        await office.Page.Locator("#decide-1-on").FillAsync("2023-06-20");
        await PressAsync(office, Words["meeting.decide", 1]);
        await Expect(office.Page.Locator("#item-1 .tag").First).ToHaveTextAsync(Words["decision_outcome.adopted"]);
    }

    private static async Task AmendAsync(Visitor office)
    {
        // The decision leads to what it is for.
        await office.Page.Locator("#item-1").GetByRole(AriaRole.Link, new() { Name = Words["meeting.amend"] }).ClickAsync();
        await office.FormReadyAsync();
        await Expect(office.Page.Locator("#decision")).ToHaveValueAsync("2023-1/1");
        await office.Page.Locator("#subject").SelectOptionAsync("ent_rd_center");
        await Expect(office.Page.Locator("#part-XLHT")).ToHaveValueAsync("11");
        await office.Page.Locator("#part-XLHT").FillAsync("10");
        await office.Page.Locator("#part-SNT").FillAsync("4");
        await office.Page.Locator("#on").FillAsync("2023-06-25");
        await PressAsync(office, Words["allocation.try"]);
        await Expect(office.Page.Locator("table.effect")).ToContainTextAsync("11 → 10");
        await PressAsync(office, Words["allocation.record"]);
        await ConfirmAsync(office, "allocation.record");
        await Expect(office.Page.Locator("#target-ent_rd_center")).ToContainTextAsync(Words["decision.of", "2023-1/1"]);
    }

    private static async Task IssueAsync(Visitor office)
    {
        await office.OpenAsync("/notices");
        await office.Page.Locator($".open-notices a[href='/notices/{Quarter}/draft']").ClickAsync();
        await office.ReadyAsync();
        foreach (var shown in new[] { Required, Decided })
            await Expect(office.Page.Locator(".paper-preview")).ToContainTextAsync(shown);
        await office.Page.Locator("#on").FillAsync("2023-08-31");
        await office.Page.Locator(".judge button").ClickAsync();
        await ConfirmAsync(office, "issue.do");
        await office.Page.WaitForURLAsync($"**/notices/{Quarter}/1");
    }

    /// <summary>By who is told of in it; each of the three leads back to where it was done.</summary>
    private static async Task ReadAsync(Visitor unit)
    {
        var main = unit.Page.Locator("main");
        await unit.OpenAsync("/notices");
        await main.Locator($"a[href='/notices/{Quarter}/1']").First.ClickAsync();
        await Expect(unit.Page.Locator("table.task-tally tr", new() { HasText = "盟人社局" }).Locator("td")).ToHaveTextAsync(["2", "0", "0", "1", "0", "1", "1"]);
        var supervised = unit.Page.Locator("table.supervised tbody tr");
        foreach (var shown in new[] { "盟人社局", Required, "2023-08-15" })
            await Expect(supervised).ToContainTextAsync(shown);
        await Expect(main).ToContainTextAsync(Decided);
        await unit.ShouldBeAccessibleAsync();
        await unit.ShouldFitAsync();

        await supervised.GetByRole(AriaRole.Link).ClickAsync();
        await unit.Page.WaitForURLAsync("**/tasks/T2.4/HRB");
        await Expect(unit.Page.Locator(".supervision")).ToContainTextAsync(Required);
        await unit.Page.GoBackAsync();
        await main.Locator(".sentence", new() { HasText = Decided }).GetByRole(AriaRole.Link).ClickAsync();
        await unit.Page.WaitForURLAsync("**/conference/2023-1#item-1");
        await Expect(unit.Page.Locator("#item-1 .rests")).ToContainTextAsync("第2版");
        // What is for the office to do is not offered to who may not.
        await Expect(unit.Page.Locator("#item-1").GetByRole(AriaRole.Link, new() { Name = Words["meeting.amend"] })).ToHaveCountAsync(0);
    }

    private static async Task PrintAsync(Visitor office)
    {
        await office.OpenAsync($"/notices/{Quarter}/1/paper?lang=zh-Hant");
        var paper = office.Page.Locator(".paper");
        foreach (var shown in new[] { "盟人社局", Required, "2023年8月15日", Decided })
            await Expect(paper).ToContainTextAsync(shown);
        (await office.Page.PdfAsync(new() { PreferCSSPageSize = true })).Length.ShouldBeGreaterThan(20_000);
    }

    private static Task OpenAsync(Visitor visitor, string text) =>
        visitor.Page.Locator("main summary").Filter(new() { HasText = text }).First.ClickAsync();

    private static Task PressAsync(Visitor visitor, string text) =>
        visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = text, Exact = true }).First.ClickAsync();

    private static Task ConfirmAsync(Visitor visitor, string key) =>
        visitor.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words[key], Exact = true }).ClickAsync();
}
