using System.Globalization;
using Ledger.Api.Web;

namespace Ledger.Browser.Tests.Reporting;

/// <summary>The program's own texts, as a reader of one language sees them.</summary>
public sealed class Words(string language)
{
    private static readonly Texts Texts = new();

    public string this[string key, params object[] arguments]
    {
        get
        {
            var before = CultureInfo.CurrentUICulture;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            try
            {
                return Texts[key, arguments];
            }
            finally
            {
                CultureInfo.CurrentUICulture = before;
            }
        }
    }
}
