using Deque.AxeCore.Playwright;

namespace Ledger.Browser.Tests;

/// <summary>A person at a browser: one page in a context (cookies, language, size) of its own.</summary>
public sealed class Visitor(IPage page) : IAsyncDisposable
{
    public IPage Page { get; } = page;

    /// <summary>The title on the page.</summary>
    public ILocator Title => Page.Locator("main h1").First;

    /// <summary>The band that says which moment of the past is shown.</summary>
    public ILocator MomentBand => Page.Locator(".moment-band");

    public ILocator Navigation => Page.Locator("nav.navigation");

    public ILocator Refused => Page.Locator(".refused");

    /// <summary>The address without scheme and host.</summary>
    public string Address => new Uri(Page.Url).PathAndQuery;

    public async Task OpenAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        answer.ShouldNotBeNull();
        ((int)answer.Status).ShouldBeLessThan(500, address);
    }

    /// <summary>Waits until the page answers to clicks and keys; before, what is typed is lost.</summary>
    public Task ReadyAsync() => Page.Locator("[data-ready=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits for the page's own part that answers, where it says so; the frame around it may be ready before.</summary>
    public Task FormReadyAsync() => Page.Locator("main [data-ready=true]").First.WaitForAsync();

    public async Task SignInAsync(string officer, string password)
    {
        await Page.Locator("#user").FillAsync(officer);
        await Page.Locator("#password").FillAsync(password);
        await Page.Locator(".sign-in-form button").ClickAsync();
        await Expect(Page.Locator(".person")).ToBeVisibleAsync();
    }

    /// <summary>By the switch in the top bar.</summary>
    public async Task SpeakAsync(string language)
    {
        await Page.Locator($".languages a[hreflang={language}]").ClickAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    /// <summary>Opens the clock and shows the whole site as of a position.</summary>
    public async Task GoBackToAsync(long position)
    {
        await ReadyAsync();
        await Page.Locator(".clock-face").ClickAsync();
        await Page.Locator(".clock input[type=number]").FillAsync($"{position}");
        await Page.Locator(".clock input[type=number]").PressAsync("Enter");
        await Expect(MomentBand).ToBeVisibleAsync();
    }

    /// <summary>No serious or critical breach of the accessibility rules on the page as it stands.</summary>
    public async Task ShouldBeAccessibleAsync()
    {
        var found = await Page.RunAxe();
        found.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"))
            .ShouldBeEmpty(Address);
    }

    /// <summary>The page does not scroll sideways; wide tables scroll by themselves.</summary>
    public async Task ShouldFitAsync()
    {
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.ShouldBe(0, Address);
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
