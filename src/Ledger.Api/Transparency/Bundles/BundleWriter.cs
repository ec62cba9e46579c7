using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ledger.Api.Notices;
using Ledger.Api.Notices.Paper;
using Ledger.Api.Store;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Notices;
using Ledger.Domain.Transparency;
using Npgsql;

namespace Ledger.Api.Transparency.Bundles;

/// <summary>Writes a bundle as it is sent: entries go from the database to the zip one batch after another.</summary>
/// <remarks>It writes what is there. Whether that holds is for <see cref="BundleVerification"/> to say, with whom the bundle is.</remarks>
public sealed class BundleWriter(
    NpgsqlDataSource database, LedgerReader reader, LogTree tree, Checkpoints checkpoints, Cosignatures cosignatures, LogKeys keys,
    QuarterlyNotices notices, PaperSheets sheets, PaperPress press, EventNames names)
{
    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    /// <summary>What a bundle of a stretch will hold: it goes on to the end of the checkpoint that covers it, so that every entry is proved.</summary>
    /// <param name="to">The last position that has to be in it; null: the last there is.</param>
    public async Task<BundlePlan> PlanAsync(long from, long? to, CancellationToken cancellation)
    {
        try
        {
            await checkpoints.NowAsync(cancellation);
        }
        catch (LogContradictionException)
        {
            // The ledger is not what was signed. That is what its bundle has to show.
        }

        var head = await checkpoints.HeadAsync(cancellation);
        var signed = await checkpoints.BetweenAsync(from, head, cancellation);
        var last = to is { } wanted ? signed.FirstOrDefault(one => one.Size > wanted)?.Size ?? head : head;
        var history = await keys.HistoryAsync(position: null, cancellation);
        return new(
            new(BundleManifest.Current, history.Current?.Key.Name ?? "", from, last - 1),
            [.. signed.Where(one => one.Size <= last)],
            [.. history.Keys.Reverse().Select(key => key.Key)]);
    }

    public async Task WriteAsync(BundlePlan plan, Stream output, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var manifest = plan.Manifest;
        if (plan.Checkpoints is [.., var last] && plan.Keys is [var key, ..])
            await AddAsync(zip, BundleFiles.ReadMe, Utf8(ByHand.Text(manifest, key.ToString(), last.Size)), cancellation);
        await AddAsync(zip, BundleFiles.Manifest, JsonSerializer.SerializeToUtf8Bytes(manifest, LedgerJson.Indented), cancellation);
        await AddAsync(zip, BundleFiles.Keys, Utf8(string.Concat(plan.Keys.Select(each => $"{each}\n"))), cancellation);
        foreach (var checkpoint in plan.Checkpoints)
        {
            var note = await cosignatures.UnderAsync(checkpoint, cancellation);
            await AddAsync(zip, BundleFiles.Checkpoint(checkpoint.Size), Utf8(note.ToString()), cancellation);
        }

        if (manifest.From > 0)
            await AddAsync(zip, BundleFiles.Before, await BeforeAsync(manifest.From, cancellation), cancellation);
        await AddEntriesAsync(zip, manifest, cancellation);
        await AddLeavesAsync(zip, manifest, cancellation);
        await AddPublishedAsync(zip, plan, cancellation);
    }

    private async Task<byte[]> BeforeAsync(long size, CancellationToken cancellation)
    {
        TreeNode[] nodes = [.. CompactRange.SubtreesOf(size)];
        var hashOf = await tree.HashesAsync(nodes, cancellation);
        return Utf8(string.Concat(nodes.Select(node => $"{Convert.ToHexStringLower(hashOf(node))}\n")));
    }

    private async Task AddEntriesAsync(ZipArchive zip, BundleManifest manifest, CancellationToken cancellation)
    {
        await using var file = await OpenAsync(zip, BundleFiles.Entries, cancellation, Bundle.EntriesCompression);
        await foreach (var batch in new DatabaseSource(database, manifest.From, manifest.To + 1).EntriesAsync(cancellation))
        {
            foreach (var entry in batch)
            {
                await file.WriteAsync(entry.Text, cancellation);
                await file.WriteAsync(LineFeed, cancellation);
            }
        }
    }

    private async Task AddLeavesAsync(ZipArchive zip, BundleManifest manifest, CancellationToken cancellation)
    {
        await using var file = await OpenAsync(zip, BundleFiles.Leaves, cancellation, Bundle.EntriesCompression);
        await using var command = database.CreateCommand("""
            select coalesce(encode(l.leaf_hash, 'hex'), repeat('0', 64))
              from generate_series($1, $2) as wanted(position) left join ledger.ledger_entry l using (position) order by wanted.position
            """);
        command.Parameters.AddWithValue(manifest.From);
        command.Parameters.AddWithValue(manifest.To);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            await file.WriteAsync(Utf8($"{row.GetString(0)}\n"), cancellation);
    }

    private async Task AddPublishedAsync(ZipArchive zip, BundlePlan plan, CancellationToken cancellation)
    {
        var (manifest, proofs) = (plan.Manifest, new List<(PublishedFile File, long Position)>());
        var kinds = names.Types.Where(kind => PublishedFiles.Publishes(kind.Value)).Select(kind => kind.Key);
        foreach (var recorded in await reader.OfKindsAsync<object>(kinds, manifest.From - 1, manifest.To, cancellation))
        {
            var file = PublishedFiles.Of(recorded.Event)!;
            await AddAsync(zip, file.Name, file.Bytes, cancellation);
            proofs.Add((file, recorded.Provenance.Position));
            if (recorded.Event is NoticeEvent notice)
                await AddAsync(zip, BundleVerification.PaperName(file.Name), Utf8(await PaperAsync(notice, recorded.Provenance.Position, cancellation)), cancellation);
        }

        if (plan.Checkpoints is not [.., var last])
            return;
        var note = await cosignatures.UnderAsync(last, cancellation);
        foreach (var (file, position) in proofs.Where(proof => proof.Position < last.Size))
        {
            var proof = new TlogProof(position, await tree.ProveInclusionAsync(position, last.Size, cancellation), note);
            await AddAsync(zip, file.Proof, Utf8(proof.ToString()), cancellation);
        }
    }

    private async Task<string> PaperAsync(NoticeEvent notice, long position, CancellationToken cancellation)
    {
        var edition = await notices.EditionAsync(notice.Frozen.Content.Period, notice.Edition, position, cancellation);
        return await press.PrintAsync(await sheets.OfEditionAsync(edition, cancellation), BundleVerification.PaperLanguage);
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancellation)
    {
        await using var file = await OpenAsync(zip, name, cancellation);
        await file.WriteAsync(bytes, cancellation);
    }

    // The same entries give the same bundle: no file bears the time at which it was written.
    private static Task<Stream> OpenAsync(
        ZipArchive zip, string name, CancellationToken cancellation, CompressionLevel compression = CompressionLevel.Fastest)
    {
        var entry = zip.CreateEntry(name, compression);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.OpenAsync(cancellation);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

/// <param name="Checkpoints">By size.</param>
/// <param name="Keys">The log's, the one in force first.</param>
public sealed record BundlePlan(BundleManifest Manifest, IReadOnlyList<StoredCheckpoint> Checkpoints, IReadOnlyList<NoteKey> Keys);
