namespace Ledger.Domain.Transparency;

/// <summary>How far a stream had come, or that it was not there, under a root of the tree of streams.</summary>
/// <param name="Found">
/// What stands where the stream's way ends: its own head; another stream's, with which it has the way so far in common, or nothing: then it was
/// not there.
/// </param>
/// <param name="Path">The hashes beside the way, the one beside its end first, that below the root last.</param>
public sealed record StreamProof(StreamHead? Found, IReadOnlyList<byte[]> Path)
{
    /// <returns>The stream's own head; null: it was not there.</returns>
    public StreamHead? HeadOf(string stream) => Found?.Stream == stream ? Found : null;

    public bool Holds(string stream, byte[] root)
    {
        var way = StreamHead.WayTo(stream);
        if (Path.Count > way.Length * 8 || !MerkleTree.AreHashes([root, .. Path]))
            return false;
        if (Found is not null && !HaveInCommon(way, StreamHead.WayTo(Found.Stream), Path.Count))
            return false;

        var hash = Found?.LeafHash() ?? MerkleTree.EmptyRoot;
        foreach (var (index, beside) in Path.Index())
        {
            hash = StreamHead.GoesRight(way, Path.Count - 1 - index)
                ? MerkleTree.NodeHash(beside, hash)
                : MerkleTree.NodeHash(hash, beside);
        }

        return hash.AsSpan().SequenceEqual(root);
    }

    private static bool HaveInCommon(byte[] way, byte[] other, int bits)
    {
        for (var depth = 0; depth < bits; depth++)
        {
            if (StreamHead.GoesRight(way, depth) != StreamHead.GoesRight(other, depth))
                return false;
        }

        return true;
    }
}
