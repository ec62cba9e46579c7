namespace Ledger.Domain.Transparency;

/// <summary>Somebody outside, who remembers what a log said last, and cosigns only what has grown from it.</summary>
/// <param name="Logs">The keys of the logs it watches.</param>
public sealed record Witness(IReadOnlyList<NoteKey> Logs)
{
    /// <param name="last">What it cosigned last of this log; null: nothing yet.</param>
    public Witnessed Look(WitnessRequest request, Func<string, Checkpoint?> last, SignatureCheck check)
    {
        var found = CheckpointCheck.Of(request.Checkpoint, TrustPolicy.Of(Logs), check);
        if (found.Verdict != CheckpointVerdict.Holds)
        {
            return new(found.Verdict switch
            {
                CheckpointVerdict.Malformed => WitnessVerdict.Malformed,
                CheckpointVerdict.LogUnknown => WitnessVerdict.LogUnknown,
                _ => WitnessVerdict.NotSigned,
            }, found.Checkpoint, Seen: null);
        }

        var (offered, seen) = (found.Checkpoint!, last(found.Checkpoint!.Origin));
        return new(Judge(request, offered, seen), offered, seen);
    }

    /// <summary>A checkpoint as a witness keeps it: with the signatures of the log's keys that it knows, and none of strangers.</summary>
    public SignedNote Kept(SignedNote note) => note with { Signatures = [.. note.Signatures.Where(line => Logs.Any(key => key.IsNamedBy(line)))] };

    private static WitnessVerdict Judge(WitnessRequest request, Checkpoint offered, Checkpoint? seen)
    {
        if (seen is not null && offered.Size < seen.Size)
            return WitnessVerdict.Shrunk;
        if (request.OldSize > offered.Size)
            return WitnessVerdict.Malformed;
        if (request.OldSize != (seen?.Size ?? 0))
            return WitnessVerdict.OldSizeWrong;
        if (offered.Size == 0 && !offered.Root.AsSpan().SequenceEqual(MerkleTree.EmptyRoot))
            return WitnessVerdict.ProofWrong;
        // All trees begin with the empty one: there is nothing to prove, and nothing may be offered as a proof.
        if (request.OldSize == 0)
            return request.Proof.Count == 0 ? WitnessVerdict.Grown : WitnessVerdict.ProofWrong;
        return ConsistencyProof.Verify(seen!.Size, seen.Root, offered.Size, offered.Root, request.Proof) switch
        {
            ProofVerdict.Holds => WitnessVerdict.Grown,
            _ when offered.Size == seen.Size && !offered.Says(seen) => WitnessVerdict.Forked,
            _ => WitnessVerdict.ProofWrong,
        };
    }
}

/// <param name="Offered">What the log says now; null when it cannot be read.</param>
/// <param name="Seen">What it said last; null: nothing.</param>
public sealed record Witnessed(WitnessVerdict Verdict, Checkpoint? Offered, Checkpoint? Seen);

/// <summary>What a witness finds; it cosigns the first alone.</summary>
public enum WitnessVerdict
{
    /// <summary>It is what was seen before, or has grown from it.</summary>
    Grown,

    /// <summary>It is no checkpoint, or says that it grew from something larger.</summary>
    Malformed,

    LogUnknown,

    /// <summary>No key of the log that is known has signed it.</summary>
    NotSigned,

    /// <summary>The proof starts from another size than the one seen last.</summary>
    OldSizeWrong,

    /// <summary>The log has fewer entries than it had.</summary>
    Shrunk,

    /// <summary>At the same size the log says something else than it did.</summary>
    Forked,

    /// <summary>It is not proved that what was seen before is still its beginning.</summary>
    ProofWrong,
}
