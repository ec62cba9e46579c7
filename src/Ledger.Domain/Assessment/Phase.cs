namespace Ledger.Domain.Assessment;

/// <summary>How far a year's assessment has come; each goes over into the next, and reopening leads back.</summary>
public enum Phase
{
    /// <summary>Not opened yet.</summary>
    None,

    /// <summary>Members declare their interests; figures are not frozen.</summary>
    Declaring,

    /// <summary>Figures are frozen and members vote.</summary>
    Voting,

    /// <summary>The ballots are open; adjustments and vetoes are recorded.</summary>
    Adjusting,

    /// <summary>Ratified, and publicly displayed before it is published (公示).</summary>
    Ratified,

    /// <summary>In force; zones may appeal.</summary>
    Published,

    Closed,
}
