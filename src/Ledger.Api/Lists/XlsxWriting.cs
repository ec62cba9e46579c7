using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ledger.Domain;
using NodaTime;
using Excel = DocumentFormat.OpenXml.Spreadsheet;
using Period = NodaTime.Period;

namespace Ledger.Api.Lists;

/// <summary>Writes one worksheet: headings that stay in sight, texts as texts, dates as dates. The same list is the same bytes.</summary>
internal static class XlsxWriting
{
    // Cell formats by their place in the style sheet.
    private const uint AsText = 1;
    private const uint AsDate = 2;
    private const uint AsHeading = 3;

    private const uint TextFormat = 49;
    private const uint DateFormat = 164;
    private const int KeptDigits = 15;

    private static readonly LocalDate Since1900 = new(1899, 12, 30);
    private static readonly LocalDate FirstTrueDay = new(1900, 3, 1);
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<object?>> rows, Language language)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            // Each part is given its name: one that is not gets a new one every time.
            var workbook = document.AddNewPart<WorkbookPart>(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            workbook.AddNewPart<WorksheetPart>("list").Worksheet = new Worksheet(
                new SheetViews(new SheetView(
                    new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
                { WorkbookViewId = 0 }),
                // A column of texts stays one for whoever writes on in it: a code of eighteen digits is no number.
                new Columns(columns.Index().Select(column => new Excel.Column
                {
                    Min = (uint)column.Index + 1, Max = (uint)column.Index + 1, Width = 18, CustomWidth = true, Style = AsText,
                })),
                new SheetData([
                    Row(1, columns.Select(column => (object?)column.Heading.In(language)), AsHeading),
                    .. rows.Select((row, index) => Row(index + 2, row, AsText)),
                ]));
            workbook.Workbook = new Workbook(new Sheets(new Excel.Sheet { Name = "List", SheetId = 1, Id = "list" }));
        }

        return WithoutTime(stream);
    }

    private static Row Row(int number, IEnumerable<object?> values, uint style) => new(
        values.Index().Where(value => value.Item is not null and not "").Select(value => Cell(value.Item!, CellName.Of(number, value.Index), style)))
    {
        RowIndex = (uint)number,
    };

    private static Excel.Cell Cell(object value, string at, uint style) => value switch
    {
        string text => Words(text, at, style),
        LocalDate date when date >= FirstTrueDay => new()
        {
            CellReference = at, StyleIndex = AsDate, CellValue = new(Period.DaysBetween(Since1900, date).ToString(CultureInfo.InvariantCulture)),
        },
        LocalDate date => Words(NodaTime.Text.LocalDatePattern.Iso.Format(date), at, style),
        int or long or decimal => Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture), at, style),
        _ => throw new ArgumentException($"A list holds no {value.GetType().Name}.", nameof(value)),
    };

    private static Excel.Cell Words(string text, string at, uint style) => new()
    {
        CellReference = at, StyleIndex = style, DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(XlsxTexts.Escape(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    /// <summary>A number that a table program could not keep to its last digit is written as text.</summary>
    private static Excel.Cell Number(decimal number, string at, uint style)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Count(char.IsAsciiDigit) > KeptDigits
            ? Words(text, at, style)
            : new() { CellReference = at, StyleIndex = 0, CellValue = new(text) };
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = DateFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, FontId = 1, ApplyFont = true }) { Count = 4 });

    /// <summary>The package says when its parts were written; a list speaks for a moment of the ledger, and says nothing of the clock.</summary>
    private static byte[] WithoutTime(MemoryStream written)
    {
        written.Position = 0;
        using var timed = new ZipArchive(written, ZipArchiveMode.Read);
        using var stream = new MemoryStream();
        using (var timeless = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in timed.Entries.OrderBy(part => part.FullName != "[Content_Types].xml").ThenBy(part => part.FullName, StringComparer.Ordinal))
            {
                var entry = timeless.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var from = part.Open();
                using var to = entry.Open();
                from.CopyTo(to);
            }
        }

        return stream.ToArray();
    }
}
