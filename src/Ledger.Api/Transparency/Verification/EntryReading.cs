using System.Security.Cryptography;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency.Verification;

/// <summary>What can be said of an entry alone, without those before it.</summary>
/// <param name="Hash">The leaf hash of its text (RFC 9162 §2.1.1).</param>
/// <param name="Complaint">Why it could not be read; null when it could.</param>
internal readonly record struct EntryReading(ReadOnlyMemory<byte> Hash, EntryHead Head, string? Complaint)
{
    public static EntryReading[] Of(IReadOnlyList<SealedText> batch)
    {
        var readings = new EntryReading[batch.Count];
        var hashes = new byte[batch.Count * MerkleTree.HashLength];
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < readings.Length; i++)
        {
            if (batch[i].IsMissing)
                continue;
            var hash = hashes.AsMemory(i * MerkleTree.HashLength, MerkleTree.HashLength);
            sha256.AppendData(batch[i].Covered.Span);
            sha256.GetHashAndReset(hash.Span);
            readings[i] = Of(batch[i].Text, hash);
        }

        return readings;
    }

    private static EntryReading Of(ReadOnlyMemory<byte> text, ReadOnlyMemory<byte> hash)
    {
        try
        {
            return new(hash, EntryHead.Read(text), Complaint: null);
        }
        catch (FormatException exception)
        {
            return new(hash, default, exception.Message);
        }
    }
}
