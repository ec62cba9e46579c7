using System.Security.Cryptography;
using System.Text;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency;

/// <summary>A private key in a file of its own, one line that begins with <c>PRIVATE+KEY</c>, which its owner alone may read.</summary>
public static class PrivateKeyFile
{
    private const string Prefix = "PRIVATE+KEY+";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the directory, which its owner alone may enter.</summary>
    public static string MakeDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
        return directory;
    }

    /// <summary>Makes a key and keeps it; it is on the disk before it signs anything.</summary>
    /// <param name="name">The key's name, given its public half.</param>
    /// <param name="path">The file's path, given the key; a file that is there is never written over.</param>
    public static NoteSigner Make(NoteKeyKind kind, Func<byte[], string> name, Func<NoteKey, string> path)
    {
        var seed = Ed25519.NewSeed();
        var publicKey = Ed25519.PublicKeyOf(seed);
        var key = new NoteKey(name(publicKey), kind, publicKey);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(path(key), options))
        {
            file.Write(Encoding.UTF8.GetBytes($"{Prefix}{key.Name}+{key.IdText}+{Convert.ToBase64String([(byte)kind, .. seed])}\n"));
            file.Flush(flushToDisk: true);
        }

        return new NoteSigner(key, Ed25519.With(seed));
    }

    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="PrivateKeyException">It holds no private key, or others may read it.</exception>
    public static NoteSigner? Find(string path)
    {
        if (!File.Exists(path))
            return null;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
            throw new PrivateKeyException($"Others may read {path}, which is a private key: chmod 600 it, or replace the key.");
        return Parse(File.ReadAllText(path)) ?? throw new PrivateKeyException($"{path} holds no private key.");
    }

    private static NoteSigner? Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length..].TrimEnd('\n').Split('+', 3) is not [var name, var id, var encoded])
            return null;
        var bytes = new byte[1 + Ed25519.SeedLength];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length) || length != bytes.Length || !Enum.IsDefined((NoteKeyKind)bytes[0]))
            return null;
        var key = new NoteKey(name, (NoteKeyKind)bytes[0], Ed25519.PublicKeyOf(bytes[1..]));
        return key.IdText == id ? new NoteSigner(key, Ed25519.With(bytes[1..])) : null;
    }
}

/// <summary>A private key that cannot be used as it lies there.</summary>
public sealed class PrivateKeyException(string message) : CryptographicException(message);
