namespace Ledger.Domain.Audit.Comparison;

/// <summary>What can be said of one thing in the ledger, so that two moments can be compared.</summary>
/// <param name="Key">Which of its kind, such as <c>XLHT/op_revenue/2023-Q3</c>.</param>
/// <param name="Name">What of it, such as <c>value</c>.</param>
public sealed record Aspect(MatterKind Kind, string Key, string Name)
{
    /// <summary>By kind, then by key and name.</summary>
    public static IComparer<Aspect> Order { get; } = Comparer<Aspect>.Create((one, other) =>
        one.Kind != other.Kind ? one.Kind.CompareTo(other.Kind)
        : string.CompareOrdinal(one.Key, other.Key) is not 0 and var byKey ? byKey
        : string.CompareOrdinal(one.Name, other.Name));
}

/// <summary>What things there are; those that follow from others last.</summary>
public enum MatterKind
{
    /// <summary>By zone, series and period.</summary>
    Figure,

    /// <summary>By zone and period.</summary>
    Return,

    /// <summary>By quarter and edition.</summary>
    Notice,

    /// <summary>By year: how far it has come, and what was recorded in it.</summary>
    Assessment,

    Programme,

    /// <summary>By task and unit: what was reported of each quarter, and how far each supervision has come.</summary>
    Task,

    /// <summary>The joint conference's seats, under <c>conference</c>; a meeting, by its number.</summary>
    Conference,

    /// <summary>By zone: the stage and the terms of its cultivation, and what was found of each condition.</summary>
    Zone,

    /// <summary>By number: the condition as it is worded.</summary>
    Condition,

    /// <summary>By code: its names and zones with their days, its ending, and each recognition term by term.</summary>
    Institution,

    /// <summary>By id and version.</summary>
    Scheme,

    /// <summary>By sign-in name.</summary>
    Officer,

    /// <summary>The key that signs the log, and what the ledger's check of itself found last: by stream.</summary>
    Log,

    /// <summary>A zone's place in a quarter's notice, as it would be drawn: by quarter, measure and zone.</summary>
    Rank,

    /// <summary>A target's verdict in a quarter's notice, as it would be drawn: by quarter and indicator.</summary>
    Verdict,

    /// <summary>A zone on the red or the black list of a quarter's notice, as it would be drawn: by quarter and zone.</summary>
    Listing,

    /// <summary>How a unit's parts of the key tasks stand in a quarter's notice, as it would be drawn: by quarter and unit.</summary>
    TaskTally,

    /// <summary>A part of a key task that is stalled in a quarter's notice, as it would be drawn: by quarter, task and unit.</summary>
    StalledTask,

    /// <summary>What a zone's return states less what the register counts, in a quarter's notice as it would be drawn: by quarter, series and zone.</summary>
    RegisterDifference,

    /// <summary>What the joint conference decided, in a quarter's notice as it would be drawn: by quarter and the decision's reference.</summary>
    NoticeDecision,

    /// <summary>A zone's grade in the result in force, or before publication the one on display: by year and zone.</summary>
    Grade,
}
