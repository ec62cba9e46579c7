using Ledger.Domain.Programme;

namespace Ledger.Domain.Measures;

/// <summary>「雙倍增」: whether a count has come to twice its baseline. The plan sets it beside yearly growth and beside a number of its own; none follows from another.</summary>
/// <param name="Goal">Twice the baseline, by the last year.</param>
/// <param name="Attainment">The value in per cent of that.</param>
public sealed record Doubling(string Series, Derivation Value, Derivation Baseline, Derivation Goal, Derivation Attainment)
{
    /// <param name="growing">An indicator whose count is to grow.</param>
    public static Doubling Of(Yardstick yardstick, Indicator growing, string zone, Period period)
    {
        var series = yardstick.Programme.FindSeries(growing.Measure.Numerator)!;
        var value = yardstick.Value(series, zone, period);
        var baseline = yardstick.Baseline(series.Code, zone, isShare: false, period);
        var goal = Reckoning.Of(Formulas.Doubling, [new("baseline", baseline)], terms => terms[0] * 2);
        return new(series.Code, value, baseline, goal, Reckoning.Percent(Formulas.Attainment, new("value", value), new("target", goal)));
    }
}
