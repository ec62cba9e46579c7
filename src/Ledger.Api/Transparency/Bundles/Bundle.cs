using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency.Bundles;

/// <summary>A bundle that is read: its entries one batch after another, however large it is.</summary>
public sealed class Bundle : IHistorySource, IDisposable
{
    /// <summary>Entries and their leaves lie in the zip as they are: hashing goes faster than unpacking.</summary>
    public const CompressionLevel EntriesCompression = CompressionLevel.NoCompression;

    /// <summary>In bytes; nothing in a bundle but its entries and their leaves is larger.</summary>
    private const long LargestFile = 64 << 20;

    private readonly ZipArchive zip;

    private Bundle(ZipArchive zip, BundleManifest manifest)
    {
        this.zip = zip;
        Manifest = manifest;
    }

    public BundleManifest Manifest { get; }

    public long From => Manifest.From;

    public bool IsGrowing => false;

    public long Count => Manifest.To - Manifest.From + 1;

    /// <exception cref="FormatException">It is no bundle, or of a format that this version of the program does not know.</exception>
    public static Bundle Open(Stream file)
    {
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read);
            var manifest = archive.GetEntry(BundleFiles.Manifest) is { } entry
                ? JsonSerializer.Deserialize<BundleManifest>(Bytes(entry), LedgerJson.Options)
                : null;
            return manifest is { Format: BundleManifest.Current } && manifest.From >= 0 && manifest.To >= manifest.From - 1
                ? new Bundle(archive, manifest)
                : throw new FormatException($"This is no bundle of the format {BundleManifest.Current}.");
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            throw new FormatException($"This is no bundle: {exception.Message}", exception);
        }
    }

    /// <summary>The tree over the entries before the first.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public CompactRange Before()
    {
        if (From == 0)
            return CompactRange.Empty;
        try
        {
            return new CompactRange(From, Lines(BundleFiles.Before).Select(line => Convert.FromHexString(line)));
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"{BundleFiles.Before}: {exception.Message}", exception);
        }
    }

    /// <summary>By size; a file that is no signed note is not here but among <paramref name="unreadable"/>.</summary>
    public IReadOnlyList<SignedNote> Checkpoints(out IReadOnlyList<string> unreadable)
    {
        var (notes, others) = (new List<SignedNote>(), new List<string>());
        foreach (var entry in Under(BundleFiles.Checkpoints))
        {
            if (SignedNote.TryParse(Bytes(entry), out var note))
                notes.Add(note);
            else
                others.Add(entry.FullName);
        }

        unreadable = others;
        return notes;
    }

    /// <summary>Those that it says are the log's: whether they are, somebody else has to say.</summary>
    public IReadOnlyList<NoteKey> Keys() =>
        [.. Lines(BundleFiles.Keys).Select(line => NoteKey.TryParse(line, out var key) ? key : null).OfType<NoteKey>()];

    /// <summary>The files of a folder with their bytes, by name.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Files(string folder) => Under(folder).Select(entry => (entry.FullName, Bytes(entry)));

    public async IAsyncEnumerable<IReadOnlyList<SealedText>> EntriesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var entries = await OpenAsync(BundleFiles.Entries, cancellation);
        await using var sealedAs = await OpenAsync(BundleFiles.Leaves, cancellation);
        var leaves = new LeafLines(sealedAs);
        await foreach (var lines in EntryLines.ReadAsync(entries, cancellation))
        {
            var hashes = await leaves.NextAsync(lines.Count, cancellation);
            var batch = new SealedText[lines.Count];
            for (var i = 0; i < batch.Length; i++)
                batch[i] = new(lines[i], hashes.Slice(i * MerkleTree.HashLength, MerkleTree.HashLength));
            yield return batch;
        }

        if (!await leaves.IsAtEndAsync(cancellation))
            throw new FormatException($"{BundleFiles.Leaves} has more lines than {BundleFiles.Entries}.");
    }

    public void Dispose() => zip.Dispose();

    private async Task<Stream> OpenAsync(string name, CancellationToken cancellation) =>
        await (zip.GetEntry(name) ?? throw new FormatException($"{name} is missing.")).OpenAsync(cancellation);

    private IEnumerable<ZipArchiveEntry> Under(string folder) => zip.Entries
        .Where(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal) && entry.FullName.Length > folder.Length)
        .OrderBy(entry => entry.FullName, StringComparer.Ordinal);

    private string[] Lines(string name) => zip.GetEntry(name) is { } entry
        ? Encoding.UTF8.GetString(Bytes(entry)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        : throw new FormatException($"{name} is missing.");

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestFile)
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{entry.FullName} is larger than {LargestFile} bytes."));
        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
