using System.Text.Json.Serialization;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>How a year is assessed, as one versioned document: what counts, how much, by which rule, to what end.</summary>
/// <remarks>
/// Data, never code: the plan orders a yearly assessment and gives no weights, bands or outcomes. There are no hidden
/// defaults: a rule states every setting it uses and none that it does not (<see cref="SchemeFaults"/>).
/// </remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AssessmentScheme
{
    /// <summary>Stable over versions, such as <c>xlg-htz-annual</c>.</summary>
    public required string Id { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    public required Name Title { get; init; }

    /// <summary>The year paths start from, and the year they end in.</summary>
    public required int BaselineYear { get; init; }

    public required int TargetYear { get; init; }

    /// <summary>The points that the weights add up to; 100 unless a scheme has reason to say otherwise.</summary>
    public required decimal OutOf { get; init; }

    public required RoundingPoints Rounding { get; init; }

    public required Ranking Ranking { get; init; }

    public required NotApplicablePolicy NotApplicable { get; init; }

    public required MissingPolicy Missing { get; init; }

    public required IReadOnlyList<SchemeMetric> Metrics { get; init; }

    /// <summary>The whole; its children are the dimensions, and so on down to the criteria.</summary>
    public required SchemeNode Tree { get; init; }

    public required AdjustmentGroup Bonus { get; init; }

    public required AdjustmentGroup Deduction { get; init; }

    public required IReadOnlyList<VetoItem> Vetoes { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<Grade> Grades { get; init; }

    public required Procedure Procedure { get; init; }

    public required IReadOnlyList<Assumption> Assumptions { get; init; }
}

/// <summary>How long a result waits, in working days.</summary>
/// <param name="PublicityDays">Between ratification and publication, for objections (公示).</param>
/// <param name="AppealDays">After publication, for appeals.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Procedure(int PublicityDays, int AppealDays);

/// <summary>Where a number is rounded, always half-up, and to how many places; null: there it stays exact.</summary>
/// <param name="Final">The final score, and every node's score as it is shown and ranked.</param>
/// <param name="CriterionScore">The score, 0 to 100, of a criterion.</param>
/// <param name="CriterionPoints">Effective weight × score ÷ 100; sums are sums of these.</param>
/// <param name="NodePoints">The points of each inner node, the whole included.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RoundingPoints(
    int Final, int? CriterionScore = null, int? CriterionPoints = null, int? NodePoints = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Ranking(RankedOn On, Ties Ties);

public enum RankedOn
{
    /// <summary>On the score as printed, so that what looks equal is equal.</summary>
    Rounded,
    Unrounded,
}

public enum Ties
{
    /// <summary>1, 2, 2, 4.</summary>
    Competition,

    /// <summary>1, 2, 2, 3.</summary>
    Dense,
}

/// <summary>Where the weight of a criterion that does not apply goes; never to nobody.</summary>
public enum NotApplicablePolicy
{
    /// <summary>To the others of the same dimension in proportion; if none applies there, to the other dimensions.</summary>
    RedistributeWithinDimension,

    /// <summary>To all other criteria of the scheme in proportion.</summary>
    RedistributeOverAll,
}

/// <summary>What a figure leads to that is due and not there. Its weight is never given to others.</summary>
public enum MissingPolicy
{
    /// <summary>No points, and the score says why.</summary>
    ZeroAndFlag,

    /// <summary>No result for the zone until it is there.</summary>
    Pending,
}
