using System.Diagnostics;
using System.Net.Http.Json;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Domain.Transparency;
using Npgsql;

namespace Ledger.Benchmarks;

/// <summary>What it costs to prove an entry's place in a long log, over HTTP, at positions drawn anywhere in it.</summary>
/// <remarks>The log is filled with leaf hashes alone, without events: a proof reads nothing else. They stand before all events.</remarks>
public sealed class Proof : Benchmark
{
    public override string Name => "proof";

    public override async Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent)
    {
        var (size, asked) = extent == Extent.Tiny ? (10_000, 20) : (1_000_000, 2000);
        var database = await server.CreateAsync("proof");
        var superuser = new NpgsqlConnectionStringBuilder(database) { Username = "postgres" }.ConnectionString;
        await Postgres.ExecuteAsync(superuser, $"""
            insert into ledger.ledger_entry (position, seq_id, stream_id, version, recorded_at, leaf_hash, seq_through)
            select n, -1 - n, 'measured/' || n, 1, '2024-01-01Z', sha256(int8send(n)), 0 from generate_series(0::bigint, {size - 1}) n
            """);

        // The tree is built once, as entries come; here all at once.
        var clock = Stopwatch.StartNew();
        byte[] root;
        await using (var source = NpgsqlDataSource.Create(database))
        {
            using var tree = new LogTree(source);
            root = await tree.RootAsync(size, CancellationToken.None);
        }

        var building = clock.Elapsed.TotalSeconds;
        await server.SettleAsync(database);
        await using var service = await Service.StartAsync(database);
        using var http = new HttpClient { BaseAddress = service.Address };
        var random = new Random(1);
        var (inclusions, consistencies) = (new List<double>(), new List<double>());
        for (var time = 0; time < asked; time++)
        {
            var position = random.Next(size);
            clock.Restart();
            var inclusion = (await http.GetFromJsonAsync<LogProofEndpoints.InclusionAnswer>(
                $"/api/log/proof/inclusion?position={position}&size={size}", LedgerJson.Options))!;
            inclusions.Add(clock.Elapsed.TotalMilliseconds);
            Hold(InclusionProof.Verify(position, size, inclusion.LeafHash, inclusion.Path, root));

            clock.Restart();
            var consistency = (await http.GetFromJsonAsync<LogProofEndpoints.ConsistencyAnswer>(
                $"/api/log/proof/consistency?from={position + 1}&to={size}", LedgerJson.Options))!;
            consistencies.Add(clock.Elapsed.TotalMilliseconds);
            Hold(ConsistencyProof.Verify(position + 1, consistency.FromRoot, size, root, consistency.Proof));
        }

        // The first half warmed the program and the database up.
        double[] warm = [.. inclusions.Skip(asked / 2).Order()];
        return
        [
            Reading.Told($"building the tree of {size} entries", building, "s"),
            Reading.AtMost($"inclusion, at {size} entries", warm.Median(), 5, "ms"),
            Reading.Told("inclusion, 99 of 100", warm[warm.Length * 99 / 100], "ms"),
            Reading.AtMost($"consistency, to {size} entries", consistencies.Skip(asked / 2).Median(), 5, "ms"),
        ];
    }

    private static void Hold(ProofVerdict verdict)
    {
        if (verdict != ProofVerdict.Holds)
            throw new InvalidOperationException($"The proof does not hold: {verdict}.");
    }
}
