namespace Ledger.Domain.Transparency;

/// <summary>Signs with a key that the caller holds; Ed25519 (RFC 8032), 64 bytes.</summary>
public delegate byte[] Signing(byte[] message);

/// <summary>Whether an Ed25519 signature is the public key's over the message. The library that knows is the caller's.</summary>
public delegate bool SignatureCheck(byte[] publicKey, byte[] message, byte[] signature);
