using Ledger.Api.Access;
using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;

namespace Ledger.Api.Assessment;

/// <summary>Every act in a year's assessment, whoever asks: a page, the API or an import.</summary>
/// <remarks>A result that an act records is drawn while the act is decided, from the state that it is decided on.</remarks>
public sealed class AssessmentActs(
    LedgerWriter writer, LedgerReader reader, Programmes programmes, Schemes schemes, Officers officers, EvidenceStore evidence,
    EvidenceReferences references, AssessmentFacts facts, BallotBox box, Today today)
{
    /// <remarks>Refuses as the command does, or with <c>programme-missing</c>. So do the others.</remarks>
    public async Task<WriteResult> OpenAsync(int year, OpenAssessment command, WriteContext context, CancellationToken cancellation)
    {
        var inOffice = (await officers.AllAsync(position: null, cancellation))
            .Select(standing => standing.Officer).Where(officer => officer.IsAppointed).ToDictionary(officer => officer.User);
        var history = await schemes.HistoryAsync(command.Scheme, position: null, cancellation);
        return await writer.WriteAsync(
            programmes, AssessmentYear.Stream(year),
            (state, programme) => command.Decide(state, history, programme, inOffice, context.Actor, today.Date),
            context, cancellation);
    }

    public Task<WriteResult> DeclareAsync(int year, DeclareInterest command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(year, (state, terms) => command.Decide(state, terms.Programme, context.Actor, today.Date), context, cancellation);

    /// <summary>Fixes the figures as they stand at the head of the ledger.</summary>
    public async Task<WriteResult> FreezeAsync(int year, FreezeFigures command, WriteContext context, CancellationToken cancellation)
    {
        var head = await reader.HeadAsync(cancellation);
        return await ActAsync(
            year,
            (state, terms) => command.Decide(
                state, head.Position, [.. terms.Programme.ZonesIn(Period.OfYear(year)).Select(zone => zone.Code)], context.Actor, today.Date),
            context, cancellation);
    }

    /// <remarks>
    /// An idempotency key is not kept: with it the request's hash would be, against which a guess at the ballot could be tried.
    /// None is needed, since the same ballot again records nothing.
    /// </remarks>
    public async Task<WriteResult> CastAsync(int year, CastBallot command, WriteContext context, CancellationToken cancellation)
    {
        var head = await reader.HeadAsync(cancellation);
        var known = await references.KnownAsync(command.Evidence, head.Position, cancellation);
        return await ActAsync(
            year,
            (state, terms) => command.Decide(
                state, terms.Scheme, terms.Programme, known, Standing(state, new(context.Actor.Officer, command.Zone, command.Criterion)),
                ballot => box.Seal(year, ballot), BallotBox.NewSalt(), context.Actor, today.Date),
            context with { Idempotency = null }, cancellation);
    }

    public Task<WriteResult> CloseVotingAsync(int year, CloseVoting command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(
            year, (state, _) => command.Decide(state, ballot => box.Open(year, ballot), context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> AdjustAsync(int year, RecordAdjustment command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(year, (state, terms) => command.Decide(state, terms.Scheme, terms.Programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> LiftAdjustmentAsync(int year, LiftAdjustment command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(year, (state, _) => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> VetoAsync(int year, RecordVeto command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(year, (state, terms) => command.Decide(state, terms.Scheme, terms.Programme, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> LiftVetoAsync(int year, LiftVeto command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(year, (state, _) => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> RatifyAsync(int year, RatifyResult command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(
            AssessmentYear.Stream(year), ProgrammeHistory.Stream.Id,
            async (state, _) =>
            {
                var drawn = context.Actor.Officer == state.Chair && state.Phase is Phase.Adjusting or Phase.Ratified
                    ? await facts.DrawAsync(state, position: null, cancellation)
                    : null;
                return command.Decide(state, drawn, context.Actor, today.Date);
            },
            context, cancellation);

    public Task<WriteResult> PublishAsync(int year, PublishResult command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(year, (state, _) => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> ReopenAsync(int year, ReopenAssessment command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(year, (state, _) => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> CloseAsync(int year, CloseAssessment command, WriteContext context, CancellationToken cancellation) =>
        ActAsync(year, (state, _) => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public async Task<WriteResult> AppealAsync(int year, LodgeAppeal command, WriteContext context, CancellationToken cancellation)
    {
        var kept = await evidence.FindAsync(command.Evidence, cancellation);
        return await ActAsync(year, (state, _) => command.Decide(state, kept, context.Actor, today.Date), context, cancellation);
    }

    /// <remarks>Refuses as the command does, or with <c>as-of-invalid</c> for figures at a position that there is not.</remarks>
    public async Task<WriteResult> DecideAppealAsync(int year, DecideAppeal command, WriteContext context, CancellationToken cancellation)
    {
        if (command.Remedy?.Position is { } position
            && (await reader.HeadAsync(cancellation)).Lacks("/remedy/position", position) is { } beyond)
            return new WriteResult.Refused(beyond);
        return await writer.WriteAsync(
            AssessmentYear.Stream(year), ProgrammeHistory.Stream.Id,
            async (state, _) =>
            {
                var on = command.On ?? today.Date;
                var drawn = context.Actor.Officer == state.Chair && state.Phase == Phase.Published
                    && command is { Upheld: true, Remedy: { IsEmpty: false } remedy }
                        ? await facts.DrawAsync(remedy.ApplyTo(state, on), position: null, cancellation)
                        : null;
                return command.Decide(state, drawn, context.Actor, today.Date);
            },
            context, cancellation);
    }

    public async Task<WriteResult> FollowAsync(int year, FollowOutcome command, WriteContext context, CancellationToken cancellation)
    {
        var kept = await evidence.FindAsync(command.Evidence, cancellation);
        return await ActAsync(year, (state, _) => command.Decide(state, kept, context.Actor, today.Date), context, cancellation);
    }

    /// <summary>The member's own ballot as it was cast last, still sealed or told already.</summary>
    private OpenedBallot? Standing(AssessmentYear state, BallotKey key) =>
        state.Sealed.TryGetValue(key, out var ballot) ? box.Open(state.Year, ballot) : state.Opened.GetValueOrDefault(key);

    private Task<WriteResult> ActAsync(
        int year, Func<AssessmentYear, Terms, Decision<AssessmentEvent>> decide, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(
            AssessmentYear.Stream(year), ProgrammeHistory.Stream.Id,
            async (state, _) =>
            {
                if (state.Phase == Phase.None)
                    return Refusal.Of(RefusalKind.NotFound, "assessment-not-opened", year);
                var programme = (await programmes.OfVersionAsync(state.ProgrammeVersion, cancellation))!;
                var scheme = (await schemes.HistoryAsync(state.Scheme, position: null, cancellation)).ForYear(year)!;
                return decide(state, new(programme.Document, scheme.Scheme));
            },
            context, cancellation);

    /// <param name="Programme">As it was when the year was opened.</param>
    /// <param name="Scheme">The one in force for the year.</param>
    private sealed record Terms(ProgrammeDocument Programme, AssessmentScheme Scheme);
}
