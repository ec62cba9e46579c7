using Ledger.Domain;

namespace Ledger.Api.Measures.Pages;

/// <summary>A point of a course: a value and what was to be reached by then.</summary>
public sealed record CoursePoint(Period Period, decimal? Value, decimal? Target);

/// <summary>From nought, or from below it where a value is, to a round number above every value; so that a height is never flattered.</summary>
public sealed record ChartScale(decimal Low, decimal High, IReadOnlyList<decimal> Ticks)
{
    /// <returns>Null when there is nothing to draw.</returns>
    public static ChartScale? Over(IReadOnlyCollection<decimal> values)
    {
        if (values.Count == 0)
            return null;
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        if (low == high)
            high = low + 1;
        var step = Round((high - low) / 4);
        low = Math.Floor(low / step) * step;
        high = Math.Ceiling(high / step) * step;
        var ticks = new List<decimal>();
        for (var tick = low; tick <= high; tick += step)
            ticks.Add(tick);
        return new(low, high, ticks);
    }

    private static readonly decimal[] RoundNumbers = [1, 2, 5, 10];

    /// <summary>How high a value stands: 0 at the bottom, 1 at the top.</summary>
    public decimal Of(decimal value) => (value - Low) / (High - Low);

    /// <summary>The next of 1, 2, 5, 10, 20 …, upwards or in fractions.</summary>
    private static decimal Round(decimal step)
    {
        var unit = 1m;
        while (unit * 10 <= step)
            unit *= 10;
        while (unit > step)
            unit /= 10;
        return RoundNumbers.Select(times => times * unit).First(round => round >= step);
    }
}
