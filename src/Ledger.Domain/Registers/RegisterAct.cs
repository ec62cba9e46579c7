namespace Ledger.Domain.Registers;

/// <summary>What may be done with an institution, apart from correcting it.</summary>
public enum RegisterAct
{
    /// <summary>It enters the register.</summary>
    Enter,

    Rename,

    /// <summary>Into another zone, or out of all.</summary>
    Move,

    /// <summary>It becomes part of another.</summary>
    Merge,

    Close,

    /// <summary>It is recognised as one of a kind.</summary>
    Grant,

    /// <summary>A recognition holds for a further term.</summary>
    Renew,

    /// <summary>A recognition is withdrawn or given up.</summary>
    End,
}
