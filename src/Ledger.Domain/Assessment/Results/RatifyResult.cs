using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Scoring;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>The chair puts the result to the committee, which approves it: the scorecards are recorded with their hash, then ratified.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>not-the-chair</c>, <c>assessment-phase</c>, <c>result-pending</c> (naming what still waits for ballots),
/// <c>quorum-missing</c> (naming how many are short), a date rule, or <c>request-at-fault</c>: <c>present-unknown</c>, minutes missing.
/// </remarks>
/// <param name="Present">The members present, by officer; null: those of whom a ballot counts in the result.</param>
public sealed record RatifyResult(IReadOnlyList<string>? Present, string Minutes, LocalDate? On = null)
{
    /// <param name="drawn">The result as it is now; null where there is none to ratify, because no figures are frozen or it is not the chair who asks.</param>
    public Decision<AssessmentEvent> Decide(AssessmentYear state, DrawnResult? drawn, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.RatifyResults) is { } notAllowed)
            return notAllowed;
        if (state.Phase == Phase.Ratified && state.Latest?.Hash == drawn?.Hash)
            return Decision<AssessmentEvent>.Accept();
        if (AssessmentRules.InPhase(state, Phase.Adjusting) is { } refusal)
            return refusal;
        if (actor.Officer != state.Chair)
            return Refusal.Of(RefusalKind.NotAllowed, "not-the-chair", actor.Officer, state.Chair);
        if (RequestFaults.Any([.. Strangers(state), AssessmentRules.Text("/minutes", Minutes)]) is { } faults)
            return faults;
        if (drawn!.Content.Pending() is { Count: > 0 } pending)
            return Refusal.Of(RefusalKind.Conflict, "result-pending", string.Join(", ", pending));
        string[] present = [.. Present?.Distinct() ?? WhoseBallotsCount(state, drawn.Content.Basis)];
        if (present.Length < state.Quorum)
            return Refusal.Of(RefusalKind.Conflict, "quorum-missing", present.Length, state.Quorum, state.Quorum - present.Length);
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;

        var isRecorded = state.Latest?.Hash == drawn.Hash;
        var edition = isRecorded ? state.Latest!.Edition : state.Results.Count + 1;
        var ratified = new ResultRatified(on, edition, present, Minutes);
        return isRecorded
            ? ratified
            : Decision<AssessmentEvent>.Accept(new ScorecardsRecorded(on, edition, drawn.Hash, drawn.Content), ratified);
    }

    private static IEnumerable<string> WhoseBallotsCount(AssessmentYear state, Basis basis) =>
        from member in state.Members
        where basis.Ballots.Any(ballot =>
            ballot.Member == member.Officer && !basis.Recusals.Contains(new Recusal(ballot.Member, ballot.Zone)))
        select member.Officer;

    private IEnumerable<Fault> Strangers(AssessmentYear state) => (Present ?? []).Index()
        .Where(present => state.FindMember(present.Item) is null)
        .Select(present => Fault.At($"/present/{present.Index}", "present-unknown", present.Item));
}
