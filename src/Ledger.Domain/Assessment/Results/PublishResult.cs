using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>The secretary publishes the ratified result when its public display is over; what its grades lead to is decided with it.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>assessment-phase</c>, <c>publicity-not-over</c>, or a date rule.</remarks>
public sealed record PublishResult(LocalDate? On = null)
{
    public Decision<AssessmentEvent> Decide(AssessmentYear state, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.RunAssessments) is { } notAllowed)
            return notAllowed;
        if (state.Phase == Phase.Published)
            return Decision<AssessmentEvent>.Accept();
        if (AssessmentRules.InPhase(state, Phase.Ratified) is { } refusal)
            return refusal;
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        var ratified = state.Results.FindLast(result => result.Ratification is not null)!;
        var until = WorkingDays.After(state.RatifiedOn!.Value, ratified.Content.Scheme.Procedure.PublicityDays);
        return on <= until
            ? Refusal.Of(RefusalKind.Conflict, "publicity-not-over", state.RatifiedOn, until, on)
            : Publication.Of(state, ratified, on);
    }
}
