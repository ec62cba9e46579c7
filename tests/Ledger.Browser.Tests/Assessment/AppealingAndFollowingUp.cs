using Ledger.Browser.Tests.Reporting;

namespace Ledger.Browser.Tests.Assessment;

/// <summary>From an appeal to the result that supersedes, and from a grade to what it leads to, done or reversed.</summary>
[Collection(WhoWorksWithTheCommittee.Name)]
public sealed class AppealingAndFollowingUp(CommitteeBrowser host)
{
    private const string Appeals = "/assessments/2022/appeals";
    private static readonly Words Words = new("en");

    [Fact]
    public async Task A_zone_appeals_the_chair_sees_what_a_remedy_changes_and_upholds_and_both_editions_stay()
    {
        await using var zone = await host.SignInAsync("dln");
        await OpenAsync(zone, "/assessments/2022/outcomes");
        var plan = zone.Page.Locator("section").Filter(new() { HasText = "Duolun" }).Locator(".outcome").First;
        await Expect(plan).ToContainTextAsync("Written rectification plan within 30 days");
        await Expect(plan).ToContainTextAsync(Words["outcome.days-left", 29]);

        await OpenAsync(zone, Appeals);
        await Expect(zone.Page.Locator(".note").First).ToContainTextAsync("Zones may appeal until");
        await PressAsync(zone, "appeal.lodge.do");
        await Expect(zone.Page.Locator(".appeal-cells .fault")).ToHaveTextAsync(Words["fault.cells-missing"]);
        await Expect(zone.Page.Locator("#grounds-fault")).ToBeVisibleAsync();
        await zone.ShouldBeAccessibleAsync();
        await zone.Page.Locator(".appeal-cell").Filter(new() { HasText = "E1 " }).Locator("input").CheckAsync();
        await zone.Page.Locator("#grounds").FillAsync("the accident was in another zone");
        await zone.Page.Locator("#appeal-attach").SetInputFilesAsync(new FilePayload { Name = "finding.txt", MimeType = "text/plain", Buffer = "認定書"u8.ToArray() });
        await Expect(zone.Page.Locator(".papers")).ToContainTextAsync("finding.txt");
        await PressAsync(zone, "appeal.lodge.do");
        await Expect(zone.Page.Locator(".done")).ToContainTextAsync("Appeal 1 is recorded");
        var lodgedAt = (await host.Reader.HeadAsync(TestContext.Current.CancellationToken)).Position;

        await using var chair = await host.SignInAsync("chair");
        await OpenAsync(chair, Appeals);
        await chair.Page.GetByRole(AriaRole.Link, new() { Name = "Appeal 1" }).ClickAsync();
        await chair.FormReadyAsync();
        await Expect(chair.Page.Locator(".stated").First).ToHaveTextAsync("the accident was in another zone");
        await Expect(chair.Page.Locator(".papers")).ToContainTextAsync("finding.txt");
        var decide = chair.Page.GetByRole(AriaRole.Button, new() { Name = Words["appeal.decide.do"] });
        await Expect(decide).ToBeDisabledAsync();
        await chair.Page.GetByRole(AriaRole.Radio, new() { Name = Words["appeal.upheld"] }).CheckAsync();
        await Expect(decide).ToBeDisabledAsync();
        await chair.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Adjustment 1" }).CheckAsync();
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = Words["appeal.show"] }).ClickAsync();
        var would = chair.Page.Locator(".judge table.difference tbody[data-zone=DLN]");
        await Expect(would).ToBeVisibleAsync();
        await Expect(would).ToContainTextAsync("deduction M3");
        await chair.ShouldBeAccessibleAsync();
        await PressAsync(chair, "appeal.decide.do");
        await Expect(chair.Page.Locator("#reason-fault")).ToBeVisibleAsync();
        await chair.Page.Locator("#reason").FillAsync("the finding names another zone");
        await PressAsync(chair, "appeal.decide.do");
        await Expect(chair.Page.Locator(".done")).ToContainTextAsync("The decision is recorded");
        await Expect(chair.Page.Locator("main")).ToContainTextAsync(Words["appeal.both-stay", 1, 2]);
        await Expect(chair.Page.Locator("table.difference tbody[data-zone=DLN]")).ToBeVisibleAsync();
        await Expect(chair.Page.Locator(".judge")).ToHaveCountAsync(0);

        // What the first edition led to no longer follows, stays, and says why; what the second leads to has begun.
        await OpenAsync(zone, "/assessments/2022/outcomes");
        await Expect(plan.Locator(".note")).ToContainTextAsync("Appeal 1 was upheld.");
        await Expect(plan.Locator(".note")).ToContainTextAsync("the finding names another zone");
        await Expect(plan.Locator("details.follow")).ToHaveCountAsync(0);
        await Expect(zone.Page.Locator("section").Filter(new() { HasText = "Duolun" }).Locator(".outcome")).ToHaveCountAsync(3);

        // Before the decision the appeal is as it was, and nobody can act on it there.
        await chair.OpenAsync($"{Appeals}/1?asOf=@{lodgedAt}");
        await Expect(chair.Page.Locator(".tag.wait").First).ToHaveTextAsync(Words["appeal.open"]);
        await Expect(chair.Page.Locator("main input, main textarea")).ToHaveCountAsync(0);
        foreach (var (language, width) in new[] { ("zh-Hant", 400), ("zh-Hans", 1280) })
        {
            await using var reader = await host.SignInAsync("auditor", language, width);
            await reader.OpenAsync($"{Appeals}/1");
            await Expect(reader.Page.Locator("main")).ToContainTextAsync(new Words(language)["appeal.upheld"]);
            await reader.ShouldBeAccessibleAsync();
            await reader.ShouldFitAsync();
        }
    }

    [Fact]
    public async Task A_zone_reports_on_what_its_grade_led_to_and_the_secretary_says_that_it_is_done()
    {
        await using var zone = await host.SignInAsync("xlht");
        await OpenAsync(zone, "/assessments/2022/outcomes");
        await Expect(zone.Page.Locator("section").Filter(new() { HasText = "Xilinhot" }).Locator("details.follow")).ToHaveCountAsync(2);
        await Expect(zone.Page.Locator("section").Filter(new() { HasText = "Duolun" }).Locator("details.follow")).ToHaveCountAsync(0);
        var outcome = zone.Page.Locator("section").Filter(new() { HasText = "Xilinhot" }).Locator(".outcome").Filter(new() { HasText = "improvement note" });
        await Expect(outcome).ToContainTextAsync(Words["outcome.no-date"]);
        await Expect(outcome.Locator("tbody tr").Filter(new() { HasText = "E3 " })).ToContainTextAsync("40");
        await outcome.Locator("details.follow summary").ClickAsync();
        await Expect(outcome.GetByRole(AriaRole.Button, new() { Name = Words["outcome.complete"] })).ToHaveCountAsync(0);
        await outcome.Locator("textarea").FillAsync("a plan was made");
        await outcome.GetByRole(AriaRole.Button, new() { Name = Words["outcome.report"] }).ClickAsync();
        await ConfirmAsync(zone, "outcome.report");
        await Expect(zone.Page.Locator(".done")).ToContainTextAsync("is recorded at position");
        await Expect(outcome.Locator(".timeline")).ToContainTextAsync("a plan was made");
        var id = (await outcome.GetAttributeAsync("id"))!;

        await using var secretary = await host.SignInAsync("stb", "zh-Hans", width: 400);
        await OpenAsync(secretary, "/assessments/2022/outcomes");
        await secretary.ShouldFitAsync();
        var words = new Words("zh-Hans");
        var same = secretary.Page.Locator($"#{id}");
        await same.Locator("details.follow summary").ClickAsync();
        await same.GetByRole(AriaRole.Button, new() { Name = words["outcome.complete"] }).ClickAsync();
        await secretary.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = words["outcome.complete"] }).ClickAsync();
        await Expect(same.Locator(".fault")).ToBeVisibleAsync();
        await secretary.ShouldBeAccessibleAsync();
        await same.Locator("textarea").FillAsync("整改到位");
        await same.GetByRole(AriaRole.Button, new() { Name = words["outcome.complete"] }).ClickAsync();
        await secretary.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = words["outcome.complete"] }).ClickAsync();
        await Expect(same.Locator(".tag.good")).ToHaveTextAsync(words["outcome_state.completed"]);
        await Expect(same.Locator("details.follow")).ToHaveCountAsync(0);

        await OpenAsync(zone, $"/assessments/2022/outcomes?asOf=@{(await host.Reader.HeadAsync(TestContext.Current.CancellationToken)).Position - 1}");
        await Expect(zone.Page.Locator($"#{id} .tag.wait").First).ToHaveTextAsync(Words["outcome_state.open"]);
        await Expect(zone.Page.Locator("main textarea")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("byh", "/assessments/2022/appeals", "zh-Hant", 400)]
    [InlineData("auditor", "/assessments/2022/appeals", "zh-Hans", 1280)]
    [InlineData("chair", "/assessments/2022/outcomes", "zh-Hant", 400)]
    [InlineData("auditor", "/assessments/2023/outcomes", "zh-Hans", 400)]
    [InlineData("auditor", "/assessments/2023/appeals", "en", 400)]
    [InlineData("auditor", "/assessments/2024/appeals", "zh-Hant", 400)]
    public async Task Every_page_of_appeals_and_outcomes_is_accessible_and_fits(string officer, string address, string language, int width)
    {
        await using var visitor = await host.SignInAsync(officer, language, width);
        await visitor.OpenAsync(address);
        await visitor.ShouldBeAccessibleAsync();
        await visitor.ShouldFitAsync();
    }

    private static async Task OpenAsync(Visitor visitor, string address)
    {
        await visitor.OpenAsync(address);
        await visitor.FormReadyAsync();
    }

    private static async Task PressAsync(Visitor visitor, string act)
    {
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = Words[act], Exact = true }).ClickAsync();
        await ConfirmAsync(visitor, act);
    }

    private static Task ConfirmAsync(Visitor visitor, string act) =>
        visitor.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words[act], Exact = true }).ClickAsync();
}
