namespace Ledger.Domain.Programme;

/// <summary>One of the fifteen quantitative targets with how it is measured.</summary>
/// <param name="Id">The list's number, such as <c>Q02</c>.</param>
/// <param name="Clause">Verbatim.</param>
/// <param name="Section">Where the clause stands, such as 三(一).</param>
/// <param name="Allocation">Each zone's part of the league's target; null where there is none or a <see cref="CombinedTarget"/> holds it.</param>
/// <param name="Places">Decimal places of the printed value.</param>
/// <param name="Definition">What is counted; a working definition, for the plan gives none.</param>
public sealed record Indicator(
    string Id, string Code, Name Name, Name Unit, string Clause, string Section,
    Target Target, Measure Measure, Trajectory Trajectory, TargetLevel Level, IReadOnlyDictionary<string, decimal>? Allocation,
    int Places, Name Definition);

/// <summary>Where a target applies .</summary>
public enum TargetLevel
{
    /// <summary>To each zone and to the total of all.</summary>
    ZoneAndLeague,

    /// <summary>To the total; a zone's part is its allocation.</summary>
    LeagueAllocated,
}

/// <summary>Several targets shared out to the zones as one number (Q11+Q12+Q13); for the league each stands on its own.</summary>
/// <param name="Id">Such as <c>Q11+Q12+Q13</c>.</param>
/// <param name="Indicators">Codes.</param>
/// <param name="Allocation">Each zone's part of the sum of the targets.</param>
public sealed record CombinedTarget(
    string Id, string Code, Name Name, IReadOnlyList<string> Indicators, IReadOnlyDictionary<string, decimal> Allocation);
