using Ledger.Api.Transparency;
using Microsoft.AspNetCore.Hosting;

namespace Ledger.Browser.Tests.Audit;

/// <summary>The Integrity page where one witness has not come back, and another cannot be reached at all.</summary>
public sealed class MissingWitnesses(MissingWitnesses.Forsaken host) : IClassFixture<MissingWitnesses.Forsaken>
{
    [Theory]
    [InlineData("en", 1280, "stays away: what was signed since")]
    [InlineData("zh-Hans", 1280, "久未联署")]
    [InlineData("zh-Hant", 400, "久未聯署")]
    [InlineData("zh-Hant", 1280, "久未聯署")]
    public async Task Who_stays_away_is_said_beside_each_witness_and_the_page_is_accessible_and_fits(string language, int width, string said)
    {
        await using var auditor = await host.SignInAsync("auditor", language, width);
        await auditor.OpenAsync("/integrity");
        var rows = auditor.Page.Locator("section[aria-labelledby=witness-title] tbody tr");
        await Expect(rows).ToHaveCountAsync(2);
        foreach (var name in new[] { "audit.example", "zone.example" })
            await Expect(rows.Filter(new() { HasText = name }).Locator(".tag.bad")).ToContainTextAsync(said);
        await auditor.ShouldBeAccessibleAsync();
        await auditor.ShouldFitAsync();
    }

    [Fact]
    public async Task Of_the_past_nobody_is_said_to_stay_away()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync($"/integrity?asOf=@{host.Witnessed - 1}");
        await Expect(auditor.Page.Locator("section[aria-labelledby=witness-title] tbody tr")).ToHaveCountAsync(2);
        await Expect(auditor.Page.Locator("section[aria-labelledby=witness-title] .tag.bad")).ToHaveCountAsync(0);
    }

    /// <summary>Nobody has patience, and where the second witness should be, nobody listens.</summary>
    public sealed class Forsaken : SignedBrowser
    {
        protected override string Policy =>
            $"{base.Policy}witness zone {new WitnessState(Path.Combine(Folder, "zone")).OpenKey("zone.example").Key} http://127.0.0.1:9/\ngroup all all audit zone\nquorum all\n";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(TransparencyModule.WitnessPatience, "0");
        }
    }
}
