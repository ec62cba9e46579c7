using Ledger.Domain;

namespace Ledger.Api.Web;

/// <summary>A period in the reader's words.</summary>
public static class PeriodNames
{
    /// <summary>Such as 2023年第三季度.</summary>
    public static string Named(this ITexts texts, Period period) => period.IsYear
        ? texts["period.year", period.Year]
        : texts[$"period.q{period.Quarter}", period.Year];

    /// <summary>Such as 2023年1—9月, which is what its flows speak for.</summary>
    public static string Covered(this ITexts texts, Period period) => period.IsYear
        ? texts["period.year", period.Year]
        : texts[$"period.months{period.Months}", period.Year];
}
