namespace Ledger.Domain.Transparency;

/// <summary>That a tree only grew: its first entries are the smaller tree's, unchanged and in their places (RFC 9162 §2.1.4).</summary>
public static class ConsistencyProof
{
    /// <summary>What the proof is made of; nothing when the sizes are the same, or the smaller tree is empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old size is negative, or larger than the new one.</exception>
    public static IReadOnlyList<LeafRange> Parts(long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var parts = new List<LeafRange>();
        if (oldSize == 0 || oldSize == newSize)
            return parts;

        var tree = new LeafRange(0, newSize);
        while (tree.End > oldSize)
        {
            var (left, right) = (tree with { End = tree.Middle }, tree with { Start = tree.Middle });
            parts.Add(oldSize <= tree.Middle ? right : left);
            tree = oldSize <= tree.Middle ? left : right;
        }

        // Where the smaller tree is itself a complete subtree of the larger, its root is known already.
        if (tree.Start != 0)
            parts.Add(tree);
        parts.Reverse();
        return parts;
    }

    public static IReadOnlyList<byte[]> Make(long oldSize, long newSize, Func<TreeNode, byte[]> hashOf) =>
        [.. Parts(oldSize, newSize).Select(part => part.Hash(hashOf))];

    /// <summary>RFC 9162 §2.1.4.2.</summary>
    public static ProofVerdict Verify(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, IReadOnlyList<byte[]> proof)
    {
        if (oldSize < 0 || oldSize > newSize)
            return ProofVerdict.SizesImpossible;
        if (oldSize == 0)
            return ProofVerdict.OldTreeEmpty;
        if (oldSize == newSize)
        {
            return proof.Count > 0 ? ProofVerdict.TooLong
                : oldRoot.AsSpan().SequenceEqual(newRoot) ? ProofVerdict.Holds
                : ProofVerdict.RootDiffers;
        }

        if (!MerkleTree.AreHashes([oldRoot, newRoot, .. proof]))
            return ProofVerdict.HashMalformed;
        if (proof.Count == 0)
            return ProofVerdict.TooShort;
        var (node, last) = (oldSize - 1, newSize - 1);
        while (long.IsOddInteger(node))
            (node, last) = (node >> 1, last >> 1);
        var isSubtree = long.IsPow2(oldSize);
        var (oldHash, newHash) = isSubtree ? (oldRoot, oldRoot) : (proof[0], proof[0]);
        foreach (var sibling in proof.Skip(isSubtree ? 0 : 1))
        {
            if (last == 0)
                return ProofVerdict.TooLong;
            if (long.IsOddInteger(node) || node == last)
            {
                (oldHash, newHash) = (MerkleTree.NodeHash(sibling, oldHash), MerkleTree.NodeHash(sibling, newHash));
                while (long.IsEvenInteger(node) && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                newHash = MerkleTree.NodeHash(newHash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last != 0 ? ProofVerdict.TooShort
            : !oldHash.AsSpan().SequenceEqual(oldRoot) ? ProofVerdict.OldRootDiffers
            : newHash.AsSpan().SequenceEqual(newRoot) ? ProofVerdict.Holds
            : ProofVerdict.RootDiffers;
    }
}
