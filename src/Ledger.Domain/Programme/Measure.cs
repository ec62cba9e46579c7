namespace Ledger.Domain.Programme;

/// <summary>How an indicator comes from series.</summary>
/// <param name="Numerator">A series code.</param>
/// <param name="Denominator">A series code for a ratio, else null.</param>
public sealed record Measure(MeasureKind Kind, string Numerator, string? Denominator);

public enum MeasureKind
{
    /// <summary>100 × numerator ÷ denominator; over zones the ratio of sums, never the mean of ratios.</summary>
    Share,

    /// <summary>The value at the end of the period.</summary>
    Stock,

    /// <summary>What is new since the start of the count: the stock less the baseline's stock.</summary>
    NewSinceBaseline,

    /// <summary>Year to date.</summary>
    YearFlow,

    /// <summary>All years from the first to this one.</summary>
    CumulativeFlow,
}
