using Ledger.Api.Measures;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Conference;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Api.Programme;

/// <summary>The amendment of an allocation, whoever asks. It rests on a decision of the joint conference, whose paper is its basis.</summary>
public sealed class AllocationActs(LedgerWriter writer, LedgerReader reader, Programmes programmes, Standings standings, Today today)
{
    /// <remarks>
    /// Refuses as <see cref="AmendAllocation"/> does, or with <c>decision-needed</c>, <c>decision-unknown</c>, <c>decision-not-adopted</c>.
    /// </remarks>
    public async Task<WriteResult> AmendAsync(AllocationAmendment amendment, WriteContext context, CancellationToken cancellation)
    {
        if (Permissions.Check(context.Actor, Act.AdoptProgramme) is { } notAllowed)
            return new WriteResult.Refused(notAllowed);
        if (await programmes.FindInForceAsync(position: null, cancellation) is not { } inForce)
            return new WriteResult.Refused(Refusal.Of(RefusalKind.NotFound, "programme-missing"));
        var (basis, baseless) = await BasisAsync(context.Decision, amendment, inForce.Document, cancellation);
        if (baseless is not null)
            return new WriteResult.Refused(baseless);
        var command = amendment.Under(basis!);
        return await writer.WriteAsync(
            ProgrammeHistory.Stream, ProgrammeHistory.Stream.Id,
            async (state, _) => command.Decide(
                state, state.InForce is { } now ? (await EffectAsync(now.Document, command, cancellation))?.Hash ?? "" : "", context.Actor, today.Date),
            context, cancellation);
    }

    /// <summary>What the amendment would do, and why it would be refused now; records nothing.</summary>
    /// <exception cref="RefusedRequestException"><c>programme-missing</c>.</exception>
    public async Task<AllocationTrial> TryAsync(AllocationAmendment amendment, string? decision, Actor actor, CancellationToken cancellation)
    {
        var inForce = await programmes.InForceAsync(position: null, cancellation);
        var (basis, baseless) = await BasisAsync(decision, amendment, inForce.Document, cancellation);
        var command = amendment.Under(basis ?? new(null, inForce.Basis.Date, inForce.Basis.Organ, null));
        var effect = await EffectAsync(inForce.Document, command, cancellation);
        var history = (await reader.ReadAsync(ProgrammeHistory.Stream, position: null, cancellation)).State;
        return new(command.Decide(history, effect?.Hash ?? "", actor, today.Date).Refusal is { Code: not "effect-not-confirmed" } refusal ? refusal : baseless, effect);
    }

    /// <returns>Null where the programme shares out no such target.</returns>
    private async Task<AllocationEffectShown?> EffectAsync(ProgrammeDocument before, AmendAllocation command, CancellationToken cancellation)
    {
        if (SharedTarget.Find(before, command.Subject) is null)
            return null;
        var standing = await standings.ReadAsync(before, asked: null, new(await reader.HeadAsync(cancellation), KnownOn: null), cancellation);
        var effect = AllocationEffect.Of(before, command.To(before), new FigureBook(standing.Yardstick.Accepted), command.Subject, standing.Period);
        return new(effect, LedgerJson.HashOf(effect));
    }

    /// <summary>The paper of the decision: the conference decided, on the day it met.</summary>
    private async Task<(Basis? Basis, Refusal? Refusal)> BasisAsync(
        string? decision, AllocationAmendment amendment, ProgrammeDocument programme, CancellationToken cancellation)
    {
        if (decision is null)
            return (null, Refusal.OfFaults(RefusalKind.Invalid, "decision-needed", [Fault.At("/decision", "decision-needed")]));
        if (!DecisionReference.TryParse(decision, out var reference))
            return (null, Meeting.Unknown(decision));
        var meeting = (await reader.ReadAsync(Meeting.Stream(reference.Meeting), position: null, cancellation)).State;
        if (meeting.CheckBasis(reference.Item) is { } baseless)
            return (null, baseless);
        var day = meeting.HeldOn!.Value;
        return (
            new(amendment.DocumentNumber, day, programme.OrganisationName(programme.Roles.Approver, day)?.ZhHant ?? programme.Roles.Approver, amendment.Note),
            null);
    }
}

/// <summary>Another allocation of one target.</summary>
/// <param name="Subject">The code or the id of an indicator that is shared out, or of a combined target.</param>
/// <param name="Parts">By zone, every zone.</param>
/// <param name="Difference">By how much the parts are meant to exceed the league's target, or, below zero, to fall short of it; left out: not at all.</param>
/// <param name="Confirmed">The hash of the effect that was shown.</param>
/// <param name="DocumentNumber">Of the conference's paper; left out where it carries none.</param>
public sealed record AllocationAmendment(
    string Subject, IReadOnlyDictionary<string, decimal> Parts, decimal? Difference = null, string? Confirmed = null, string? DocumentNumber = null,
    string? Note = null, LocalDate? On = null)
{
    internal AmendAllocation Under(Basis basis) => new(Subject, Parts, Difference, basis, Confirmed, On);
}
