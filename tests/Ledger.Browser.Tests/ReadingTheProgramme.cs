using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Browser.Tests;

/// <summary>The plan as adopted: every page of it, read by anyone.</summary>
public sealed class ReadingTheProgramme(ReadingTheProgramme.Adopted host) : IClassFixture<ReadingTheProgramme.Adopted>
{
    [Fact]
    public async Task Every_target_leads_to_its_page_with_its_clause_in_the_plans_own_words()
    {
        await using var reader = await host.SignInAsync("auditor");
        foreach (var indicator in Plan.Document.Indicators)
        {
            await reader.OpenAsync("/programme");
            await reader.Page.Locator($"a[href='/indicators/{indicator.Code}']").First.ClickAsync();
            await Expect(reader.Title).ToHaveTextAsync(indicator.Name.En);
            await Expect(reader.Page.Locator("blockquote[lang=zh-Hant]")).ToHaveTextAsync(indicator.Clause);
        }
    }

    [Fact]
    public async Task A_doubt_stands_beside_what_it_concerns()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/indicators/hte_cult");
        await Expect(reader.Page.Locator(".doubt").Filter(new() { HasText = "Two counts perhaps swapped" })).ToBeVisibleAsync();
        await reader.Page.Locator(".doubt a").First.ClickAsync();
        await Expect(reader.Page.Locator("article#U-1")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task An_assumption_shows_what_it_sets_at_its_current_value()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/programme/assumptions");
        var due = reader.Page.Locator("article#A-23");
        await due.Locator("summary").ClickAsync();
        await Expect(due.Locator("tbody tr").First).ToContainTextAsync("calendar › days after the quarter");
        await Expect(due.Locator("tbody tr").First.Locator("td")).ToHaveTextAsync("15");
    }

    [Fact]
    public async Task Before_the_adoption_there_was_no_programme()
    {
        await using var reader = await host.SignInAsync("auditor");
        await reader.OpenAsync("/programme?asOf=@3");
        await Expect(reader.Page.Locator(".empty-state")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/zones/NOWHERE")]
    [InlineData("/indicators/nothing")]
    [InlineData("/indicators/hte_cult/XLHT/2019-Q1")]
    [InlineData("/zones/XLHT/nothing/2023-Q1")]
    public async Task What_the_programme_does_not_know_is_not_found(string address)
    {
        await using var reader = await host.SignInAsync("auditor");
        (await reader.Page.GotoAsync(address))!.Status.ShouldBe(404);
        await Expect(reader.Title).ToHaveTextAsync("No such page");
    }

    [Theory]
    [InlineData("/programme", "zh-Hant", 1280)]
    [InlineData("/programme", "zh-Hans", 400)]
    [InlineData("/programme/measuring", "en", 400)]
    [InlineData("/programme/assumptions", "zh-Hant", 400)]
    [InlineData("/programme/organisations", "zh-Hans", 1280)]
    [InlineData("/programme/versions", "en", 400)]
    [InlineData("/programme/adopt", "zh-Hant", 400)]
    [InlineData("/zones/BYH", "zh-Hans", 400)]
    [InlineData("/indicators/rd_intensity", "zh-Hant", 400)]
    public async Task Every_page_is_accessible_and_fits(string address, string language, int width)
    {
        await using var reader = await host.SignInAsync("stb", language, width);
        await reader.OpenAsync(address);
        await reader.ShouldBeAccessibleAsync();
        await reader.ShouldFitAsync();
    }

    /// <summary>A ledger in which the plan is in force, and no figure is reported yet.</summary>
    public sealed class Adopted : BrowserHost
    {
        protected override async Task FillAsync()
        {
            await base.FillAsync();
            var secretary = new Actor("stb", "STB", Role.Secretary);
            var day = new LocalDate(2021, 11, 5);
            var adoption = new AdoptProgramme(Plan.Document, new Basis(null, day, Plan.Document.Source.Issuer, null), day);
            var result = await Writer.WriteAsync(
                ProgrammeHistory.Stream, state => adoption.Decide(state, secretary, day), new WriteContext(secretary), CancellationToken.None);
            result.ShouldBeOfType<WriteResult.Written>();
        }
    }
}
