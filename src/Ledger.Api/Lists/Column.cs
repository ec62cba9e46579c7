using Ledger.Domain;

namespace Ledger.Api.Lists;

/// <summary>One column of a list: read under any of its headings, written under the reader's.</summary>
/// <param name="Field">The name that programs know it by; a heading too.</param>
/// <param name="IsRequired">A list without it, or a row without a value in it, is at fault.</param>
/// <param name="IsShownOnly">It is written for people to read, and not read back.</param>
public sealed record Column(string Field, Name Heading, bool IsRequired = false, bool IsShownOnly = false)
{
    /// <summary>Under which it is found, whatever the letters' case and the spaces around.</summary>
    public bool IsHeadedBy(string heading) =>
        Headings.Any(own => string.Equals(own, heading.Trim(), StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> Headings => [Field, Heading.ZhHant, Heading.ZhHans, Heading.En];
}
