namespace Ledger.Domain.Programme;

/// <param name="Value">The bound to reach; the lower one where the clause gives a range.</param>
/// <param name="Upper">The upper end of a range, else null.</param>
public sealed record Target(decimal Value, decimal? Upper, Comparator Comparator, PeriodSemantics Period, Force Force);

/// <summary>How the clause bounds the value. All three are met by reaching it.</summary>
public enum Comparator
{
    /// <summary>以上.</summary>
    AtLeast,

    /// <summary>A bare figure, read as a minimum .</summary>
    BareFigure,

    /// <summary>A span, met at its lower end.</summary>
    Range,
}

/// <summary>Which time the value speaks of.</summary>
public enum PeriodSemantics
{
    /// <summary>The state at the end of the last year.</summary>
    ByLastYear,

    /// <summary>What is new from the first to the last year, together.</summary>
    Cumulative,

    /// <summary>What is new in each year.</summary>
    EachYear,

    /// <summary>Yearly growth, on average, from the baseline year.</summary>
    AverageGrowth,
}

/// <summary>How firmly the plan puts it.</summary>
public enum Force
{
    Firm,

    /// <summary>力爭: expected, not binding.</summary>
    Strive,
}
