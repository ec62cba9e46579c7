using System.Globalization;

namespace Ledger.Benchmarks;

/// <summary>Something the ledger promises of its speed or size, measured on this machine.</summary>
public abstract class Benchmark
{
    public abstract string Name { get; }

    public abstract Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent);
}

/// <summary>How much is measured.</summary>
public enum Extent
{
    /// <summary>Enough to see that it runs; says nothing of speed.</summary>
    Tiny,

    Full,
}

/// <param name="Limit">Null: told for orientation only.</param>
public sealed record Reading(string What, string Value, string? Limit, bool IsReached)
{
    public string Verdict => Limit is null ? "" : IsReached ? "reached" : "MISSED";

    public static Reading AtMost(string what, double value, double limit, string unit) =>
        new(what, Text(value, unit), $"≤ {Text(limit, unit)}", value <= limit);

    public static Reading AtLeast(string what, double value, double limit, string unit) =>
        new(what, Text(value, unit), $"≥ {Text(limit, unit)}", value >= limit);

    public static Reading Told(string what, double value, string unit) => new(what, Text(value, unit), Limit: null, IsReached: true);

    private static string Text(double value, string unit) =>
        $"{value.ToString(value >= 100 ? "#,0" : "0.##", CultureInfo.InvariantCulture)} {unit}".TrimEnd();
}

public static class Timings
{
    /// <summary>The middle one; half of them took longer.</summary>
    public static double Median(this IEnumerable<double> timings)
    {
        double[] ordered = [.. timings.Order()];
        return ordered[ordered.Length / 2];
    }
}
