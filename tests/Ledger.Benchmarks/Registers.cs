using System.Diagnostics;
using System.Globalization;
using Ledger.Api.Programme;
using Npgsql;

namespace Ledger.Benchmarks;

/// <summary>A hundred thousand enterprises with ten years of events: how many there are of which tier in which zone, on any day, as known at any moment.</summary>
public sealed class Registers : Benchmark
{
    public override string Name => "registers";

    public override async Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent)
    {
        var (enterprises, times) = extent == Extent.Tiny ? (200, 3) : (100_000, 60);
        var programme = Plan.Document;
        var database = await server.CreateAsync("registers");
        double perSecond;
        await using (var loading = new Loading(database))
        {
            await loading.AdoptAsync(programme);
            await loading.AppointAsync(programme.Zones.Take(1));
            perSecond = await loading.RegisterAsync(enterprises, programme);
        }

        await server.SettleAsync(database);
        await using var clock = await Postgres.HoldDeadlinesAsync(database);
        var (events, rows, mebibytes) = await SizesAsync(database);
        await using var service = await Service.StartAsync(database);
        using var http = await service.SignInAsync(Loading.ReporterOf(programme.Zones[0]));

        // Days and positions as they come, the same in every run.
        string Any(int time) => string.Create(
            CultureInfo.InvariantCulture,
            $"on={InventedInstitution.FirstYear + (time * 7 % 10)}-{1 + (time * 5 % 12):00}-{1 + (time * 11 % 28):00}&asOf=@{events * (1 + (time * 13 % 20)) / 20}");
        var now = await MeasureAsync(http, time => $"/api/registers/counts?on={InventedInstitution.LastYear}-{1 + (time % 12):00}-15", times);
        var any = await MeasureAsync(http, time => $"/api/registers/counts?{Any(time)}", times);
        return
        [
            Reading.Told("enterprises", enterprises, ""),
            Reading.Told("events", events, ""),
            Reading.Told("rows of the read model", rows, ""),
            Reading.Told("their size with indexes", mebibytes, "MiB"),
            Reading.Told("loaded and laid out", perSecond, "events/s"),
            Reading.AtMost("by zone and tier, on a day of the last year, as known now (median)", now.Median(), 100, "ms"),
            Reading.AtMost("by zone and tier, on any day as known at any moment (median)", any.Median(), 100, "ms"),
            Reading.AtMost("the same (slowest of twenty)", any.Order().ElementAt(any.Count * 19 / 20), 100, "ms"),
            Reading.Told("one zone and tier (median)", (await MeasureAsync(http, time => $"/api/registers/counts?zone=SNT&kind=hte&{Any(time)}", times)).Median(), "ms"),
            Reading.AtMost("a page of a zone's tier (median)", (await MeasureAsync(http, time => $"/api/registers/institutions?zone=SNT&kind=hte&{Any(time)}", Math.Max(3, times / 6))).Median(), 100, "ms"),
            Reading.AtMost("one enterprise (median)", (await MeasureAsync(http, _ => "/api/registers/institutions?text=91152500000000100", Math.Max(3, times / 6))).Median(), 100, "ms"),
        ];
    }

    private static async Task<IReadOnlyList<double>> MeasureAsync(HttpClient http, Func<int, string> question, int times)
    {
        var timings = new List<double>();
        for (var time = 0; time < times * 3 / 2; time++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri(question(time), UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            timings.Add(watch.Elapsed.TotalMilliseconds);
        }

        // The first third warmed the program and the database up.
        return [.. timings.Skip(times / 2)];
    }

    private static async Task<(long Events, long Rows, double Mebibytes)> SizesAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("""
            select (select max(position) from ledger.ledger_entry),
                   (select count(*) from ledger.register_residence) + (select count(*) from ledger.register_standing) + (select count(*) from ledger.register_first),
                   (pg_total_relation_size('ledger.register_residence') + pg_total_relation_size('ledger.register_standing')
                     + pg_total_relation_size('ledger.register_first')) / 1048576.0::float8
            """);
        command.CommandTimeout = 300;
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1), row.GetDouble(2));
    }
}
