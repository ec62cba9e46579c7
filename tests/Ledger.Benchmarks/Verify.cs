using System.Diagnostics;
using System.Security.Cryptography;
using Ledger.Api.Notices;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Bundles;
using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using Ledger.Domain.Transparency;
using Microsoft.Extensions.DependencyInjection;
using Period = Ledger.Domain.Period;

namespace Ledger.Benchmarks;

/// <summary>Verifying away from the ledger: hashes and tree beside plain SHA-256, everything that was published worked out again, and the memory it takes.</summary>
public sealed class Verify : Benchmark
{
    // Ten years that are over: a notice is issued once its quarter is.
    private const int FirstYear = 2016;

    private static readonly Actor Secretary = new("secretary", "STB", Role.Secretary);

    public override string Name => "verify";

    public override async Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent)
    {
        var directory = Directory.CreateTempSubdirectory("ledger-verify-");
        try
        {
            return
            [
                .. await HashesAsync(directory, extent == Extent.Tiny ? 2_000 : 200_000),
                .. await RecomputationAsync(server, directory, extent == Extent.Tiny ? 5 : 57, extent == Extent.Tiny ? 1 : 10),
                .. await MemoryAsync(directory, extent == Extent.Tiny ? 2_000 : 1_000_000),
            ];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>A stretch from the middle of a history: nothing of it can be worked out again, so hashes, order and tree alone are measured.</summary>
    private static async Task<IReadOnlyList<Reading>> HashesAsync(DirectoryInfo directory, int entries)
    {
        var (synthetic, path) = (new SyntheticBundle(from: 1_000_000, entries), Path.Combine(directory.FullName, "stretch.zip"));
        await using (var file = File.Create(path))
            await synthetic.WriteAsync(file);
        byte[][] texts = [.. synthetic.Entries()];
        var bytes = texts.Sum(text => (double)text.Length);
        var (plain, verified) = (new List<double>(), new List<double>());
        // One after the other, and the quickest of each: what else the machine does falls on both, and makes neither of them quicker.
        for (var round = 0; round < 9; round++)
        {
            plain.Add(Seconds(() => texts.Sum(text => SHA256.HashData(text)[0])));
            var clock = Stopwatch.StartNew();
            await VerifyAsync(path, synthetic.Key, entries);
            verified.Add(clock.Elapsed.TotalSeconds);
        }

        return
        [
            Reading.Told($"SHA-256 over {entries:#,0} entries of {bytes / entries:0} bytes, one core", bytes / plain.Min() / 1e6, "MB/s"),
            Reading.Told("verifying the hashes, order and tree of the same", bytes / verified.Min() / 1e6, "MB/s"),
            Reading.AtLeast("that of this", plain.Min() / verified.Min(), 0.5, ""),
        ];
    }

    private static async Task<IReadOnlyList<Reading>> RecomputationAsync(Postgres server, DirectoryInfo directory, int zones, int years)
    {
        await using var loading = new Loading(await server.CreateAsync("verify"), Path.Combine(directory.FullName, "keys"));
        var programme = LargeProgramme.Of(zones, FirstYear);
        await loading.AdoptAsync(programme);
        await loading.AppointAsync(programme.Zones);
        Period[] quarters = [.. Enumerable.Range(FirstYear, years).SelectMany(year => Enumerable.Range(1, 4).Select(quarter => Period.OfQuarter(year, quarter)))];
        foreach (var quarter in quarters)
        {
            await loading.AcceptAsync(programme, programme.Zones, [quarter]);
            var issued = await loading.Services.GetRequiredService<NoticeActs>().IssueAsync(
                quarter, new IssueNotice(), position: null, new WriteContext(Secretary), CancellationToken.None);
            if (issued is WriteResult.Refused(var refusal))
                throw new InvalidOperationException($"{quarter}: {refusal.Code}");
        }

        var path = Path.Combine(directory.FullName, "league.zip");
        var writer = loading.Services.GetRequiredService<BundleWriter>();
        var plan = await writer.PlanAsync(0, to: null, CancellationToken.None);
        await using (var file = File.Create(path))
            await writer.WriteAsync(plan, file, CancellationToken.None);
        var clock = Stopwatch.StartNew();
        var report = await VerifyAsync(path, plan.Keys[0], plan.Manifest.To + 1);
        var seconds = clock.Elapsed.TotalSeconds;
        if (!report.IsRecomputed || report.Notices != quarters.Length)
            throw new InvalidOperationException("Not every notice was worked out again.");
        return
        [
            Reading.AtMost($"{report.Entries:#,0} entries of {years} years and {zones} zones verified, {report.Notices} notices worked out again", seconds, 10, "s"),
        ];
    }

    private static async Task<IReadOnlyList<Reading>> MemoryAsync(DirectoryInfo directory, int entries)
    {
        var (synthetic, path) = (new SyntheticBundle(from: 0, entries), Path.Combine(directory.FullName, "large.zip"));
        await using (var file = File.Create(path))
            await synthetic.WriteAsync(file);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Api.dll"), "verify", path, "--key", synthetic.Key.ToString()])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, peak) = (process.StandardOutput.ReadToEndAsync(), 0L);
        while (!process.HasExited)
        {
            process.Refresh();
            if (!process.HasExited)
                peak = Math.Max(peak, process.WorkingSet64);
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"verify ended with {process.ExitCode}: {await output}");
        return
        [
            Reading.AtMost($"memory while a bundle of {entries:#,0} entries is verified", peak / 1024.0 / 1024.0, 400, "MiB"),
            Reading.Told("which takes", clock.Elapsed.TotalSeconds, "s"),
        ];
    }

    private static async Task<Ledger.Api.Transparency.Verification.VerificationReport> VerifyAsync(string path, NoteKey key, long entries)
    {
        await using var file = File.OpenRead(path);
        using var bundle = Bundle.Open(file);
        var report = await new BundleVerification(EventNames.OfTheLedger(), Ed25519.Check)
            .RunAsync(bundle, TrustPolicy.Of(key), progress: null, CancellationToken.None);
        return report.Holds && report.Entries == entries
            ? report
            : throw new InvalidOperationException($"It does not hold: {report.Divergences[0].Code}.");
    }

    private static double Seconds(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }

    private static double Seconds(Func<int> work) => Seconds(() => { GC.KeepAlive(work()); });
}
