using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>How values are written in an aspect's text, in one way wherever they stand.</summary>
internal static class AspectWords
{
    public static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A name of several parts, such as <c>supervision.2</c>; no part has a full stop of its own.</summary>
    public static string Name(params ReadOnlySpan<object> parts)
    {
        var texts = new string?[parts.Length];
        for (var index = 0; index < parts.Length; index++)
            texts[index] = parts[index] is LocalDate day ? Text(day) : Convert.ToString(parts[index], CultureInfo.InvariantCulture);
        return string.Join('.', texts);
    }
}
