using System.Text.Json;
using Ledger.Api.Assessment;
using Ledger.Api.Store;
using Ledger.Browser.Tests.Reporting;
using Ledger.Domain.Assessment.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Browser.Tests.Assessment;

/// <summary>A scheme is read, adopted with its faults said first, and superseded only once its effect was seen.</summary>
[Collection(WhoWorksWithTheCommittee.Name)]
public sealed class AdoptingAScheme(CommitteeBrowser host)
{
    private static readonly Words Words = new("en");

    [Fact]
    public async Task A_scheme_is_read_in_sentences_with_what_is_assumed_marked()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/schemes");
        await reader.Page.Locator($"main a[href='/schemes/{CommitteeBrowser.Scheme}/1']").ClickAsync();
        var row = reader.Page.Locator("#criterion-A1");
        await Expect(row).ToContainTextAsync("Up to 50% of the year’s target 0 points, rising straight to full points at 100%.");
        await Expect(row.Locator("q[lang=zh-Hant]")).ToHaveTextAsync("高新技術企業營業收入占高新區營業收入總額的20%");
        await Expect(row.Locator(".number-mark").First).ToHaveTextAsync("AS-01");
        await Expect(reader.Page.Locator("#criterion-B2")).ToContainTextAsync("Xilinhot");
        await Expect(reader.Page.Locator("#rubric-E1")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText("Half is rounded up, and only here")).ToBeVisibleAsync();

        var adopted = await host.Services.GetRequiredService<Schemes>().VersionAsync(CommitteeBrowser.Scheme, 1, position: null, TestContext.Current.CancellationToken);
        await reader.OpenAsync($"/schemes?asOf=@{adopted.Provenance.Position - 1}");
        await Expect(reader.Page.Locator(".empty-state")).ToContainTextAsync(Words["schemes.none.who"]);
        await Expect(reader.Page.Locator("main a.button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_faulty_scheme_is_refused_with_every_fault_and_the_right_one_adopted_and_nothing_typed_is_lost()
    {
        var scheme = ProposedScheme.Document with { Id = "other-annual" };
        await using var secretary = await host.SignInAsync("stb");
        await OpenAsync(secretary, "/schemes/adopt");
        await FillAsync(secretary, Json(scheme with { OutOf = 90, Version = 0 }), "2099");
        await CheckAsync(secretary);
        var faults = secretary.Page.Locator(".refused li");
        await Expect(faults.Filter(new() { HasText = "/scheme/tree/children" })).ToBeVisibleAsync();
        await Expect(faults.Filter(new() { HasText = "/scheme/version" })).Not.ToHaveCountAsync(0);
        await Expect(secretary.Page.Locator("#fromYear-fault")).ToBeVisibleAsync();
        await secretary.ShouldBeAccessibleAsync();

        // Typed text outlives the page.
        secretary.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await OpenAsync(secretary, "/schemes/adopt");
        await Expect(secretary.Page.Locator("#fromYear")).ToHaveValueAsync("2099");
        await FillAsync(secretary, "{ \"id\": 7", "2025");
        await CheckAsync(secretary);
        await Expect(secretary.Refused).ToContainTextAsync("line 1");

        await FillAsync(secretary, Json(scheme), "2025");
        await secretary.Page.Locator("#on").FillAsync("2024-12-01");
        await CheckAsync(secretary);
        await Expect(secretary.Page.Locator(".judge")).ToContainTextAsync(Words["schemes.trial.adopts", 2025]);
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = Words["schemes.trial.adopt"], Exact = true }).ClickAsync();
        await ConfirmAsync(secretary, Words["schemes.trial.adopt"]);
        await Expect(secretary.Page.Locator(".done")).ToContainTextAsync("Version 1 is recorded");
        await Expect(secretary.Page.Locator("#fromYear")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task In_its_year_a_scheme_is_superseded_once_its_effect_was_seen_and_confirmed_and_what_changed_stays_readable()
    {
        await using var secretary = await host.SignInAsync("stb");
        await OpenAsync(secretary, $"/schemes/{CommitteeBrowser.SchemeOf2023}/supersede");
        await Expect(secretary.Page.Locator("#document")).ToHaveValueAsync(new Regex("\"version\": 2,", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await FillAsync(secretary, Json(Heavier(CommitteeBrowser.Document with { Id = CommitteeBrowser.SchemeOf2023 })), "2023");
        await CheckAsync(secretary);
        await Expect(secretary.Page.Locator(".scheme-changes tbody tr")).ToHaveCountAsync(2);
        await Expect(secretary.Page.Locator(".scheme-changes tbody tr").First).ToContainTextAsync("E1 Delivery of the key tasks › weight");
        var effect = secretary.Page.Locator(".scheme-effect tbody tr");
        await Expect(effect).ToHaveCountAsync(5);
        await Expect(effect.Filter(new() { HasText = "Duolun" })).ToContainTextAsync("gains 2.4");
        await Expect(effect.Filter(new() { HasText = "Xilinhot" })).ToContainTextAsync("loses 2.4");
        await secretary.Page.Locator(".in-full summary").ClickAsync();
        await Expect(secretary.Page.Locator(".in-full tbody[data-zone=DLN]")).ToContainTextAsync("E3");
        await secretary.ShouldBeAccessibleAsync();

        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = Words["schemes.trial.supersede"] }).ClickAsync();
        await ConfirmAsync(secretary, Words["schemes.trial.supersede"]);
        await Expect(secretary.Page.Locator("#reason-fault")).ToBeVisibleAsync();
        await secretary.Page.Locator("#reason").FillAsync("the attachment has arrived");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = Words["schemes.trial.supersede"] }).ClickAsync();
        await ConfirmAsync(secretary, Words["schemes.trial.supersede"]);
        await Expect(secretary.Page.Locator(".done")).ToContainTextAsync("Version 2 is recorded");

        await using var reader = await host.SignInAsync("auditor", "zh-Hant", width: 400);
        await reader.OpenAsync($"/schemes/{CommitteeBrowser.SchemeOf2023}/2");
        await Expect(reader.Page.Locator(".scheme-effect")).ToContainTextAsync("增加2.4");
        await Expect(reader.Page.Locator("section").Filter(new() { HasText = "the attachment has arrived" }).First).ToBeVisibleAsync();
        await reader.ShouldBeAccessibleAsync();
        await reader.ShouldFitAsync();

        // Of a result that is not ratified a zone is told nothing.
        await using var zone = await host.SignInAsync("dln");
        await zone.OpenAsync($"/schemes/{CommitteeBrowser.SchemeOf2023}/2");
        await Expect(zone.Page.Locator(".note").Last).ToHaveTextAsync(Words["scheme.effect.withheld"]);
        await Expect(zone.Page.Locator(".scheme-effect")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/schemes", "zh-Hans", 400)]
    [InlineData("/schemes/xlg-htz-annual/1", "zh-Hant", 400)]
    [InlineData("/schemes/xlg-htz-annual/1", "zh-Hans", 1280)]
    [InlineData("/schemes/adopt", "zh-Hant", 400)]
    public async Task Every_page_of_schemes_is_accessible_and_fits(string address, string language, int width)
    {
        await using var secretary = await host.SignInAsync("stb", language, width);
        await secretary.OpenAsync(address);
        await secretary.ShouldBeAccessibleAsync();
        await secretary.ShouldFitAsync();
    }

    [Theory]
    [InlineData("auditor", "/schemes/adopt")]
    [InlineData("stb", "/schemes/adopt?asOf=@5")]
    public async Task Who_may_not_adopt_and_who_looks_at_the_past_has_nothing_to_fill_in(string officer, string address)
    {
        await using var visitor = await host.SignInAsync(officer);
        await visitor.OpenAsync(address);
        await Expect(visitor.Page.Locator("main input, main textarea")).ToHaveCountAsync(0);
    }

    /// <summary>Four points of the key tasks go to the progress to the zone's own goal.</summary>
    internal static AssessmentScheme Heavier(AssessmentScheme scheme) => scheme with { Version = 2, Tree = Weighed(scheme.Tree) };

    private static SchemeNode Weighed(SchemeNode node) => node.Id switch
    {
        "E1" => node with { Weight = 4 },
        "E3" => node with { Weight = 8 },
        _ => node.Children is null ? node : node with { Children = [.. node.Children.Select(Weighed)] },
    };

    private static string Json(AssessmentScheme scheme) => JsonSerializer.Serialize(scheme, LedgerJson.Options);

    private static async Task OpenAsync(Visitor secretary, string address)
    {
        await secretary.OpenAsync(address);
        await secretary.FormReadyAsync();
    }

    private static async Task FillAsync(Visitor secretary, string document, string fromYear)
    {
        await secretary.Page.Locator("#document").FillAsync(document);
        await secretary.Page.Locator("#fromYear").FillAsync(fromYear);
        await secretary.Page.Locator("#organ").FillAsync("錫林郭勒盟行政公署");
        await secretary.Page.Locator("#date").FillAsync("2024-11-20");
    }

    private static Task CheckAsync(Visitor secretary) =>
        secretary.Page.GetByRole(AriaRole.Button, new() { Name = Words["schemes.adopt.check"] }).ClickAsync();

    private static Task ConfirmAsync(Visitor secretary, string act) =>
        secretary.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
}
