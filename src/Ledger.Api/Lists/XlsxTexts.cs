using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Api.Lists;

/// <summary>Letters that XML cannot hold, or does not keep, as a worksheet holds them: <c>_x000D_</c> (ISO/IEC 29500-1, 22.9.2.19).</summary>
internal static partial class XlsxTexts
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in Escaped().Replace(text, "_x005F_${rest}"))
        {
            if (letter is < ' ' and not '\t' and not '\n' or '\uFFFE' or '\uFFFF')
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_");
            else
                escaped.Append(letter);
        }

        return escaped.ToString();
    }

    public static string Unescape(string text) => Escaped().Replace(
        text, escape => ((char)int.Parse(escape.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_(?<rest>x(?<code>[0-9A-Fa-f]{4})_)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}
