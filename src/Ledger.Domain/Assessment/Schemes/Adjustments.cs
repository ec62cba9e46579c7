using System.Text.Json.Serialization;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>Points on top of the base, or off it.</summary>
/// <param name="Cap">The most that all items together come to.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AdjustmentGroup(decimal Cap, IReadOnlyList<AdjustmentItem> Items);

/// <param name="Each">Points for one occurrence, above zero for bonus and deduction alike.</param>
/// <param name="Cap">The most the item comes to; null: no cap of its own.</param>
/// <param name="EarnedBy">Given where the figures themselves earn it; such an item is not recorded by hand.</param>
/// <param name="Clause">Verbatim; null where the plan has none.</param>
/// <param name="FoundBy">Given where the ledger itself can find it and propose it; it counts only when it is recorded.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AdjustmentItem(
    string Id, Name Name, decimal Each, decimal? Cap = null, EarnedByAttainment? EarnedBy = null, string? Clause = null,
    LedgerFinding? FoundBy = null);

/// <param name="WorkingDays">How many after the deadline; only of a missing return.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LedgerFinding(FindingKind Kind, int? WorkingDays = null);

public enum FindingKind
{
    /// <summary>A due return that was still not submitted so many working days after its deadline.</summary>
    ReturnMissing,

    /// <summary>A zone's error in an accepted figure, corrected after a notice had been issued with it.</summary>
    PublishedFigureCorrected,
}

/// <summary>Counts the criteria among these whose attainment is at least so much, 1 for the target itself.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record EarnedByAttainment(decimal Attainment, IReadOnlyList<string> Criteria);

/// <param name="Grade">The grade forced, or the best one left; none where only the award is barred.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record VetoItem(string Id, Name Name, VetoEffect Effect, string? Grade = null);

public enum VetoEffect
{
    /// <summary>This grade, whatever the score, unless another veto leads lower.</summary>
    ForceGrade,

    /// <summary>At best this grade.</summary>
    CapGrade,

    /// <summary>Score and grade stay; no commendation.</summary>
    BarAward,
}
