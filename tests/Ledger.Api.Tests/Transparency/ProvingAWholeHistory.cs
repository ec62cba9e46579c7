using System.Text.Json.Nodes;
using Ledger.Api.Tests.Cli;
using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Completeness;
using Ledger.Domain.Transparency;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Transparency;

/// <summary>Somebody has the log's key and is to see that these are all the events of a stream.</summary>
public class ProvingAWholeHistory(LogHost host) : IClassFixture<LogHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_events_of_a_stream_between_two_checkpoints_are_proved()
    {
        const string Stream = "raw/told";
        await AppendAsync(Stream, 1, 2);
        var first = await CheckpointAsync();
        await AppendAsync("raw/told/beside", 1);
        await AppendAsync(Stream, 3, 4, 5);
        var last = await CheckpointAsync();

        var whole = await CheckAsync($"stream={Stream}");
        (whole.Verdict, whole.FirstVersion, whole.LastVersion).ShouldBe((HistoryProofVerdict.Holds, 1, 5));
        whole.Later!.Size.ShouldBe(last.Size);
        var between = await CheckAsync($"stream={Stream}&from={first.Size}&to={last.Size}");
        (between.Verdict, between.FirstVersion, between.LastVersion).ShouldBe((HistoryProofVerdict.Holds, 3, 5));
        (await CheckAsync($"stream={Stream}&to={first.Size}")).LastVersion.ShouldBe(2);
        // That nothing happened is proved as well, and that nothing ever did.
        (await CheckAsync($"stream={Stream}&from={last.Size}&to={last.Size}")).Verdict.ShouldBe(HistoryProofVerdict.Holds);
        (await CheckAsync("stream=raw/never")).LastVersion.ShouldBe(0);
    }

    [Fact]
    public async Task Another_program_signs_the_same_of_the_streams_and_so_does_one_that_followed_them()
    {
        var sizes = new List<long>();
        for (var version = 1; version <= 4; version++)
        {
            await AppendAsync("raw/followed", version);
            await AppendAsync($"raw/followed/{version}", 1);
            sizes.Add((await CheckpointAsync()).Size);
        }

        using var fresh = new StreamHeads(host.Services.GetRequiredService<NpgsqlDataSource>());
        foreach (var size in Enumerable.Reverse(sizes))
        {
            var stored = (await host.Services.GetRequiredService<Checkpoints>().AtAsync(size, Cancellation))!;
            Checkpoint.TryParse(stored.Note.Text, out var checkpoint).ShouldBeTrue();
            checkpoint!.Streams.ShouldBe(await fresh.RootAsync(size, Cancellation));
        }
    }

    [Fact]
    public async Task The_command_lists_the_events_and_says_by_its_exit_code_what_does_not_hold()
    {
        await AppendAsync("raw/command", 1, 2, 3);
        using var auditor = await host.AsAsync("auditor");
        var proof = (await auditor.AskAsync("/api/log/proof/history?stream=raw/command")).Ok().Json;
        var directory = Directory.CreateTempSubdirectory("ledger-history-");
        try
        {
            var held = await RunAsync(_ => { });
            held.ExitCode.ShouldBe(0, held.Errors);
            held.Output.ShouldContain("Version 2, position");
            held.Output.ShouldContain("raw/command: these are all its events");
            var missing = await RunAsync(json => json["entries"]!.AsArray().RemoveAt(1));
            missing.ExitCode.ShouldBe(16);
            missing.Output.ShouldContain("Version 2 of raw/command is missing.");
            var last = await RunAsync(json => json["entries"]!.AsArray().RemoveAt(2));
            last.ExitCode.ShouldBe(16);
            last.Output.ShouldContain("The last versions of raw/command are missing, from version 3 on.");
            (await RunAsync(json => json["entries"]![2]!["text"] = json["entries"]![2]!["text"]!.GetValue<string>().Replace("a test", "a lie", StringComparison.Ordinal)))
                .ExitCode.ShouldBe(11);
            (await RunAsync(json => json["to"]!["head"]!["version"] = 2)).ExitCode.ShouldBe(13);
            (await RunAsync(json => json["format"] = "another")).ExitCode.ShouldBe(10);
            (await RunAsync(_ => { }, new NoteKey("somebody.example", NoteKeyKind.Log, new byte[32]))).ExitCode.ShouldBe(14);
            (await CommandLine.RunAsync(database: "", ["verify-history", "proof.json"])).ExitCode.ShouldBe(2);
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        async Task<Ending> RunAsync(Action<JsonNode> edit, NoteKey? key = null)
        {
            var edited = proof.DeepClone();
            edit(edited);
            var path = Path.Combine(directory.FullName, "proof.json");
            await File.WriteAllTextAsync(path, edited.ToJsonString(), Cancellation);
            return await CommandLine.RunAsync(database: "", ["verify-history", path, "--key", $"{key ?? await KeyAsync()}"]);
        }
    }

    [Fact]
    public async Task What_cannot_be_proved_is_refused_in_words()
    {
        using var auditor = await host.AsAsync("auditor");
        var last = await CheckpointAsync();
        (await auditor.AskAsync("/api/log/proof/history?stream=")).Faulty(400, "request-at-fault", ("/stream", "stream-malformed"));
        (await auditor.AskAsync("/api/log/proof/history?stream=raw/x&to=999999")).Refused(404, "checkpoint-unknown");
        await AppendAsync("raw/later", 1);
        var later = await CheckpointAsync();
        (await auditor.AskAsync($"/api/log/proof/history?stream=raw/x&from={later.Size}&to={last.Size}")).Refused(404, "log-size-unknown");
        using var nobody = host.CreateClient();
        (await nobody.AskAsync("/api/log/proof/history?stream=raw/x")).Refused(401, "sign-in-needed");

        // As a ledger has them that was signed before checkpoints spoke of streams.
        var signer = (await host.Services.GetRequiredService<LogKeys>().SignersAsync(Cancellation))[0];
        await AppendAsync("raw/before", 1, 2);
        var size = (await CheckpointAsync()).Size - 1;
        var root = await host.Services.GetRequiredService<LogTree>().RootAsync(size, Cancellation);
        var text = new Checkpoint(signer.Key.Name, size, root).Text;
        await ExecuteAsync("insert into ledger.log_checkpoint (size, root, note) values ($1, $2, $3)", size, root, new SignedNote(text, [signer.Under(text)]).ToString());
        (await auditor.AskAsync($"/api/log/proof/history?stream=raw/before&to={size}")).Refused(404, "checkpoint-without-streams");
    }

    [Fact]
    public async Task A_plain_link_gets_the_proof_of_an_entry_as_a_file()
    {
        await CheckpointAsync();
        using var client = host.CreateClient();
        using var answer = await client.GetAsync(new Uri("/api/log/proof/inclusion?position=2&format=text", UriKind.Relative), Cancellation);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("ledger-2.tlog-proof");
        TlogProof.TryParse(await answer.Content.ReadAsStringAsync(Cancellation), out var proof).ShouldBeTrue();
        proof!.Index.ShouldBe(2);
    }

    [Fact]
    public async Task A_ledger_that_is_not_what_was_signed_is_not_ready()
    {
        await using var own = new LogHost();
        await own.InitializeAsync();
        using var client = own.CreateClient();
        (await client.AskAsync("/log/checkpoint")).Ok();
        (await client.AskAsync("/health/ready")).Ok();
        await using var super = NpgsqlDataSource.Create(TestDatabase.AsSuperuser(own.Database));
        await using var edit = super.CreateCommand("""
            set session_replication_role = replica;
            update ledger.ledger_entry set leaf_hash = sha256('another') where position = (select max(position) from ledger.ledger_entry);
            delete from ledger.log_node
            """);
        await edit.ExecuteNonQueryAsync(Cancellation);
        // Who serves it next builds the tree anew.
        await using var again = await own.RestartAsync();
        using var other = again.CreateClient();
        var ready = await other.AskAsync("/health/ready");
        ((int)ready.Status).ShouldBe(503);
        ready.Json["what"]!.GetValue<string>().ShouldBe("log-contradicts");
        ready.Json["why"]!.GetValue<string>().ShouldContain("its history was changed");
    }

    private async Task<HistoryProofCheck> CheckAsync(string query)
    {
        using var auditor = await host.AsAsync("auditor");
        var answer = (await auditor.AskAsync($"/api/log/proof/history?{query}")).Ok();
        return HistoryProofFile.Read(System.Text.Encoding.UTF8.GetBytes(answer.Text)).Check(TrustPolicy.Of(await KeyAsync()), Ed25519.Check, HistoryProofFile.HeadOf);
    }

    private async Task<StoredCheckpoint> CheckpointAsync() => (await host.Services.GetRequiredService<Checkpoints>().NowAsync(Cancellation))!;

    private async Task<NoteKey> KeyAsync()
    {
        await CheckpointAsync();
        return (await host.Services.GetRequiredService<LogKeys>().HistoryAsync(position: null, Cancellation)).Current!.Key;
    }

    private async Task AppendAsync(string stream, params int[] versions)
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        foreach (var version in versions)
            await RawEvents.InsertAsync(connection, stream, version, "officer_dismissed", """{"on": "2022-01-01", "reason": "a test"}""", Cancellation);
    }

    private async Task ExecuteAsync(string sql, params object[] parameters)
    {
        await using var source = NpgsqlDataSource.Create(TestDatabase.AsSuperuser(host.Database));
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.AddWithValue(parameter);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
