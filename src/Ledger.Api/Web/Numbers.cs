using System.Globalization;

namespace Ledger.Api.Web;

/// <summary>How pages print a number: thousands apart, a true minus sign, half rounded away from zero.</summary>
public static class Numbers
{
    /// <param name="places">Null: as many as the value has.</param>
    public static string Print(decimal value, int? places = null)
    {
        var shown = places is { } digits ? Math.Round(value, digits, MidpointRounding.AwayFromZero) : value;
        var format = places is { } count
            ? $"N{count.ToString(CultureInfo.InvariantCulture)}"
            : "#,0.############################";
        return shown.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>As it is, without rounding and with nothing between the digits: for years, and for numbers that are reckoned with.</summary>
    public static string Plain(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>With a plus sign before what is above zero, for differences.</summary>
    public static string PrintSigned(decimal value, int? places = null) =>
        Print(value, places) is var text && Math.Round(value, places ?? 28, MidpointRounding.AwayFromZero) > 0 ? $"+{text}" : text;
}
