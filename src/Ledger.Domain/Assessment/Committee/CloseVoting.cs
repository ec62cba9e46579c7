using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Assessment.Committee;

/// <summary>The chair closes voting, and every sealed ballot is opened at once.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>not-the-chair</c>, <c>assessment-phase</c>, <c>ballot-broken</c>, or a date rule.</remarks>
public sealed record CloseVoting(LocalDate? On = null)
{
    /// <param name="open">Decrypts a sealed ballot.</param>
    public Decision<AssessmentEvent> Decide(
        AssessmentYear state, Func<SealedBallot, OpenedBallot?> open, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.RatifyResults) is { } notAllowed)
            return notAllowed;
        if (state.Phase == Phase.Adjusting)
            return Decision<AssessmentEvent>.Accept();
        if (AssessmentRules.InPhase(state, Phase.Voting) is { } refusal)
            return refusal;
        if (actor.Officer != state.Chair)
            return Refusal.Of(RefusalKind.NotAllowed, "not-the-chair", actor.Officer, state.Chair);

        var ballots = new List<OpenedBallot>();
        foreach (var (key, sealedBallot) in state.Sealed.OrderBy(pair => pair.Key.Zone, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Criterion, StringComparer.Ordinal).ThenBy(pair => pair.Key.Member, StringComparer.Ordinal))
        {
            // What was committed to is what counts; anything else is refused rather than counted.
            if (open(sealedBallot) is not { } ballot || ballot.Key != key || BallotSeal.Commit(state.Year, ballot) != sealedBallot.Commitment)
                return Refusal.Of(RefusalKind.Conflict, "ballot-broken", key.Member, key.Zone, key.Criterion);
            ballots.Add(ballot);
        }

        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        return misdated is not null ? misdated : new VotingClosed(on, ballots);
    }
}
