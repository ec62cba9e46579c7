using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.KeyTasks;

/// <summary>The office supervises a part (督辦): what has to be done, and by when it has to be answered.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>task-unknown</c>, <c>task-part-unknown</c>, <c>supervision-open</c>, a date rule, or
/// <c>request-at-fault</c>: a missing text, <c>due-before-act</c>. One supervision of a part is closed before the next begins.
/// </remarks>
public sealed record SuperviseTask(string Text, LocalDate DueOn, LocalDate? On = null)
{
    public Decision<TaskEvent> Decide(TaskPart state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (TaskCommandRules.ByOffice(state, programme, actor) is { } refusal)
            return refusal;
        if (state.Supervisions.Find(supervision => supervision.State != SupervisionState.Closed) is { } open)
        {
            return (open.Text, open.DueOn) == (Text, DueOn)
                ? Decision<TaskEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "supervision-open", open.Number, open.DueOn);
        }

        var (on, misdated) = TaskCommandRules.Dated(state, On, today);
        if (RequestFaults.Any(
            TaskCommandRules.Text("/text", Text), DueOn < on ? Fault.At("/dueOn", "due-before-act", DueOn, on) : null) is { } faults)
        {
            return faults;
        }

        return misdated is not null ? misdated : new TaskSupervised(on, state.Supervisions.Count + 1, Text, DueOn);
    }
}

/// <summary>The unit answers a supervision; it may answer more than once until the office closes it.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>not-your-part</c>, <c>supervision-unknown</c>, <c>supervision-closed</c>, a date rule, or
/// <c>request-at-fault</c>: a missing text, <c>evidence-unknown</c>.
/// </remarks>
/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record AnswerSupervision(int Supervision, string Text, IReadOnlyList<string> Evidence, LocalDate? On = null)
{
    public Decision<TaskEvent> Decide(
        TaskPart state, ProgrammeDocument programme, IReadOnlyDictionary<string, Evidence> kept, Actor actor, LocalDate today)
    {
        if (TaskCommandRules.ByUnit(state, programme, actor) is { } refusal)
            return refusal;
        if (state.Supervisions.Find(supervision => supervision.Number == Supervision) is not { } supervised)
            return Refusal.Of(RefusalKind.NotFound, "supervision-unknown", Supervision, state.Supervisions.Count);
        if (supervised.Answers is [.., var last] && last.Text == Text && last.Evidence.Select(paper => paper.Sha256).SequenceEqual(Evidence))
            return Decision<TaskEvent>.Accept();
        if (supervised.Closing is { } closing)
            return Refusal.Of(RefusalKind.Conflict, "supervision-closed", Supervision, closing.On);
        if (RequestFaults.Any([TaskCommandRules.Text("/text", Text), .. KeptEvidence.Faults("/evidence", Evidence, kept)]) is { } faults)
            return faults;
        var (on, misdated) = TaskCommandRules.Dated(state, On, today);
        return misdated is not null ? misdated : new SupervisionAnswered(on, Supervision, Text, [.. Evidence.Select(hash => kept[hash])]);
    }
}

/// <summary>The office closes a supervision that was answered, saying what came of it.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>supervision-unknown</c>, <c>supervision-unanswered</c>, <c>supervision-closed</c>, a date rule, or
/// <c>request-at-fault</c>.
/// </remarks>
public sealed record CloseSupervision(int Supervision, string Text, LocalDate? On = null)
{
    public Decision<TaskEvent> Decide(TaskPart state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (TaskCommandRules.ByOffice(state, programme, actor) is { } refusal)
            return refusal;
        if (state.Supervisions.Find(supervision => supervision.Number == Supervision) is not { } supervised)
            return Refusal.Of(RefusalKind.NotFound, "supervision-unknown", Supervision, state.Supervisions.Count);
        if (supervised.Closing is { } closing)
        {
            return closing.Text == Text
                ? Decision<TaskEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "supervision-closed", Supervision, closing.On);
        }

        if (supervised.State == SupervisionState.Open)
            return Refusal.Of(RefusalKind.Conflict, "supervision-unanswered", Supervision);
        if (RequestFaults.Any(TaskCommandRules.Text("/text", Text)) is { } faults)
            return faults;
        var (on, misdated) = TaskCommandRules.Dated(state, On, today);
        return misdated is not null ? misdated : new SupervisionClosed(on, Supervision, Text);
    }
}
