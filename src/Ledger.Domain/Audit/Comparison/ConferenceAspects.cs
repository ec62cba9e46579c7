using Ledger.Domain.Conference;
using static Ledger.Domain.Audit.Comparison.AspectWords;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>Who sits in the joint conference; what a meeting has before it, who came, and what it decided.</summary>
internal static class ConferenceAspects
{
    public static IEnumerable<(Aspect Aspect, string? Text)> Of(ConferenceSeats state)
    {
        foreach (var seat in state.All.Where(seat => seat.Until is null))
        {
            yield return (Is("seat", seat.Number), seat.Organisation);
            yield return (Is("seat_post", seat.Number), seat.Post);
            yield return (Is("seat_role", seat.Number), seat.Role.Word());
            yield return (Is("seat_source", seat.Number), seat.Source);
        }

        static Aspect Is(params ReadOnlySpan<object> name) => new(MatterKind.Conference, ConferenceSeats.StreamId, Name(name));
    }

    public static IEnumerable<(Aspect Aspect, string? Text)> Of(Meeting state)
    {
        if (state.State == MeetingState.None)
            yield break;
        yield return (Is("state"), state.State.Word());
        yield return (Is("meets_on"), (state.HeldOn ?? state.MeetsOn) is { } day ? Text(day) : null);
        yield return (Is("meeting_place"), state.Place);
        yield return (Is("cancelled"), state.Cancelled);
        foreach (var (index, item) in state.Items.Index())
        {
            yield return (Is("item", index + 1), item.Title);
            yield return (Is("item_kind", index + 1), item.Kind.Word());
        }

        yield return (Is("presiding"), state.HeldOn is null ? null : Text(state.Presiding));
        yield return (Is("quorum"), state.HeldOn is null ? null : Text(state.Quorum));
        foreach (var seat in state.Attendance)
            yield return (Is("attendance", seat.Seat), seat.Presence.Word());
        foreach (var decision in state.Decisions.Values)
        {
            yield return (Is("decision", decision.Item), decision.Outcome.Word());
            yield return (Is("decision_text", decision.Item), decision.Text);
            yield return (
                Is("votes", decision.Item),
                decision.Votes is { } votes ? FormattableString.Invariant($"{votes.For} : {votes.Against} : {votes.Abstained}") : null);
        }

        yield return (Is("minutes"), state.Minutes?.Sha256);

        Aspect Is(params ReadOnlySpan<object> name) => new(MatterKind.Conference, state.Number, Name(name));
    }
}
