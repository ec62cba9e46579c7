using System.Security.Cryptography;
using System.Text;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency;

/// <summary>What a witness keeps: its key, and of each log the checkpoint it cosigned last. A directory of its own.</summary>
public sealed class WitnessState(string directory)
{
    private readonly string directory = PrivateKeyFile.MakeDirectory(directory);

    /// <summary>The witness's key, made when there is none.</summary>
    /// <exception cref="PrivateKeyException">The key that is there has another name.</exception>
    public NoteSigner OpenKey(string name)
    {
        if (!NoteKey.IsName(name))
            throw new PrivateKeyException($"'{name}' cannot name a key: it has spaces or plus signs.");
        var path = Path.Combine(directory, "witness.key");
        var signer = PrivateKeyFile.Find(path) ?? PrivateKeyFile.Make(NoteKeyKind.Witness, _ => name, _ => path);
        return signer.Key.Name == name ? signer : throw new PrivateKeyException($"The key in {path} is {signer.Key.Name}'s, not {name}'s.");
    }

    /// <summary>Nobody else looks while this is held, so that what was seen is never set back.</summary>
    public IDisposable Hold() =>
        new FileStream(Path.Combine(directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>What was kept of a log, by the SHA-256 of its origin in hexadecimal digits; null when it was never seen.</summary>
    public string? Kept(string originHash) => originHash.Length == 64 && originHash.All(char.IsAsciiHexDigitLower) && File.Exists(PathOfHash(originHash))
        ? File.ReadAllText(PathOfHash(originHash))
        : null;

    /// <summary>What a log said last; null when it was never seen.</summary>
    /// <exception cref="InvalidDataException">The file is damaged: what was seen is not known any more.</exception>
    public Checkpoint? Last(string origin)
    {
        var path = PathOf(origin);
        if (!File.Exists(path))
            return null;
        return SignedNote.TryParse(File.ReadAllBytes(path), out var note) && Checkpoint.TryParse(note.Text, out var checkpoint) && checkpoint.Origin == origin
            ? checkpoint
            : throw new InvalidDataException($"{path} is damaged: what the log said last cannot be told.");
    }

    /// <summary>Remembers; it is on the disk before anything is cosigned.</summary>
    public void Remember(string origin, SignedNote note)
    {
        var path = PathOf(origin);
        Write($"{path}.new", note);
        File.Move($"{path}.new", path, overwrite: true);
    }

    /// <summary>Keeps what contradicts: two checkpoints signed by the log that cannot both be true are evidence.</summary>
    /// <returns>The path of the file.</returns>
    public string KeepEvidence(string origin, SignedNote note)
    {
        var path = $"{PathOf(origin)}.refused-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(note.ToString())).AsSpan(0, 8))}";
        Write(path, note);
        return path;
    }

    private static void Write(string path, SignedNote note)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(Encoding.UTF8.GetBytes(note.ToString()));
        file.Flush(flushToDisk: true);
    }

    // An origin is any text; its hash is a file's name everywhere.
    private string PathOf(string origin) => PathOfHash(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin))));

    private string PathOfHash(string hash) => Path.Combine(directory, $"{hash[..32]}.checkpoint");
}
