using Ledger.Domain.Conference;

namespace Ledger.Api.Conference.Pages;

/// <summary>The colour that helps a word.</summary>
public static class ConferenceLook
{
    public static string Of(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Adopted => "good",
        DecisionOutcome.NotAdopted => "bad",
        _ => "wait",
    };

    public static string Of(MeetingState state) => state switch
    {
        MeetingState.Closed => "good",
        MeetingState.Held => "calm",
        MeetingState.Cancelled => "bad",
        _ => "wait",
    };
}
