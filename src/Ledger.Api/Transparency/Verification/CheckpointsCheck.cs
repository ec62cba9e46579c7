using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency.Verification;

/// <summary>Whether the checkpoints that came with a history are the log's, and are of this history.</summary>
/// <remarks>
/// Trusted are the keys that one has, and those that entries name which a checkpoint signed by a trusted key covers: so a key that was replaced
/// leads to its successor, and back.
/// </remarks>
/// <param name="roots">The tree's root over the entries at each size that a checkpoint states, as far as the walk came.</param>
/// <param name="streams">The root over how far each stream had come, at each size whose checkpoint states one; none for a part of the history.</param>
/// <param name="keys">The log's keys that the entries name, each with the position at which it came into force.</param>
internal sealed class CheckpointsCheck(
    TrustPolicy policy, SignatureCheck check, IReadOnlyDictionary<long, byte[]> roots, IReadOnlyDictionary<long, byte[]> streams,
    IReadOnlyList<(long Position, NoteKey Key)> keys)
{
    /// <param name="stated">By size.</param>
    /// <param name="size">Of the tree over all entries; null where the walk could not go to the end, and nothing can be said of roots.</param>
    /// <param name="isGrowing">The last entries may be too new to be covered, and the last checkpoints for witnesses to have seen them.</param>
    /// <returns>Those that hold, by size. What is wrong is added to <paramref name="found"/>.</returns>
    public IReadOnlyList<TrustedCheckpoint> Judge(IReadOnlyList<StatedCheckpoint> stated, long from, long? size, bool isGrowing, List<Divergence> found)
    {
        var trusted = TrustedKeys(stated);
        var signed = new List<StatedCheckpoint>();
        foreach (var one in stated)
        {
            var result = CheckpointCheck.Of(one.Note, TrustPolicy.Of(trusted), check);
            if (result.Verdict == CheckpointVerdict.Holds)
                signed.Add(one);
            else
                found.Add(Untrusted(result));
        }

        if (signed.Count == 0)
        {
            if (stated.Count == 0)
                found.Add(new Divergence(DivergenceClass.Signature, null, "checkpoint-missing"));
            return [];
        }

        Contradictions(signed, found);
        if (size is { } entries)
            Roots(signed, from, entries, isGrowing, found);
        var (at, witnessed) = Witnessed(signed, policy.For(trusted), isGrowing);
        if (witnessed.Verdict != CheckpointVerdict.Holds)
            found.Add(Untrusted(witnessed));
        return [.. signed.Select(one => new TrustedCheckpoint(one.Checkpoint, one == at ? witnessed.Cosignatures : []))];
    }

    // Witnesses look now and then: of a ledger that grows, the newest checkpoint that enough of them have seen is looked at, if there is one yet.
    private (StatedCheckpoint At, CheckpointCheck Found) Witnessed(List<StatedCheckpoint> signed, TrustPolicy witnesses, bool isGrowing)
    {
        var last = CheckpointCheck.Of(signed[^1].Note, witnesses, check);
        if (!isGrowing || last.Verdict != CheckpointVerdict.WitnessesMissing)
            return (signed[^1], last);
        foreach (var one in Enumerable.Reverse(signed).Skip(1))
        {
            var found = CheckpointCheck.Of(one.Note, witnesses, check);
            if (found.Verdict != CheckpointVerdict.WitnessesMissing)
                return (one, found);
        }

        return (signed[^1], last with { Verdict = CheckpointVerdict.Holds });
    }

    private HashSet<NoteKey> TrustedKeys(IReadOnlyList<StatedCheckpoint> stated)
    {
        var trusted = policy.Logs.ToHashSet();
        while (true)
        {
            var covered = stated
                .Where(one => Agrees(one.Checkpoint) && CheckpointCheck.Of(one.Note, TrustPolicy.Of(trusted), check).Verdict == CheckpointVerdict.Holds)
                .Select(one => one.Checkpoint.Size).DefaultIfEmpty(0).Max();
            var before = trusted.Count;
            trusted.UnionWith(keys.Where(key => key.Position < covered).Select(key => key.Key));
            if (trusted.Count == before)
                return trusted;
        }
    }

    private bool Agrees(Checkpoint checkpoint) =>
        roots.TryGetValue(checkpoint.Size, out var root) && root.AsSpan().SequenceEqual(checkpoint.Root);

    private static void Contradictions(List<StatedCheckpoint> signed, List<Divergence> found)
    {
        foreach (var (one, other) in signed.Zip(signed.Skip(1)))
        {
            if (one.Checkpoint.Size == other.Checkpoint.Size && !one.Checkpoint.Says(other.Checkpoint))
                found.Add(new Divergence(DivergenceClass.Tree, null, "checkpoints-contradict", other.Checkpoint.Size));
        }
    }

    private void Roots(List<StatedCheckpoint> signed, long from, long size, bool isGrowing, List<Divergence> found)
    {
        var agreed = from;
        foreach (var checkpoint in signed.Select(one => one.Checkpoint).Where(checkpoint => checkpoint.Size >= from))
        {
            if (checkpoint.Size > size)
            {
                found.Add(new Divergence(DivergenceClass.Missing, size, "entries-fewer-than-checkpoint", size, checkpoint.Size));
                return;
            }

            if (!Agrees(checkpoint))
            {
                // What stood before the last checkpoint that agrees is untouched: the record is among those after it. All further
                // roots differ too, and say no more than this one.
                found.Add(new Divergence(
                    DivergenceClass.Tree, agreed, "root-differs", checkpoint.Size, agreed, checkpoint.Size - 1,
                    Convert.ToBase64String(checkpoint.Root), Convert.ToBase64String(roots[checkpoint.Size])));
                return;
            }

            if (checkpoint.Streams is { } stated && streams.TryGetValue(checkpoint.Size, out var heads) && !heads.AsSpan().SequenceEqual(stated))
            {
                found.Add(new Divergence(
                    DivergenceClass.Tree, null, "streams-root-differs", checkpoint.Size, Convert.ToBase64String(stated), Convert.ToBase64String(heads)));
                return;
            }

            agreed = checkpoint.Size;
        }

        if (agreed < size && !isGrowing)
            found.Add(new Divergence(DivergenceClass.Tree, agreed, "entries-beyond-checkpoint", agreed, size - 1));
    }

    private static Divergence Untrusted(CheckpointCheck result)
    {
        var size = result.Checkpoint!.Size;
        return result.Verdict switch
        {
            CheckpointVerdict.LogUnknown or CheckpointVerdict.NotSigned =>
                new Divergence(DivergenceClass.Signature, null, "checkpoint-not-signed", size, result.Checkpoint.Origin),
            CheckpointVerdict.SignatureWrong => new Divergence(DivergenceClass.Signature, null, "checkpoint-signature-wrong", size),
            CheckpointVerdict.CosignatureWrong => new Divergence(DivergenceClass.Witness, null, "cosignature-wrong", size),
            CheckpointVerdict.WitnessesMissing =>
                new Divergence(DivergenceClass.Witness, null, "witnesses-missing", size, result.Cosignatures.Count),
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
    }
}

/// <summary>A checkpoint that can be read; whose it is has not been looked at.</summary>
internal sealed record StatedCheckpoint(SignedNote Note, Checkpoint Checkpoint)
{
    /// <summary>By size; what is no checkpoint is added to <paramref name="found"/>.</summary>
    public static IReadOnlyList<StatedCheckpoint> Read(IEnumerable<SignedNote> notes, List<Divergence> found)
    {
        var stated = new List<StatedCheckpoint>();
        foreach (var note in notes)
        {
            if (Checkpoint.TryParse(note.Text, out var checkpoint))
                stated.Add(new(note, checkpoint));
            else
                found.Add(new Divergence(DivergenceClass.Unreadable, null, "checkpoint-unreadable"));
        }

        return [.. stated.OrderBy(one => one.Checkpoint.Size)];
    }
}

/// <param name="Cosignatures">Of witnesses that are known; looked at for one alone: the last, or of a ledger that grows the last that enough of them have seen.</param>
internal sealed record TrustedCheckpoint(Checkpoint Checkpoint, IReadOnlyList<Cosignature> Cosignatures);
