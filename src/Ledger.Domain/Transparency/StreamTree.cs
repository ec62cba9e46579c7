namespace Ledger.Domain.Transparency;

/// <summary>The heads of all streams under one root, so that of each stream it can be proved how far it had come, or that it was not there.</summary>
/// <remarks>
/// A binary tree. A stream's place is the way that SHA-256 of its name goes, as far as it goes alone: a subtree with one stream is that
/// stream's leaf, one with none is the empty tree, any other a node over both its halves. Leaves and nodes are hashed as the log's are
/// (RFC 9162 §2.1.1). So the root is a function of the heads alone, in whatever order they came, and under one root nobody
/// can prove two different things of one stream. A change costs as many hashes as the logarithm of the number of streams.
/// </remarks>
public sealed class StreamTree
{
    private Node? top;

    /// <summary>How many streams there are.</summary>
    public long Count { get; private set; }

    /// <summary>Puts a stream where it now is.</summary>
    public void Set(StreamHead head) => top = Put(top, new Node(StreamHead.WayTo(head.Stream), head), depth: 0);

    public byte[] Root() => Hash(top);

    public StreamProof Prove(string stream)
    {
        var way = StreamHead.WayTo(stream);
        var path = new List<byte[]>();
        var node = top;
        for (var depth = 0; node is { Head: null }; depth++)
        {
            var right = StreamHead.GoesRight(way, depth);
            path.Add(Hash(right ? node.Left : node.Right));
            node = right ? node.Right : node.Left;
        }

        path.Reverse();
        return new StreamProof(node?.Head, path);
    }

    private Node Put(Node? node, Node leaf, int depth)
    {
        if (node is null)
        {
            Count++;
            return leaf;
        }

        if (node.Head is { } there)
        {
            if (there.Stream == leaf.Head!.Stream)
                return leaf;
            // Both go on together until their ways part.
            var other = node;
            node = new Node(other.Way, head: null);
            Below(node, other.Way, depth) = other;
        }

        node.Hash = null;
        ref var below = ref Below(node, leaf.Way, depth);
        below = Put(below, leaf, depth + 1);
        return node;
    }

    private static ref Node? Below(Node node, byte[] way, int depth) =>
        ref StreamHead.GoesRight(way, depth) ? ref node.Right : ref node.Left;

    private static byte[] Hash(Node? node) => node is null
        ? MerkleTree.EmptyRoot
        : node.Hash ??= node.Head?.LeafHash() ?? MerkleTree.NodeHash(Hash(node.Left), Hash(node.Right));

    private sealed class Node(byte[] way, StreamHead? head)
    {
        public readonly byte[] Way = way;
        public readonly StreamHead? Head = head;
        public byte[]? Hash;
        public Node? Left;
        public Node? Right;
    }
}
