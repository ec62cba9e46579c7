using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>The secretary takes a finding for right.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>zone-unknown</c>, <c>zone-ended</c>, <c>finding-not-stated</c>, <c>own-finding</c>, <c>finding-outdated</c>,
/// <c>finding-sent-back</c>, or a date rule.
/// </remarks>
public sealed record ConfirmFinding(int Criterion, LocalDate? On = null)
{
    public Decision<CultivationEvent> Decide(
        CultivatedZone state, Eligibility eligibility, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (JudgedFinding.Check(state, Criterion, programme, actor) is { } refusal)
            return refusal;
        var stated = state.Findings[Criterion];
        if (stated.Review == FindingReview.Confirmed)
            return Decision<CultivationEvent>.Accept();
        if (stated.Review == FindingReview.SentBack)
            return Refusal.Of(RefusalKind.Conflict, "finding-sent-back", Criterion, stated.ReviewedOn!.Value);
        if (eligibility.Criteria.GetValueOrDefault(Criterion)?.Wording != stated.Wording)
            return Refusal.Of(RefusalKind.Conflict, "finding-outdated", Criterion);
        var (on, misdated) = CultivationRules.Dated(state, On, today);
        return misdated is not null ? misdated : new FindingConfirmed(on, Criterion);
    }
}

/// <summary>The secretary gives a finding back to the zone, also one that was confirmed; until it is stated anew, it does not count.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>zone-unknown</c>, <c>zone-ended</c>, <c>finding-not-stated</c>, <c>own-finding</c>, a date rule, or
/// <c>request-at-fault</c>.
/// </remarks>
public sealed record SendFindingBack(int Criterion, string Reason, LocalDate? On = null)
{
    public Decision<CultivationEvent> Decide(CultivatedZone state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (JudgedFinding.Check(state, Criterion, programme, actor) is { } refusal)
            return refusal;
        if (state.Findings[Criterion].Review == FindingReview.SentBack)
            return Decision<CultivationEvent>.Accept();
        if (RequestFaults.Any(CultivationRules.Text("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = CultivationRules.Dated(state, On, today);
        return misdated is not null ? misdated : new FindingSentBack(on, Criterion, Reason);
    }
}

/// <summary>Nobody judges their own zone: not who stated the finding, nor who acts for the zone or for a host of its since then.</summary>
internal static class JudgedFinding
{
    public static Refusal? Check(CultivatedZone state, int criterion, ProgrammeDocument programme, Actor actor)
    {
        if (CultivationRules.ByOffice(state, programme, actor) is { } refusal)
            return refusal;
        if (!state.Findings.TryGetValue(criterion, out var stated))
            return Refusal.Of(RefusalKind.NotFound, "finding-not-stated", state.Zone, criterion);
        var own = stated.By.Officer == actor.Officer || actor.Organisation == state.Zone
            || programme.FindZone(state.Zone)!.HostsSince(stated.On).Contains(actor.Organisation);
        return own ? Refusal.Of(RefusalKind.NotAllowed, "own-finding", actor.Officer, state.Zone) : null;
    }
}
