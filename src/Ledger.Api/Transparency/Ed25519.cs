using System.Security.Cryptography;
using Ledger.Domain.Transparency;
using NSec.Cryptography;

namespace Ledger.Api.Transparency;

/// <summary>The signatures of the log and of its witnesses (RFC 8032), by libsodium.</summary>
public static class Ed25519
{
    /// <summary>A private key is a seed of this many bytes.</summary>
    public const int SeedLength = 32;

    private static readonly SignatureAlgorithm Algorithm = SignatureAlgorithm.Ed25519;

    public static bool Check(byte[] publicKey, byte[] message, byte[] signature) =>
        PublicKey.TryImport(Algorithm, publicKey, KeyBlobFormat.RawPublicKey, out var key) && Algorithm.Verify(key!, message, signature);

    public static byte[] NewSeed() => RandomNumberGenerator.GetBytes(SeedLength);

    public static byte[] PublicKeyOf(byte[] seed)
    {
        using var key = Key.Import(Algorithm, seed, KeyBlobFormat.RawPrivateKey);
        return key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    public static Signing With(byte[] seed) => message =>
    {
        using var key = Key.Import(Algorithm, seed, KeyBlobFormat.RawPrivateKey);
        return Algorithm.Sign(key, message);
    };
}
