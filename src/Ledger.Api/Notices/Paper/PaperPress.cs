using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledger.Api.Web;
using Ledger.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Ledger.Api.Notices.Paper;

/// <summary>Prints a notice's paper as one HTML document.</summary>
public sealed class PaperPress(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    /// <summary>One that needs nothing of the running program.</summary>
    public static PaperPress Alone()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<ITexts, Texts>()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        return new(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ILoggerFactory>());
    }

    public async Task<string> PrintAsync(PaperSheet sheet, Language language)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            // Whoever asks for it, and in whatever language they read.
            CultureInfo.CurrentUICulture = Texts.CultureOf(language);
            var root = await renderer.RenderComponentAsync<PaperDocument>(ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(PaperDocument.Sheet)] = sheet, [nameof(PaperDocument.Language)] = language }));
            return root.ToHtmlString();
        });
    }
}
