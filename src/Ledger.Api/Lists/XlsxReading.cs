using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ledger.Domain;
using NodaTime;
using NodaTime.Text;
using Excel = DocumentFormat.OpenXml.Spreadsheet;

namespace Ledger.Api.Lists;

/// <summary>Reads the first worksheet that is not hidden, cell by cell, as it was saved.</summary>
internal static class XlsxReading
{
    /// <summary>Letters of one part once unpacked: far more than any list has, far fewer than would fill the memory.</summary>
    internal const long LongestPart = 64 * 1024 * 1024;

    private const int KeptDigits = 15;

    /// <summary>From here on, a number of so many digits has lost some that count.</summary>
    private const decimal LostFrom = 1_000_000_000_000_000;

    public static Sheet Read(byte[] bytes)
    {
        try
        {
            using var stream = XlsxParts.Open(bytes);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = LongestPart });
            if (document.WorkbookPart is not { Workbook: { } workbook } part
                || workbook.Sheets?.Elements<Excel.Sheet>().FirstOrDefault(sheet => (sheet.State?.Value ?? SheetStateValues.Visible) == SheetStateValues.Visible)
                    is not { Id.Value: { } id } shown
                || part.GetPartById(id) is not WorksheetPart worksheet)
            {
                throw ListFile.Unreadable(Fault.At("/file", "list-no-sheet"));
            }

            return new(ListFormat.Xlsx, shown.Name?.Value, Encoding: null, Rows(worksheet, Texts(part), new XlsxDates(part)));
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or XmlException or InvalidDataException or FormatException
            or IOException or ArgumentException or InvalidOperationException)
        {
            // The library reads what people send; what it stumbles over differs by how the file is damaged.
            throw ListFile.Unreadable(Fault.At("/file", "list-damaged"));
        }
    }

    private static List<SheetRow> Rows(WorksheetPart worksheet, IReadOnlyList<string> texts, XlsxDates dates)
    {
        using var reader = OpenXmlReader.Create(worksheet);
        var rows = new List<SheetRow>();
        var last = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var element = (Row)reader.LoadCurrentElement()!;
            last = element.RowIndex?.Value is { } index ? checked((int)index) : last + 1;
            var row = new SheetRow(last, Cells(element, texts, dates));
            if (row.IsEmpty)
                continue;
            if (rows.Count > ListFile.MostRows)
                throw ListFile.TooLong();
            rows.Add(row);
        }

        return rows;
    }

    private static List<Cell> Cells(Row row, IReadOnlyList<string> texts, XlsxDates dates)
    {
        var cells = new List<Cell>();
        foreach (var cell in row.Elements<Excel.Cell>())
        {
            // A cell may leave out where it stands: then it is the next one. Empty ones may be left out themselves.
            var column = CellName.ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            if (column >= ListFile.MostColumns)
                break;
            while (cells.Count <= column)
                cells.Add(Cell.None);
            cells[column] = Read(cell, texts, dates);
        }

        return cells;
    }

    private static Cell Read(Excel.Cell cell, IReadOnlyList<string> texts, XlsxDates dates)
    {
        if (cell.CellFormula is not null)
            return new Cell.Formula();
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        // A cell of any kind may have been emptied and left there.
        if (value.Length == 0 && type != CellValues.InlineString)
            return Cell.None;
        if (type == CellValues.SharedString)
            return Cell.Of(texts[int.Parse(value, CultureInfo.InvariantCulture)]);
        if (type == CellValues.InlineString)
            return Cell.Of(cell.InlineString is { } inline ? TextOf(inline) : "");
        if (type == CellValues.String)
            return Cell.Of(XlsxTexts.Unescape(value));
        if (type == CellValues.Boolean)
            return new Cell.Words(value == "1" ? "TRUE" : "FALSE");
        if (type == CellValues.Error)
            return new Cell.Error(value);
        if (type == CellValues.Date)
            return DateIn(value) is { } day ? new Cell.Date(day) : Cell.Of(value);
        return NumberIn(value) is not { } number ? new Cell.Words(value)
            : dates.DateOf(number.Value, StyleOf(cell)) is { } date ? new Cell.Date(date)
            : number;
    }

    // Some programs write s="" where a cell has no look of its own.
    private static uint StyleOf(Excel.Cell cell) =>
        uint.TryParse(cell.StyleIndex?.InnerText, NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : 0;

    private static LocalDate? DateIn(string iso) => LocalDateTimePattern.ExtendedIso.Parse(iso).TryGetValue(default, out var moment)
        ? moment.TimeOfDay == LocalTime.Midnight ? moment.Date : null
        : LocalDatePattern.Iso.Parse(iso).TryGetValue(default, out var date) ? date : null;

    /// <summary>A table program keeps binary fractions: 156.2 may be saved as 156.19999999999999, and means 156.2.</summary>
    private static Cell.Number? NumberIn(string value)
    {
        if (decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && Digits(exact) <= KeptDigits)
            return Of(exact);
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary)
            || !decimal.TryParse(binary.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var meant))
        {
            return null;
        }

        return Of(meant);

        static Cell.Number Of(decimal number) => new(number, IsWhole: Math.Abs(number) < LostFrom);
    }

    private static int Digits(decimal number) =>
        number.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).TrimStart('-', '0').TrimEnd('0').Length;

    private static List<string> Texts(WorkbookPart workbook)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
            return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                texts.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
        }

        return texts;
    }

    // Runs of different look are one text; how it is pronounced is none of it.
    private static string TextOf(RstType item) => XlsxTexts.Unescape(string.Concat(item.ChildElements.Select(child => child switch
    {
        Text text => text.Text,
        Run run => run.Text?.Text,
        _ => null,
    })));
}
