namespace Ledger.Domain.Transparency;

/// <summary>Consecutive leaves whose hash stands in a proof: from <paramref name="Start"/> up to, but without, <paramref name="End"/>.</summary>
/// <remarks>Such a range starts where a complete subtree of its width may start, so a few complete subtrees make it up.</remarks>
public readonly record struct LeafRange(long Start, long End)
{
    /// <summary>The complete subtrees it falls into, the largest first: at most one a level.</summary>
    public IEnumerable<TreeNode> Nodes()
    {
        var start = Start;
        return CompactRange.SubtreesOf(End - Start).Select(node => node with { Index = node.Index + (start >> node.Level) });
    }

    /// <summary>Its hash (RFC 9162 §2.1.1, MTH), of those of its complete subtrees.</summary>
    public byte[] Hash(Func<TreeNode, byte[]> hashOf) => new CompactRange(End - Start, Nodes().Select(hashOf)).Root();

    /// <summary>Where the tree over the range parts in two: after the largest power of two that is smaller than its width.</summary>
    internal long Middle => Start + (1L << (int)long.Log2(End - Start - 1));
}
