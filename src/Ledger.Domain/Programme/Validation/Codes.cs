using System.Globalization;

namespace Ledger.Domain.Programme.Validation;

/// <summary>What is asked of codes, references and numbers wherever they stand.</summary>
internal static class Codes
{
    public static IEnumerable<Fault> Duplicates(string list, string part, IEnumerable<string> codes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return codes.Index()
            .Where(entry => !seen.Add(entry.Item))
            .Select(entry => Fault.At($"{list}/{entry.Index}/{part}", "code-duplicated", entry.Item));
    }

    /// <summary>The code of a zone or an organisation: capitals and digits, as in addresses.</summary>
    public static Fault? Capitals(string pointer, string code) =>
        IsCode(code, char.IsAsciiLetterUpper) ? null : Fault.At(pointer, "code-malformed", code, "XLHT");

    /// <summary>The code of a series or an indicator: small letters, digits and low lines.</summary>
    public static Fault? Small(string pointer, string code) =>
        IsCode(code, symbol => char.IsAsciiLetterLower(symbol) || symbol == '_') ? null : Fault.At(pointer, "code-malformed", code, "op_revenue");

    public static Fault? Known(string pointer, string? code, IReadOnlySet<string> known) =>
        code is null || known.Contains(code) ? null : Fault.At(pointer, "code-unknown", code);

    public static IEnumerable<Fault?> Known(string pointer, IEnumerable<string> codes, IReadOnlySet<string> known) =>
        codes.Select((code, index) => Known($"{pointer}/{index}", code, known));

    /// <summary>At least one entry.</summary>
    public static Fault? Filled<T>(string pointer, IReadOnlyList<T> list) => list.Count == 0 ? Fault.At(pointer, "list-empty") : null;

    public static Fault? Between(string pointer, decimal value, decimal lowest, decimal highest) =>
        value >= lowest && value <= highest
            ? null
            : Fault.At(pointer, "number-out-of-range", Text(value), Text(lowest), Text(highest));

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool IsCode(string code, Func<char, bool> isLetter) =>
        code.Length is > 0 and <= 40 && isLetter(code[0]) && code.All(symbol => isLetter(symbol) || char.IsAsciiDigit(symbol));
}
