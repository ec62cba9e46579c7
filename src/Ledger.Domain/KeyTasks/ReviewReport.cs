using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.KeyTasks;

/// <summary>The office takes a report for right.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>task-not-reported</c>, <c>own-task-report</c>, <c>task-report-sent-back</c>, <c>task-query-open</c>, or a date rule.</remarks>
public sealed record ConfirmReport(Period Period, LocalDate? On = null)
{
    public Decision<TaskEvent> Decide(TaskPart state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (TaskCommandRules.OnReport(state, Period, programme, actor) is { } refusal)
            return refusal;
        var report = state.Reports[Period];
        if (report.Review == ReviewState.Confirmed)
            return Decision<TaskEvent>.Accept();
        if (report.Review == ReviewState.SentBack)
            return Refusal.Of(RefusalKind.Conflict, "task-report-sent-back", Period, report.ReviewedOn!.Value);
        if (state.Queries.Find(query => query.Period == Period && query.Answer is null) is { } open)
            return Refusal.Of(RefusalKind.Conflict, "task-query-open", open.Number);
        var (on, misdated) = TaskCommandRules.Dated(state, On, today);
        return misdated is not null ? misdated : new TaskConfirmed(on, Period);
    }
}

/// <summary>The office gives a report back to the unit, also one that it had confirmed; until it is made anew, it does not count.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>task-not-reported</c>, <c>own-task-report</c>, a date rule, or <c>request-at-fault</c>.</remarks>
public sealed record SendReportBack(Period Period, string Reason, LocalDate? On = null)
{
    public Decision<TaskEvent> Decide(TaskPart state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (TaskCommandRules.OnReport(state, Period, programme, actor) is { } refusal)
            return refusal;
        if (state.Reports[Period].Review == ReviewState.SentBack)
            return Decision<TaskEvent>.Accept();
        if (RequestFaults.Any(TaskCommandRules.Text("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = TaskCommandRules.Dated(state, On, today);
        return misdated is not null ? misdated : new TaskSentBack(on, Period, Reason);
    }
}

/// <summary>The office asks about a report.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>task-not-reported</c>, <c>own-task-report</c>, a date rule, or <c>request-at-fault</c>. The same question while it is open is asked once.</remarks>
public sealed record QueryReport(Period Period, string Text, LocalDate? On = null)
{
    public Decision<TaskEvent> Decide(TaskPart state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (TaskCommandRules.OnReport(state, Period, programme, actor) is { } refusal)
            return refusal;
        if (state.Queries.Any(query => query.Answer is null && query.Period == Period && query.Text == Text))
            return Decision<TaskEvent>.Accept();
        if (RequestFaults.Any(TaskCommandRules.Text("/text", Text)) is { } faults)
            return faults;
        var (on, misdated) = TaskCommandRules.Dated(state, On, today);
        return misdated is not null ? misdated : new TaskQueried(on, state.Queries.Count + 1, Period, Text);
    }
}

/// <summary>The unit answers what the office asked.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>not-your-part</c>, <c>query-unknown</c>, <c>query-answered</c>, a date rule, or <c>request-at-fault</c>.</remarks>
public sealed record AnswerTaskQuery(int Query, string Text, LocalDate? On = null)
{
    public Decision<TaskEvent> Decide(TaskPart state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (TaskCommandRules.ByUnit(state, programme, actor) is { } refusal)
            return refusal;
        if (state.Queries.Find(query => query.Number == Query) is not { } asked)
            return Refusal.Of(RefusalKind.NotFound, "query-unknown", Query, state.Queries.Count);
        if (asked.Answer is { } answer)
        {
            return answer.Text == Text
                ? Decision<TaskEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "query-answered", Query, answer.On);
        }

        if (RequestFaults.Any(TaskCommandRules.Text("/text", Text)) is { } faults)
            return faults;
        var (on, misdated) = TaskCommandRules.Dated(state, On, today);
        return misdated is not null ? misdated : new TaskQueryAnswered(on, Query, asked.Period, Text);
    }
}
