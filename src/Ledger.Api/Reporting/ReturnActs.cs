using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Reporting.Checks;

namespace Ledger.Api.Reporting;

/// <summary>Every act on a return, whoever asks: a page, the API or an import.</summary>
public sealed class ReturnActs(
    LedgerWriter writer, Programmes programmes, Returns returns, EvidenceStore evidence, Today today)
{
    public async Task<WriteResult> ReportAsync(
        string zone, Period period, ReportFigures command, WriteContext context, CancellationToken cancellation)
    {
        var kept = await evidence.FindAsync(command.Figures.SelectMany(line => line.Evidence ?? []), cancellation);
        return await ActAsync(
            zone, period, (state, programme) => command.Decide(state, programme, kept, context.Actor, today.Date), context, cancellation);
    }

    public Task<WriteResult> WithdrawAsync(
        string zone, Period period, WithdrawFigure command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(zone, period, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public async Task<WriteResult> SubmitAsync(
        string zone, Period period, SubmitReturn command, WriteContext context, CancellationToken cancellation)
    {
        var past = await PastAsync(zone, period, cancellation);
        var registered = await RegisteredAsync(zone, period, cancellation);
        return await ActAsync(
            zone, period, (state, programme) => command.Decide(state, programme, past, context.Actor, today.Date, registered), context, cancellation);
    }

    public Task<WriteResult> QueryAsync(
        string zone, Period period, QueryFigure command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(zone, period, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> AnswerAsync(
        string zone, Period period, AnswerQuery command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(zone, period, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> SendBackAsync(
        string zone, Period period, SendBack command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(zone, period, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public async Task<WriteResult> AcceptAsync(
        string zone, Period period, AcceptReturn command, WriteContext context, CancellationToken cancellation)
    {
        var past = await PastAsync(zone, period, cancellation);
        return await ActAsync(
            zone, period, (state, programme) => command.Decide(state, programme, past, context.Actor, today.Date), context, cancellation);
    }

    public async Task<WriteResult> RequestCorrectionAsync(
        string zone, Period period, RequestCorrection command, WriteContext context, CancellationToken cancellation)
    {
        var kept = await evidence.FindAsync(command.Evidence, cancellation);
        return await ActAsync(
            zone, period, (state, programme) => command.Decide(state, programme, kept, context.Actor, today.Date), context, cancellation);
    }

    public Task<WriteResult> ApproveCorrectionAsync(
        string zone, Period period, ApproveCorrection command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(zone, period, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> RefuseCorrectionAsync(
        string zone, Period period, RefuseCorrection command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(zone, period, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    private Task<WriteResult> ActAsync(
        string zone, Period period, Func<ZoneReturn, ProgrammeDocument, Decision<ReturnEvent>> decide,
        WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(programmes, ZoneReturn.Stream(zone, period), (state, programme) => decide(state, programme.Document), context, cancellation);

    // Without a programme the act itself is refused.
    private async Task<FigureBook> PastAsync(string zone, Period period, CancellationToken cancellation) =>
        await programmes.FindInForceAsync(position: null, cancellation) is { } programme
            ? await returns.PastAsync(zone, period, programme.Document, cancellation)
            : FigureBook.Empty;

    private async Task<IReadOnlyList<RegisteredCount>> RegisteredAsync(string zone, Period period, CancellationToken cancellation) =>
        await programmes.FindInForceAsync(position: null, cancellation) is { } programme
            ? await returns.RegisteredAsync(zone, period, programme.Document, cancellation)
            : [];
}
