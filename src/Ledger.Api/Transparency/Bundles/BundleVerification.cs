using System.Security.Cryptography;
using System.Text;
using Ledger.Api.Notices.Paper;
using Ledger.Api.Store;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency.Bundles;

/// <summary>Verifies a bundle: its history, and then that every file beside the entries is what they published, and proved to be.</summary>
public sealed class BundleVerification(EventNames names, SignatureCheck check)
{
    /// <summary>Official papers are in the plan's own spelling.</summary>
    internal const Language PaperLanguage = Language.ZhHant;

    /// <summary>The path of a paper beside its data.</summary>
    internal static string PaperName(string data) => Path.ChangeExtension(data, ".html");

    /// <exception cref="FormatException">A part of it that has to be there cannot be read.</exception>
    public async Task<VerificationReport> RunAsync(
        Bundle bundle, TrustPolicy policy, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        var checkpoints = bundle.Checkpoints(out var unreadable);
        var report = await new HistoryVerification(names, check).RunAsync(bundle, bundle.Before(), checkpoints, policy, progress, cancellation);
        var found = unreadable.Select(_ => new Divergence(DivergenceClass.Unreadable, null, "checkpoint-unreadable")).Concat(report.Divergences).ToList();
        if (found.Count == 0)
            found.AddRange(Files(bundle, report).Take(HistoryVerification.Most));
        if (found.Count == 0 && report.IsRecomputed)
            found.AddRange(await PapersAsync(bundle, report.Papers));
        return report with { Divergences = found };
    }

    private static IEnumerable<Divergence> Files(Bundle bundle, VerificationReport report)
    {
        string[] folders = [BundleFiles.Papers, BundleFiles.Results, BundleFiles.Programme, BundleFiles.Schemes];
        var published = report.Published.ToDictionary(entry => entry.File);
        var missing = published.Values.ToList();
        foreach (var (name, bytes) in folders.SelectMany(bundle.Files).Where(file => !IsPaper(file.Name)))
        {
            if (!published.TryGetValue(name, out var entry))
                yield return new Divergence(DivergenceClass.Publication, null, "file-not-published", name);
            else if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(entry.Hash))
                yield return new Divergence(DivergenceClass.Publication, entry.Position, "file-differs", name, entry.Position);
            else
                missing.Remove(entry);
        }

        foreach (var entry in missing)
            yield return new Divergence(DivergenceClass.Publication, entry.Position, "file-missing", entry.File, entry.Position);
        var proofs = bundle.Files(BundleFiles.Proofs).ToDictionary(file => file.Name, file => file.Bytes);
        foreach (var entry in published.Values.OrderBy(entry => entry.Position))
        {
            if (Proof(entry, proofs.GetValueOrDefault(entry.Proof), report.Trusted) is { } divergence)
                yield return divergence;
        }
    }

    private static async Task<IReadOnlyList<Divergence>> PapersAsync(Bundle bundle, IReadOnlyList<RecomputedPaper> papers)
    {
        var found = new List<Divergence>();
        var press = PaperPress.Alone();
        var files = bundle.Files(BundleFiles.Papers).ToDictionary(file => file.Name, file => file.Bytes);
        foreach (var paper in papers)
        {
            var name = PaperName(paper.Data);
            if (!files.Remove(name, out var bytes))
                found.Add(new(DivergenceClass.Publication, paper.Position, "file-missing", name, paper.Position));
            else if (!Encoding.UTF8.GetBytes(await press.PrintAsync(paper.Sheet, PaperLanguage)).AsSpan().SequenceEqual(bytes))
                found.Add(new(DivergenceClass.Publication, paper.Position, "file-differs", name, paper.Position));
        }

        found.AddRange(files.Keys.Where(IsPaper).Select(name => new Divergence(DivergenceClass.Publication, null, "file-not-published", name)));
        return found;
    }

    private static bool IsPaper(string name) => name.EndsWith(".html", StringComparison.Ordinal);

    private static Divergence? Proof(PublishedEntry entry, byte[]? bytes, IReadOnlyList<TrustedCheckpoint> trusted)
    {
        if (bytes is null)
            return new(DivergenceClass.Publication, entry.Position, "file-missing", entry.Proof, entry.Position);
        if (!TlogProof.TryParse(Encoding.UTF8.GetString(bytes), out var proof) || !Checkpoint.TryParse(proof.Checkpoint.Text, out var checkpoint))
            return new(DivergenceClass.Unreadable, entry.Position, "proof-unreadable", entry.Proof);
        return proof.Index == entry.Position && trusted.Any(one => one.Checkpoint.Says(checkpoint))
            && InclusionProof.Verify(proof.Index, checkpoint.Size, entry.Leaf, proof.Path, checkpoint.Root) == ProofVerdict.Holds
                ? null
                : new(DivergenceClass.Publication, entry.Position, "proof-wrong", entry.Proof, entry.Position);
    }
}
