using System.Buffers.Binary;
using NodaTime;

namespace Ledger.Domain.Transparency;

/// <summary>A key with the means to sign: of a log, or of a witness.</summary>
public sealed record NoteSigner(NoteKey Key, Signing Sign)
{
    /// <summary>A log's signature under a text.</summary>
    public NoteSignature Under(string text) => new(Key.Name, Key.Id, Sign(StrictText.Utf8.GetBytes(text)));

    /// <summary>A witness's cosignature (C2SP tlog-cosignature, v1): at this time it had seen nothing larger, and nothing that disagrees.</summary>
    public NoteSignature Under(string text, Instant at)
    {
        var seconds = at.ToUnixTimeSeconds();
        var value = new byte[Cosignature.Length];
        BinaryPrimitives.WriteInt64BigEndian(value, seconds);
        Sign(Cosignature.Message(text, seconds)).CopyTo(value, sizeof(long));
        return new NoteSignature(Key.Name, Key.Id, value);
    }
}
