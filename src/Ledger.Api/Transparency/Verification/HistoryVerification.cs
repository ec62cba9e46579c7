using System.Security.Cryptography;
using Ledger.Api.Store;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency.Verification;

/// <summary>Verifies a history from its texts alone: needs no server and no database, and trusts nothing but the keys that it is given.</summary>
/// <remarks>
/// First the signatures; then one walk over the entries for bodies, order and tree; and where all that holds, a second walk that folds the entries
/// and works out again what was published. Where the history itself does not hold, what follows from it is not judged: it would blame the wrong thing.
/// </remarks>
public sealed class HistoryVerification(EventNames names, SignatureCheck check)
{
    /// <summary>More divergences than these are not listed; the first is what matters.</summary>
    public const int Most = 100;

    /// <param name="before">The tree over the entries before the first; empty for a whole history.</param>
    /// <param name="checkpoints">Those that came with the history, in any order.</param>
    /// <param name="progress">Told now and then how far it has come.</param>
    public async Task<VerificationReport> RunAsync(
        IHistorySource source, CompactRange before, IReadOnlyList<SignedNote> checkpoints, TrustPolicy policy,
        IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        var found = new List<Divergence>();
        var stated = StatedCheckpoint.Read(checkpoints, found);
        var roots = stated.Select(one => one.Checkpoint.Size).Distinct().ToDictionary(size => size, _ => Array.Empty<byte>());
        var streams = source.From > 0
            ? []
            : stated.Where(one => one.Checkpoint.Streams is not null).Select(one => one.Checkpoint.Size).Distinct().ToDictionary(size => size, _ => Array.Empty<byte>());
        var history = new HistoryCheck(before, names);
        var isWhole = await WalkAsync(source, history, roots, streams, found, progress, cancellation);
        var trusted = new CheckpointsCheck(policy, check, roots, streams, history.Keys)
            .Judge(stated, source.From, isWhole ? history.Tree.Size : null, source.IsGrowing, found);
        Recomputation? recomputed = null;
        if (found.Count == 0 && source.From == 0)
            recomputed = await RecomputeAsync(source, history.Cuts, found, progress, cancellation);
        return new()
        {
            From = source.From,
            Entries = history.Tree.Size - source.From,
            Root = history.Tree.Root(),
            LastRecordedAt = history.LastRecordedAt,
            Checkpoints = trusted.Count,
            Covered = trusted is [.., var last] ? last.Checkpoint.Size : 0,
            Witnesses = [.. trusted.SelectMany(one => one.Cosignatures).Select(one => one.Witness.Name)],
            IsRecomputed = recomputed is not null,
            Notices = recomputed?.Notices ?? 0,
            Results = recomputed?.Results ?? 0,
            Ballots = recomputed?.Ballots ?? 0,
            Divergences = found,
            Published = history.Published,
            Papers = recomputed?.Papers ?? [],
            Trusted = trusted,
        };
    }

    /// <param name="roots">Those at its sizes are filled in.</param>
    /// <param name="streams">The roots over the streams at its sizes are filled in.</param>
    /// <returns>Whether it came to the end.</returns>
    private static async Task<bool> WalkAsync(
        IHistorySource source, HistoryCheck history, Dictionary<long, byte[]> roots, Dictionary<long, byte[]> streams, List<Divergence> found,
        IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        Note();
        try
        {
            await foreach (var (batch, readings) in source.EntriesAsync(cancellation).ReadAheadAsync(EntryReading.Of, cancellation))
            {
                for (var i = 0; i < readings.Length; i++)
                {
                    if (history.Take(batch[i], readings[i]) is { Count: > 0 } divergences)
                        found.AddRange(divergences);
                    if (history.IsBroken || found.Count >= Most)
                        return false;
                    Note();
                }

                progress?.Report(new(VerificationStep.History, history.Tree.Size - source.From, source.Count));
            }
        }
        catch (FormatException exception)
        {
            found.Add(Divergence.AtEntry(DivergenceClass.Unreadable, history.Tree.Size, "entry-unreadable", exception.Message));
            return false;
        }

        return true;

        void Note()
        {
            var size = history.Tree.Size;
            if (roots.ContainsKey(size))
                roots[size] = history.Tree.Root();
            if (streams.ContainsKey(size))
                streams[size] = history.StreamsRoot();
        }
    }

    private async Task<Recomputation> RecomputeAsync(
        IHistorySource source, Cuts cuts, List<Divergence> found, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        var roots = new Dictionary<long, byte[]>();
        var tree = CompactRange.Empty;
        var recomputation = new Recomputation(cuts, size => roots[size]);
        await foreach (var batch in source.EntriesAsync(cancellation).ReadAheadAsync(cancellation))
        {
            foreach (var entry in batch)
            {
                tree.Append(SHA256.HashData(entry.Covered.Span));
                if (cuts.NoticesAt(tree.Size - 1).Count > 0)
                    roots[tree.Size] = tree.Root();
                try
                {
                    found.AddRange(recomputation.Fold(EntryText.Parse(entry.Text).Read(names)));
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // Whatever it is that the Domain cannot fold, it stands in this entry.
                    found.Add(Divergence.AtEntry(DivergenceClass.Unreadable, tree.Size - 1, "entry-cannot-be-folded", exception.Message));
                    return recomputation;
                }

                if (found.Count >= Most)
                    return recomputation;
            }

            progress?.Report(new(VerificationStep.Recomputation, tree.Size, source.Count));
        }

        return recomputation;
    }
}

/// <param name="Done">Of so many entries.</param>
public sealed record VerificationProgress(VerificationStep Step, long Done, long Total);

public enum VerificationStep
{
    /// <summary>Bodies, order and tree.</summary>
    History,

    /// <summary>What was published, worked out again.</summary>
    Recomputation,
}
