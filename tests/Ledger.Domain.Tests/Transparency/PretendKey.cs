using System.Security.Cryptography;
using System.Text;
using Ledger.Domain.Transparency;

namespace Ledger.Domain.Tests.Transparency;

/// <summary>Keys for rules about keys: whoever knows the public key can sign. The real scheme is tried where its library is.</summary>
internal static class PretendKey
{
    public static NoteSigner Of(string name, NoteKeyKind kind = NoteKeyKind.Log, string seed = "")
    {
        var key = new NoteKey(name, kind, SHA256.HashData(Encoding.UTF8.GetBytes(name + seed)));
        return new NoteSigner(key, message => Sign(key.PublicKey, message));
    }

    public static bool Check(byte[] publicKey, byte[] message, byte[] signature) => Sign(publicKey, message).AsSpan().SequenceEqual(signature);

    private static byte[] Sign(byte[] publicKey, byte[] message) => SHA512.HashData([.. publicKey, .. message]);
}
