namespace Ledger.Domain.Transparency;

/// <summary>What came of checking a signed checkpoint against the keys one trusts.</summary>
/// <param name="Checkpoint">What it says; null when it cannot be read.</param>
/// <param name="Cosignatures">Of the witnesses one knows, one each.</param>
public sealed record CheckpointCheck(CheckpointVerdict Verdict, Checkpoint? Checkpoint, IReadOnlyList<Cosignature> Cosignatures)
{
    public static CheckpointCheck Of(SignedNote note, TrustPolicy policy, SignatureCheck check)
    {
        if (!Transparency.Checkpoint.TryParse(note.Text, out var checkpoint))
            return new(CheckpointVerdict.Malformed, Checkpoint: null, []);
        NoteKey[] keys = [.. policy.Logs.Where(key => key.Name == checkpoint.Origin)];
        if (keys.Length == 0)
            return new(CheckpointVerdict.LogUnknown, checkpoint, []);

        // Signatures of keys one does not know are passed over; a known key's has to be right.
        var text = StrictText.Utf8.GetBytes(note.Text);
        var own = note.Signatures.Select(signature => (signature, Key: keys.FirstOrDefault(key => key.IsNamedBy(signature))))
            .Where(pair => pair.Key is not null).ToList();
        if (own.Any(pair => pair.signature.Value.Length != Cosignature.SignatureLength || !check(pair.Key!.PublicKey, text, pair.signature.Value)))
            return new(CheckpointVerdict.SignatureWrong, checkpoint, []);
        if (own.Count == 0)
            return new(CheckpointVerdict.NotSigned, checkpoint, []);

        var cosignatures = new List<Cosignature>();
        foreach (var witness in policy.Witnesses)
        {
            foreach (var signature in note.Signatures.Where(witness.IsNamedBy))
            {
                if (Cosignature.Of(witness, note.Text, signature, check) is not { } cosignature)
                    return new(CheckpointVerdict.CosignatureWrong, checkpoint, []);
                cosignatures.Add(cosignature);
            }
        }

        IReadOnlyList<Cosignature> latest = [.. cosignatures.GroupBy(one => one.Witness).Select(group => group.MaxBy(one => one.At)!)];
        return new(
            policy.IsReachedBy(latest.Select(one => one.Witness)) ? CheckpointVerdict.Holds : CheckpointVerdict.WitnessesMissing, checkpoint, latest);
    }
}

/// <summary>Whether a checkpoint can be trusted; all but one say why not.</summary>
public enum CheckpointVerdict
{
    Holds,

    /// <summary>It is no checkpoint.</summary>
    Malformed,

    /// <summary>It is of a log that one has no key of.</summary>
    LogUnknown,

    /// <summary>No key of the log that one knows has signed it.</summary>
    NotSigned,

    /// <summary>A line names a key of the log that one knows, and is not its signature.</summary>
    SignatureWrong,

    /// <summary>A line names a witness that one knows, and is not its cosignature.</summary>
    CosignatureWrong,

    /// <summary>The log signed it; too few of its witnesses have.</summary>
    WitnessesMissing,
}
