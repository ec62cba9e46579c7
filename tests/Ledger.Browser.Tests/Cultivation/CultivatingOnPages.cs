using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Browser.Tests.Reporting;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ledger.Browser.Tests.Cultivation;

/// <summary>The plan is in force; no zone was selected, renamed or asked about anything.</summary>
public sealed class ZonesBrowser : BrowserHost
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var adopted = await Services.GetRequiredService<ProgrammeActs>().AdoptAsync(
            new AdoptProgramme(Plan.Document, new Basis(null, new LocalDate(2021, 11, 5), "錫林郭勒盟行政公署", null), new LocalDate(2021, 11, 5)),
            new WriteContext(new Actor("stb", "STB", Role.Secretary)),
            CancellationToken.None);
        adopted.ShouldBeOfType<WriteResult.Written>();
    }
}

public sealed class CultivatingOnPages(ZonesBrowser host) : IClassFixture<ZonesBrowser>
{
    private static readonly Words Words = new("en");

    [Fact]
    public async Task The_secretary_renames_a_zone_and_its_page_tells_both_names()
    {
        await using var office = await host.SignInAsync("stb");
        await office.OpenAsync("/zones/BYH/changes");
        await office.FormReadyAsync();
        await OpenAsync(office, "changes.rename");
        foreach (var kind in new[] { "name", "short", "list", "committee" })
            await office.Page.Locator($"#rename-{kind}-en").FillAsync("Baiyinhua High-Tech Zone");
        await office.Page.Locator("#rename-from").FillAsync("2024-04-01");
        await PressAsync(office, "changes.rename");
        await Expect(office.Page.Locator("#rename-date-fault")).ToBeVisibleAsync();
        await Expect(office.Page.Locator("#rename-name-en")).ToHaveValueAsync("Baiyinhua High-Tech Zone");
        await office.ShouldBeAccessibleAsync();
        await office.Page.Locator("#rename-date").FillAsync("2024-03-20");
        await PressAsync(office, "changes.rename");
        await ConfirmAsync(office, "changes.rename");
        await Expect(office.Page.Locator("#rename-organ-fault")).ToBeVisibleAsync();
        await office.Page.Locator("#rename-organ").FillAsync("the conference");
        await PressAsync(office, "changes.rename");
        await ConfirmAsync(office, "changes.rename");
        await Expect(office.Page.Locator("h1")).ToContainTextAsync("Baiyinhua High-Tech Zone");

        await office.OpenAsync("/zones/BYH");
        await Expect(office.Page.Locator("h1")).ToHaveTextAsync("Baiyinhua High-Tech Zone");
        await Expect(office.Page.Locator(".zone-past tbody")).ToContainTextAsync("Xilingol Baiyinhua Economic Development Zone");
        await Expect(office.Page.Locator(".zone-past .breaks")).ToContainTextAsync("2024-04-01");
        await office.ShouldBeAccessibleAsync();
        await using var phone = await host.SignInAsync("byh", "zh-Hant", width: 400);
        await phone.OpenAsync("/zones/BYH");
        await phone.ShouldFitAsync();
    }

    [Fact]
    public async Task A_zone_is_selected_a_condition_typed_in_stated_by_the_zone_and_confirmed()
    {
        await using var office = await host.SignInAsync("stb");
        await office.OpenAsync("/eligibility");
        await office.FormReadyAsync();
        await OpenAsync(office, "eligibility.add");
        foreach (var (field, text) in new[] { ("title", "Growth"), ("text", "The condition's words"), ("threshold", "10 %"), ("article", "Article 4") })
            await office.Page.Locator($"#add-{field}").FillAsync(text);
        await PressAsync(office, "eligibility.do");
        await Expect(office.Page.Locator("#add-source-fault")).ToBeVisibleAsync();
        await office.Page.Locator("#add-source").FillAsync("The official text");
        await PressAsync(office, "eligibility.do");
        await Expect(office.Page.Locator("#condition-1")).ToContainTextAsync("Threshold: 10 %");
        await office.ShouldBeAccessibleAsync();

        await office.OpenAsync("/zones/XLHT/cultivation");
        await office.FormReadyAsync();
        await OpenAsync(office, "cultivation.select");
        await office.Page.Locator("#select-organ").FillAsync("the conference");
        await office.Page.Locator("#select-date").FillAsync("2022-01-10");
        await PressAsync(office, "cultivation.select");
        await Expect(office.Page.Locator(".stages .now")).ToContainTextAsync(Words["stage.selected"]);

        await using var zone = await host.SignInAsync("xlht");
        await zone.OpenAsync("/zones/XLHT/cultivation");
        await zone.FormReadyAsync();
        await Expect(zone.Page.GetByText(Words["cultivation.select.anew"])).ToHaveCountAsync(0);
        await zone.Page.Locator("#condition-1 summary").ClickAsync();
        await zone.Page.Locator("#state-1-finding").SelectOptionAsync("Unclear");
        await zone.Page.Locator("#state-1-text").FillAsync("still being counted");
        await PressAsync(zone, "of-condition.state.do");
        await Expect(zone.Page.Locator("#condition-1 .tag")).ToHaveTextAsync(Words["criterion_standing.unconfirmed"]);
        await zone.ShouldBeAccessibleAsync();

        await office.OpenAsync("/zones/XLHT/cultivation");
        await office.FormReadyAsync();
        await office.Page.Locator("#condition-1").GetByRole(AriaRole.Button, new() { Name = Words["of-condition.confirm"] }).First.ClickAsync();
        await Expect(office.Page.Locator("#condition-1 .tag")).ToHaveTextAsync(Words["criterion_standing.unclear"]);
        await using var phone = await host.SignInAsync("xlht", "zh-Hans", width: 400);
        foreach (var address in new[] { "/zones/XLHT/cultivation", "/eligibility" })
        {
            await phone.OpenAsync(address);
            await phone.ShouldFitAsync();
        }
    }

    private static Task OpenAsync(Visitor visitor, string title) =>
        visitor.Page.Locator("main summary").Filter(new() { HasText = Words[title] }).First.ClickAsync();

    private static Task PressAsync(Visitor visitor, string key) =>
        visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = Words[key], Exact = true }).ClickAsync();

    private static Task ConfirmAsync(Visitor visitor, string key) =>
        visitor.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words[key], Exact = true }).ClickAsync();
}
