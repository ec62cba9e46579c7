using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>How zones became others on a day.</summary>
/// <param name="From">The first day on which it is so.</param>
/// <param name="Before">Codes of the zones concerned, as they were until the day before.</param>
/// <param name="After">Codes of the zones there are in their place; none where a zone left.</param>
public sealed record Succession(SuccessionKind Kind, LocalDate From, IReadOnlyList<string> Before, IReadOnlyList<string> After);

public enum SuccessionKind
{
    /// <summary>One zone became part of another.</summary>
    Merged,

    /// <summary>Of one zone became several; it may be one of them itself.</summary>
    Split,

    /// <summary>A zone left the league's zones, and no other stands in its place.</summary>
    Left,
}
