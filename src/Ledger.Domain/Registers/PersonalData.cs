using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Domain.Registers;

/// <summary>The register is of institutions: a text in which a natural person's identity number stands is not taken.</summary>
public static partial class PersonalData
{
    /// <returns><c>personal-data</c>, or null when there is none in it.</returns>
    public static Fault? In(string pointer, string? text) => text is not null && HasIdentityNumber(text) ? Fault.At(pointer, "personal-data") : null;

    /// <summary>Eighteen signs as of GB 11643: a region, a day of birth, an order, a check character; also written wide or in groups.</summary>
    private static bool HasIdentityNumber(string text) =>
        IdentityNumber().IsMatch(Grouping().Replace(text.Normalize(NormalizationForm.FormKC), ""));

    // No digit before or after: a part of a longer number is none.
    [GeneratedRegex("(?<![0-9])[1-8][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdentityNumber();

    [GeneratedRegex("(?<=[0-9])[ \\-\u00b7]+(?=[0-9Xx])", RegexOptions.None, 1000)]
    private static partial Regex Grouping();
}
