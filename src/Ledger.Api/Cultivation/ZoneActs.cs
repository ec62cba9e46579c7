using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Programme;

namespace Ledger.Api.Cultivation;

/// <summary>What becomes of the zones themselves, whoever asks. Each is an amendment of the programme, and its receipt is the programme's.</summary>
public sealed class ZoneActs(LedgerWriter writer, Today today)
{
    public Task<WriteResult> RenameAsync(RenameZone command, WriteContext context, CancellationToken cancellation) =>
        AmendAsync(state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> MergeAsync(MergeZones command, WriteContext context, CancellationToken cancellation) =>
        AmendAsync(state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> SplitAsync(SplitZone command, WriteContext context, CancellationToken cancellation) =>
        AmendAsync(state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> LeaveAsync(LetZoneLeave command, WriteContext context, CancellationToken cancellation) =>
        AmendAsync(state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> NameHostAsync(NameHost command, WriteContext context, CancellationToken cancellation) =>
        AmendAsync(state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> SetTrackAsync(SetTrack command, WriteContext context, CancellationToken cancellation) =>
        AmendAsync(state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    private Task<WriteResult> AmendAsync(
        Func<ProgrammeHistory, Decision<ProgrammeEvent>> decide, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(ProgrammeHistory.Stream, decide, context, cancellation);
}
