namespace Ledger.Domain.Transparency;

/// <summary>What came of checking a proof; all but one say why it proves nothing.</summary>
public enum ProofVerdict
{
    Holds,

    /// <summary>No tree has such an entry, or no tree grows so.</summary>
    SizesImpossible,

    /// <summary>Every tree begins with the empty one: nothing is said of it.</summary>
    OldTreeEmpty,

    /// <summary>A hash is not 32 bytes long.</summary>
    HashMalformed,

    TooShort,

    TooLong,

    /// <summary>The proof does not lead to the root of the smaller tree.</summary>
    OldRootDiffers,

    /// <summary>The proof does not lead to the root.</summary>
    RootDiffers,
}
