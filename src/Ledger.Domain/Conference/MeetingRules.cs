using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Conference;

/// <summary>What every act on a meeting is held to.</summary>
internal static class MeetingRules
{
    /// <returns><c>not-allowed</c>, <c>meeting-unknown</c>, or null.</returns>
    public static Refusal? ByOffice(Meeting state, Actor actor)
    {
        if (Permissions.Check(actor, Act.KeepConference) is { } notAllowed)
            return notAllowed;
        return state.State == MeetingState.None ? Refusal.Of(RefusalKind.NotFound, "meeting-unknown", state.Number) : null;
    }

    /// <returns><c>meeting-cancelled</c>, <c>meeting-held</c>, or null while it is still to meet.</returns>
    public static Refusal? NotHeld(Meeting state) => state.State switch
    {
        MeetingState.Cancelled => Refusal.Of(RefusalKind.Conflict, "meeting-cancelled", state.Number),
        MeetingState.Held or MeetingState.Closed => Refusal.Of(RefusalKind.Conflict, "meeting-held", state.Number, state.HeldOn!.Value),
        _ => null,
    };

    /// <returns><c>not-allowed</c>, <c>meeting-unknown</c>, <c>meeting-cancelled</c>, <c>meeting-not-held</c>, <c>item-unknown</c>, or null.</returns>
    public static Refusal? OnItem(Meeting state, int item, Actor actor)
    {
        if (ByOffice(state, actor) is { } refusal)
            return refusal;
        if (state.State == MeetingState.Cancelled)
            return NotHeld(state);
        if (state.HeldOn is null)
            return Refusal.Of(RefusalKind.Conflict, "meeting-not-held", state.Number);
        return item < 1 || item > state.Items.Count ? Refusal.Of(RefusalKind.NotFound, "item-unknown", state.Number, item, state.Items.Count) : null;
    }

    /// <summary>A meeting's number bears the year it meets in.</summary>
    public static Fault? Year(string pointer, Meeting state, LocalDate day) =>
        day.Year == MeetingNumber.YearOf(state.Number) ? null : Fault.At(pointer, "meeting-year", state.Number, day);
}
