using Ledger.Domain.Measures;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>Why a score or a place is not there, beside <see cref="Reasons"/>; each has a text under <c>reason.CODE</c>.</summary>
public static class ScoreReasons
{
    /// <summary>Fewer than two zones have a value, and the rule compares zones.</summary>
    public const string NothingToCompare = "nothing-to-compare";

    /// <summary>Fewer members voted than the rule asks for.</summary>
    public const string QuorumNotReached = "quorum-not-reached";

    /// <summary>None of a dimension's criteria applies to the zone.</summary>
    public const string NothingApplies = "nothing-applies";

    /// <summary>A part of it is not decided yet.</summary>
    public const string PartPending = "part-pending";

    /// <summary>The zone is scored, and left out of every ranking.</summary>
    public const string Unranked = "unranked";

    /// <summary>The criterion was left out, to see what the result would be without it.</summary>
    public const string LeftOut = "left-out";
}
