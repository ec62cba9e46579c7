using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>The chair reopens a year: to vote again, or to record adjustments again. What was decided before stays readable.</summary>
/// <remarks>
/// A published edition stays in force until another is published. Refuses with <c>not-allowed</c>, <c>not-the-chair</c>,
/// <c>assessment-phase</c>, <c>reopen-target</c>, a date rule, or a missing reason.
/// </remarks>
/// <param name="To">Voting or adjusting; null: to vote again while adjustments are recorded, and from any later phase to record adjustments.</param>
public sealed record ReopenAssessment(Phase? To, string Reason, LocalDate? On = null)
{
    public Decision<AssessmentEvent> Decide(AssessmentYear state, Actor actor, LocalDate today)
    {
        if (AssessmentRules.Check(state, actor, Act.RatifyResults, Phase.Adjusting, Phase.Ratified, Phase.Published, Phase.Closed) is { } refusal)
            return refusal;
        if (actor.Officer != state.Chair)
            return Refusal.Of(RefusalKind.NotAllowed, "not-the-chair", actor.Officer, state.Chair);
        var to = To ?? (state.Phase == Phase.Adjusting ? Phase.Voting : Phase.Adjusting);
        if (to is not (Phase.Voting or Phase.Adjusting) || to == state.Phase)
            return Refusal.OfFaults(RefusalKind.Invalid, "request-at-fault", [Fault.At("/to", "reopen-target", to, state.Phase)]);
        if (RequestFaults.Any(AssessmentRules.Text("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        return misdated is not null ? misdated : new AssessmentReopened(on, to, Reason);
    }
}

/// <summary>The secretary closes a year when every appeal is decided.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>assessment-phase</c>, <c>appeal-open</c>, <c>appeal-time-not-over</c>, or a date rule.</remarks>
public sealed record CloseAssessment(LocalDate? On = null)
{
    public Decision<AssessmentEvent> Decide(AssessmentYear state, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.RunAssessments) is { } notAllowed)
            return notAllowed;
        if (state.Phase == Phase.Closed)
            return Decision<AssessmentEvent>.Accept();
        if (AssessmentRules.InPhase(state, Phase.Published) is { } refusal)
            return refusal;
        if (state.Appeals.FindAll(appeal => appeal.Decision is null).ConvertAll(appeal => appeal.Number) is { Count: > 0 } open)
            return Refusal.Of(RefusalKind.Conflict, "appeal-open", string.Join(", ", open));
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        var until = LodgeAppeal.Until(state);
        return on <= until ? Refusal.Of(RefusalKind.Conflict, "appeal-time-not-over", until, on) : new AssessmentClosed(on);
    }
}
