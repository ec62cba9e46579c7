using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.KeyTasks;

/// <summary>The unit reports how far its part has come by the end of a quarter, or reports it anew until the office has confirmed it.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>not-your-part</c>, <c>task-unknown</c>, <c>task-part-unknown</c>, <c>period-outside-programme</c>, <c>zone-not-in-period</c>,
/// <c>task-quarter-not-over</c>, <c>task-report-confirmed</c>, a date rule, or <c>request-at-fault</c>: a missing text, <c>result-unknown</c>,
/// <c>result-repeated</c>, <c>result-negative</c>, <c>milestone-unknown</c>, <c>evidence-unknown</c>.
/// </remarks>
/// <param name="Results">Numbers of the kinds that the task counts.</param>
/// <param name="Reached">Numbers of the milestones that are reached.</param>
/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record ReportTask(
    Period Period, TaskState State, string Text, IReadOnlyList<TaskResult> Results, IReadOnlyList<int> Reached,
    IReadOnlyList<string> Evidence, LocalDate? On = null)
{
    public Decision<TaskEvent> Decide(
        TaskPart state, ProgrammeDocument programme, IReadOnlyDictionary<string, Evidence> kept, Actor actor, LocalDate today)
    {
        if (TaskCommandRules.ByUnit(state, programme, actor) is { } refusal)
            return refusal;
        if (!programme.Quarters().Contains(Period))
            return Refusal.Of(RefusalKind.NotFound, "period-outside-programme", Period, programme.FirstYear, programme.LastYear);
        if (!programme.IsThereIn(state.Unit, Period))
            return Refusal.Of(RefusalKind.Conflict, "zone-not-in-period", state.Unit, Period);
        var stands = state.Reports.GetValueOrDefault(Period);
        if (stands is not null && stands.Review != ReviewState.SentBack && IsSaidBy(stands))
            return Decision<TaskEvent>.Accept();
        if (stands is { Review: ReviewState.Confirmed })
            return Refusal.Of(RefusalKind.Conflict, "task-report-confirmed", Period, stands.ReviewedOn!.Value);
        if (RequestFaults.Any([
            TaskCommandRules.Text("/text", Text),
            .. FaultsOfResults(programme.FindTask(state.Task)!),
            .. Reached.Index().Where(reached => !state.Milestones.ContainsKey(reached.Item))
                .Select(reached => Fault.At($"/reached/{reached.Index}", "milestone-unknown", reached.Item)),
            .. KeptEvidence.Faults("/evidence", Evidence, kept)]) is { } faults)
        {
            return faults;
        }

        var (on, misdated) = TaskCommandRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        return on < Period.End
            ? Refusal.Of(RefusalKind.Conflict, "task-quarter-not-over", Period, Period.End)
            : new TaskReported(on, Period, State, Text, Results, Reached, [.. Evidence.Select(hash => kept[hash])]);
    }

    private IEnumerable<Fault?> FaultsOfResults(KeyTask task)
    {
        var seen = new HashSet<string>();
        foreach (var (index, result) in Results.Index())
        {
            if (task.Results.All(kind => kind.Code != result.Kind))
                yield return Fault.At($"/results/{index}/kind", "result-unknown", result.Kind, string.Join(", ", task.Results.Select(kind => kind.Code)));
            else if (!seen.Add(result.Kind))
                yield return Fault.At($"/results/{index}/kind", "result-repeated", result.Kind);
            if (result.Count < 0)
                yield return Fault.At($"/results/{index}/count", "result-negative", result.Count);
        }
    }

    private bool IsSaidBy(TaskReport report) =>
        (report.State, report.Text) == (State, Text)
        && report.Results.SequenceEqual(Results)
        && report.Reached.SequenceEqual(Reached)
        && report.Evidence.Select(paper => paper.Sha256).SequenceEqual(Evidence);
}
