using System.Security.Cryptography;

namespace Ledger.Domain.Transparency;

/// <summary>How far a stream has come: its last version, and where in the log that one stands.</summary>
public sealed record StreamHead(string Stream, long Version, long Position)
{
    /// <summary>What its leaf hash is over.</summary>
    public string Text => $"{Stream}\n{StrictText.Number(Version)}\n{StrictText.Number(Position)}\n";

    public byte[] LeafHash() => MerkleTree.LeafHash(StrictText.Utf8.GetBytes(Text));

    /// <summary>The way to a stream's place in the tree, bit by bit from the highest of the first byte: 0 left, 1 right.</summary>
    internal static byte[] WayTo(string stream) => SHA256.HashData(StrictText.Utf8.GetBytes(stream));

    internal static bool GoesRight(ReadOnlySpan<byte> way, int depth) => (way[depth >> 3] >> (7 - (depth & 7)) & 1) == 1;
}

/// <summary>What the text of an entry says of where it belongs; null where it is not the text of an entry. Who knows the format is the caller.</summary>
public delegate StreamHead? HeadReading(string entry);
