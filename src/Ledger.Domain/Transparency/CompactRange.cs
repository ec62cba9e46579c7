namespace Ledger.Domain.Transparency;

/// <summary>The least that is needed of a tree to append to it and to know its root: the complete subtrees it falls into.</summary>
/// <remarks>A tree of size n has one such subtree for each set bit of n, the largest first.</remarks>
public sealed class CompactRange
{
    /// <summary>A size has at most 63 bits, and one leaf more may come.</summary>
    private const int Most = 64;

    // One behind the other: millions of leaves pass through here, and none of them leaves anything to collect.
    private readonly byte[] subtrees = new byte[Most * MerkleTree.HashLength];
    private int count;

    /// <param name="subtrees">The hashes of <see cref="SubtreesOf"/> that size, in that order.</param>
    public CompactRange(long size, IEnumerable<byte[]> subtrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Size = size;
        byte[][] hashes = [.. subtrees];
        if (hashes.Length != long.PopCount(size))
            throw new ArgumentException($"A tree of size {size} has {long.PopCount(size)} complete subtrees, not {hashes.Length}.", nameof(subtrees));
        if (!MerkleTree.AreHashes(hashes))
            throw new ArgumentException($"A hash has {MerkleTree.HashLength} bytes.", nameof(subtrees));
        foreach (var hash in hashes)
            hash.CopyTo(At(count++));
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

    public void Append(ReadOnlySpan<byte> leafHash) => Append(leafHash, completed: null);

    /// <summary>Appends a leaf, and gives every node above it that is complete by it, upwards.</summary>
    public IReadOnlyList<(TreeNode Node, byte[] Hash)> Complete(byte[] leafHash)
    {
        var completed = new List<(TreeNode, byte[])>();
        Append(leafHash, completed);
        return completed;
    }

    public byte[] Root()
    {
        if (count == 0)
            return MerkleTree.EmptyRoot;
        var root = At(count - 1).ToArray();
        for (var i = count - 2; i >= 0; i--)
            MerkleTree.NodeHash(At(i), root, root);
        return root;
    }

    private void Append(ReadOnlySpan<byte> leafHash, List<(TreeNode, byte[])>? completed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(leafHash.Length, MerkleTree.HashLength, nameof(leafHash));
        leafHash.CopyTo(At(count));
        var index = Size;
        for (var level = 1; long.IsOddInteger(index); level++)
        {
            count--;
            MerkleTree.NodeHash(At(count), At(count + 1), At(count));
            index >>= 1;
            completed?.Add((new TreeNode(level, index), At(count).ToArray()));
        }

        count++;
        Size++;
    }

    private Span<byte> At(int place) => subtrees.AsSpan(place * MerkleTree.HashLength, MerkleTree.HashLength);
}

/// <summary>A complete subtree: the leaves from <c>Index·2^Level</c>, <c>2^Level</c> of them. Level 0 is a leaf.</summary>
public readonly record struct TreeNode(int Level, long Index);
