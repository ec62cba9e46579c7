namespace Ledger.Domain.Transparency;

/// <summary>The least that is needed of a tree to append to it and to know its root: the complete subtrees it falls into.</summary>
/// <remarks>A tree of size n has one such subtree for each set bit of n, the largest first.</remarks>
public sealed class CompactRange
{
    private readonly List<byte[]> subtrees;

    /// <param name="subtrees">The hashes of <see cref="SubtreesOf"/> that size, in that order.</param>
    public CompactRange(long size, IEnumerable<byte[]> subtrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Size = size;
        this.subtrees = [.. subtrees];
        if (this.subtrees.Count != long.PopCount(size))
            throw new ArgumentException($"A tree of size {size} has {long.PopCount(size)} complete subtrees, not {this.subtrees.Count}.", nameof(subtrees));
    }

    public static CompactRange Empty => new(0, []);

    public long Size { get; private set; }

    /// <summary>The nodes that a tree of this size falls into, the largest first.</summary>
    public static IEnumerable<TreeNode> SubtreesOf(long size)
    {
        long start = 0;
        for (var level = 62; level >= 0; level--)
        {
            var width = 1L << level;
            if ((size & width) == 0)
                continue;
            yield return new TreeNode(level, start >> level);
            start += width;
        }
    }

    /// <summary>Appends a leaf, and gives every node above it that is complete by it, upwards.</summary>
    public IReadOnlyList<(TreeNode Node, byte[] Hash)> Append(byte[] leafHash)
    {
        List<(TreeNode, byte[])>? completed = null;
        var index = Size;
        var hash = leafHash;
        for (var level = 1; (index & 1) == 1; level++)
        {
            hash = MerkleTree.NodeHash(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
            index >>= 1;
            (completed ??= []).Add((new TreeNode(level, index), hash));
        }

        subtrees.Add(hash);
        Size++;
        return completed ?? [];
    }

    public byte[] Root()
    {
        if (subtrees.Count == 0)
            return MerkleTree.EmptyRoot;
        var root = subtrees[^1];
        for (var i = subtrees.Count - 2; i >= 0; i--)
            root = MerkleTree.NodeHash(subtrees[i], root);
        return root;
    }
}

/// <summary>A complete subtree: the leaves from <c>Index·2^Level</c>, <c>2^Level</c> of them. Level 0 is a leaf.</summary>
public readonly record struct TreeNode(int Level, long Index);
