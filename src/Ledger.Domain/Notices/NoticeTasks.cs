using Ledger.Domain.KeyTasks;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>重點任務推進情況: how the parts of the key tasks stand by the end of the quarter, as the ledger knew at the cut.</summary>
/// <remarks>Reports of later quarters do not count. Safeguards are in no tally; where one is supervised, that is told.</remarks>
public sealed record NoticeTasks
{
    /// <summary>Every zone, in the programme's order.</summary>
    public required IReadOnlyList<TaskTallyRow> Zones { get; init; }

    /// <summary>All zones together.</summary>
    public required TaskTallyRow Total { get; init; }

    /// <summary>The responsible units that are no zones, in the order in which the plan first names them.</summary>
    public required IReadOnlyList<TaskTallyRow> Units { get; init; }

    /// <summary>By task, each in the plan's order of units.</summary>
    public required IReadOnlyList<StalledPart> Stalled { get; init; }

    /// <summary>督辦事項 of the quarter, by task: begun before the end of the quarter that follows it, and not closed before it began.</summary>
    public required IReadOnlyList<SupervisedPart> Supervised { get; init; }
}

/// <param name="Unit">A zone's code, an organisation's, or <see cref="Programme.Zone.League"/>.</param>
/// <param name="Tasks">How many parts it has; the next five add up to it.</param>
/// <param name="Supervised">How many of <see cref="NoticeTasks.Supervised"/> are about them.</param>
public sealed record TaskTallyRow(
    string Unit, Name Name, Cell Tasks, Cell Done, Cell OnSchedule, Cell Behind, Cell Stalled, Cell Unreported, Cell Supervised)
{
    public IEnumerable<Cell> Cells() => [Tasks, Done, OnSchedule, Behind, Stalled, Unreported, Supervised];
}

/// <param name="Task">Such as <c>T2.3</c>.</param>
/// <param name="Reported">The quarter of the last report that counts.</param>
/// <param name="Missing">Quarters since then whose reports were due and not made.</param>
/// <param name="Position">Of that report.</param>
public sealed record StalledPart(
    string Task, Name Title, string Unit, Name UnitName, StallCause Cause, Period Reported, IReadOnlyList<Period> Missing, long Position);

/// <param name="Number">Within the part.</param>
/// <param name="State">At the cut.</param>
/// <param name="IsLate">The day had passed at the cut and nothing was answered.</param>
/// <param name="AnsweredOn">The last answer; null: none.</param>
/// <param name="Position">Where it was begun.</param>
public sealed record SupervisedPart(
    string Task, Name Title, string Unit, Name UnitName, int Number, string Text, LocalDate On, LocalDate DueOn,
    SupervisionState State, bool IsLate, LocalDate? AnsweredOn, LocalDate? ClosedOn, long Position);
