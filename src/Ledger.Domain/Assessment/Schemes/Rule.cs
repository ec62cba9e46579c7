using System.Text.Json.Serialization;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>How a criterion's score, 0 to 100, comes from a metric or from ballots.</summary>
/// <remarks>
/// One shape for all kinds, so that a setting given to a rule that does not use it can be seen and refused.
/// Which kind uses which setting stands in <see cref="RuleSettings"/>.
/// </remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Rule
{
    public required RuleKind Kind { get; init; }

    /// <summary>The id of one of the scheme's metrics.</summary>
    public string? Metric { get; init; }

    /// <summary>Whether more or less of the metric is better.</summary>
    public Direction? Direction { get; init; }

    public PathKind? Path { get; init; }

    /// <summary>The target in the metric's unit.</summary>
    public decimal? Target { get; init; }

    /// <summary>Other targets for some zones, by zone code.</summary>
    public IReadOnlyDictionary<string, decimal>? ZoneTargets { get; init; }

    /// <summary>
    /// Each zone's part of a common target, by zone code; 0: the criterion does not apply to the zone. The part of one that has become part of another
    /// counts to that one's.
    /// </summary>
    public IReadOnlyDictionary<string, decimal>? Allocation { get; init; }

    /// <summary>The attainment, 1 for the target itself, at which points begin.</summary>
    public decimal? Floor { get; init; }

    /// <summary>The attainment at which points are full.</summary>
    public decimal? Full { get; init; }

    public FloorMode? FloorMode { get; init; }

    /// <summary>Growth a year, 0.30 for thirty per cent; below zero for a path that falls.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The score of the worst zone, or at the worse goalpost.</summary>
    public decimal? Low { get; init; }

    /// <summary>The score of the best zone, or at the better goalpost.</summary>
    public decimal? High { get; init; }

    /// <summary>The score of every zone when all have the same value.</summary>
    public decimal? AllEqual { get; init; }

    /// <summary>The goalposts, in the metric's unit, the smaller value first whatever the direction.</summary>
    public decimal? LowerPost { get; init; }

    public decimal? UpperPost { get; init; }

    /// <summary>Whether a value beyond a goalpost scores as if at it.</summary>
    public bool? Clip { get; init; }

    /// <summary>From the largest values to the smallest.</summary>
    public IReadOnlyList<Band>? Bands { get; init; }

    /// <summary>Best first.</summary>
    public IReadOnlyList<RubricLevel>? Levels { get; init; }

    /// <summary>With at least so many valid ballots one highest and one lowest are left out; absent: none ever.</summary>
    public int? DropExtremesFrom { get; init; }

    /// <summary>With fewer valid ballots there is no score yet.</summary>
    public int? Quorum { get; init; }
}

public enum RuleKind
{
    /// <summary>Attainment of the year's point on a path, in a straight line between floor and full.</summary>
    TargetLinear,

    /// <summary>How much of the growth needed since the baseline has been made.</summary>
    GrowthPath,

    /// <summary>Between the worst and the best zone of the year.</summary>
    MinMax,

    /// <summary>Between two fixed values.</summary>
    Goalposts,

    /// <summary>By place among the zones.</summary>
    Rank,

    /// <summary>By bands of the value.</summary>
    Banded,

    /// <summary>By the members' ballots.</summary>
    Committee,
}

public enum Direction
{
    Up,
    Down,
}

public enum PathKind
{
    /// <summary>b + (T − b)·n/N, and T where the baseline b is already there .</summary>
    LinearShare,

    /// <summary>allocation·n/N, never rounded .</summary>
    CumAlloc,

    /// <summary>The allocation, every year .</summary>
    AnnualAlloc,

    /// <summary>The target itself, every year.</summary>
    Fixed,
}

public enum FloorMode
{
    /// <summary>Points grow from nothing at the floor, so that a hair's breadth is worth a hair's breadth.</summary>
    Continuous,

    /// <summary>Nothing below the floor, in proportion to attainment from there on.</summary>
    Cliff,
}

/// <summary>A span of values with its score. Upwards the lower end belongs to the band, downwards the upper one.</summary>
/// <param name="From">Null: no lower end.</param>
/// <param name="To">Null: no upper end.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Band(decimal Score, decimal? From = null, decimal? To = null);

/// <summary>What a member can vote, with what it takes to deserve it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RubricLevel(decimal Level, decimal Score, Name? Text = null);
