using System.Globalization;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Domain.Access;
using Ledger.Domain.Transparency;
using NodaTime.Text;

namespace Ledger.Api.Transparency.Verification;

/// <summary>The ledger verifies itself, and puts on record what it found.</summary>
public sealed class SelfChecks(
    LedgerVerification verification, LogKeys keys, TrustPolicy witnesses, WitnessAttendance attendance, LedgerReader reader, LedgerWriter writer,
    ReadModels readModels, Today today)
{
    /// <summary>The divergences that are put on record; the first is what matters.</summary>
    private const int Most = 10;

    public async Task<HistoryChecks> AllAsync(long? position, CancellationToken cancellation) =>
        (await reader.ReadAsync(HistoryChecks.Stream, position, cancellation)).State;

    /// <remarks>Refuses with <c>not-allowed</c>.</remarks>
    public async Task<WriteResult> RunAsync(Actor actor, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        // Before anything is read: who may not makes the ledger work for nothing.
        if (Permissions.Check(actor, Act.CheckHistory) is { } notAllowed)
            return new WriteResult.Refused(notAllowed);
        await readModels.ReachAsync((await reader.HeadAsync(cancellation)).Position, cancellation);
        var report = await verification.RunAsync(witnesses.For(await TrustedAsync(cancellation)), progress, cancellation);
        var divergences = report.Divergences.ToList();
        // Nothing is wrong with the history; but nobody outside would notice if it were.
        if (await attendance.QuorumAwayAsync(cancellation) is { } away)
            divergences.Add(new(DivergenceClass.Witness, null, "witnesses-away", away.Size, InstantPattern.General.Format(away.Since)));
        var found = new HistoryChecked(
            today.Date, report.Entries, Convert.ToBase64String(report.Root), report.Checkpoints, report.Notices, report.Results,
            [.. divergences.Take(Most).Select(Record)]);
        return await writer.WriteAsync(
            HistoryChecks.Stream, _ => found, new WriteContext(actor), cancellation);
    }

    /// <summary>What a divergence on record says, in the reader's language.</summary>
    public static string Words(CheckedDivergence divergence, ITexts texts) =>
        texts[$"divergence.{divergence.Code}", [.. divergence.Arguments]];

    // The public half of the key that lies here, outside the database; where none does, the one that the ledger names.
    private async Task<IEnumerable<NoteKey>> TrustedAsync(CancellationToken cancellation)
    {
        var signers = await keys.SignersAsync(cancellation);
        return signers.Count > 0
            ? signers.Select(signer => signer.Key)
            : (await keys.HistoryAsync(position: null, cancellation)).Keys.Select(key => key.Key);
    }

    private static CheckedDivergence Record(Divergence divergence) => new(
        (int)divergence.Class, divergence.Code, divergence.Position,
        [.. divergence.Arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "—")]);
}
