using System.Diagnostics;
using System.Net;
using System.Text;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Access;
using Ledger.Domain.Transparency;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ledger.Api.Tests.Transparency;

/// <summary>The ledger in one process, a witness in another, and C2SP tlog-witness between them.</summary>
public class AskingWitnesses
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ledger_brings_its_checkpoints_and_two_of_two_have_to_agree()
    {
        await using var host = new LogHost();
        await host.InitializeAsync();
        await new Outsider(host.CreateClient()).CheckpointAsync();
        var log = (await new Outsider(host.CreateClient()).KeysAsync())[^1];
        await using var audit = await ServedWitness.StartAsync(host.AuditDirectory, log);
        await using var ledger = await host.RestartAsync(
            $"witness audit {host.AuditKey.Key} {audit.Address}\nwitness zone {host.Zone.OpenKey("zone.example").Key}\ngroup both all audit zone\nquorum both\n", patience: "0");
        using var client = ledger.CreateClient();

        // One of the two is not enough, and the ledger says of itself that the other stays away.
        var size = await CosignedByAuditAsync();
        (await client.AskAsync("/log/checkpoint/witnessed")).Refused(404, "log-not-witnessed");
        (await CheckAsync()).ShouldBe(["witnesses-away"]);
        await new WitnessRound(client, ledger.Zone, ledger.Zone.OpenKey("zone.example"), new Witness([log]), SystemClock.Instance).LookAsync(Cancellation);
        (await CosignedByAuditAsync()).ShouldBeGreaterThan(size);
        (await new Outsider(client).CheckpointAsync("/log/checkpoint/witnessed")).Size.ShouldBeGreaterThan(size);
        (await CheckAsync()).ShouldBeEmpty();

        // A ledger that was set back is told so by who has seen more.
        var before = (await ledger.Services.GetRequiredService<Checkpoints>().AtAsync(size, Cancellation))!;
        (await ledger.Services.GetRequiredService<WitnessCall>().AskAsync(host.AuditKey.Key, new Uri(audit.Address), before, known: 0, Cancellation))
            .ShouldNotBeNull().ShouldContain("was the ledger set back?");

        async Task<long> CosignedByAuditAsync()
        {
            for (var tries = 0; ; tries++)
            {
                var (at, _, note) = await new Outsider(client).CheckpointAsync();
                if (note.Contains("— audit.example ", StringComparison.Ordinal))
                    return at;
                tries.ShouldBeLessThan(100, note);
                await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
            }
        }

        async Task<string[]> CheckAsync()
        {
            var checks = ledger.Services.GetRequiredService<SelfChecks>();
            (await checks.RunAsync(new Actor("auditor", "XLA", Role.Auditor), progress: null, Cancellation)).ShouldBeOfType<WriteResult.Written>();
            return [.. (await checks.AllAsync(position: null, Cancellation)).Last!.Found.Divergences.Select(one => one.Code)];
        }
    }

    [Fact]
    public async Task A_witness_answers_as_the_protocol_says()
    {
        var directory = Directory.CreateTempSubdirectory("ledger-witness-").FullName;
        var log = PrivateKeyFile.Make(NoteKeyKind.Log, _ => "a.log", _ => Path.Combine(directory, "log"));
        var stranger = PrivateKeyFile.Make(NoteKeyKind.Log, _ => "another.log", _ => Path.Combine(directory, "stranger"));
        byte[][] leaves = [.. Enumerable.Range(0, 8).Select(number => MerkleTree.LeafHash([(byte)number]))];
        byte[][] forked = [.. leaves.Select((leaf, at) => at == 1 ? MerkleTree.LeafHash("another"u8) : leaf)];
        await using var witness = await ServedWitness.StartAsync(directory, log.Key);
        using var client = new HttpClient { BaseAddress = new Uri(witness.Address) };
        var monitored = $"/{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("a.log"u8))}/checkpoint";

        (await client.GetAsync(monitored, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await AskAsync("no request")).Status.ShouldBe(400);
        (await AskAsync(new string('x', 200_000))).Status.ShouldBe(413);
        (await AskAsync(Request(0, 3, leaves, stranger))).Status.ShouldBe(404);
        var asked = Request(0, 3, leaves, log);
        (await AskAsync(asked.Replace("a.log\n3\n", "a.log\n4\n", StringComparison.Ordinal))).Status.ShouldBe(403);
        (await AskAsync(Request(3, 3, leaves, log))).ShouldBe((409, "text/x.tlog.size", "0\n"));

        var (status, type, line) = await AskAsync(asked);
        (status, type).ShouldBe((200, "text/plain; charset=utf-8"));
        SignedNote.TryParse($"{asked[(asked.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]}{line}", out var note).ShouldBeTrue();
        TrustPolicy.TryParse($"log {log.Key}\nwitness w {witness.Key}\nquorum w\n", out var policy, out _).ShouldBeTrue();
        CheckpointCheck.Of(note!, policy!, Ed25519.Check).Verdict.ShouldBe(CheckpointVerdict.Holds);
        (await client.GetStringAsync(monitored, Cancellation)).ShouldBe(note!.ToString());

        (await AskAsync(asked)).ShouldBe((409, "text/x.tlog.size", "3\n"));
        (await AskAsync(Request(3, 8, leaves, log).Replace("old 3", "old 9", StringComparison.Ordinal))).Status.ShouldBe(400);
        (await AskAsync(Request(3, 8, forked, log))).Status.ShouldBe(422);
        (await AskAsync(Request(3, 3, forked, log))).Status.ShouldBe(422);
        Directory.GetFiles(directory, "*.refused-*").Length.ShouldBe(2);
        (await AskAsync(Request(3, 8, leaves, log))).Status.ShouldBe(200);
        Directory.Delete(directory, recursive: true);

        async Task<(int Status, string? Type, string Text)> AskAsync(string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "text/plain");
            using var answer = await client.PostAsync("/add-checkpoint", content, Cancellation);
            return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync(Cancellation));
        }
    }

    private static string Request(int old, int size, byte[][] leaves, NoteSigner by)
    {
        var text = new Checkpoint(by.Key.Name, size, MerkleTree.Root(leaves.AsSpan(0, size))).Text;
        var proof = ConsistencyProof.Make(old, size, node => MerkleTree.Root(leaves.AsSpan((int)(node.Index << node.Level), 1 << node.Level)));
        return new WitnessRequest(old, proof, new SignedNote(text, [by.Under(text)])).ToString();
    }

    /// <summary>The program as a witness, in a process of its own.</summary>
    private sealed class ServedWitness(Process process, string address, NoteKey key) : IAsyncDisposable
    {
        public string Address => address;

        public NoteKey Key => key;

        public static async Task<ServedWitness> StartAsync(string directory, NoteKey log)
        {
            var process = Process.Start(new ProcessStartInfo("dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Ledger.Api.dll"),
                "witness", "--state", directory, "--name", "audit.example", "--serve", "http://127.0.0.1:0", "--log", log.ToString(),
            ]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            await process.StandardOutput.ReadLineAsync(Cancellation);
            var line = await process.StandardOutput.ReadLineAsync(Cancellation);
            _ = process.StandardOutput.ReadToEndAsync(Cancellation);
            line.ShouldNotBeNull().Split(' ').Length.ShouldBe(4);
            NoteKey.TryParse(line.Split(' ')[2], out var key).ShouldBeTrue();
            return new ServedWitness(process, line.Split(' ')[3], key!);
        }

        public async ValueTask DisposeAsync()
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
