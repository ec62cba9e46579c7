using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace Ledger.Api.Lists;

/// <summary>Which of a workbook's numbers are shown as dates, and what dates they are.</summary>
internal sealed partial class XlsxDates
{
    // The first day of a workbook's calendar. Excel holds 1900 for a leap year: before 1 March of it its days are off by one.
    private static readonly LocalDate Since1900 = new(1899, 12, 30);
    private static readonly LocalDate Since1904 = new(1904, 1, 1);
    private const int FirstTrueDay = 61;
    private const int LastDay = 2_958_465;

    private readonly bool[] isDate;
    private readonly bool from1904;

    public XlsxDates(WorkbookPart workbook)
    {
        from1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true;
        var styles = workbook.WorkbookStylesPart?.Stylesheet;
        var formats = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value).ToDictionary(format => format.Key, format => format.Last().FormatCode?.Value ?? "");
        isDate = [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => IsDate(format.NumberFormatId?.Value ?? 0, formats))];
    }

    /// <returns>Null where the number is not shown as a date, or is none: with a time of the day, or beyond the calendar.</returns>
    public LocalDate? DateOf(decimal number, uint style)
    {
        if (style >= isDate.Length || !isDate[style] || number != decimal.Truncate(number) || number > LastDay)
            return null;
        if (from1904)
            return number >= 0 ? Since1904.PlusDays((int)number) : null;
        return number >= FirstTrueDay ? Since1900.PlusDays((int)number) : null;
    }

    // 14 to 17 and 22, and those that East Asian editions have besides, are dates (ISO/IEC 29500-1, 18.8.30).
    private static bool IsDate(uint id, Dictionary<uint, string> formats) =>
        id is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58
        || (formats.TryGetValue(id, out var code) && Day().IsMatch(Literal().Replace(code, "")));

    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^]]*\\]|_.|\\*.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("[yd年日]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();
}
