using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Api.Lists;

/// <summary>Dates as people write them, the year always first: which of day and month comes first elsewhere would be a guess.</summary>
public static partial class ListDates
{
    public static string Print(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>Such as 2023-10-31, 2023/10/31, 2023.10.31, 20231031, 2023年10月31日.</summary>
    /// <returns>Null when it is no date, or none of the calendar.</returns>
    public static LocalDate? Read(string text)
    {
        var match = Written().Match(text.Normalize(NormalizationForm.FormKC).Trim());
        if (!match.Success)
            return null;
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        return month is >= 1 and <= 12 && day >= 1 && year is >= 1900 and <= 2999 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<year>\d{4})\s*(?<mark>[-/.])\s*(?<month>\d{1,2})\s*\k<mark>\s*(?<day>\d{1,2})$|^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日?$|^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
