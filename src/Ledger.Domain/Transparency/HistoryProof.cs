namespace Ledger.Domain.Transparency;

/// <summary>All that somebody needs, who has the log's key alone, to see that these are all the events of a stream between two checkpoints.</summary>
/// <remarks>
/// Both checkpoints sign how far the stream had come (<see cref="StreamTree"/>); every version in between is there and proved to be in the log.
/// A log that signed the wrong head has signed its own lie: whoever verifies the whole history finds it, and the checkpoint convicts it.
/// </remarks>
/// <param name="From">Null: from the first entry of the log on.</param>
/// <param name="Consistency">That the log of the one checkpoint is the beginning of the other's; nothing where there is no first one.</param>
/// <param name="Entries">In the order of their versions, each proved in the log of the later checkpoint.</param>
public sealed record HistoryProof(
    string Stream, HistoryProofEnd? From, HistoryProofEnd To, IReadOnlyList<byte[]> Consistency, IReadOnlyList<ProvenEntry> Entries)
{
    /// <param name="policy">The keys of the log, and how many witnesses have to stand by the later checkpoint.</param>
    public HistoryProofCheck Check(TrustPolicy policy, SignatureCheck check, HeadReading read)
    {
        var (later, verdict) = Look(To, policy, check, HistoryProofVerdict.LaterCheckpointWrong, HistoryProofVerdict.LaterHeadWrong);
        if (verdict is { } wrong)
            return Fail(wrong);
        Checkpoint? earlier = null;
        if (From is not null)
        {
            (earlier, verdict) = Look(From, TrustPolicy.Of(policy.Logs), check, HistoryProofVerdict.EarlierCheckpointWrong, HistoryProofVerdict.EarlierHeadWrong);
            if (verdict is { } alsoWrong)
                return Fail(alsoWrong);
            if (earlier!.Origin != later!.Origin || earlier.Size > later.Size
                || ConsistencyProof.Verify(earlier.Size, earlier.Root, later.Size, later.Root, Consistency) != ProofVerdict.Holds)
            {
                return Fail(HistoryProofVerdict.LogsDiffer);
            }
        }

        return CheckEntries(earlier, later!, read);
    }

    private (Checkpoint? Checkpoint, HistoryProofVerdict? Wrong) Look(
        HistoryProofEnd end, TrustPolicy policy, SignatureCheck check, HistoryProofVerdict checkpointWrong, HistoryProofVerdict headWrong)
    {
        var found = CheckpointCheck.Of(end.Checkpoint, policy, check);
        if (found.Verdict != CheckpointVerdict.Holds)
        {
            return (found.Checkpoint, found.Verdict is CheckpointVerdict.WitnessesMissing or CheckpointVerdict.CosignatureWrong
                ? HistoryProofVerdict.WitnessesMissing
                : checkpointWrong);
        }

        if (found.Checkpoint!.Streams is not { } streams)
            return (found.Checkpoint, HistoryProofVerdict.StreamsNotSigned);
        return (found.Checkpoint, end.Head.Holds(Stream, streams) ? null : headWrong);
    }

    private HistoryProofCheck CheckEntries(Checkpoint? earlier, Checkpoint later, HeadReading read)
    {
        var (before, last) = (From?.Head.HeadOf(Stream), To.Head.HeadOf(Stream));
        var (version, position) = (before?.Version ?? 0, before?.Position ?? -1);
        var end = last?.Version ?? 0;
        foreach (var entry in Entries)
        {
            version++;
            if (read(entry.Text) is not { } head)
                return Fail(HistoryProofVerdict.EntryUnreadable, version);
            if (head.Stream != Stream)
                return Fail(HistoryProofVerdict.EntryOfAnotherStream, version);
            if (head.Version != version)
                return Fail(HistoryProofVerdict.VersionMissing, version);
            if (version > end)
                return Fail(HistoryProofVerdict.VersionBeyondHead, version);
            if (head.Position <= position || head.Position < (earlier?.Size ?? 0))
                return Fail(HistoryProofVerdict.PositionWrong, version);
            if (InclusionProof.Verify(
                head.Position, later.Size, MerkleTree.LeafHash(StrictText.Utf8.GetBytes(entry.Text)), entry.Path, later.Root) != ProofVerdict.Holds)
            {
                return Fail(HistoryProofVerdict.EntryNotInLog, version);
            }

            position = head.Position;
        }

        if (version < end)
            return Fail(HistoryProofVerdict.LastMissing, version + 1);
        if (version > end || position != (last?.Position ?? -1))
            return Fail(HistoryProofVerdict.PositionWrong, version);
        return new(HistoryProofVerdict.Holds, Version: null, earlier, later, (before?.Version ?? 0) + 1, end);
    }

    private static HistoryProofCheck Fail(HistoryProofVerdict verdict, long? version = null) =>
        new(verdict, version, Earlier: null, Later: null, FirstVersion: 0, LastVersion: 0);
}

/// <param name="Head">How far the stream had come at the checkpoint.</param>
public sealed record HistoryProofEnd(SignedNote Checkpoint, StreamProof Head);

/// <param name="Text">As it was hashed.</param>
/// <param name="Path">The proof of inclusion in the log of the later checkpoint.</param>
public sealed record ProvenEntry(string Text, IReadOnlyList<byte[]> Path);

/// <summary>What came of checking that a history is complete.</summary>
/// <param name="Version">The version that is wrong or is missing; null where it is about none.</param>
/// <param name="Earlier">Null also where the history is from the first entry on.</param>
/// <param name="FirstVersion">The first that there could be in between; larger than <paramref name="LastVersion"/> where there is none.</param>
public sealed record HistoryProofCheck(
    HistoryProofVerdict Verdict, long? Version, Checkpoint? Earlier, Checkpoint? Later, long FirstVersion, long LastVersion)
{
    public bool Holds => Verdict == HistoryProofVerdict.Holds;
}

/// <summary>Whether a history is complete; all but one say why it is not proved to be.</summary>
public enum HistoryProofVerdict
{
    Holds,

    /// <summary>The earlier checkpoint is not signed by a key of the log that is trusted.</summary>
    EarlierCheckpointWrong,

    /// <summary>The later checkpoint is not signed by a key of the log that is trusted.</summary>
    LaterCheckpointWrong,

    /// <summary>Too few witnesses stand by the later checkpoint.</summary>
    WitnessesMissing,

    /// <summary>A checkpoint does not say how far the streams had come: it was signed before the log did so.</summary>
    StreamsNotSigned,

    /// <summary>It is not proved how far the stream had come at the earlier checkpoint.</summary>
    EarlierHeadWrong,

    /// <summary>It is not proved how far the stream had come at the later checkpoint.</summary>
    LaterHeadWrong,

    /// <summary>The checkpoints are not of one log that grew.</summary>
    LogsDiffer,

    /// <summary>What should be an entry is none.</summary>
    EntryUnreadable,

    EntryOfAnotherStream,

    /// <summary>A version in between is not there.</summary>
    VersionMissing,

    /// <summary>The last ones are not there.</summary>
    LastMissing,

    /// <summary>There are more versions than the later checkpoint knows.</summary>
    VersionBeyondHead,

    /// <summary>An entry does not stand where it has to: after the earlier checkpoint, after the one before, the last where its checkpoint says.</summary>
    PositionWrong,

    /// <summary>An entry is not in the log.</summary>
    EntryNotInLog,
}
