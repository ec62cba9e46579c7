using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Api.KeyTasks;

/// <summary>Every act on a part of a task, whoever asks: a page, the API or an import. Each refuses as its command does, or with <c>programme-missing</c>.</summary>
public sealed class TaskActs(LedgerWriter writer, Programmes programmes, EvidenceStore evidence, Today today)
{
    public Task<WriteResult> SetMilestoneAsync(string task, string unit, SetMilestone command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(task, unit, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> WithdrawMilestoneAsync(string task, string unit, WithdrawMilestone command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(task, unit, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public async Task<WriteResult> ReportAsync(string task, string unit, ReportTask command, WriteContext context, CancellationToken cancellation)
    {
        var kept = await evidence.FindAsync(command.Evidence, cancellation);
        return await ActAsync(
            task, unit, (state, programme) => command.Decide(state, programme, kept, context.Actor, today.Date), context, cancellation);
    }

    /// <summary>A report as one act of many, such as a row of a list.</summary>
    /// <param name="kept">The papers that it may lean on.</param>
    public Step<TaskPart, TaskEvent> Reporting(
        string task, string unit, ReportTask command, IReadOnlyDictionary<string, Evidence> kept, Actor actor, CancellationToken cancellation) =>
        programmes.Step(
            TaskPart.Stream(task, unit), (state, programme) => command.Decide(state, programme.Document, kept, actor, today.Date), cancellation);

    public Task<WriteResult> ConfirmAsync(string task, string unit, ConfirmReport command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(task, unit, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> SendBackAsync(string task, string unit, SendReportBack command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(task, unit, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> QueryAsync(string task, string unit, QueryReport command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(task, unit, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> AnswerQueryAsync(string task, string unit, AnswerTaskQuery command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(task, unit, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> SuperviseAsync(string task, string unit, SuperviseTask command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(task, unit, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public async Task<WriteResult> AnswerAsync(string task, string unit, AnswerSupervision command, WriteContext context, CancellationToken cancellation)
    {
        var kept = await evidence.FindAsync(command.Evidence, cancellation);
        return await ActAsync(
            task, unit, (state, programme) => command.Decide(state, programme, kept, context.Actor, today.Date), context, cancellation);
    }

    public Task<WriteResult> CloseAsync(string task, string unit, CloseSupervision command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(task, unit, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    private Task<WriteResult> ActAsync(
        string task, string unit, Func<TaskPart, ProgrammeDocument, Decision<TaskEvent>> decide, WriteContext context,
        CancellationToken cancellation) =>
        writer.WriteAsync(programmes, TaskPart.Stream(task, unit), (state, programme) => decide(state, programme.Document), context, cancellation);
}
