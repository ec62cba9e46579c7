using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>A day on which a zone's series speaks of something else than before, or of the same under another name.</summary>
/// <param name="From">The first day on which it is so.</param>
/// <param name="Zones">Codes of the other zones concerned; none of a mere renaming.</param>
/// <param name="FormerName">Only of a renaming.</param>
public sealed record Break(BreakKind Kind, LocalDate From, IReadOnlyList<string> Zones, Name? FormerName)
{
    /// <summary>The code of the government that hosted it before; only of a change of host.</summary>
    public string? FormerHost { get; init; }

    /// <summary>The code of the government that hosts it from then on; null: none was entered, or it is no change of host.</summary>
    public string? Host { get; init; }

    /// <summary>Whether values on either side may be compared: the zone is the same and only called or hosted otherwise.</summary>
    /// <remarks>What is measured against a host's product is not comparable across a change of host all the same.</remarks>
    public bool IsContinuous => Kind is BreakKind.Renamed or BreakKind.Hosted;
}

public enum BreakKind
{
    Renamed,

    /// <summary>Another government hosts it.</summary>
    Hosted,

    /// <summary>Another zone became part of it, or it of another.</summary>
    Merged,

    /// <summary>Part of it became a zone of its own, or it is such a part.</summary>
    Split,

    /// <summary>It left; of the league: one of its zones did.</summary>
    Left,
}
