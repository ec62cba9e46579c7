using System.Globalization;
using System.Text;
using Ledger.Api.Web;
using Ledger.Domain;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Api.Lists;

/// <summary>Writes CSV as every table program opens it: UTF-8 with its mark, commas, no formulas.</summary>
internal static class CsvWriting
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    public static byte[] Write(IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<object?>> rows, Language language)
    {
        var text = new StringBuilder(Csv.Line(columns.Select(column => Formulas.Neutral(column.Heading.In(language)))));
        foreach (var row in rows)
            text.Append(Csv.Line(row.Select(Field)));
        return [.. Utf8.GetPreamble(), .. Utf8.GetBytes(text.ToString())];
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        string words => Formulas.Neutral(words),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        int or long or decimal => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw new ArgumentException($"A list holds no {value.GetType().Name}.", nameof(value)),
    };
}
