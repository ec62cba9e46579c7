using Ledger.Api.Tests.Cli;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Tests.Transparency;

public class ReplacingTheKey(LogHost host) : IClassFixture<LogHost>
{
    [Fact]
    public async Task Old_checkpoints_stay_valid_and_the_old_key_leads_to_the_new_one()
    {
        var outsider = new Outsider(host.CreateClient());
        var (size, root, note) = await outsider.CheckpointAsync();
        var old = (await outsider.KeysAsync()).Single();
        File.Exists(FileOf(old)).ShouldBeTrue();

        (await RunAsync("log-key")).ShouldBe(new Ending(0, $"{old}\n", ""));
        (await RunAsync("log-key", "replace", "--officer", "nobody", "--reason", "Yearly")).Errors.ShouldBe("There is no officer nobody.\n");
        (await RunAsync("log-key", "replace", "--officer", "auditor", "--reason", "Yearly")).Errors.ShouldContain("replace the log's key");
        Directory.GetFiles(Path.Combine(host.Keys, "log")).ShouldBe([FileOf(old)]);
        var ending = await RunAsync("log-key", "replace", "--officer", "admin", "--reason", "Yearly");
        ending.ExitCode.ShouldBe(0, ending.Errors);

        NoteKey[] keys = await outsider.KeysAsync();
        keys.Length.ShouldBe(2);
        keys[0].ShouldBe(old);
        (keys[1].Name, keys[1].PublicKey.SequenceEqual(old.PublicKey)).ShouldBe((old.Name, false));
        ending.Output.ShouldBe($"{keys[0]}\n{keys[1]}\n");

        // The checkpoint that first covers the change is signed by both; then the old key's private half is gone.
        var both = await outsider.CheckpointAsync();
        both.Size.ShouldBe(size + 1);
        Outsider.Read(both.Note, old);
        Outsider.Read(both.Note, keys[1]);
        Directory.GetFiles(Path.Combine(host.Keys, "log")).ShouldBe([FileOf(keys[1])]);

        await host.AppointAsync("another", "XLA", Domain.Access.Role.Auditor);
        var later = await outsider.CheckpointAsync();
        Outsider.Read(later.Note, keys[1]);
        Should.Throw<ShouldAssertException>(() => Outsider.Read(later.Note, old));
        var before = await outsider.CheckpointAsync($"/log/checkpoint/{size}");
        (before.Note, before.Root.SequenceEqual(root)).ShouldBe((note, true));
        Outsider.Read(before.Note, old);

        var state = (await host.CreateClient().AskAsync("/api/log")).Ok().Read<Api.Transparency.LogProofEndpoints.LogState>();
        (state.Keys[1].Officer, state.Keys[1].Reason, state.Keys[1].Position).ShouldBe(("admin", "Yearly", size));
    }

    [Fact]
    public async Task Without_its_private_half_nothing_new_is_signed_and_what_was_signed_is_served()
    {
        await using var alone = new LogHost();
        await alone.InitializeAsync();
        var outsider = new Outsider(alone.CreateClient());
        var signed = await outsider.CheckpointAsync();
        var key = (await outsider.KeysAsync()).Single();
        var file = Path.Combine(alone.Keys, "log", $"{key.IdText}.key");
        File.Move(file, $"{file}.away");
        await alone.AppointAsync("another", "XLA", Domain.Access.Role.Auditor);

        (await outsider.CheckpointAsync()).Note.ShouldBe(signed.Note);
        File.Move($"{file}.away", file);
        (await outsider.CheckpointAsync()).Size.ShouldBe(signed.Size + 1);
    }

    private Task<Ending> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(host.Database, arguments, "", ("LEDGER_KEYS_DIR", host.Keys));

    private string FileOf(NoteKey key) => Path.Combine(host.Keys, "log", $"{key.IdText}.key");
}
