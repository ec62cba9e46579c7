using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Completeness;
using Ledger.Api.Transparency.Verification;
using Ledger.Api.Web;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Cli;

/// <summary>Checks away from the ledger that a history is complete: nothing but the proof and the log's key.</summary>
public sealed class VerifyHistory : OfflineCommand
{
    public override string Name => "verify-history";

    public override string Usage => "PROOF.json --key KEY… [--policy FILE]";

    public override string Summary => """
        Checks a proof that these are all the events of one stream between two checkpoints, and lists them. Exit code 0 when it holds; else as
              verify: 10 unreadable, 11 an entry that is not in the log, 12 order, 13 tree, 14 signature, 15 witness, 16 an event is missing.
        """;

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal)
    {
        var trust = GivenTrust.Take(arguments);
        var path = arguments.Next("A proof");
        arguments.End();
        if (!trust.IsGiven)
            throw new UsageException("--key or --policy is needed: a proof does not say whom to trust.");
        HistoryProof proof;
        try
        {
            proof = HistoryProofFile.Read(await File.ReadAllBytesAsync(path));
        }
        catch (Exception exception) when (exception is FormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            return await terminal.ComplainAsync(exception.Message, (int)DivergenceClass.Unreadable);
        }

        var found = proof.Check(trust.Policy(() => []), Ed25519.Check, HistoryProofFile.HeadOf);
        var texts = new Texts();
        if (!found.Holds)
        {
            await terminal.SayAsync(texts["verify.diverges"]);
            await terminal.SayAsync($"  {texts[found.Verdict.TextKey(), found.Version ?? 0, proof.Stream]}");
            return (int)ClassOf(found.Verdict);
        }

        foreach (var entry in proof.Entries.Select(entry => EntryText.Parse(System.Text.Encoding.UTF8.GetBytes(entry.Text))))
            await terminal.SayAsync($"  {texts["verify-history.entry", entry.Version, entry.Position, entry.RecordedAt, entry.Type, entry.Officer]}");
        await terminal.SayAsync(proof.Entries.Count == 0
            ? texts["verify-history.none", proof.Stream, found.Earlier?.Size ?? 0, found.Later!.Size]
            : texts["verify-history.holds", proof.Stream, proof.Entries.Count, found.FirstVersion, found.LastVersion, found.Earlier?.Size ?? 0, found.Later!.Size]);
        return 0;
    }

    private static DivergenceClass ClassOf(HistoryProofVerdict verdict) => verdict switch
    {
        HistoryProofVerdict.EarlierCheckpointWrong or HistoryProofVerdict.LaterCheckpointWrong => DivergenceClass.Signature,
        HistoryProofVerdict.WitnessesMissing => DivergenceClass.Witness,
        HistoryProofVerdict.EntryUnreadable => DivergenceClass.Unreadable,
        HistoryProofVerdict.EntryNotInLog => DivergenceClass.Body,
        HistoryProofVerdict.VersionMissing or HistoryProofVerdict.LastMissing => DivergenceClass.Missing,
        HistoryProofVerdict.EntryOfAnotherStream or HistoryProofVerdict.VersionBeyondHead or HistoryProofVerdict.PositionWrong => DivergenceClass.Order,
        HistoryProofVerdict.StreamsNotSigned or HistoryProofVerdict.EarlierHeadWrong or HistoryProofVerdict.LaterHeadWrong or HistoryProofVerdict.LogsDiffer =>
            DivergenceClass.Tree,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
