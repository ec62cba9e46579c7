using Ledger.Domain.KeyTasks;

namespace Ledger.Api.KeyTasks.Pages;

/// <summary>The colour that helps a word.</summary>
public static class ReviewLook
{
    public static string Of(ReviewState state) => state switch
    {
        ReviewState.Confirmed => "good",
        ReviewState.SentBack => "bad",
        _ => "wait",
    };

    public static string Of(SupervisionState state) => state switch
    {
        SupervisionState.Closed => "good",
        SupervisionState.Answered => "calm",
        _ => "wait",
    };
}
