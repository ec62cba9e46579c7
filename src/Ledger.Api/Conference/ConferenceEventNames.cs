using Ledger.Api.Store;
using Ledger.Domain.Conference;

namespace Ledger.Api.Conference;

/// <summary>The stored names of <see cref="ConferenceEvent"/> and <see cref="MeetingEvent"/>.</summary>
public static class ConferenceEventNames
{
    public static EventNames AddConference(this EventNames names) => names
        .Add<SeatSet>("conference_seat_set")
        .Add<SeatEnded>("conference_seat_ended")
        .Add<MeetingConvened>("meeting_convened")
        .Add<MeetingCancelled>("meeting_cancelled")
        .Add<MeetingHeld>("meeting_held")
        .Add<ItemDecided>("item_decided")
        .Add<DecisionCorrected>("decision_corrected")
        .Add<MinutesClosed>("minutes_closed")
        .Add<MinutesCorrected>("minutes_corrected");
}
