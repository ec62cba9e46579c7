using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>How the key tasks and the safeguards are followed .</summary>
/// <param name="ZoneUnit">The responsible unit whose part each zone does and reports for itself: <c>HOST</c>.</param>
/// <param name="DueDays">Days after a quarter's end until its report is due: 20.</param>
/// <param name="BehindQuarters">Behind for so many quarters running is stalled: 2.</param>
/// <param name="SilentQuarters">So many reports due and not made, after one that was, is stalled: 2.</param>
public sealed record TaskRules(string ZoneUnit, int DueDays, int BehindQuarters, int SilentQuarters)
{
    /// <summary>For programmes that were adopted before these rules were part of one.</summary>
    public static TaskRules Usual { get; } = new("HOST", 20, 2, 2);

    /// <summary>The last day on which the report of a quarter is in time.</summary>
    public LocalDate DueOn(Period quarter) => quarter.End.PlusDays(DueDays);
}

/// <summary>What a report of a task counts, where the plan names the kind: how many there are since the plan's first year, at the end of the quarter.</summary>
/// <param name="Code">Such as <c>joint_labs</c>; unique within its task.</param>
/// <param name="Unit">Such as 家.</param>
public sealed record ResultKind(string Code, Name Name, Name Unit);
