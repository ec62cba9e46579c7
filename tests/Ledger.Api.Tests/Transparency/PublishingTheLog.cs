using Ledger.Api.Reporting;
using Ledger.Api.Transparency;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Transparency;

public class PublishingTheLog(LogHost host) : IClassFixture<LogHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_entry_of_a_small_ledger_is_proved_to_somebody_outside()
    {
        var outsider = new Outsider(host.CreateClient());
        var (size, root, _) = await outsider.CheckpointAsync();
        var entries = await EntriesAsync(0, size);
        entries.Length.ShouldBe((int)size);
        Outsider.Tree(entries.Select(Outsider.Leaf).ToArray()).ShouldBe(root);
        // Other tests may have made it larger; then its first and last entries will do.
        foreach (var position in Enumerable.Range(0, (int)size).Where(position => position < 12 || position >= size - 12))
        {
            var (path, note) = await outsider.InclusionAsync(position, size);
            Outsider.Read(note, await outsider.KeysAsync()).Root.ShouldBe(root);
            Outsider.Root(position, (int)size, Outsider.Leaf(entries[position]), path).ShouldBe(root);
            Outsider.Root(position, (int)size, Outsider.Leaf(entries[position] + " "), path).ShouldNotBe(root);
        }
    }

    [Fact]
    public async Task A_ledger_that_grows_is_proved_to_begin_as_it_did()
    {
        using var client = host.CreateClient();
        var outsider = new Outsider(client);
        var first = await outsider.CheckpointAsync();
        for (var i = 0; i < 5; i++)
        {
            await host.AppointAsync($"grows.{i}", "XLA", Domain.Access.Role.Auditor);
            (await outsider.CheckpointAsync()).Size.ShouldBe(first.Size + i + 1);
        }

        var last = await outsider.CheckpointAsync();
        (await outsider.CheckpointAsync()).Note.ShouldBe(last.Note);
        byte[][] leaves = [.. (await EntriesAsync(0, last.Size)).Select(Outsider.Leaf)];
        foreach (var from in new[] { 1, 2, 3, (int)first.Size, (int)last.Size })
        {
            foreach (var to in new[] { (int)first.Size, (int)first.Size + 1, (int)last.Size }.Where(to => to >= from))
            {
                var proof = (await client.AskAsync($"/api/log/proof/consistency?from={from}&to={to}")).Ok().Read<LogProofEndpoints.ConsistencyAnswer>();
                proof.FromRoot.ShouldBe(Outsider.Tree(leaves.AsSpan(0, from)));
                proof.ToRoot.ShouldBe(Outsider.Tree(leaves.AsSpan(0, to)));
                Domain.Transparency.ConsistencyProof.Verify(from, proof.FromRoot, to, proof.ToRoot, proof.Proof)
                    .ShouldBe(Domain.Transparency.ProofVerdict.Holds);
            }
        }

        // What was signed at a size is served as it was.
        (await outsider.CheckpointAsync($"/log/checkpoint/{first.Size}")).Note.ShouldBe(first.Note);
    }

    [Fact]
    public async Task Tiles_are_the_tree()
    {
        await InsertManyAsync(600);
        using var client = host.CreateClient();
        var outsider = new Outsider(client);
        var (size, root, _) = await outsider.CheckpointAsync();
        var rest = (int)size % 256;
        byte[][] leaves = [.. (await EntriesAsync(0, size)).Select(Outsider.Leaf)];
        size.ShouldBeInRange(600, 767);
        Outsider.Tree(leaves).ShouldBe(root);

        (await outsider.TileAsync("0/000")).ShouldBe([.. leaves[..256].SelectMany(hash => hash)]);
        (await outsider.TileAsync("0/001")).ShouldBe([.. leaves[256..512].SelectMany(hash => hash)]);
        (await outsider.TileAsync($"0/002.p/{rest}")).ShouldBe([.. leaves[512..].SelectMany(hash => hash)]);
        (await outsider.TileAsync("1/000.p/2")).ShouldBe([.. Outsider.Tree(leaves.AsSpan(0, 256)), .. Outsider.Tree(leaves.AsSpan(256, 256))]);
        foreach (var path in new[] { $"0/002.p/{rest + 1}", "0/003.p/1", "1/000.p/3", "2/000.p/1", "0/000.p/256", "0/0", "x/000", "entries/000" })
            (await client.AskAsync($"/log/tile/{path}")).Refused(404, "tile-unknown");
        using var tile = await client.GetAsync(new Uri("/log/tile/0/000", UriKind.Relative), Cancellation);
        tile.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
    }

    [Fact]
    public async Task What_is_not_there_is_refused_in_words()
    {
        using var client = host.CreateClient();
        var (size, _, _) = await new Outsider(client).CheckpointAsync();
        (await client.AskAsync($"/api/log/proof/inclusion?position={size + 1000}")).Refused(404, "log-entry-unknown");
        (await client.AskAsync("/api/log/proof/inclusion?position=-1")).Refused(404, "log-entry-unknown");
        (await client.AskAsync("/api/log/proof/inclusion?position=3&size=3")).Refused(404, "log-entry-unknown");
        (await client.AskAsync("/api/log/proof/inclusion?position=x")).Refused(400, "malformed");
        (await client.AskAsync("/api/log/proof/inclusion?position=0&size=1000000")).Refused(404, "log-size-unknown");
        (await client.AskAsync("/api/log/proof/consistency?from=3&to=2")).Refused(404, "log-size-unknown");
        (await client.AskAsync("/api/log/proof/inclusion?position=0&size=1", ("Accept", "text/plain"))).Refused(404, "checkpoint-unknown");
        (await client.AskAsync("/log/checkpoint/1")).Refused(404, "checkpoint-unknown");
        (await client.AskAsync("/log/checkpoint/x")).Refused(404, "not-found");
        (await client.AskAsync("/log/nothing")).Refused(404, "not-found");
    }

    [Fact]
    public async Task Hashes_are_everybodys_and_entries_are_for_officers()
    {
        using var client = host.CreateClient();
        foreach (var address in new[] { "/log/checkpoint", "/log/keys", "/log/tile/0/000.p/1", "/api/log", "/api/log/proof/inclusion?position=0" })
            (await client.AskAsync(address)).Ok();
        (await client.AskAsync("/api/log/entries?from=0")).Refused(401, "sign-in-needed");
    }

    [Fact]
    public async Task Says_of_itself_who_signs_and_who_witnesses()
    {
        using var client = host.CreateClient();
        var outsider = new Outsider(client);
        var size = (await outsider.CheckpointAsync()).Size;
        var key = (await outsider.KeysAsync())[^1];
        var state = (await client.AskAsync("/api/log")).Ok().Read<LogProofEndpoints.LogState>();
        state.Origin.ShouldBe(key.Name);
        state.Keys[^1].Key.ShouldBe(key.ToString());
        state.Keys[0].Officer.ShouldBe("clock");
        state.Witnesses.ShouldContain(host.AuditKey.Key.ToString());
        state.Checkpoint!.Size.ShouldBe(size);
    }

    [Fact]
    public async Task A_checkpoint_is_made_while_the_deadlines_are_kept_waiting()
    {
        await using var held = await host.Services.GetRequiredService<Overdue>().HoldAsync(Cancellation);
        await host.AppointAsync("while.held", "XLA", Domain.Access.Role.Auditor);
        var made = await host.Services.GetRequiredService<Checkpoints>().NowAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(15), Cancellation);
        made!.Size.ShouldBe((await host.Reader.HeadAsync(Cancellation)).Size);
    }

    private async Task<string[]> EntriesAsync(long from, long to)
    {
        using var auditor = await host.AsAsync("auditor");
        var entries = new List<string>();
        while (entries.Count < to - from)
            entries.AddRange((await auditor.AskAsync($"/api/log/entries?from={from + entries.Count}&to={to}")).Ok().Text.TrimEnd('\n').Split('\n'));
        return [.. entries];
    }

    private async Task InsertManyAsync(int count)
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand("""
            with head as (insert into ledger.mt_streams (id, version) select 'raw/many/' || n, 1 from generate_series(1, $1) n)
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, user_name, headers)
            select nextval('ledger.mt_events_sequence'), gen_random_uuid(), 'raw/many/' || n, 1, '{"on": "2022-01-01", "reason": "raw"}', 'officer_dismissed',
                   '1999-01-01', '*DEFAULT*', '', 'raw', '{"role": "auditor", "organisation": "XLA"}' from generate_series(1, $1) n
            """);
        command.Parameters.AddWithValue(count);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
