using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.KeyTasks;

/// <summary>What happened to one unit's part of a task. Names and properties are the storage format.</summary>
/// <param name="On">The date of the paper that records the act.</param>
public abstract record TaskEvent(LocalDate On);

/// <summary>A milestone stands so from here on, whether or not it stood otherwise before.</summary>
/// <param name="Milestone">From 1, within the part.</param>
/// <param name="DueOn">By when; null: by the end of the year.</param>
/// <param name="Source">The paper that sets it.</param>
public sealed record MilestoneSet(LocalDate On, int Milestone, int Year, string Text, LocalDate? DueOn, string Source) : TaskEvent(On);

public sealed record MilestoneWithdrawn(LocalDate On, int Milestone, string Reason) : TaskEvent(On);

/// <summary>The unit says how far its part has come by the end of a quarter; a later one replaces it.</summary>
/// <param name="Results">By the codes of the task's kinds; what is left out is not stated.</param>
/// <param name="Reached">Numbers of the milestones that are reached.</param>
public sealed record TaskReported(
    LocalDate On, Period Period, TaskState State, string Text, IReadOnlyList<TaskResult> Results, IReadOnlyList<int> Reached,
    IReadOnlyList<Evidence> Evidence) : TaskEvent(On);

public sealed record TaskConfirmed(LocalDate On, Period Period) : TaskEvent(On);

public sealed record TaskSentBack(LocalDate On, Period Period, string Reason) : TaskEvent(On);

/// <param name="Query">From 1, within the part.</param>
public sealed record TaskQueried(LocalDate On, int Query, Period Period, string Text) : TaskEvent(On);

public sealed record TaskQueryAnswered(LocalDate On, int Query, Period Period, string Text) : TaskEvent(On);

/// <summary>督辦: the office presses for what is to be done, by a day.</summary>
/// <param name="Supervision">From 1, within the part.</param>
public sealed record TaskSupervised(LocalDate On, int Supervision, string Text, LocalDate DueOn) : TaskEvent(On);

public sealed record SupervisionAnswered(LocalDate On, int Supervision, string Text, IReadOnlyList<Evidence> Evidence) : TaskEvent(On);

/// <param name="Text">What came of it.</param>
public sealed record SupervisionClosed(LocalDate On, int Supervision, string Text) : TaskEvent(On);

/// <summary>As the unit itself says.</summary>
public enum TaskState
{
    OnSchedule,
    Behind,
    Stalled,
    Done,
}

/// <param name="Kind">A code of <see cref="Programme.ResultKind"/>.</param>
/// <param name="Count">How many since the plan's first year; never below zero.</param>
public sealed record TaskResult(string Kind, int Count);
