using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Conference;

/// <summary>The office records what a meeting decided on an item of its agenda, by consensus or by vote.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>meeting-unknown</c>, <c>meeting-cancelled</c>, <c>meeting-not-held</c>, <c>item-unknown</c>, <c>item-decided</c>,
/// <c>minutes-closed</c>, <c>no-quorum</c>, a date rule, or <c>request-at-fault</c>: a missing text, <c>votes-negative</c>,
/// <c>votes-beyond-attendance</c>, <c>votes-contradict</c>.
/// </remarks>
/// <param name="Votes">Null: by consensus.</param>
/// <param name="Text">What was decided.</param>
public sealed record DecideItem(int Item, DecisionOutcome Outcome, Votes? Votes, string Text, LocalDate? On = null)
{
    public Decision<MeetingEvent> Decide(Meeting state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (MeetingRules.OnItem(state, Item, actor) is { } refusal)
            return refusal;
        if (state.Decisions.GetValueOrDefault(Item) is { } decided)
        {
            return (decided.Outcome, decided.Votes, decided.Text) == (Outcome, Votes, Text)
                ? Decision<MeetingEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "item-decided", state.Number, Item, decided.On);
        }

        if (state.Minutes is not null)
            return Refusal.Of(RefusalKind.Conflict, "minutes-closed", state.Number);
        if (!state.IsQuorate)
            return Refusal.Of(RefusalKind.Conflict, "no-quorum", state.Attending, state.Quorum);
        if (RequestFaults.Any([ConferenceCommandRules.Text("/text", Text), .. VoteFaults.Of(Votes, Outcome, state, programme)]) is { } faults)
            return faults;
        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        return misdated is not null ? misdated : new ItemDecided(on, Item, Outcome, Votes, Text);
    }
}

/// <summary>The office corrects what it recorded of a decision, also once the minutes are closed. What rested on it before stays as it was.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>meeting-unknown</c>, <c>meeting-not-held</c>, <c>item-unknown</c>, <c>item-undecided</c>, a date rule, or
/// <c>request-at-fault</c> as <see cref="DecideItem"/> does.
/// </remarks>
public sealed record CorrectDecision(int Item, DecisionOutcome Outcome, Votes? Votes, string Text, string Reason, LocalDate? On = null)
{
    public Decision<MeetingEvent> Decide(Meeting state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (MeetingRules.OnItem(state, Item, actor) is { } refusal)
            return refusal;
        if (!state.Decisions.TryGetValue(Item, out var decided))
            return Refusal.Of(RefusalKind.Conflict, "item-undecided", state.Number, Item);
        if ((decided.Outcome, decided.Votes, decided.Text) == (Outcome, Votes, Text))
            return Decision<MeetingEvent>.Accept();
        if (RequestFaults.Any([
            ConferenceCommandRules.Text("/text", Text), ConferenceCommandRules.Text("/reason", Reason),
            .. VoteFaults.Of(Votes, Outcome, state, programme)]) is { } faults)
        {
            return faults;
        }

        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        return misdated is not null ? misdated : new DecisionCorrected(on, Item, Outcome, Votes, Text, Reason);
    }
}

/// <summary>Votes have to be those of who attended, and to lead to what is said to have come of them.</summary>
internal static class VoteFaults
{
    public static IEnumerable<Fault?> Of(Votes? votes, DecisionOutcome outcome, Meeting state, ProgrammeDocument programme)
    {
        if (votes is null)
            yield break;
        foreach (var (name, count) in new[] { ("for", votes.For), ("against", votes.Against), ("abstained", votes.Abstained) })
        {
            if (count < 0)
                yield return Fault.At($"/votes/{name}", "votes-negative", count);
        }

        var cast = (long)votes.For + votes.Against + votes.Abstained;
        var majority = programme.Conference.Majority(state.Attending);
        if (cast > state.Attending)
            yield return Fault.At("/votes", "votes-beyond-attendance", cast, state.Attending);
        else if (outcome == DecisionOutcome.Adopted ? votes.For < majority : outcome == DecisionOutcome.NotAdopted && votes.For >= majority)
            yield return Fault.At("/outcome", "votes-contradict", votes.For, majority);
    }
}
