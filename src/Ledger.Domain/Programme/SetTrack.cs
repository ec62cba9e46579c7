using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>Puts a zone on another track, or sets it another goal, than the programme said.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>programme-missing</c>, <c>zone-unknown</c>, <c>zone-ended</c>, a date rule, or <c>request-at-fault</c>:
/// <c>text-required</c>, <c>text-too-long</c>, or a fault of the basis.
/// </remarks>
/// <param name="Goal">As the paper puts it.</param>
public sealed record SetTrack(string Zone, Track Track, ZoneGoal GoalCode, string Goal, Force Commitment, Basis Basis, LocalDate? On = null)
{
    public Decision<ProgrammeEvent> Decide(ProgrammeHistory state, Actor actor, LocalDate today) => Amending.Decide(
        state, Basis, On, actor, today,
        programme => Amending.Standing(programme, Zone),
        _ => [RequestFaults.Text("/goal", Goal, AdoptProgramme.LongestText)],
        programme => programme.With(Zone, zone => zone with { Track = Track, GoalCode = GoalCode, Goal = Goal, Commitment = Commitment }));
}
