using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Ledger.Domain;

namespace Ledger.Api.Lists;

/// <summary>Reads CSV: separated by commas, semicolons or tabs, in quotation marks where it has to be (RFC 4180).</summary>
internal static class CsvReading
{
    private static readonly char[] Separators = [',', ';', '\t'];

    public static Sheet Read(byte[] bytes, string? charset)
    {
        var (text, encoding) = TextEncodings.Decode(bytes, charset);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = SeparatorOf(text).ToString(),
            HasHeaderRecord = false,
            // A blank line is a row to a table program, and counts where cells are named.
            IgnoreBlankLines = false,
            BadDataFound = bad => throw Broken(bad.Context.Parser!.Row),
        };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        var rows = new List<SheetRow>();
        while (parser.Read())
        {
            var row = new SheetRow(parser.Row, [.. (parser.Record ?? []).Take(ListFile.MostColumns).Select(field => Cell.Of(Formulas.Plain(field)))]);
            if (row.IsEmpty)
                continue;
            if (rows.Count > ListFile.MostRows)
                throw ListFile.TooLong();
            rows.Add(row);
        }

        return new(ListFormat.Csv, Name: null, encoding, rows);
    }

    /// <summary>The one that the first line holds most of, outside quotation marks.</summary>
    private static char SeparatorOf(string text)
    {
        var line = text.TrimStart('\r', '\n').AsSpan();
        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && letter is '\r' or '\n')
                break;
            else if (!isQuoted && Array.IndexOf(Separators, letter) is >= 0 and var found)
                counts[found]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private static Web.Http.RefusedRequestException Broken(int row) => ListFile.Unreadable(Fault.At("/file", "list-csv-broken", row));
}
