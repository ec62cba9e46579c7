using Ledger.Api.Reporting.Pages;
using Ledger.Api.Web;

namespace Ledger.Api.Cultivation.Pages;

/// <summary>A choice among the values of an enum, in the reader's language.</summary>
internal static class EnumChoices
{
    /// <summary>What stands comes first, and so is chosen while nothing else is.</summary>
    public static IReadOnlyList<(string Value, string Text)> Of<TEnum>(ITexts texts, TEnum stands)
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().OrderBy(each => !each.Equals(stands)).Select(each => (each.ToString(), texts[each.TextKey()]))];

    /// <summary>What was chosen, or what stands.</summary>
    public static TEnum ChosenOf<TEnum>(this TypedFields typed, string field, TEnum stands)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(typed[field], out var chosen) ? chosen : stands;
}
