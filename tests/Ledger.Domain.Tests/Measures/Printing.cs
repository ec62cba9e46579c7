using System.Globalization;
using Ledger.Domain.Measures;

namespace Ledger.Domain.Tests.Measures;

internal static class Printing
{
    /// <summary>As it is printed to so many places; null where it has no value.</summary>
    public static string? Text(this Derivation derivation, int places) => derivation.Printed(places).Rounding?.Printed.Text();

    public static string Text(this decimal printed) => printed.ToString(CultureInfo.InvariantCulture);

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
