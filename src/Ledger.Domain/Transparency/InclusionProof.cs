namespace Ledger.Domain.Transparency;

/// <summary>That an entry stands at its place in a tree (RFC 9162 §2.1.3).</summary>
public static class InclusionProof
{
    /// <summary>What the proof is made of: the sibling of the leaf first, the child of the root last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A tree of that size has no such entry.</exception>
    public static IReadOnlyList<LeafRange> Parts(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var parts = new List<LeafRange>();
        for (var tree = new LeafRange(0, size); tree.End - tree.Start > 1;)
        {
            var (left, right) = (tree with { End = tree.Middle }, tree with { Start = tree.Middle });
            parts.Add(index < tree.Middle ? right : left);
            tree = index < tree.Middle ? left : right;
        }

        parts.Reverse();
        return parts;
    }

    public static IReadOnlyList<byte[]> Make(long index, long size, Func<TreeNode, byte[]> hashOf) =>
        [.. Parts(index, size).Select(part => part.Hash(hashOf))];

    /// <summary>RFC 9162 §2.1.3.2.</summary>
    public static ProofVerdict Verify(long index, long size, byte[] leafHash, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (index < 0 || index >= size)
            return ProofVerdict.SizesImpossible;
        if (!MerkleTree.AreHashes([leafHash, root, .. proof]))
            return ProofVerdict.HashMalformed;

        var (node, last) = (index, size - 1);
        var hash = leafHash;
        foreach (var sibling in proof)
        {
            if (last == 0)
                return ProofVerdict.TooLong;
            if (long.IsOddInteger(node) || node == last)
            {
                hash = MerkleTree.NodeHash(sibling, hash);
                // A right edge that is not complete has no sibling on the levels between.
                while (long.IsEvenInteger(node) && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = MerkleTree.NodeHash(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last != 0 ? ProofVerdict.TooShort
            : hash.AsSpan().SequenceEqual(root) ? ProofVerdict.Holds
            : ProofVerdict.RootDiffers;
    }
}
