using System.Buffers.Binary;
using NodaTime;

namespace Ledger.Domain.Transparency;

/// <summary>A witness's word about a checkpoint, that has been checked.</summary>
/// <param name="At">When it was given, by the witness's clock, in whole seconds.</param>
public sealed record Cosignature(NoteKey Witness, Instant At)
{
    /// <summary>A time of eight bytes, and a signature of 64.</summary>
    internal const int Length = sizeof(long) + SignatureLength;

    internal const int SignatureLength = 64;

    /// <summary>What is signed: the time, then the whole text of the checkpoint.</summary>
    internal static byte[] Message(string text, long seconds) =>
        StrictText.Utf8.GetBytes($"cosignature/v1\ntime {StrictText.Number(seconds)}\n{text}");

    /// <returns>Null when the witness did not sign this.</returns>
    public static Cosignature? Of(NoteKey witness, string text, NoteSignature signature, SignatureCheck check)
    {
        if (witness.Kind != NoteKeyKind.Witness || !witness.IsNamedBy(signature) || signature.Value.Length != Length)
            return null;
        var seconds = BinaryPrimitives.ReadInt64BigEndian(signature.Value);
        return seconds is >= 0 and <= 253_402_300_799 && check(witness.PublicKey, Message(text, seconds), signature.Value[sizeof(long)..])
            ? new Cosignature(witness, Instant.FromUnixTimeSeconds(seconds))
            : null;
    }
}
