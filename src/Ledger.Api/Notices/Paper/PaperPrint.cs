using System.Globalization;
using Ledger.Domain;
using Ledger.Domain.Notices;
using NodaTime;
using NodaTime.Text;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Notices.Paper;

/// <summary>How numbers, dates and ordinals stand on the paper.</summary>
public static class PaperPrint
{
    private static readonly HashSet<string> Signed = [Quantities.Gap, Quantities.Lead, RegisterTable.Difference];

    private static readonly LocalDatePattern Chinese = LocalDatePattern.CreateWithInvariantCulture("yyyy年M月d日");

    private static readonly LocalDatePattern English = LocalDatePattern.CreateWithInvariantCulture("d MMMM yyyy");

    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    /// <summary>As printed, with a true minus sign; a difference above zero with its plus; a dash where there is none.</summary>
    public static string Number(Cell cell, string? quantity = null)
    {
        if (cell.Value is not { } value)
            return "—";
        var text = value.ToString("#,0." + new string('0', value.Scale), CultureInfo.InvariantCulture).Replace('-', '−');
        return quantity is not null && Signed.Contains(quantity) && value > 0 ? $"+{text}" : text;
    }

    public static string Date(LocalDate date, Language language) => (language == Language.En ? English : Chinese).Format(date);

    /// <summary>2023年1—9月, as figures are stated; 2023年 for a year.</summary>
    public static string Covers(Period period, Language language) => (language, period.IsYear) switch
    {
        (Language.En, true) => Whole(period.Year),
        (Language.En, false) => $"{Months[0]}–{Months[period.Months - 1]} {Whole(period.Year)}",
        (_, true) => $"{Whole(period.Year)}年",
        _ => $"{Whole(period.Year)}年1—{Whole(period.Months)}月",
    };

    /// <summary>2023年三季度, for a quarter alone.</summary>
    public static string Quarter(Period period, Language language) => language == Language.En
        ? $"Q{Whole(period.Quarter)} {Whole(period.Year)}"
        : $"{Whole(period.Year)}年{Numeral(period.Quarter)}季度";

    /// <summary>The time a quantity speaks for.</summary>
    public static string Time(Period period, string quantity, Language language) =>
        quantity is Quantities.Quarter or Quantities.QuarterGrowth ? Quarter(period, language) : Covers(period, language);

    /// <summary>一、 … 十、; 1. in English.</summary>
    public static string Section(int number, Language language) =>
        language == Language.En ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : $"{Numeral(number)}、";

    /// <summary>（一） …; (1) in English.</summary>
    public static string Subsection(int number, Language language) =>
        language == Language.En ? string.Create(CultureInfo.InvariantCulture, $"({number}) ") : $"（{Numeral(number)}）";

    /// <summary>A column's heading: on paper some quantities have a shorter one than where they stand alone.</summary>
    public static string ColumnKey(string quantity) => quantity switch
    {
        Quantities.Amount or Quantities.Value or Quantities.Target => $"paper.column.{quantity}",
        _ => $"quantity.{quantity}",
    };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Numeral(int number) => number switch
    {
        <= 10 => "一二三四五六七八九十"[number - 1].ToString(),
        < 20 => $"十{Numeral(number - 10)}",
        _ => $"{Numeral(number / 10)}十{(number % 10 == 0 ? "" : Numeral(number % 10))}",
    };
}
