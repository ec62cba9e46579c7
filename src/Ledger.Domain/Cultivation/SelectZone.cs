using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>A zone is chosen as a cultivation object, or its terms are set anew. What the plan says of it stays beside, in the programme.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>zone-unknown</c>, <c>zone-ended</c>, <c>cultivation-over</c>, a date rule, or <c>request-at-fault</c>: a missing
/// or too long goal, or a fault of the basis.
/// </remarks>
/// <param name="Goal">As the decision puts it.</param>
public sealed record SelectZone(Track Track, ZoneGoal GoalCode, string Goal, Force Commitment, Basis Basis, LocalDate? On = null)
{
    public Decision<CultivationEvent> Decide(CultivatedZone state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (CultivationRules.ByOffice(state, programme, actor) is { } refusal)
            return refusal;
        if (state.Selection is { } stands
            && (stands.Track, stands.GoalCode, stands.Goal, stands.Commitment, stands.Basis) == (Track, GoalCode, Goal, Commitment, Basis))
        {
            return Decision<CultivationEvent>.Accept();
        }

        if (state.Stage == Stage.Recognised)
            return Refusal.Of(RefusalKind.Conflict, "cultivation-over", state.Zone, state.Course[^1].On);
        var (on, misdated) = CultivationRules.Dated(state, On, today);
        if (RequestFaults.Any([CultivationRules.Text("/goal", Goal), .. BasisFaults.Of(Basis, on)]) is { } faults)
            return faults;
        return misdated is not null ? misdated : new ZoneSelected(on, Track, GoalCode, Goal, Commitment, Basis);
    }
}
