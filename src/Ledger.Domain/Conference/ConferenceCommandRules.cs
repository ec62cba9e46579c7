namespace Ledger.Domain.Conference;

/// <summary>What every act of the conference is held to.</summary>
internal static class ConferenceCommandRules
{
    /// <summary>The longest text, in characters, that an item, a decision or a reason may be.</summary>
    public const int LongestText = 4000;

    /// <summary>More items than a meeting can treat.</summary>
    public const int MostItems = 50;

    public static Fault? Text(string pointer, string? text) => RequestFaults.Text(pointer, text, LongestText);
}
