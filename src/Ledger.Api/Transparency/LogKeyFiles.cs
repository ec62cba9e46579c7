using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency;

/// <summary>The private keys of the log, outside the database: a file each, <c>log/{id}.key</c> in the directory of keys.</summary>
/// <param name="keysDirectory">Null where none is set: then nothing is signed here.</param>
public sealed class LogKeyFiles(string? keysDirectory)
{
    private readonly string? directory = string.IsNullOrEmpty(keysDirectory) ? null : Path.Combine(keysDirectory, "log");

    /// <summary>Whether there is a place to keep keys.</summary>
    public bool CanKeep => directory is not null;

    /// <param name="origin">The log's name; null of a new log, which is then named after its first key.</param>
    public NoteSigner Make(string? origin)
    {
        PrivateKeyFile.MakeDirectory(directory ?? throw new InvalidOperationException("There is no place to keep a key."));
        return PrivateKeyFile.Make(NoteKeyKind.Log, publicKey => origin ?? $"ledger/{Convert.ToHexStringLower(publicKey.AsSpan(0, 8))}", PathOf);
    }

    /// <summary>The means to sign with a key; null when its private half is not here.</summary>
    public NoteSigner? Find(NoteKey key) =>
        directory is not null && PrivateKeyFile.Find(PathOf(key)) is { } signer && signer.Key == key ? signer : null;

    public void Destroy(NoteKey key) => File.Delete(PathOf(key));

    private string PathOf(NoteKey key) => Path.Combine(directory!, $"{key.IdText}.key");
}
