using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Browser.Tests.Reporting;
using Ledger.Domain.Access;
using Ledger.Domain.Cultivation;
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
        await OpenAsync(office, "cultivation.advance", Stage.Cultivating);
        await FillBasisAsync(office, "stage", "2024-01-10");
        await PressAsync(office, "cultivation.advance", Stage.Cultivating);
        await Expect(office.Page.Locator(".stages .now")).ToContainTextAsync(Words["stage.cultivating"]);
        await OpenAsync(office, "cultivation.advance", Stage.Applied);
        await FillBasisAsync(office, "stage", "2024-01-10");
        await PressAsync(office, "cultivation.advance", Stage.Applied);
        await Expect(office.Page.Locator("#stage-despite-fault")).ToContainTextAsync("1 Growth");
        await office.ShouldBeAccessibleAsync();
        await office.Page.Locator("#stage-despite").FillAsync("asked for by the region");
        await PressAsync(office, "cultivation.advance", Stage.Applied);
        await Expect(office.Page.Locator(".stages .now")).ToContainTextAsync(Words["stage.applied"]);
        await Expect(office.Page.Locator("main .timeline").First).ToContainTextAsync("asked for by the region");
        await using var phone = await host.SignInAsync("xlht", "zh-Hans", width: 400);
        foreach (var address in new[] { "/zones/XLHT/cultivation", "/eligibility" })
        {
            await phone.OpenAsync(address);
            await phone.ShouldFitAsync();
        }
    }

    [Fact]
    public async Task A_zone_is_split_into_several_whose_faults_stand_beside_their_fields_and_nothing_typed_is_lost()
    {
        await using var office = await host.SignInAsync("stb");
        await office.OpenAsync("/zones/SNT/changes");
        await office.FormReadyAsync();
        await OpenAsync(office, "changes.split");
        await PressAsync(office, "changes.split.add");
        await PressAsync(office, "changes.split.add");
        await PressAsync(office, "changes.split.remove", 2);
        foreach (var (part, code, name) in new[] { ("1", "SNZ", "Sonid Left"), ("3", "SNZ", "Sonid Right") })
        {
            await office.Page.Locator($"#split-part-{part}-code").FillAsync(code);
            foreach (var kind in new[] { "name", "short", "list", "committee" })
            {
                foreach (var language in new[] { "zhHant", "zhHans", "en" })
                    await office.Page.Locator($"#split-part-{part}-{kind}-{language}").FillAsync(name);
            }
        }

        await office.Page.Locator("#split-part-1-goal").FillAsync("to be upgraded");
        await office.Page.Locator("[data-field='split/ends']").CheckAsync();
        await office.Page.Locator("#split-from").FillAsync("2024-07-01");
        await FillBasisAsync(office, "split", "2024-06-20");
        await PressAsync(office, "changes.split");
        await ConfirmAsync(office, "changes.split");
        await Expect(office.Page.Locator("#split-part-3-code-fault")).ToBeVisibleAsync();
        await Expect(office.Page.Locator("#split-part-3-goal-fault")).ToBeVisibleAsync();
        await Expect(office.Page.Locator("#split-part-1-code-fault")).ToHaveCountAsync(0);
        await office.ShouldBeAccessibleAsync();

        await office.Page.ReloadAsync();
        await office.FormReadyAsync();
        await Expect(office.Page.Locator("#split-part-3-name-en")).ToHaveValueAsync("Sonid Right");
        await office.Page.Locator("#split-part-3-code").FillAsync("SNY");
        await office.Page.Locator("#split-part-3-goal").FillAsync("to be upgraded too");
        await PressAsync(office, "changes.split");
        await Expect(office.Page.Locator(".mud-dialog")).ToContainTextAsync("Sonid Left (SNZ), Sonid Right (SNY)");
        await ConfirmAsync(office, "changes.split");
        await Expect(office.Page.Locator(".done")).ToContainTextAsync("@");
        await office.OpenAsync("/zones/SNY");
        await Expect(office.Page.Locator("h1")).ToHaveTextAsync("Sonid Right");
        await office.OpenAsync("/zones/SNT");
        await Expect(office.Page.Locator(".zone-past .breaks")).ToContainTextAsync("2024-07-01");
    }

    [Fact]
    public async Task Another_host_is_entered_with_its_day_and_the_zones_page_tells_both()
    {
        await using var office = await host.SignInAsync("stb");
        await office.OpenAsync("/zones/DLN/changes");
        await office.FormReadyAsync();
        await EnterHostAsync(office, "DLX", "Duolun County");
        await Expect(office.Page.Locator(".done")).ToContainTextAsync("@");
        await EnterHostAsync(office, "ZLQ", "Plain Blue Banner", from: "2024-04-01");
        await Expect(office.Page.Locator(".zone-past .breaks")).ToContainTextAsync("2024-04-01");
        await office.OpenAsync("/zones/DLN");
        await Expect(office.Page.Locator(".particulars")).ToContainTextAsync("Plain Blue Banner");
        await Expect(office.Page.Locator(".zone-past")).ToContainTextAsync("Duolun County");
        await office.ShouldBeAccessibleAsync();
    }

    private static async Task EnterHostAsync(Visitor office, string code, string name, string? from = null)
    {
        await OpenAsync(office, "changes.host");
        await office.Page.Locator("#host-code").FillAsync(code);
        foreach (var language in new[] { "zhHant", "zhHans", "en" })
            await office.Page.Locator($"#host-name-{language}").FillAsync(name);
        await FillBasisAsync(office, "host", "2024-03-20");
        if (from is not null)
        {
            await PressAsync(office, "changes.host");
            await Expect(office.Page.Locator("#host-from-fault")).ToBeVisibleAsync();
            await office.Page.Locator("#host-from").FillAsync(from);
        }

        await PressAsync(office, "changes.host");
        if (from is not null)
            await ConfirmAsync(office, "changes.host");
    }

    /// <summary>Opens a form, where what was done before has not left it open.</summary>
    private static async Task OpenAsync(Visitor visitor, string title, params object[] arguments)
    {
        var form = visitor.Page.Locator("main details").Filter(new() { Has = visitor.Page.GetByText(Words[title, arguments], new() { Exact = true }) }).First;
        await form.WaitForAsync();
        if (await form.GetAttributeAsync("open") is null)
            await form.Locator("summary").First.ClickAsync();
    }

    private static async Task FillBasisAsync(Visitor visitor, string form, string date)
    {
        await visitor.Page.Locator($"#{form}-organ").FillAsync("the conference");
        await visitor.Page.Locator($"#{form}-date").FillAsync(date);
    }

    private static Task PressAsync(Visitor visitor, string key, params object[] arguments) =>
        visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = Words[key, arguments], Exact = true }).ClickAsync();

    private static Task ConfirmAsync(Visitor visitor, string key) =>
        visitor.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words[key], Exact = true }).ClickAsync();
}
