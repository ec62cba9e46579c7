using System.Text.Json;
using Ledger.Api.Programme;
using Ledger.Api.Store;

namespace Ledger.Browser.Tests;

/// <summary>From an empty ledger: the secretary adopts the plan and amends it; everyone reads it.</summary>
public sealed class AdoptingTheProgramme(BrowserHost host) : IClassFixture<BrowserHost>
{
    [Fact]
    public async Task Before_any_adoption_pages_say_what_will_appear_and_who_brings_it_and_then_the_plan_is_adopted_and_amended()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/");
        await Expect(reader.Page.Locator(".empty-state")).ToContainTextAsync("The secretary (science and technology bureau) adopts it.");

        await using var secretary = await host.SignInAsync("stb");
        await secretary.OpenAsync("/programme");
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "Adopt or amend" }).ClickAsync();
        await secretary.ReadyAsync();
        await secretary.ShouldBeAccessibleAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Take the plan of 2021" }).ClickAsync();
        await Expect(secretary.Page.Locator("#document")).ToHaveValueAsync(new Regex("\"xilingol\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await AdoptAsync(secretary, "2021-11-05");
        await Expect(secretary.Page.Locator(".done")).ToContainTextAsync("Adopted as version 1");

        await reader.OpenAsync("/programme");
        await Expect(reader.Page.Locator(".page-under")).ToHaveTextAsync("Version 1, in force since 2021-11-05");

        // With every fault listed, nothing is adopted.
        var faulty = Plan.Document with { FirstYear = 2026, Calendar = Plan.Document.Calendar with { QuarterDays = -1 } };
        await secretary.Page.Locator("#document").FillAsync(JsonSerializer.Serialize(faulty, LedgerJson.Options));
        await AdoptAsync(secretary, "2021-11-29");
        await Expect(secretary.Refused.Locator("li").Filter(new() { HasText = "/document/calendar/quarterDays" })).ToBeVisibleAsync();
        (await secretary.Refused.Locator("li").CountAsync()).ShouldBeGreaterThan(1);

        await secretary.Page.Locator("#document").FillAsync("{ not json");
        await AdoptAsync(secretary, "2021-11-29", confirm: false);
        await Expect(secretary.Refused).ToContainTextAsync("not a readable programme document");

        var amended = Plan.Document with { Calendar = Plan.Document.Calendar with { QuarterDays = 16 } };
        await secretary.Page.Locator("#document").FillAsync(JsonSerializer.Serialize(amended, LedgerJson.Options));
        await AdoptAsync(secretary, "2021-11-29");
        await Expect(secretary.Page.Locator(".done")).ToContainTextAsync("Adopted as version 2");

        await reader.OpenAsync("/programme/versions");
        var change = reader.Page.Locator("#v2 tbody tr");
        await Expect(change).ToHaveCountAsync(1);
        await Expect(change).ToContainTextAsync("calendar › days after the quarter");
        await Expect(change.Locator("td")).ToHaveTextAsync(["15", "16"]);
    }

    private static async Task AdoptAsync(Visitor secretary, string date, bool confirm = true)
    {
        await secretary.Page.Locator("#organ").FillAsync("錫林郭勒盟行政公署辦公室");
        await secretary.Page.Locator("#date").FillAsync(date);
        await secretary.Page.Locator("#on").FillAsync(date);
        await secretary.Page.Locator("form.form button[type=submit]").ClickAsync();
        if (confirm)
            await secretary.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "Adopt", Exact = true }).ClickAsync();
    }
}
