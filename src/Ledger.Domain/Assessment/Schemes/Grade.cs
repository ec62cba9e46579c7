using System.Text.Json.Serialization;

namespace Ledger.Domain.Assessment.Schemes;

/// <param name="From">The lowest final score, rounded, that earns it; up to below the next better grade's.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Grade(string Id, Name Name, decimal From, IReadOnlyList<Outcome> Outcomes);

/// <summary>What a grade leads to.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Outcome
{
    /// <summary>Unique in the scheme.</summary>
    public required string Id { get; init; }

    public required OutcomeKind Kind { get; init; }

    public required Name Text { get; init; }

    /// <summary>A commendation, which a veto can bar.</summary>
    public bool IsAward { get; init; }

    public OutcomeOccasion When { get; init; }

    /// <summary>Days, or months, after publication by which it must be done; at most one of the two.</summary>
    public int? DueDays { get; init; }

    public int? DueMonths { get; init; }

    /// <summary>It lists the criteria whose score is below this.</summary>
    public decimal? WeakBelow { get; init; }
}

public enum OutcomeKind
{
    Incentive,
    Constraint,
}

public enum OutcomeOccasion
{
    /// <summary>Whenever the grade is given.</summary>
    EveryTime,

    /// <summary>Only when the year before ended in the same grade.</summary>
    SecondInARow,
}
