using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ledger.Api.Web;

/// <summary>MudBlazor's own words in Chinese, from <c>MudTexts.zh-Hant.resx</c> and <c>MudTexts.zh-Hans.resx</c>; English it speaks itself.</summary>
public sealed class ResxMudLocalizer : MudLocalizer
{
    public static ResourceManager Resources { get; } = new("Ledger.Api.Web.MudTexts", typeof(ResxMudLocalizer).Assembly);

    public override LocalizedString this[string key]
    {
        get
        {
            var text = Resources.GetResourceSet(CultureInfo.CurrentUICulture, createIfNotExists: true, tryParents: false)?.GetString(key);
            return new LocalizedString(key, text ?? key, resourceNotFound: text is null);
        }
    }

    public override LocalizedString this[string key, params object[] arguments]
    {
        get
        {
            var pattern = this[key];
            return pattern.ResourceNotFound
                ? pattern
                : new LocalizedString(key, string.Format(CultureInfo.InvariantCulture, pattern.Value, arguments));
        }
    }
}
