using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Ledger.Api.Store;
using Ledger.Api.Tests.Cli;
using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Bundles;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Access;
using Ledger.Domain.Transparency;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Transparency;

/// <summary>A bundle of the sample, verified with nothing but itself and the log's key.</summary>
public sealed class TakingTheHistoryAway(SignedSampleHost host) : IClassFixture<SignedSampleHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bundle_of_the_whole_ledger_holds_and_everything_published_follows_from_it()
    {
        var report = await VerifyAsync(await BundleAsync(""));
        report.Divergences.ShouldBeEmpty();
        report.IsRecomputed.ShouldBeTrue();
        report.Notices.ShouldBeGreaterThan(10);
        report.Covered.ShouldBe(report.Entries);
    }

    [Fact]
    public async Task The_bundle_of_a_stretch_holds_and_goes_on_to_its_checkpoint()
    {
        var report = await VerifyAsync(await BundleAsync("?from=100&to=200"));
        report.Divergences.ShouldBeEmpty();
        (report.From, report.IsRecomputed).ShouldBe((100L, false));
        (report.From + report.Entries).ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task Two_bundles_of_the_same_entries_are_the_same_bytes()
    {
        var first = await BundleAsync("");
        (await BundleAsync("")).AsSpan().SequenceEqual(first).ShouldBeTrue();
    }

    [Fact]
    public async Task What_stands_beside_the_entries_is_held_against_them()
    {
        var bundle = await BundleAsync("");
        var paper = Names(bundle).First(name => name.EndsWith(".html", StringComparison.Ordinal));
        await ShouldBeFoundAsync(Edited(bundle, paper, text => text.Replace("</html>", " </html>", StringComparison.Ordinal)), DivergenceClass.Publication, "file-differs", paper);
        var data = Path.ChangeExtension(paper, ".json");
        await ShouldBeFoundAsync(Edited(bundle, data, text => text + " "), DivergenceClass.Publication, "file-differs", data);
        await ShouldBeFoundAsync(Edited(bundle, data, _ => null), DivergenceClass.Publication, "file-missing", data);
        await ShouldBeFoundAsync(Edited(bundle, "programme/1.json", text => text + " "), DivergenceClass.Publication, "file-differs", "programme/1.json");
        var proof = Names(bundle).First(name => name.StartsWith("proofs/papers", StringComparison.Ordinal));
        await ShouldBeFoundAsync(Edited(bundle, proof, text => text.Replace("index ", "index 1", StringComparison.Ordinal)), DivergenceClass.Publication, "proof-wrong", proof);
        var checkpoint = Names(bundle).Last(name => name.StartsWith("checkpoints/", StringComparison.Ordinal));
        (await VerifyAsync(Edited(bundle, checkpoint, _ => "nothing"))).Divergences[0].Class.ShouldBe(DivergenceClass.Unreadable);
        (await VerifyAsync(Edited(bundle, "entries.txt", text => text[..^2]))).Divergences[0].Class.ShouldBe(DivergenceClass.Unreadable);
        (await VerifyAsync(Edited(bundle, "leaves.txt", text => text[..^65]))).Divergences[0].Class.ShouldBe(DivergenceClass.Unreadable);
    }

    [Fact]
    public async Task A_bundle_under_another_key_is_not_the_logs()
    {
        var seed = Ed25519.NewSeed();
        var key = await KeyAsync();
        var other = new NoteKey(key.Name, NoteKeyKind.Log, Ed25519.PublicKeyOf(seed));
        var report = await VerifyAsync(await BundleAsync(""), other);
        report.Divergences[0].Code.ShouldBe("checkpoint-not-signed");
        report.ExitCode.ShouldBe(14);
    }

    [Fact]
    public async Task Someone_who_has_the_key_and_the_usual_small_programs_follows_the_steps_as_written()
    {
        var directory = Directory.CreateTempSubdirectory("ledger-by-hand-");
        try
        {
            await using (var zip = new ZipArchive(new MemoryStream(await BundleAsync(""))))
                zip.ExtractToDirectory(directory.FullName);
            var steps = (await File.ReadAllLinesAsync(Path.Combine(directory.FullName, "README.txt"), Cancellation))
                .Where(line => line.StartsWith("    $ ", StringComparison.Ordinal)).Select(line => line["    $ ".Length..]).ToArray();
            steps[0].ShouldBe($"KEY='{await KeyAsync()}'");
            var said = await BashAsync(directory.FullName, $"set -euo pipefail\n{string.Join('\n', steps)}\n");
            said.ShouldContain("the entry is as it was sealed");
            said.ShouldContain("the root is the one that was signed");
            said.ShouldContain("Signature Verified Successfully");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_bundle_is_for_those_who_may_read_all_that_it_holds()
    {
        using var reporter = await host.AsAsync("xlht");
        (await reporter.AskAsync("/api/audit/bundle?from=5&to=4")).Refused(400, "request-at-fault");
        (await reporter.AskAsync("/api/audit/bundle?from=0&to=99999999")).Refused(400, "request-at-fault");
        using var nobody = host.CreateClient();
        (await nobody.AskAsync("/api/audit/bundle")).Refused(401, "sign-in-needed");
    }

    [Fact]
    public async Task The_program_verifies_it_without_a_database_and_says_by_its_exit_code_what_does_not_hold()
    {
        var directory = Directory.CreateTempSubdirectory("ledger-bundle-");
        try
        {
            var (whole, edited) = (Path.Combine(directory.FullName, "whole.zip"), Path.Combine(directory.FullName, "edited.zip"));
            await File.WriteAllBytesAsync(whole, await BundleAsync(""), Cancellation);
            await File.WriteAllBytesAsync(edited, Edited(await BundleAsync(""), "entries.txt", text => text.Replace("\"xlht\"", "\"byh\"", StringComparison.Ordinal)), Cancellation);
            var held = await CommandLine.RunAsync(database: "", ["verify", whole, "--key", $"{await KeyAsync()}"]);
            held.ExitCode.ShouldBe(0, held.Errors);
            held.Output.ShouldContain("Everything holds.");
            held.Output.ShouldContain("Worked out again and equal");
            var changed = await CommandLine.RunAsync(database: "", ["verify", edited, "--key", $"{await KeyAsync()}"]);
            changed.ExitCode.ShouldBe(11);
            changed.Output.ShouldContain("does not have the hash that it was sealed with");
            (await CommandLine.RunAsync(database: "", ["verify", Path.Combine(directory.FullName, "nothing.zip")])).ExitCode.ShouldBe(10);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_served_ledger_is_verified_from_outside()
    {
        var (address, key) = (host.CreateClient().BaseAddress!.ToString(), await KeyAsync());
        var held = await VerifyAsync(LedgerHost.Password, "--server", address, "--user", "auditor", "--key", $"{key}");
        (held.ExitCode, held.Errors).ShouldBe((0, ""), held.Output);
        held.Output.ShouldContain("Everything holds.");
        held.Output.ShouldContain("No witness");
        var byItsOwnKeys = await VerifyAsync(LedgerHost.Password, "--server", address, "--user", "auditor");
        byItsOwnKeys.Output.ShouldContain("not from whom it is");
        byItsOwnKeys.Output.ShouldNotContain("Everything holds.");

        var refused = await VerifyAsync("another password", "--server", address, "--user", "auditor", "--key", $"{key}");
        (refused.ExitCode, refused.Output).ShouldBe((1, ""));
        refused.Errors.ShouldContain("Nothing was verified");
        (await VerifyAsync(LedgerHost.Password, "--server", $"{address}elsewhere", "--user", "auditor", "--key", $"{key}")).ExitCode.ShouldBe(1);
        (await VerifyAsync("", "--server", "localhost:5080", "--user", "auditor", "--key", $"{key}")).ExitCode.ShouldBe(2);
        (await VerifyAsync("", "nothing.zip", "--policy", "/nowhere/policy")).ExitCode.ShouldBe(2);

        static Task<Ending> VerifyAsync(string password, params string[] arguments) =>
            CommandLine.RunAsync(database: "", ["verify", .. arguments], $"{password}\n");
    }

    [Fact]
    public async Task The_ledger_verifies_itself_and_what_it_found_is_on_record()
    {
        var checks = host.Services.GetRequiredService<SelfChecks>();
        var auditor = new Actor("auditor", "XLA", Role.Auditor);
        (await checks.RunAsync(auditor, progress: null, Cancellation)).ShouldBeOfType<WriteResult.Written>();
        var last = (await checks.AllAsync(position: null, Cancellation)).Last!;
        last.Found.Divergences.ShouldBeEmpty();
        last.Found.Notices.ShouldBeGreaterThan(10);
        last.Provenance.Actor.ShouldBe(auditor);
        (await checks.RunAsync(new Actor("xlht", "XLHT", Role.Reporter, "XLHT"), progress: null, Cancellation))
            .ShouldBeOfType<WriteResult.Refused>().Refusal.Code.ShouldBe("not-allowed");
        using var client = await host.AsAsync("auditor");
        (await client.AskAsync("/api/audit/events?type=history_checked")).Ok();
    }

    private async Task<NoteKey> KeyAsync()
    {
        // The clock that makes the key may not have come to it yet.
        await host.Services.GetRequiredService<Checkpoints>().NowAsync(Cancellation);
        return (await host.Services.GetRequiredService<LogKeys>().HistoryAsync(position: null, Cancellation)).Current!.Key;
    }

    private async Task<byte[]> BundleAsync(string query)
    {
        using var auditor = await host.AsAsync("auditor");
        using var answer = await auditor.GetAsync(new Uri($"/api/audit/bundle{query}", UriKind.Relative), Cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private async Task<VerificationReport> VerifyAsync(byte[] bytes, NoteKey? key = null)
    {
        using var bundle = Bundle.Open(new MemoryStream(bytes));
        return await new BundleVerification(EventNames.OfTheLedger(), Ed25519.Check)
            .RunAsync(bundle, TrustPolicy.Of(key ?? await KeyAsync()), progress: null, Cancellation);
    }

    private async Task ShouldBeFoundAsync(byte[] bundle, DivergenceClass @class, string code, string file)
    {
        var first = (await VerifyAsync(bundle)).Divergences[0];
        (first.Class, first.Code, first.Arguments[0]).ShouldBe((@class, code, file));
    }

    private static string[] Names(byte[] bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle));
        return [.. zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    /// <param name="edit">Null: the file is taken out.</param>
    private static byte[] Edited(byte[] bundle, string name, Func<string, string?> edit)
    {
        var copy = new MemoryStream();
        copy.Write(bundle);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(name)!;
            string text;
            using (var reader = new StreamReader(entry.Open(), Encoding.UTF8))
                text = reader.ReadToEnd();
            entry.Delete();
            if (edit(text) is { } edited)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(edited);
            }
        }

        return copy.ToArray();
    }

    private static async Task<string> BashAsync(string directory, string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = directory, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, errors) = (bash.StandardOutput.ReadToEndAsync(Cancellation), bash.StandardError.ReadToEndAsync(Cancellation));
        await bash.WaitForExitAsync(Cancellation);
        bash.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}
