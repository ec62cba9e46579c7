using System.Globalization;
using Ledger.Api.Web;
using Ledger.Domain;

namespace Ledger.Api.Notices.Paper;

/// <summary>Texts in the language of the paper, whatever the reader's is.</summary>
public sealed class TextsIn(ITexts texts, Language language)
{
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(NameOf(language));

    public string this[string key, params object[] arguments]
    {
        get
        {
            var readers = CultureInfo.CurrentUICulture;
            CultureInfo.CurrentUICulture = culture;
            try
            {
                return texts[key, arguments];
            }
            finally
            {
                CultureInfo.CurrentUICulture = readers;
            }
        }
    }

    /// <summary>As <c>lang</c> names it.</summary>
    public static string NameOf(Language language) => language switch
    {
        Language.ZhHans => "zh-Hans",
        Language.En => "en",
        _ => "zh-Hant",
    };
}
