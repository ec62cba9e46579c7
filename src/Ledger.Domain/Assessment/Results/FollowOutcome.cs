using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>A zone, or the secretary, says how far an outcome has come; the secretary alone says that it is done.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>not-your-zone</c>, <c>outcome-unknown</c>, <c>outcome-over</c>, a date rule, or
/// <c>request-at-fault</c>: a missing text, <c>evidence-unknown</c>.
/// </remarks>
/// <param name="Completed">Whether it is done with this.</param>
/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record FollowOutcome(int Outcome, string Text, IReadOnlyList<string> Evidence, bool Completed, LocalDate? On = null)
{
    public Decision<AssessmentEvent> Decide(
        AssessmentYear state, IReadOnlyDictionary<string, Evidence> kept, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Completed ? Act.RunAssessments : Act.FollowOutcomes) is { } notAllowed)
            return notAllowed;
        if (state.Outcomes.Find(outcome => outcome.Decision.Number == Outcome) is not { } followed)
            return Refusal.Of(RefusalKind.NotFound, "outcome-unknown", Outcome, state.Outcomes.Count);
        if (Permissions.Check(actor, Act.FollowOutcomes, followed.Decision.Zone) is { } notYours)
            return notYours;
        if (followed.State == OutcomeState.Completed && Completed)
            return Decision<AssessmentEvent>.Accept();
        if (followed.State != OutcomeState.Open)
            return Refusal.Of(RefusalKind.Conflict, "outcome-over", Outcome, followed.State);
        if (RequestFaults.Any([AssessmentRules.Text("/text", Text), .. KeptEvidence.Faults("/evidence", Evidence, kept)]) is { } faults)
            return faults;
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        Evidence[] papers = [.. Evidence.Select(hash => kept[hash])];
        return Completed ? new OutcomeCompleted(on, Outcome, Text, papers) : new OutcomeReported(on, Outcome, Text, papers);
    }
}
