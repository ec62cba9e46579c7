using Ledger.Api.Tests;

namespace Ledger.Browser.Tests;

/// <summary>No test: takes the pictures that the README shows, from the running program with the sample ledger (ops/pictures/take).</summary>
public class PicturesOfTheReadme(SampleBrowser host) : IClassFixture<SampleBrowser>
{
    private static readonly string Folder = Path.Combine(TestDatabase.Repository, "ops", "pictures");

    [Fact(Explicit = true)]
    public async Task A_page()
    {
        await using var auditor = await host.SignInAsync("auditor", "en", width: 1200);
        await auditor.OpenAsync("/notices/2023-Q3/1");
        await auditor.ReadyAsync();
        await TakeAsync(auditor, "page.png", new() { X = 0, Y = 560, Width = 1200, Height = 620 });
    }

    [Fact(Explicit = true)]
    public async Task The_paper()
    {
        await using var secretary = await host.SignInAsync("stb", "zh-Hant", width: 820);
        await secretary.OpenAsync("/notices/2023-Q3/1/paper");
        await TakeAsync(secretary, "paper.png", new() { X = 0, Y = 50, Width = 820, Height = 1075 });
    }

    private static Task<byte[]> TakeAsync(Visitor visitor, string name, Clip part) =>
        visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name), FullPage = true, Clip = part });
}
