using System.Globalization;
using System.Text.Json.Serialization;

namespace Ledger.Domain.Notices;

/// <summary>The number an official paper bears (發文字號), such as 錫盟科通報〔2023〕3號: sign, year in hexagonal brackets, ordinal.</summary>
/// <param name="Sign">機關代字, the issuer's sign.</param>
/// <param name="Year">Of the paper's date.</param>
/// <param name="Ordinal">From 1 within the year, no leading zero.</param>
public sealed record DocumentNumber(string Sign, int Year, int Ordinal)
{
    [JsonIgnore]
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Sign}〔{Year}〕{Ordinal}號");

    /// <returns>Null for a text of another form, or of another sign.</returns>
    public static DocumentNumber? Parse(string text, string sign)
    {
        if (!text.StartsWith(sign, StringComparison.Ordinal))
            return null;
        var rest = text.AsSpan(sign.Length);
        if (rest is not ['〔', _, _, _, _, '〕', .. { Length: > 0 and <= 6 } ordinal, '號']
            || !int.TryParse(rest[1..5], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || ordinal[0] == '0'
            || !int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return new(sign, year, number);
    }
}
