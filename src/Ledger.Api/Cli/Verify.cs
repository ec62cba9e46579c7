using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Bundles;
using Ledger.Api.Transparency.Verification;
using Ledger.Api.Web;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Cli;

/// <summary>Verifies a history away from the ledger: no database, no server, nothing but the bundle and a key.</summary>
public sealed class Verify : OfflineCommand
{
    public override string Name => "verify";

    public override string Usage => "(BUNDLE.zip | --server URL --user NAME) [--key KEY]… [--policy FILE]";

    public override string Summary => """
        Checks every body, leaf, root, signature, witness, version and time of a bundle, works out again what was published, and names what
              diverges first. Exit code 0 when everything holds, 1 when a server gives no bundle and nothing was verified; else 10 unreadable, 11 body, 12 order, 13 tree, 14 signature, 15 witness,
              16 entries missing, 17 publication. With --server it fetches the bundle from a running ledger; the password is read from standard input.
        """;

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal)
    {
        var server = arguments.Option("--server");
        var user = server is null ? null : arguments.Needed("--user");
        var trust = GivenTrust.Take(arguments);
        var path = server is null ? arguments.Next("A bundle") : null;
        arguments.End();
        Uri? address = null;
        if (server is not null && (!Uri.TryCreate($"{server.TrimEnd('/')}/", UriKind.Absolute, out address) || address.Scheme is not ("http" or "https")))
            throw new UsageException($"{server} is no address of a ledger: it is http://HOST:PORT or https://HOST.");
        try
        {
            await using var file = server is null
                ? File.OpenRead(path!)
                : await BundleDownload.FetchAsync(address!, user!, terminal.ReadSecret(), terminal.Progress);
            using var bundle = Bundle.Open(file);
            return await VerifyAsync(bundle, trust.Policy(bundle.Keys), trust.IsGiven, terminal);
        }
        catch (Exception exception) when (exception is HttpRequestException or HttpIOException)
        {
            return await terminal.ComplainAsync(new Texts()["verify.nothing-fetched", exception.Message]);
        }
        catch (Exception exception) when (exception is FormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            return await terminal.ComplainAsync(exception.Message, (int)DivergenceClass.Unreadable);
        }
    }

    private static async Task<int> VerifyAsync(Bundle bundle, TrustPolicy policy, bool keysAreGiven, Terminal terminal)
    {
        var texts = new Texts();
        var progress = new Told(step => terminal.Progress.Show(texts[step.Step.TextKey()], step.Done, step.Total));
        var report = await new BundleVerification(EventNames.OfTheLedger(), Ed25519.Check).RunAsync(bundle, policy, progress, CancellationToken.None);
        terminal.Progress.Clear();
        await SayAsync(report, keysAreGiven, texts, terminal);
        return report.ExitCode;
    }

    private static async Task SayAsync(VerificationReport report, bool keysAreGiven, Texts texts, Terminal terminal)
    {
        if (!report.Holds)
        {
            await terminal.SayAsync(texts["verify.diverges"]);
            foreach (var divergence in report.Divergences.Take(10))
                await terminal.SayAsync($"  {divergence.In(texts)}");
            if (report.Divergences.Count > 10)
                await terminal.SayAsync($"  {texts["verify.more", report.Divergences.Count - 10]}");
            if (!report.IsRecomputed)
                await terminal.SayAsync(texts["verify.not-judged"]);
            return;
        }

        await terminal.SayAsync(texts["verify.entries", report.From, report.Entries, Convert.ToBase64String(report.Root)]);
        await terminal.SayAsync(texts["verify.checkpoints", report.Checkpoints, report.Covered]);
        await terminal.SayAsync(report.Witnesses.Count > 0
            ? texts["verify.witnesses", string.Join(", ", report.Witnesses)]
            : texts["verify.no-witnesses"]);
        await terminal.SayAsync(report.IsRecomputed
            ? texts["verify.recomputed", report.Notices, report.Results, report.Ballots]
            : texts["verify.not-recomputed-part"]);
        if (report.LastRecordedAt.Length > 0)
            await terminal.SayAsync(texts["verify.latest", report.LastRecordedAt]);
        if (!keysAreGiven)
            await terminal.SayAsync(texts["verify.own-keys"]);
        await terminal.SayAsync(texts[keysAreGiven ? "verify.holds" : "verify.holds-together"]);
    }

    private sealed class Told(Action<VerificationProgress> tell) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => tell(value);
    }
}
