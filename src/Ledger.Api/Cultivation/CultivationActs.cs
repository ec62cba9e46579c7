using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Cultivation;
using Ledger.Domain.Programme;

namespace Ledger.Api.Cultivation;

/// <summary>Every act on a zone's cultivation and on the conditions, whoever asks. Each refuses as its command does, or with <c>programme-missing</c>.</summary>
public sealed class CultivationActs(LedgerWriter writer, LedgerReader reader, Programmes programmes, EvidenceStore evidence, Today today)
{
    public Task<WriteResult> SetCriterionAsync(SetCriterion command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(Eligibility.Stream, state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> WithdrawCriterionAsync(WithdrawCriterion command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(Eligibility.Stream, state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> SelectAsync(string zone, SelectZone command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(zone, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> AdvanceAsync(string zone, AdvanceStage command, WriteContext context, CancellationToken cancellation) =>
        OnConditionsAsync(
            zone, (state, eligibility, programme) => command.Decide(state, eligibility, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> TurnDownAsync(string zone, TurnDown command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(zone, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    public async Task<WriteResult> StateAsync(string zone, StateFinding command, WriteContext context, CancellationToken cancellation)
    {
        var kept = await evidence.FindAsync(command.Evidence, cancellation);
        return await OnConditionsAsync(
            zone, (state, eligibility, programme) => command.Decide(state, eligibility, programme, kept, context.Actor, today.Date), context,
            cancellation);
    }

    public Task<WriteResult> ConfirmAsync(string zone, ConfirmFinding command, WriteContext context, CancellationToken cancellation) =>
        OnConditionsAsync(
            zone, (state, eligibility, programme) => command.Decide(state, eligibility, programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> SendBackAsync(string zone, SendFindingBack command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(zone, (state, programme) => command.Decide(state, programme, context.Actor, today.Date), context, cancellation);

    private Task<WriteResult> ActAsync(
        string zone, Func<CultivatedZone, ProgrammeDocument, Decision<CultivationEvent>> decide, WriteContext context,
        CancellationToken cancellation) =>
        writer.WriteAsync(programmes, CultivatedZone.Stream(zone), (state, programme) => decide(state, programme.Document), context, cancellation);

    /// <summary>Decided under the conditions as they stand, which are worded anew once in years: no race with that is looked for.</summary>
    private async Task<WriteResult> OnConditionsAsync(
        string zone, Func<CultivatedZone, Eligibility, ProgrammeDocument, Decision<CultivationEvent>> decide, WriteContext context,
        CancellationToken cancellation)
    {
        var eligibility = (await reader.ReadAsync(Eligibility.Stream, position: null, cancellation)).State;
        return await ActAsync(zone, (state, programme) => decide(state, eligibility, programme), context, cancellation);
    }
}
