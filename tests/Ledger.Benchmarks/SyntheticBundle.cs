using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Bundles;
using Ledger.Domain.Transparency;

namespace Ledger.Benchmarks;

/// <summary>A bundle of any size with entries like the ledger's own, written without a ledger and signed by a key of its own.</summary>
public sealed class SyntheticBundle
{
    private const int EventsOfAReturn = 200;

    private readonly long from;
    private readonly long count;
    private readonly NoteSigner signer;

    public SyntheticBundle(long from, long count)
    {
        (this.from, this.count) = (from, count);
        var seed = Ed25519.NewSeed();
        signer = new NoteSigner(new NoteKey("ledger/bench", NoteKeyKind.Log, Ed25519.PublicKeyOf(seed)), Ed25519.With(seed));
    }

    public NoteKey Key => signer.Key;

    /// <summary>The texts of the entries, as a reader of the bundle finds them.</summary>
    public IEnumerable<byte[]> Entries()
    {
        var at = new DateTime(2021, 11, 5, 1, 0, 0, DateTimeKind.Utc);
        for (var index = 0L; index < count; index++)
            yield return Encoding.UTF8.GetBytes(Entry(from + index, index, at.AddMilliseconds(index)));
    }

    public async Task WriteAsync(Stream output)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
        await AddAsync(zip, "bundle.json", JsonSerializer.SerializeToUtf8Bytes(
            new BundleManifest(BundleManifest.Current, Key.Name, from, from + count - 1), LedgerJson.Options));
        await AddAsync(zip, "keys.txt", Encoding.UTF8.GetBytes($"{Key}\n"));
        byte[][] before = [.. CompactRange.SubtreesOf(from).Select(node => MerkleTree.LeafHash(BitConverter.GetBytes(node.Index)))];
        await AddAsync(zip, "before.txt", Encoding.UTF8.GetBytes(string.Concat(before.Select(hash => $"{Convert.ToHexStringLower(hash)}\n"))));
        await using (var entries = await zip.CreateEntry("entries.txt", Bundle.EntriesCompression).OpenAsync())
        {
            foreach (var entry in Entries())
            {
                await entries.WriteAsync(entry);
                await entries.WriteAsync("\n"u8.ToArray());
            }
        }

        var tree = new CompactRange(from, before);
        await using (var leaves = await zip.CreateEntry("leaves.txt", Bundle.EntriesCompression).OpenAsync())
        {
            foreach (var entry in Entries())
            {
                var hash = MerkleTree.LeafHash(entry);
                tree.Append(hash);
                await leaves.WriteAsync(Encoding.UTF8.GetBytes($"{Convert.ToHexStringLower(hash)}\n"));
            }
        }

        var text = new Checkpoint(Key.Name, tree.Size, tree.Root()).Text;
        await AddAsync(zip, "checkpoints/1.txt", Encoding.UTF8.GetBytes($"{new SignedNote(text, [signer.Under(text)])}"));
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes)
    {
        await using var file = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
        await file.WriteAsync(bytes);
    }

    // A zone that reports a figure of a quarter again and again, in the words and the length of the sample's own entries.
    private static string Entry(long position, long index, DateTime at) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"id": "{{new Guid((int)index, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8)}}", "data": {"on": "2023-10-12", "note": "示例數據：三季度快報數，口徑與上年一致", "value": {{index % 10_000}}.25, "reason": "更正錄入", "series": "op_revenue", "evidence": []}, "type": "figure_reported", "stream": "return/Z{{index / EventsOfAReturn / 40:0000}}/{{2021 + (index / EventsOfAReturn / 4 % 10)}}-Q{{1 + (index / EventsOfAReturn % 4)}}", "headers": {"role": "reporter", "zone": "XLHT", "organisation": "XLHT"}, "officer": "xlht", "version": {{1 + (index % EventsOfAReturn)}}, "position": {{position}}, "causation": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "recordedAt": "{{at:yyyy-MM-ddTHH:mm:ss.ffffffZ}}", "correlation": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}
        """);
}
