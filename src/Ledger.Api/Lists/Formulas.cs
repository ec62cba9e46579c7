using System.Text.RegularExpressions;

namespace Ledger.Api.Lists;

/// <summary>A table program takes what begins like a formula for one. In a CSV such a text stands behind an apostrophe, which is taken off again.</summary>
public static partial class Formulas
{
    /// <summary>For a text that goes into a CSV.</summary>
    public static string Neutral(string text) => LikeOne().IsMatch(text) ? $"'{text}" : text;

    /// <summary>The text as it was before <see cref="Neutral"/>.</summary>
    public static string Plain(string text) => text is ['\'', .. var rest] && LikeOne().IsMatch(rest) ? rest : text;

    // Apostrophes that were there already count, so that what is taken off is what was put on.
    [GeneratedRegex(@"^'*[=+\-@\t\r＝＋－＠]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LikeOne();
}
