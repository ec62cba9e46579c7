using Ledger.Api.Tests.Cli;
using Ledger.Api.Transparency;
using Ledger.Domain.Transparency;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Tests.Transparency;

public class WitnessingFromOutside
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_witness_follows_a_ledger_that_grows_by_the_command_of_the_program()
    {
        await using var host = await LogHostAsync();
        using var client = host.CreateClient();
        var outsider = new Outsider(client);
        await outsider.CheckpointAsync();
        var log = (await outsider.KeysAsync())[^1];
        (await client.AskAsync("/log/checkpoint/witnessed")).Refused(404, "log-not-witnessed");

        (await RunAsync()).ShouldBe(new Ending(0, $"{host.AuditKey.Key}\n", ""));
        (await RunAsync("--ledger", client.BaseAddress!.ToString(), "--log", log.ToString()))
            .ShouldBe(new Ending(0, await CosignedAsync(), ""));
        await host.AppointAsync("another", "XLA", Domain.Access.Role.Auditor);
        (await RunAsync("--ledger", client.BaseAddress.ToString(), "--log", log.ToString()))
            .ShouldBe(new Ending(0, await CosignedAsync(), ""));

        var witnessed = await outsider.CheckpointAsync("/log/checkpoint/witnessed");
        witnessed.Note.ShouldBe((await outsider.CheckpointAsync()).Note);
        SignedNote.TryParse(witnessed.Note, out var note).ShouldBeTrue();
        TrustPolicy.TryParse($"log {log}\nwitness audit {host.AuditKey.Key}\nquorum audit\n", out var policy, out _).ShouldBeTrue();
        CheckpointCheck.Of(note!, policy!, Ed25519.Check).Verdict.ShouldBe(CheckpointVerdict.Holds);

        var stranger = PrivateKeyFile.Make(NoteKeyKind.Log, _ => log.Name, _ => Path.Combine(host.Keys, "stranger")).Key;
        var refused = await RunAsync("--ledger", client.BaseAddress.ToString(), "--log", stranger.ToString());
        (refused.ExitCode, refused.Output).ShouldBe((5, ""));
        refused.Errors.ShouldContain("not signed with a key that was given");
        (await RunAsync("--ledger", client.BaseAddress.ToString())).ExitCode.ShouldBe(2);

        Task<Ending> RunAsync(params string[] arguments) =>
            CommandLine.RunAsync("", ["witness", "--state", host.AuditDirectory, "--name", "audit.example", .. arguments]);

        async Task<string> CosignedAsync()
        {
            var (size, root, _) = await outsider.CheckpointAsync();
            return $"{log.Name} has {size} entries with the root {Convert.ToBase64String(root)}: cosigned as audit.example.\n";
        }
    }

    [Fact]
    public async Task Another_history_signed_with_the_right_key_is_refused_and_kept_as_evidence()
    {
        await using var host = await LogHostAsync();
        (await LookAsync(host)).ExitCode.ShouldBe(0);

        // The database's superuser changes an entry, makes the tree fit, and has everything signed anew.
        await TamperAsync(host, """
            update ledger.ledger_entry set leaf_hash = sha256('another') where position = 3;
            truncate ledger.log_node; truncate ledger.log_checkpoint cascade;
            """);
        await using var forked = await host.RestartAsync();
        (await LookAsync(forked)).ExitCode.ShouldBe(4);
        await forked.AppointAsync("another", "XLA", Domain.Access.Role.Auditor);
        var sight = await LookAsync(forked);

        sight.ExitCode.ShouldBe(4, sight.Text);
        sight.Text.ShouldContain("its history is another one, and nothing was cosigned");
        Directory.GetFiles(host.AuditDirectory, "*.refused-*").Length.ShouldBe(2);
        (await forked.CreateClient().AskAsync("/log/checkpoint/witnessed")).Refused(404, "log-not-witnessed");
    }

    [Fact]
    public async Task A_history_that_was_cut_short_is_refused()
    {
        await using var host = await LogHostAsync();
        await host.AppointAsync("last", "XLA", Domain.Access.Role.Auditor);
        (await LookAsync(host)).ExitCode.ShouldBe(0);
        await TamperAsync(host, """
            delete from ledger.ledger_entry where position = (select max(position) from ledger.ledger_entry where stream_id = 'officer/last');
            update ledger.ledger_entry set position = position - 1 where stream_id = 'log/keys';
            truncate ledger.log_node; truncate ledger.log_checkpoint cascade;
            """);
        await using var cut = await host.RestartAsync();
        var sight = await LookAsync(cut);

        sight.ExitCode.ShouldBe(3, sight.Text);
        sight.Text.ShouldContain("nothing was cosigned");
    }

    [Theory]
    [InlineData("update ledger.ledger_entry set leaf_hash = sha256('another') where position = 3; truncate ledger.log_node;")]
    [InlineData("delete from ledger.ledger_entry where position = (select max(position) from ledger.ledger_entry);")]
    public async Task The_log_itself_signs_nothing_that_contradicts_what_it_signed(string tampering)
    {
        await using var host = await LogHostAsync();
        await new Outsider(host.CreateClient()).CheckpointAsync();
        await host.AppointAsync("another", "XLA", Domain.Access.Role.Auditor);
        await new Outsider(host.CreateClient()).CheckpointAsync();
        await TamperAsync(host, tampering);
        await using var changed = await host.RestartAsync();
        if (tampering.StartsWith("update", StringComparison.Ordinal))
            await changed.AppointAsync("yet.another", "XLA", Domain.Access.Role.Auditor);

        (await changed.CreateClient().AskAsync("/log/checkpoint")).Refused(500, "log-contradicts");
    }

    [Fact]
    public async Task Only_what_a_known_witness_signed_is_taken()
    {
        await using var host = await LogHostAsync();
        using var client = host.CreateClient();
        var (size, _, text) = await new Outsider(client).CheckpointAsync();
        SignedNote.TryParse(text, out var note).ShouldBeTrue();
        var at = Instant.FromUtc(2024, 1, 2, 3, 4, 5);
        var stranger = PrivateKeyFile.Make(NoteKeyKind.Witness, _ => "audit.example", _ => Path.Combine(host.Keys, "stranger"));
        var address = $"/log/checkpoint/{size}/cosignatures";

        (await PostAsync(address, "no lines")).Refused(400, "cosignature-malformed");
        (await PostAsync(address, $"{stranger.Under(note!.Text, at)}\n")).Refused(403, "witness-unknown");
        (await PostAsync(address, $"{host.AuditKey.Under("another\n", at)}\n")).Refused(422, "cosignature-wrong");
        (await PostAsync("/log/checkpoint/1/cosignatures", $"{host.AuditKey.Under(note.Text, at)}\n")).Refused(404, "checkpoint-unknown");
        (await PostAsync(address, new string('x', 100_000))).Refused(413, "body-too-large");
        foreach (var (given, shown) in new[] { (at, at), (at, at), (at + Duration.FromHours(1), at + Duration.FromHours(1)), (at, at + Duration.FromHours(1)) })
            (await PostAsync(address, $"{host.AuditKey.Under(note.Text, given)}\n")).Ok().Text.ShouldBe($"{text}{host.AuditKey.Under(note.Text, shown)}\n");

        Task<Answer> PostAsync(string to, string body) => client.CallAsync("POST", to, body);
    }

    private static async Task<LogHost> LogHostAsync()
    {
        var host = new LogHost();
        await host.InitializeAsync();
        return host;
    }

    private static async Task<WitnessSight> LookAsync(LogHost host)
    {
        using var client = host.CreateClient();
        await client.AskAsync("/log/checkpoint");
        var keys = await new Outsider(client).KeysAsync();
        return await new WitnessRound(client, host.Audit, host.AuditKey, new Witness(keys), SystemClock.Instance).LookAsync(Cancellation);
    }

    private static async Task TamperAsync(LogHost host, string sql)
    {
        await using var source = NpgsqlDataSource.Create(TestDatabase.AsSuperuser(host.Database));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
