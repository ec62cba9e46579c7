using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.KeyTasks;

/// <summary>The office enters what has to be reached in a year, as a paper sets it, or enters it anew. The plan itself sets none.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>task-unknown</c>, <c>task-part-unknown</c>, <c>milestone-unknown</c>, a date rule, or
/// <c>request-at-fault</c>: a missing text or source, <c>milestone-year</c>, <c>due-outside-year</c>.
/// </remarks>
/// <param name="Milestone">Null: a new one, which is given the next number.</param>
public sealed record SetMilestone(int Year, string Text, string Source, LocalDate? DueOn = null, int? Milestone = null, LocalDate? On = null)
{
    public Decision<TaskEvent> Decide(TaskPart state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (TaskCommandRules.ByOffice(state, programme, actor) is { } refusal)
            return refusal;
        if (Milestone is { } number && !state.Milestones.ContainsKey(number))
            return Refusal.Of(RefusalKind.NotFound, "milestone-unknown", number);
        if (IsSaidBy(state))
            return Decision<TaskEvent>.Accept();
        if (RequestFaults.Any(
            TaskCommandRules.Text("/text", Text), TaskCommandRules.Text("/source", Source),
            Year < programme.FirstYear || Year > programme.LastYear
                ? Fault.At("/year", "milestone-year", Year, programme.FirstYear, programme.LastYear) : null,
            DueOn is { } due && due.Year != Year ? Fault.At("/dueOn", "due-outside-year", due, Year) : null) is { } faults)
        {
            return faults;
        }

        var (on, misdated) = TaskCommandRules.Dated(state, On, today);
        return misdated is not null ? misdated : new MilestoneSet(on, Milestone ?? state.NextMilestone, Year, Text, DueOn, Source);
    }

    private bool IsSaidBy(TaskPart state) => state.Milestones.Values.Any(known =>
        (Milestone is null || known.Number == Milestone)
        && (known.Year, known.Text, known.DueOn, known.Source) == (Year, Text, DueOn, Source));
}

/// <summary>The office takes a milestone back, such as one entered by mistake; it stays in the history.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>task-unknown</c>, <c>task-part-unknown</c>, <c>milestone-unknown</c>, a date rule, or <c>request-at-fault</c>.</remarks>
public sealed record WithdrawMilestone(int Milestone, string Reason, LocalDate? On = null)
{
    public Decision<TaskEvent> Decide(TaskPart state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (TaskCommandRules.ByOffice(state, programme, actor) is { } refusal)
            return refusal;
        if (!state.Milestones.ContainsKey(Milestone))
        {
            return Milestone > 0 && Milestone < state.NextMilestone
                ? Decision<TaskEvent>.Accept()
                : Refusal.Of(RefusalKind.NotFound, "milestone-unknown", Milestone);
        }

        if (RequestFaults.Any(TaskCommandRules.Text("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = TaskCommandRules.Dated(state, On, today);
        return misdated is not null ? misdated : new MilestoneWithdrawn(on, Milestone, Reason);
    }
}
