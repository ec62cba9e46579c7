using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Ledger.Domain;

/// <summary>What a return speaks for: a quarter such as <c>2023-Q3</c>, or a whole year such as <c>2023</c>.</summary>
/// <remarks>
/// Both ends belong to the period. A quarter's flows are stated year to date, so <c>2023-Q3</c> covers January to
/// September (assumption A-16). Periods order by their last day; a year comes after its fourth quarter.
/// </remarks>
public readonly record struct Period : IComparable<Period>
{
    private Period(int year, int quarter)
    {
        Year = year;
        Quarter = quarter;
    }

    public int Year { get; }

    /// <summary>1 to 4; 0 when the period is a year.</summary>
    public int Quarter { get; }

    public bool IsQuarter => Quarter > 0;

    public bool IsYear => Quarter == 0;

    /// <summary>The number of months from January to the period's end: 3, 6, 9 or 12.</summary>
    public int Months => IsYear ? 12 : Quarter * 3;

    /// <summary>The first day of the quarter's own three months, or of the year; what is stated year to date begins in January all the same.</summary>
    public LocalDate Start => IsYear ? new(Year, 1, 1) : new(Year, Months - 2, 1);

    public LocalDate End => new YearMonth(Year, Months).ToDateInterval().End;

    /// <summary>The quarter after a quarter, the year after a year.</summary>
    public Period Next => (IsYear, Quarter) switch
    {
        (true, _) => new(Year + 1, 0),
        (_, 4) => new(Year + 1, 1),
        _ => new(Year, Quarter + 1),
    };

    /// <summary>The same period one year earlier, the base of a year-on-year comparison.</summary>
    public Period YearBefore => new(Year - 1, Quarter);

    public static Period OfQuarter(int year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2999);
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return new Period(year, quarter);
    }

    public static Period OfYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2999);
        return new Period(year, 0);
    }

    /// <exception cref="FormatException">The text is neither <c>yyyy-Qn</c> with n from 1 to 4, nor <c>yyyy</c>.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period)
            ? period.Value
            : throw new FormatException($"'{text}' is neither a quarter such as 2023-Q3 nor a year such as 2023.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        if (text is not { Length: 4 or 7 }
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1900 or > 2999)
        {
            return false;
        }

        if (text.Length == 4)
        {
            period = OfYear(year);
        }
        else if (text[4] == '-' && text[5] == 'Q' && text[6] is >= '1' and <= '4')
        {
            period = OfQuarter(year, text[6] - '0');
        }

        return period is not null;
    }

    public int CompareTo(Period other) =>
        (Year, Months, IsYear).CompareTo((other.Year, other.Months, other.IsYear));

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    public override string ToString() => IsYear
        ? Year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Quarter}");
}
