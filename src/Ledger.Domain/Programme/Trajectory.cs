namespace Ledger.Domain.Programme;

/// <summary>The path from the baseline to the target.</summary>
/// <param name="Rate">Yearly growth, 0.30 for thirty per cent; only where <see cref="TrajectoryKind.Growth"/>.</param>
public sealed record Trajectory(TrajectoryKind Kind, decimal? Rate);

public enum TrajectoryKind
{
    /// <summary>Nothing is expected before the last year .</summary>
    Step,

    /// <summary>b + (T − b)·t/5 .</summary>
    LinearFromBaseline,

    /// <summary>T·t/5, kept exact .</summary>
    LinearFromZero,

    /// <summary>T in every year; within the year T·q/4 .</summary>
    EachYear,

    /// <summary>b·(1 + rate)ⁿ at year-ends; within the year a straight line for stocks, ·q/4 for flows .</summary>
    Growth,
}
