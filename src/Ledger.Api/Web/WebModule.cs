using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledger.Api.Assessment.Pages;
using Ledger.Api.Measures;
using Ledger.Api.Programme.Pages;
using Ledger.Api.Transparency.Pages;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
using MudBlazor;
using MudBlazor.Services;

namespace Ledger.Api.Web;

/// <summary>Pages and languages.</summary>
public static class WebModule
{
    /// <summary>The largest message of a circuit: a pasted column of some tens of thousands of numbers.</summary>
    private const long LargestMessage = 1024 * 1024;

    public static WebApplicationBuilder AddLedgerWeb(this WebApplicationBuilder builder)
    {
        // Outside Development the files of packages are not found without it.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(options => options.MaximumReceiveMessageSize = LargestMessage);
        builder.Services.AddMudServices();
        builder.Services.AddTransient<MudLocalizer, ResxMudLocalizer>();
        builder.Services.AddSingleton<ITexts, Texts>();
        builder.Services.AddScoped<PageMoment>();
        builder.Services.AddScoped<PageActor>();
        builder.Services.AddSingleton<Standings>();
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            string[] cultures = [.. Texts.Cultures];
            options.SetDefaultCulture(cultures[0]).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return builder;
    }

    public static void UseLedgerWeb(this WebApplication app) => app.UseAntiforgery();

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapWayfinding();
        app.MapProgrammeDownload();
        app.MapSchemeDownload();
        app.MapResultDownloads();
        app.MapLogDownloads();
        // The policy on framing is the pages' own (PageHeaders), stricter than Blazor's.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
