using System.Security.Cryptography;

namespace Ledger.Domain.Transparency;

/// <summary>The hashes of the log's tree (RFC 9162 §2.1.1): SHA-256, leaves and nodes told apart by their first byte.</summary>
public static class MerkleTree
{
    /// <summary>The length of every hash, in bytes.</summary>
    public const int HashLength = 32;

    /// <summary>The root of a tree without leaves.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    public static byte[] LeafHash(ReadOnlySpan<byte> entry) => SHA256.HashData([0x00, .. entry]);

    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[HashLength];
        NodeHash(left, right, hash);
        return hash;
    }

    /// <param name="hash">May be one of both.</param>
    internal static void NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> both = stackalloc byte[1 + left.Length + right.Length];
        both[0] = 0x01;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + left.Length)..]);
        SHA256.HashData(both, hash);
    }

    internal static bool AreHashes(ReadOnlySpan<byte[]> hashes)
    {
        foreach (var hash in hashes)
        {
            if (hash.Length != HashLength)
                return false;
        }

        return true;
    }

    /// <summary>The root over leaf hashes, by the definition itself. Linear; for large trees see <see cref="CompactRange"/>.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leafHashes)
    {
        if (leafHashes.Length == 0)
            return EmptyRoot;
        if (leafHashes.Length == 1)
            return leafHashes[0];
        var split = 1;
        while (split * 2 < leafHashes.Length)
            split *= 2;
        return NodeHash(Root(leafHashes[..split]), Root(leafHashes[split..]));
    }
}
