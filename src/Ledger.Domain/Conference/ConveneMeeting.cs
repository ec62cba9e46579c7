using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Conference;

/// <summary>The office convenes a meeting on an agenda, or anew while it was not held.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>meeting-malformed</c>, <c>meeting-cancelled</c>, <c>meeting-held</c>, a date rule, or <c>request-at-fault</c>:
/// <c>meeting-year</c>, <c>agenda-empty</c>, <c>agenda-too-long</c>, a missing title.
/// </remarks>
public sealed record ConveneMeeting(LocalDate MeetsOn, string? Place, IReadOnlyList<AgendaItem> Items, LocalDate? On = null)
{
    public Decision<MeetingEvent> Decide(Meeting state, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.KeepConference) is { } notAllowed)
            return notAllowed;
        if (!MeetingNumber.IsOne(state.Number))
            return Refusal.Of(RefusalKind.Malformed, "meeting-malformed", state.Number);
        if (state.State == MeetingState.Convened && (state.MeetsOn, state.Place) == (MeetsOn, Place) && state.Items.SequenceEqual(Items))
            return Decision<MeetingEvent>.Accept();
        if (MeetingRules.NotHeld(state) is { } over)
            return over;
        if (RequestFaults.Any([
            MeetingRules.Year("/meetsOn", state, MeetsOn),
            RequestFaults.Length("/place", Place, ConferenceCommandRules.LongestText),
            Items.Count switch
            {
                0 => Fault.At("/items", "agenda-empty"),
                > ConferenceCommandRules.MostItems => Fault.At("/items", "agenda-too-long", ConferenceCommandRules.MostItems, Items.Count),
                _ => null,
            },
            .. Items.Index().Select(item => ConferenceCommandRules.Text($"/items/{item.Index}/title", item.Item.Title))]) is { } faults)
        {
            return faults;
        }

        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        return misdated is not null ? misdated : new MeetingConvened(on, MeetsOn, Place, Items);
    }
}

/// <summary>The office says that a meeting which was convened does not meet. Its number is not given again.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>meeting-unknown</c>, <c>meeting-held</c>, a date rule, or <c>request-at-fault</c>.</remarks>
public sealed record CancelMeeting(string Reason, LocalDate? On = null)
{
    public Decision<MeetingEvent> Decide(Meeting state, Actor actor, LocalDate today)
    {
        if (MeetingRules.ByOffice(state, actor) is { } refusal)
            return refusal;
        if (state.State == MeetingState.Cancelled)
            return Decision<MeetingEvent>.Accept();
        if (MeetingRules.NotHeld(state) is { } over)
            return over;
        if (RequestFaults.Any(ConferenceCommandRules.Text("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        return misdated is not null ? misdated : new MeetingCancelled(on, Reason);
    }
}
