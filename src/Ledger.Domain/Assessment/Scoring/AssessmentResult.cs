using System.Text.Json.Serialization;
using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>What a scheme makes of a year.</summary>
/// <param name="Zones">In the order of the basis.</param>
public sealed record AssessmentResult(string Scheme, int Version, int Year, IReadOnlyList<ZoneScore> Zones)
{
    /// <summary>False while any zone waits for ballots or figures; such a result cannot be approved.</summary>
    public bool IsComplete => Zones.All(zone => zone.Tree.State != ScoreState.Pending);

    public ZoneScore Of(string zone) => Zones.Single(score => score.Zone == zone);
}

/// <summary>One zone's result from the criteria up to the grade and what it leads to.</summary>
public sealed record ZoneScore
{
    public required string Zone { get; init; }

    public required string Track { get; init; }

    public required NodeScore Tree { get; init; }

    /// <summary>The points of the whole before bonus and deduction; null while pending.</summary>
    [JsonIgnore]
    public Rational? Base => Tree.Points;

    public required AdjustmentScore Bonus { get; init; }

    public required AdjustmentScore Deduction { get; init; }

    /// <summary>max(0, base + bonus − deduction), before its one rounding.</summary>
    public Rational? Exact { get; init; }

    /// <summary>The final score as printed and graded.</summary>
    public decimal? Final { get; init; }

    /// <summary>Null while pending, and for a zone that is scored and not ranked.</summary>
    public Place? Place { get; init; }

    /// <summary>Among the zones of its track.</summary>
    public Place? TrackPlace { get; init; }

    /// <summary>The grade that the score alone would earn.</summary>
    public string? EarnedGrade { get; init; }

    /// <summary>The grade after vetoes; the score stays as it is.</summary>
    public string? Grade { get; init; }

    public bool IsAwardBarred { get; init; }

    /// <summary>Those in force; a place with any is marked.</summary>
    public IReadOnlyList<VetoItem> Vetoes { get; init; } = [];

    public IReadOnlyList<OutcomeDue> Outcomes { get; init; } = [];

    /// <summary>Every criterion of the scheme, in its order.</summary>
    [JsonIgnore]
    public IEnumerable<NodeScore> Criteria => Tree.SelfAndBelow().Where(node => node.Criterion is not null);

    public NodeScore Of(string node) => Tree.SelfAndBelow().Single(score => score.Id == node);
}

/// <summary>What one node of the scheme came to for one zone.</summary>
public sealed record NodeScore
{
    public required string Id { get; init; }

    public required ScoreState State { get; init; }

    /// <summary>In points, after redistribution; zero where the node does not apply.</summary>
    public required Rational Weight { get; init; }

    /// <summary>0 to 100; rounded only where the scheme says so. Zero for missing data; null while pending or not applicable.</summary>
    public Rational? Score { get; init; }

    /// <summary>Weight × score ÷ 100, or the children's sum; rounded only where the scheme says so.</summary>
    public Rational? Points { get; init; }

    /// <summary>Its place among the ranked zones, by the score of this node.</summary>
    public Place? Place { get; init; }

    /// <summary>Only for a criterion.</summary>
    public CriterionResult? Criterion { get; init; }

    public IReadOnlyList<NodeScore> Children { get; init; } = [];

    public IEnumerable<NodeScore> SelfAndBelow() =>
        Children.SelectMany(child => child.SelfAndBelow()).Prepend(this);
}

/// <summary>Bonus, or deduction, as a number of points not below zero.</summary>
/// <param name="Total">After the group's cap.</param>
/// <param name="IsCapped">The items came to more than the cap.</param>
public sealed record AdjustmentScore(IReadOnlyList<ItemScore> Items, Rational Total, bool IsCapped);

/// <param name="Points">After the item's own cap.</param>
public sealed record ItemScore(AdjustmentItem Item, int Count, Rational Points, bool IsCapped);

/// <param name="WeakCriteria">Those it lists, where it lists any.</param>
public sealed record OutcomeDue(Outcome Outcome, IReadOnlyList<string> WeakCriteria);
