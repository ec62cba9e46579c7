using System.Collections.Concurrent;
using Ledger.Api.Tests;

namespace Ledger.Browser.Tests;

/// <summary>The whole program, and one Chromium to look at it. As <c>IClassFixture</c> shared by the tests of a class.</summary>
/// <remarks>The browser is the system's own (LEDGER_CHROMIUM names another); nothing is downloaded.</remarks>
public class BrowserHost : LedgerHost
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> signedIn = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    // A machine that runs other tests beside these may take its time.
    static BrowserHost() => SetDefaultExpectTimeout(15_000);

    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("LEDGER_CHROMIUM") ?? "/usr/bin/chromium",
            // Chromium's own sandbox cannot be had by root; the pages are ours.
            ChromiumSandbox = false,
            Args = ["--disable-dev-shm-usage"],
        });
    }

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A fresh visitor, not signed in.</summary>
    /// <param name="language">zh-Hant, zh-Hans or en: as the browser asks for it.</param>
    public Task<Visitor> VisitAsync(string language = "en", int width = 1280) => VisitAsync(language, width, cookies: null);

    /// <summary>An officer who has signed in, before the first page is opened. Through the sign-in page the first time; then with the cookie it gave.</summary>
    public async Task<Visitor> SignInAsync(string officer, string language = "en", int width = 1280) =>
        await VisitAsync(language, width, await signedIn.GetOrAdd(officer, who => new(() => CookiesOfAsync(who))).Value);

    private async Task<string> CookiesOfAsync(string officer)
    {
        await using var visitor = await VisitAsync();
        await visitor.OpenAsync("/sign-in?back=/programme/assumptions");
        await visitor.SignInAsync(officer, Password);
        return await visitor.Page.Context.StorageStateAsync();
    }

    private async Task<Visitor> VisitAsync(string language, int width, string? cookies)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            Locale = language,
            ViewportSize = new() { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = cookies,
        });
        context.SetDefaultTimeout(15_000);
        return new Visitor(await context.NewPageAsync());
    }
}
