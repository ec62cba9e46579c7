using Ledger.Api.Conference;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Browser.Tests.Reporting;
using Ledger.Domain.Access;
using Ledger.Domain.Conference;
using Ledger.Domain.Programme;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ledger.Browser.Tests.Conference;

/// <summary>The plan is in force and the joint conference has two seats; it has not met.</summary>
public sealed class ConferenceBrowser : BrowserHost
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var office = new WriteContext(new Actor("stb", "STB", Role.Secretary));
        var adopted = await Services.GetRequiredService<ProgrammeActs>().AdoptAsync(
            new AdoptProgramme(Plan.Document, new Basis(null, new LocalDate(2021, 11, 5), "錫林郭勒盟行政公署", null), new LocalDate(2021, 11, 5)),
            office, CancellationToken.None);
        adopted.ShouldBeOfType<WriteResult.Written>();
        await SeatAsync(Services);
    }

    /// <summary>The conference has a chair and one member more.</summary>
    public static async Task SeatAsync(IServiceProvider services)
    {
        var office = new WriteContext(new Actor("stb", "STB", Role.Secretary));
        var acts = services.GetRequiredService<ConferenceActs>();
        foreach (var (organisation, post, role) in new[] { ("XLA", "分管副盟長", SeatRole.Chair), ("STB", "局長", SeatRole.Member) })
        {
            (await acts.SetSeatAsync(new(organisation, post, role, "示例文件", On: new LocalDate(2021, 12, 1)), office, CancellationToken.None))
                .ShouldBeOfType<WriteResult.Written>();
        }
    }
}

public sealed class DecidingAnAllocation(ConferenceBrowser host) : IClassFixture<ConferenceBrowser>
{
    private static readonly Words Words = new("en");

    [Fact]
    public async Task The_office_convenes_a_meeting_which_decides_and_the_allocation_rests_on_it()
    {
        await using var office = await host.SignInAsync("stb");
        var main = office.Page.Locator("main");
        await office.OpenAsync("/conference");
        await office.FormReadyAsync();
        await Expect(main).ToContainTextAsync(Words["conference.meetings.none.what"]);
        await OpenAsync(office, "seat.add");
        await office.Page.Locator("#seat-new-organisation").SelectOptionAsync("STAT");
        await PressAsync(office, "seat.record");
        await Expect(office.Page.Locator("#seat-new-text-fault")).ToBeVisibleAsync();
        await office.Page.Locator("#seat-new-text").FillAsync("director");
        await office.Page.Locator("#seat-new-source").FillAsync("a paper");
        await office.Page.Locator("#seat-new-on").FillAsync("2021-12-10");
        await PressAsync(office, "seat.record");
        await Expect(main).ToContainTextAsync("director");
        await Expect(office.Page.Locator("#seat-new-on")).ToHaveValueAsync("");

        await OpenAsync(office, "meeting.convene");
        await office.Page.Locator("#convene-number").FillAsync("2022-1");
        await office.Page.Locator("#convene-meets").FillAsync("2022-01-20");
        await PressAsync(office, "meeting.convene");
        await Expect(office.Page.Locator("#convene-items-0-title-fault")).ToBeVisibleAsync();
        await office.Page.Locator("#convene-on").FillAsync("2022-01-10");
        await office.Page.Locator("#convene-items-0-title").FillAsync("the allocation of targets");
        await PressAsync(office, "meeting.item.add");
        await office.Page.Locator("#convene-items-1-kind").SelectOptionAsync("EmergingIndustry");
        await office.Page.Locator("#convene-items-1-title").FillAsync("an industry that has formed");
        await office.ShouldBeAccessibleAsync();
        await PressAsync(office, "meeting.convene");
        await Expect(main).ToContainTextAsync("Meeting 2022-1");
        foreach (var (number, said) in new[] { ("2022-1", Words["meeting.number.taken", "2022-1"]), ("next", Words["refusal.meeting-malformed", "next"]) })
        {
            await office.Page.Locator("#convene-number").FillAsync(number);
            await office.Page.Locator("#convene-meets").FillAsync("2022-05-20");
            await PressAsync(office, "meeting.convene");
            await Expect(office.Page.Locator("#convene-number-fault")).ToHaveTextAsync(said);
        }

        await main.GetByRole(AriaRole.Link, new() { Name = "Meeting 2022-1" }).ClickAsync();
        await office.Page.WaitForURLAsync("**/conference/2022-1");
        await office.FormReadyAsync();

        await OpenAsync(office, "meeting.hold");
        await office.Page.Locator("#held-seat-3").SelectOptionAsync("Absent");
        await office.Page.Locator("#held-on").FillAsync("2022-01-20");
        await PressAsync(office, "meeting.hold");
        await Expect(main).ToContainTextAsync("2 of 3 seats attended; 2 were needed.");
        await OpenAsync(office, Words["meeting.decide", 1]);
        await office.Page.Locator("#decide-1-manner").SelectOptionAsync("vote");
        await office.Page.Locator("#decide-1-votes-for").FillAsync("1");
        await office.Page.Locator("#decide-1-votes-against").FillAsync("1");
        await office.Page.Locator("#decide-1-votes-abstained").FillAsync("0");
        await office.Page.Locator("#decide-1-text").FillAsync("one centre goes to Sonid");
        await PressAsync(office, Words["meeting.decide", 1]);
        await Expect(office.Page.Locator("#decide-1-outcome-fault")).ToBeVisibleAsync();
        await office.Page.Locator("#decide-1-votes-for").FillAsync("２");
        await office.Page.Locator("#decide-1-votes-against").FillAsync("0");
        await PressAsync(office, Words["meeting.decide", 1]);
        await Expect(office.Page.Locator("#item-1 .tag").First).ToHaveTextAsync(Words["decision_outcome.adopted"]);

        // What is not typed anew stays as it was decided.
        await OpenAsync(office, Words["meeting.decision.correct", 1]);
        await Expect(office.Page.Locator("#correct-1-votes-for")).ToHaveValueAsync("2");
        await office.Page.Locator("#correct-1-text").FillAsync("one centre goes to the zone of Sonid");
        await office.Page.Locator("#correct-1-reason").FillAsync("by the minutes");
        await PressAsync(office, Words["meeting.decision.correct", 1]);
        await Expect(office.Page.Locator("#item-1")).ToContainTextAsync("one centre goes to the zone of Sonid");
        await Expect(office.Page.Locator("#item-1")).ToContainTextAsync(Words["meeting.votes", 2, 0, 0]);

        await office.OpenAsync("/programme/allocation");
        await office.FormReadyAsync();
        await office.Page.Locator("#subject").SelectOptionAsync("ent_rd_center");
        await Expect(office.Page.Locator("#part-XLHT")).ToHaveValueAsync("11");
        await office.Page.Locator("#part-SNT").FillAsync("5");
        await office.Page.Locator("#decision").SelectOptionAsync("2022-1/1");
        await PressAsync(office, "allocation.try");
        await Expect(office.Page.Locator("#difference-fault")).ToBeVisibleAsync();
        await office.Page.Locator("#part-XLHT").FillAsync("10");
        await office.Page.Locator("#part-SNT").FillAsync("４");
        await PressAsync(office, "allocation.try");
        await Expect(office.Page.Locator("table.effect")).ToContainTextAsync("11 → 10");
        await Expect(office.Page.Locator("table.effect")).ToContainTextAsync(Words["bearing.gains"]);
        await office.ShouldBeAccessibleAsync();
        await PressAsync(office, "allocation.record");
        await office.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words["allocation.record"], Exact = true }).ClickAsync();
        var row = office.Page.Locator("#target-ent_rd_center");
        await Expect(row).ToContainTextAsync("Decision 2022-1/1");
        await Expect(row).Not.ToContainTextAsync("A-22");
        await row.GetByRole(AriaRole.Link, new() { Name = "Decision 2022-1/1" }).ClickAsync();
        await Expect(office.Page.Locator("#item-1 .rests")).ToContainTextAsync("version 2");
        await office.Page.Locator("#item-1 .rests a").First.ClickAsync();
        await Expect(main.Locator("dl.particulars")).ToContainTextAsync("Decision 2022-1/1");
    }

    [Fact]
    public async Task Its_pages_are_accessible_and_fit_a_phone()
    {
        await using var zone = await host.SignInAsync("xlht", "zh-Hant", width: 400);
        foreach (var (address, said) in new[] { ("/conference", "聯席會議"), ("/programme/allocation", "雙倍增") })
        {
            await zone.OpenAsync(address);
            await Expect(zone.Page.Locator("main")).ToContainTextAsync(said);
            await zone.ShouldBeAccessibleAsync();
            await zone.ShouldFitAsync();
        }
    }

    private static Task OpenAsync(Visitor visitor, string text) =>
        visitor.Page.Locator("main summary").Filter(new() { HasText = text.Contains(' ', StringComparison.Ordinal) ? text : Words[text] }).First.ClickAsync();

    private static Task PressAsync(Visitor visitor, string text) =>
        visitor.Page.Locator("main").GetByRole(
            AriaRole.Button, new() { Name = text.Contains(' ', StringComparison.Ordinal) ? text : Words[text], Exact = true }).First.ClickAsync();
}
