using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Api.Transparency.Bundles;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Tests.Transparency;

/// <summary>Entries of any length are read as they are, also while those before them are still being looked at.</summary>
public class ReadingLongEntries
{
    private const int From = 100;

    [Fact]
    public async Task A_bundle_whose_entries_are_longer_than_what_is_read_at_once_is_as_it_was_sealed()
    {
        byte[][] entries = [.. Enumerable.Range(0, 400).Select(Entry)];
        using var bundle = Bundle.Open(Zip(entries));
        var report = await new HistoryVerification(EventNames.OfTheLedger(), (_, _, _) => true).RunAsync(
            bundle, bundle.Before(), [], TrustPolicy.Of(), progress: null, TestContext.Current.CancellationToken);
        report.Entries.ShouldBe(entries.Length);
        report.Divergences.Select(one => one.Code).ShouldBe(["checkpoint-missing"]);
    }

    // Every eighth is some megabytes long.
    private static byte[] Entry(int index) => Encoding.UTF8.GetBytes(FormattableString.Invariant($$"""
        {"id": "{{new Guid(index, 0, 0, new byte[8])}}", "data": {"text": "{{new string((char)('a' + (index % 26)), index % 8 == 0 ? 3_000_000 : 300)}}"}, "type": "raw", "stream": "raw/1", "headers": {}, "officer": "raw", "version": {{index + 1}}, "position": {{From + index}}, "causation": null, "recordedAt": "2024-01-01T00:00:00.000000Z", "correlation": null}
        """));

    private static MemoryStream Zip(byte[][] entries)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "bundle.json", JsonSerializer.SerializeToUtf8Bytes(
                new BundleManifest(BundleManifest.Current, "log", From, From + entries.Length - 1), LedgerJson.Options));
            Add(zip, "before.txt", Lines(CompactRange.SubtreesOf(From).Select(_ => Convert.ToHexStringLower(MerkleTree.EmptyRoot))));
            Add(zip, "entries.txt", [.. entries.SelectMany(entry => entry.Append((byte)'\n'))]);
            Add(zip, "leaves.txt", Lines(entries.Select(entry => Convert.ToHexStringLower(MerkleTree.LeafHash(entry)))));
        }

        file.Position = 0;
        return file;
    }

    private static byte[] Lines(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n")));

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var file = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        file.Write(bytes);
    }
}
