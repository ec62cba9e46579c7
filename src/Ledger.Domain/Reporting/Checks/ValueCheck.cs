using Ledger.Domain.Programme;

namespace Ledger.Domain.Reporting.Checks;

/// <summary>What a single value has to be, whatever stands around it: not negative, of its series' places, of a possible size.</summary>
public static class ValueCheck
{
    /// <summary>A trillion in any unit of the dictionary: beyond it a value is a slip, and sums of values still fit exactly.</summary>
    public const decimal Limit = 1_000_000_000_000m;

    public static Finding? Find(Series series, decimal value)
    {
        if (value < 0)
            return Finding.Of("sign", CheckLevel.Error, "value-negative", series, value, series.Unit);
        if (value >= Limit)
            return Finding.Of("size", CheckLevel.Error, "value-too-large", series, value, series.Unit, Limit);
        if (Decimals.Fits(value, series.Places))
            return null;
        return series.Places == 0
            ? Finding.Of("precision", CheckLevel.Error, "value-not-whole", series, value, series.Unit)
            : Finding.Of("precision", CheckLevel.Error, "value-too-precise", series, value, series.Unit, series.Places);
    }
}
