using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Npgsql;

namespace Ledger.Benchmarks;

/// <summary>Batches of twenty figures through HTTP beside what the database does when nothing but its append function is called.</summary>
/// <remarks>
/// Eight clients each, in rounds by turns, on one server: so what else the machine does meets both alike. Both are sealed. Through HTTP a
/// batch is the first statement of a return; it is authorised, checked against the programme, decided on, appended and acknowledged, while
/// the read model follows.
/// </remarks>
public sealed class Append : Benchmark
{
    private const int Clients = 8;
    private const int FirstYear = 2005;

    public override string Name => "append";

    public override async Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent)
    {
        var (zonesEach, rounds, length) = extent == Extent.Tiny ? (1, 1, TimeSpan.FromSeconds(2)) : (12, 3, TimeSpan.FromSeconds(8));
        var programme = LargeProgramme.Of(Clients * zonesEach, FirstYear);
        var ledger = await server.CreateAsync("append");
        var bare = await server.CreateAsync("append_bare");
        await using (var loading = new Loading(ledger))
        {
            await loading.AdoptAsync(programme);
            await loading.AppointAsync(programme.Zones);
        }

        await using var clock = await Postgres.HoldDeadlinesAsync(ledger);
        await using var service = await Service.StartAsync(ledger);
        Client[] clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async index => new Client(
            programme,
            [.. await Task.WhenAll(programme.Zones.Skip(index * zonesEach).Take(zonesEach)
                .Select(async zone => (zone, await service.SignInAsync(Loading.ReporterOf(zone)))))])));
        await RunAsync(clients, TimeSpan.FromSeconds(extent == Extent.Tiny ? 1 : 3));

        var (throughHttp, inDatabase) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            await SettleAsync(server, ledger, bare, service);
            throughHttp.Add(await RunAsync(clients, length));
            await SettleAsync(server, ledger, bare, service);
            inDatabase.Add(await PgbenchAsync(bare, programme, length));
        }

        await CheckAsync(ledger);
        await CheckAsync(bare);
        return
        [
            Reading.Told("through HTTP, sealed", throughHttp.Average(), "events/s"),
            Reading.Told("pgbench, same function and batches, sealed", inDatabase.Average(), "events/s"),
            Reading.AtLeast("ratio", throughHttp.Average() / inDatabase.Average(), 0.4, ""),
        ];
    }

    private static async Task<double> RunAsync(Client[] clients, TimeSpan length)
    {
        var clock = Stopwatch.StartNew();
        var events = await Task.WhenAll(clients.Select(client => client.RunAsync(clock, length)));
        return events.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The read model has caught up and the server has written what it put off.</summary>
    private static async Task SettleAsync(Postgres server, string ledger, string bare, Service service)
    {
        using var client = new HttpClient { BaseAddress = service.Address, Timeout = TimeSpan.FromMinutes(2) };
        while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode)
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        await server.SettleAsync(ledger);
        await server.SettleAsync(bare);
    }

    private static async Task<double> PgbenchAsync(string database, ProgrammeDocument programme, TimeSpan length)
    {
        var zone = programme.Zones[0];
        var figures = InventedReturn.Figures(programme, zone, Period.OfQuarter(FirstYear, 1), round: 0);
        var bodies = figures.Select(line => JsonSerializer.Serialize(
            new FigureReported(new(FirstYear, 4, 1), line.Series, line.Value, Note: null, Reason: null, Evidence: []), LedgerJson.Options));
        // pgbench takes a colon and a letter for one of its variables.
        bodies = bodies.Select(body => body.Replace("\":", "\": ", StringComparison.Ordinal));
        string Repeated(string value) => $"array_fill({value}, array[{figures.Count}])";
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $$"""
            select ledger.mt_quick_append_events(
              'return/' || gen_random_uuid(), null, '*DEFAULT*', array(select gen_random_uuid() from generate_series(1, {{figures.Count}})),
              {{Repeated("'figure_reported'::varchar")}}, {{Repeated("'Ledger.Domain.Reporting.FigureReported, Ledger.Domain'::varchar")}},
              array[{{string.Join(", ", bodies.Select(body => $"'{body}'::jsonb"))}}], {{Repeated("null::bytea")}},
              {{Repeated("null::varchar")}}, {{Repeated("'0HNQA7DA0D32B:00000002'::varchar")}},
              {{Repeated("""'{"role": "reporter", "zone": "XLHT", "organisation": "XLHT"}'::jsonb""")}}, {{Repeated("'xlht'::varchar")}},
              {{Repeated("clock_timestamp()")}}, 0);

            """);
        var connection = new NpgsqlConnectionStringBuilder(database);
        var output = await Postgres.RunAsync(
            Environment.GetEnvironmentVariable("LEDGER_PGBENCH") ?? "pgbench",
            [
                "-n", "-M", "prepared", "-c", $"{Clients}", "-j", "2", "-T", $"{(int)length.TotalSeconds}", "-f", script,
                "-h", connection.Host!, "-U", connection.Username!, connection.Database!,
            ]);
        File.Delete(script);
        var tps = output.Split('\n').Single(line => line.StartsWith("tps = ", StringComparison.Ordinal)).Split(' ')[2];
        return double.Parse(tps, CultureInfo.InvariantCulture) * figures.Count;
    }

    /// <summary>A rate of unsealed or lost events is worth nothing.</summary>
    private static async Task CheckAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("""
            select (select count(*) from ledger.mt_events) = (select count(*) from ledger.ledger_entry)
               and (select count(*) = max(position) + 1 from ledger.ledger_entry)
            """);
        command.CommandTimeout = 120;
        if (await command.ExecuteScalarAsync() is not true)
            throw new InvalidOperationException("Not every event is sealed, or the positions have gaps.");
    }

    /// <summary>Goes from return to return of its zones, and when all are stated, states other values.</summary>
    private sealed class Client(ProgrammeDocument programme, IReadOnlyList<(Zone Zone, HttpClient Http)> zones)
    {
        private int batches;

        public async Task<int> RunAsync(Stopwatch clock, TimeSpan length)
        {
            var events = 0;
            while (clock.Elapsed < length)
            {
                var quarters = (programme.LastYear - programme.FirstYear + 1) * 4;
                var (round, index) = Math.DivRem(batches++, zones.Count * quarters);
                var (zone, http) = zones[index % zones.Count];
                var quarter = index / zones.Count;
                var period = Period.OfQuarter(programme.FirstYear + (quarter / 4), (quarter % 4) + 1);
                var figures = InventedReturn.Figures(programme, zone, period, round);
                using var answer = await http.PutAsJsonAsync($"/api/returns/{zone.Code}/{period}/figures", new { figures }, LedgerJson.Options);
                if (!answer.IsSuccessStatusCode)
                    throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
                events += figures.Count;
            }

            return events;
        }
    }
}
