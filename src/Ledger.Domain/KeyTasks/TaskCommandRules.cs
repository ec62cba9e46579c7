using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.KeyTasks;

/// <summary>What every act on a part of a task is held to, whoever does it.</summary>
internal static class TaskCommandRules
{
    /// <summary>The longest text, in characters, that a report, a question or an answer may be.</summary>
    public const int LongestText = 4000;

    /// <summary>The unit acts on its own part.</summary>
    /// <returns><c>not-allowed</c>, <c>not-your-part</c>, <c>task-unknown</c>, <c>task-part-unknown</c>, or null.</returns>
    public static Refusal? ByUnit(TaskPart state, ProgrammeDocument programme, Actor actor) =>
        Permissions.CheckUnit(actor, Act.ReportTasks, state.Unit) ?? Known(state, programme);

    /// <summary>The office acts.</summary>
    public static Refusal? ByOffice(TaskPart state, ProgrammeDocument programme, Actor actor) =>
        Permissions.Check(actor, Act.SuperviseTasks) ?? Known(state, programme);

    /// <summary>The office judges a report. Four eyes: nobody judges what they wrote themselves in an earlier office.</summary>
    /// <returns><c>task-not-reported</c>, <c>own-task-report</c>, or null.</returns>
    public static Refusal? OnReport(TaskPart state, Period period, ProgrammeDocument programme, Actor actor)
    {
        if (ByOffice(state, programme, actor) is { } refusal)
            return refusal;
        if (!state.Reports.TryGetValue(period, out var report))
            return Refusal.Of(RefusalKind.NotFound, "task-not-reported", state.Task, state.Unit, period);
        return report.By.Officer == actor.Officer
            ? Refusal.Of(RefusalKind.NotAllowed, "own-task-report", actor.Officer)
            : null;
    }

    /// <summary>The date of the paper: today unless given, never to come, never before the last act on the part.</summary>
    public static (LocalDate On, Refusal? Refusal) Dated(TaskPart state, LocalDate? on, LocalDate today) =>
        DocumentDate.Of(on, state.LastActOn, today);

    public static Fault? Text(string pointer, string? text) => RequestFaults.Text(pointer, text, LongestText);

    private static Refusal? Known(TaskPart state, ProgrammeDocument programme)
    {
        if (programme.FindTask(state.Task) is not { } task)
            return Refusal.Of(RefusalKind.NotFound, "task-unknown", state.Task);
        var units = programme.UnitsOf(task);
        return units.Contains(state.Unit)
            ? null
            : Refusal.Of(RefusalKind.NotFound, "task-part-unknown", state.Task, state.Unit, string.Join(", ", units));
    }
}
