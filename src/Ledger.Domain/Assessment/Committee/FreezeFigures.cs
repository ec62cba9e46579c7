using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Assessment.Committee;

/// <summary>The secretary fixes the ledger position whose figures are assessed; from then on members vote.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>assessment-phase</c>, <c>figures-frozen</c>, <c>declarations-missing</c>, or a date rule.</remarks>
public sealed record FreezeFigures(LocalDate? On = null)
{
    /// <param name="position">The head of the ledger now.</param>
    /// <param name="zones">Every zone's code.</param>
    public Decision<AssessmentEvent> Decide(
        AssessmentYear state, long position, IReadOnlyList<string> zones, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.RunAssessments) is { } notAllowed)
            return notAllowed;
        if (state.Phase == Phase.Voting)
            return Decision<AssessmentEvent>.Accept();
        if (AssessmentRules.InPhase(state, Phase.Declaring) is { } refusal)
            return refusal;
        var missing = state.Members
            .SelectMany(member => zones.Select(zone => (member.Officer, Zone: zone)))
            .Where(pair => !state.Declarations.ContainsKey(pair))
            .Select(pair => $"{pair.Officer}/{pair.Zone}")
            .ToList();
        if (missing.Count > 0)
            return Refusal.Of(RefusalKind.Conflict, "declarations-missing", string.Join(", ", missing));
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        return misdated is not null ? misdated : new FiguresFrozen(on, position);
    }
}
