namespace Ledger.Domain.Measures;

/// <summary>Where a zone, or the league, stands on one target in a period.</summary>
/// <param name="Indicator">The indicator's code, or a combined target's.</param>
/// <param name="Zone">A zone's code or <see cref="Programme.Zone.League"/>.</param>
/// <param name="Period">The period asked about.</param>
/// <param name="Settled">The period the value speaks for: of what is settled yearly, the last year before a quarter; else the same.</param>
/// <param name="Value">What is measured: a share in per cent, a count; of a growth the count that grows.</param>
/// <param name="Target">On the trajectory, at the same time.</param>
/// <param name="YearTarget">The whole year's, where the trajectory is one of each year or of a yearly flow; else not applicable.</param>
/// <param name="Gap">Value less target, in points for a share.</param>
/// <param name="Attainment">完成率, in per cent of the target; within the year, of the year's target where there is one.</param>
/// <param name="Lead">Attainment of the year's target, or progress, less the time elapsed, in points.</param>
/// <param name="Progress">目標進度, in per cent of the way from the baseline to the last year's target.</param>
/// <param name="YearlyGrowth">Average since the baseline year, in per cent; only of a growth, and only for a whole year.</param>
public sealed record Reading(
    string Indicator, string Zone, Period Period, Period Settled,
    Derivation Value, Derivation Target, Derivation YearTarget, Derivation Gap, Derivation Attainment, Derivation Lead,
    Derivation Progress, Derivation YearlyGrowth, Verdict Verdict);

/// <summary>Where a target stands.</summary>
public enum Verdict
{
    /// <summary>The target itself is reached: the last year's, or this year's where it is one of each year.</summary>
    Reached,

    /// <summary>On the trajectory or ahead of it.</summary>
    OnTrack,

    /// <summary>Below the trajectory.</summary>
    Behind,

    /// <summary>Nothing is expected yet, or nothing of this zone.</summary>
    NoTarget,

    /// <summary>There is no value to judge.</summary>
    Unknown,
}

/// <summary>A series of a zone, or of the league, in a period.</summary>
/// <param name="Value">Year to date for a flow, at the period's end for a stock.</param>
/// <param name="YearBefore">The same a year earlier.</param>
/// <param name="Growth">Year on year, in per cent.</param>
/// <param name="Quarter">The quarter alone; not applicable to stocks and years.</param>
public sealed record SeriesReading(
    string Series, string Zone, Period Period,
    Derivation Value, Derivation YearBefore, Derivation Growth,
    Derivation Quarter, Derivation QuarterYearBefore, Derivation QuarterGrowth);
