using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Api.Reporting.Pages;

/// <summary>A number as people type it, or as a sheet hands it over.</summary>
/// <remarks>
/// Full-width digits, a Chinese full stop for the point, and commas between thousands are read as what they mean. Nothing is
/// guessed: a comma anywhere else, or a unit behind the number, makes it no number.
/// </remarks>
public static partial class TypedNumber
{
    /// <summary>A decimal holds this many digits exactly.</summary>
    private const int MostDigits = 28;

    /// <returns>Null when the text is no number.</returns>
    public static decimal? Read(string text)
    {
        var plain = Spaces().Replace(text.Normalize(NormalizationForm.FormKC), "").Replace('。', '.').Replace('−', '-');
        if (!Number().IsMatch(plain) || plain.Count(char.IsAsciiDigit) > MostDigits)
            return null;
        return decimal.Parse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    /// <returns>Null when the text is no whole number.</returns>
    public static int? ReadWhole(string text) =>
        Read(text) is { } number && number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
