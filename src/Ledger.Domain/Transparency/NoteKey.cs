using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Ledger.Domain.Transparency;

/// <summary>A public key that signs notes (C2SP signed-note), written as a verifier key: <c>name+id+key</c>.</summary>
/// <param name="Name">Of a log: its origin. Of a witness: its own.</param>
/// <param name="PublicKey">32 bytes of Ed25519.</param>
public sealed record NoteKey(string Name, NoteKeyKind Kind, byte[] PublicKey)
{
    public const int Length = 32;

    /// <summary>The first four bytes of a hash over name, kind and key. It tells keys apart; it proves nothing.</summary>
    public uint Id => BinaryPrimitives.ReadUInt32BigEndian(
        SHA256.HashData([.. StrictText.Utf8.GetBytes(Name), (byte)'\n', (byte)Kind, .. PublicKey]));

    /// <summary>Whether a signature says that it is this key's.</summary>
    public bool IsNamedBy(NoteSignature signature) => signature.Name == Name && signature.KeyId == Id;

    /// <summary>Whether a key can have this name: something, without spaces, plus signs or control characters.</summary>
    public static bool IsName(string text) => StrictText.IsKeyName(text);

    public static bool TryParse(string? text, [NotNullWhen(true)] out NoteKey? key)
    {
        key = null;
        // The key's own base64 may hold plus signs.
        if (text?.Split('+', 3) is not [var name, var id, var encoded] || !StrictText.IsKeyName(name)
            || !StrictText.TryBase64(encoded, out var bytes) || bytes.Length != Length + 1
            || !Enum.IsDefined((NoteKeyKind)bytes[0]))
        {
            return false;
        }

        var read = new NoteKey(name, (NoteKeyKind)bytes[0], bytes[1..]);
        key = read.IdText == id ? read : null;
        return key is not null;
    }

    public bool Equals(NoteKey? other) =>
        other is not null && other.Name == Name && other.Kind == Kind && other.PublicKey.AsSpan().SequenceEqual(PublicKey);

    public override int GetHashCode() => HashCode.Combine(Name, Kind, Id);

    public override string ToString() => $"{Name}+{IdText}+{Convert.ToBase64String([(byte)Kind, .. PublicKey])}";

    /// <summary>The key's id in eight hexadecimal digits, as a person compares it.</summary>
    public string IdText => Id.ToString("x8", CultureInfo.InvariantCulture);
}

/// <summary>What a key's signatures say, by the byte of C2SP signed-note.</summary>
public enum NoteKeyKind
{
    /// <summary>Ed25519 over the note's text: a log's own signature.</summary>
    Log = 0x01,

    /// <summary>Ed25519 over the text and a time: a witness's cosignature/v1.</summary>
    Witness = 0x04,
}
