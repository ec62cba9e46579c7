namespace Ledger.Api.Transparency.Verification;

/// <summary>What came of verifying a history.</summary>
public sealed record VerificationReport
{
    /// <summary>The position of the first entry.</summary>
    public required long From { get; init; }

    public required long Entries { get; init; }

    /// <summary>Of the tree over all entries up to the last.</summary>
    public required byte[] Root { get; init; }

    /// <summary>When the last entry was recorded, as it says itself: of what came later nothing is said. Empty where there is none.</summary>
    public required string LastRecordedAt { get; init; }

    /// <summary>Those whose signature holds.</summary>
    public required int Checkpoints { get; init; }

    /// <summary>The size of the largest of them.</summary>
    public required long Covered { get; init; }

    /// <summary>Names of the known witnesses that stand by the last checkpoint.</summary>
    public required IReadOnlyList<string> Witnesses { get; init; }

    /// <summary>False where the history does not begin with its first entry, or does not hold: then what was published could not be worked out again.</summary>
    public required bool IsRecomputed { get; init; }

    /// <summary>Editions of notices that were drawn again.</summary>
    public required int Notices { get; init; }

    /// <summary>Results of assessments that were worked out again.</summary>
    public required int Results { get; init; }

    /// <summary>Opened ballots that were compared with what was sealed.</summary>
    public required int Ballots { get; init; }

    /// <summary>The first of which comes first; none when everything holds.</summary>
    public required IReadOnlyList<Divergence> Divergences { get; init; }

    internal IReadOnlyList<PublishedEntry> Published { get; init; } = [];

    internal IReadOnlyList<RecomputedPaper> Papers { get; init; } = [];

    internal IReadOnlyList<TrustedCheckpoint> Trusted { get; init; } = [];

    public bool Holds => Divergences.Count == 0;

    /// <summary>0 when everything holds, else the class of the first divergence.</summary>
    public int ExitCode => Holds ? 0 : (int)Divergences[0].Class;
}
