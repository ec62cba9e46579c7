namespace Ledger.Api.Web;

/// <summary>Lines of comma-separated values (RFC 4180).</summary>
public static class Csv
{
    /// <summary>One line with its end; a field that holds a comma, a quotation mark or a line break is quoted.</summary>
    public static string Line(params IEnumerable<string> fields) => $"{string.Join(',', fields.Select(Quoted))}\r\n";

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
