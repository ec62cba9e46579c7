namespace Ledger.Domain.Programme.Coverage;

/// <summary>A clause of the plan that can be recorded, followed or assessed.</summary>
/// <param name="Id">Stable while the programme's own ids are, such as <c>Q05</c>, <c>T2.3.d1</c>, <c>T2.3.STB</c> or <c>三.XLHT</c>.</param>
/// <param name="Section">Such as 四(二)3; 附 for an attachment.</param>
/// <param name="Text">Verbatim.</param>
/// <param name="Gloss">What it is in the reader's language, or of a silence what is not said; null: the words are all there is.</param>
public sealed record PlanClause(string Id, string Section, ClauseKind Kind, string Text, Name? Gloss)
{
    /// <summary>Ids of the tasks and safeguards that it is of, or is followed by.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>Codes of the targets that it sets, or is followed by.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>Codes of the zones whose goal it sets.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Of a responsible unit, its code; null otherwise.</summary>
    public string? Unit { get; init; }

    /// <summary>Ids of the third safeguard's requirements that it is, or that it leaves open.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];
}

/// <summary>What a clause does. In this order within a section.</summary>
public enum ClauseKind
{
    /// <summary>What stands before the parts of a section.</summary>
    Chapeau,
    Task,
    Safeguard,

    /// <summary>What a zone is to be by the last year.</summary>
    ZoneGoal,
    Target,

    /// <summary>An aim without a number.</summary>
    Outcome,
    Deliverable,
    Requirement,

    /// <summary>A unit that answers for a task or a safeguard.</summary>
    ResponsibleUnit,

    /// <summary>What the plan presupposes, or announces, and does not say.</summary>
    Silence,
}
