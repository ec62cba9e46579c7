namespace Ledger.Api.Transparency.Verification;

/// <summary>A history to be verified, wherever it comes from: a bundle, or the ledger's own database. It can be walked more than once.</summary>
public interface IHistorySource
{
    /// <summary>The position of the first entry.</summary>
    long From { get; }

    /// <summary>How many entries it says it has.</summary>
    long Count { get; }

    /// <summary>Whether the last entries may be too new for a checkpoint to cover them.</summary>
    bool IsGrowing { get; }

    /// <summary>In the order of their positions, some hundreds or thousands at a time. A batch's memory is good as long as <see cref="Ahead"/> needs it.</summary>
    IAsyncEnumerable<IReadOnlyList<SealedText>> EntriesAsync(CancellationToken cancellation);
}

/// <param name="Covered">What the leaf hash is of (RFC 9162 §2.1.1): a zero byte, and the canonical text of the entry; the zero byte alone, or nothing, where the entry is not there.</param>
/// <param name="Leaf">The hash that it was sealed with; empty where that is not told.</param>
public readonly record struct SealedText(ReadOnlyMemory<byte> Covered, ReadOnlyMemory<byte> Leaf)
{
    public bool IsMissing => Covered.Length <= 1;

    /// <summary>The canonical text of the entry.</summary>
    public ReadOnlyMemory<byte> Text => Covered[1..];
}
