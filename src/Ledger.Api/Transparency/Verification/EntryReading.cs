using System.Security.Cryptography;

namespace Ledger.Api.Transparency.Verification;

/// <summary>What can be said of an entry alone, without those before it.</summary>
/// <param name="Hash">The leaf hash of its text (RFC 9162 §2.1.1).</param>
/// <param name="Complaint">Why it could not be read; null when it could.</param>
internal readonly record struct EntryReading(byte[] Hash, EntryHead Head, string? Complaint)
{
    private const int LeastAtOnce = 128;

    /// <summary>Of a whole batch, on as many cores as there are.</summary>
    public static EntryReading[] Of(IReadOnlyList<SealedText> batch)
    {
        var readings = new EntryReading[batch.Count];
        var parts = Math.Clamp(batch.Count / LeastAtOnce, 1, Environment.ProcessorCount);
        Parallel.For(0, parts, part =>
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var i = batch.Count * part / parts; i < batch.Count * (part + 1) / parts; i++)
                readings[i] = Of(batch[i].Text, hash);
        });
        return readings;
    }

    private static EntryReading Of(ReadOnlyMemory<byte> text, IncrementalHash hash)
    {
        hash.AppendData([0x00]);
        hash.AppendData(text.Span);
        var leaf = hash.GetHashAndReset();
        try
        {
            return text.IsEmpty ? new(leaf, default, Complaint: null) : new(leaf, EntryHead.Read(text), Complaint: null);
        }
        catch (FormatException exception)
        {
            return new(leaf, default, exception.Message);
        }
    }
}
