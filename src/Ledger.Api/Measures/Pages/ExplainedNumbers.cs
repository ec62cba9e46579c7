using Ledger.Api.Web;
using Ledger.Domain;

namespace Ledger.Api.Measures.Pages;

/// <summary>Numbers on the way to a printed one: as exact as they are, years without a comma.</summary>
public static class ExplainedNumbers
{
    /// <summary>102.05 where a decimal says it all, else the fraction and what it comes to: 121325/9839 ≈ 12.33103.</summary>
    /// <param name="approximately">Null: too large to say in decimals.</param>
    public static string Of(Rational exact, decimal? approximately)
    {
        var fraction = exact.ToString().Replace('-', '−');
        if (approximately is not { } near)
            return fraction;
        return exact == near ? Numbers.Plain(near) : $"{fraction} ≈ {Numbers.Plain(near)}";
    }
}
