using System.Diagnostics;
using Ledger.Domain;

namespace Ledger.Benchmarks;

/// <summary>Finding events among more than a hundred thousand, and taking all of them away as a file.</summary>
public sealed class Search : Benchmark
{
    private static readonly (string What, string Question)[] Questions =
    [
        ("the newest", ""),
        ("a page from the middle", "before=50000"),
        ("a zone", "zone=SNT"),
        ("an officer who did little", "officer=founder"),
        ("an organisation", "organisation=STAT"),
        ("a kind", "type=return_accepted"),
        ("a period of a zone", "zone=SNT&period=2023-Q3"),
        ("a stream", "stream=return/SNT/2023-Q3"),
        ("a kind that is not there", "type=figure_withdrawn"),
    ];

    public override string Name => "search";

    public override async Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent)
    {
        var (zones, times) = extent == Extent.Tiny ? (6, 2) : (300, 30);
        Period[] periods = [.. Enumerable.Range(0, 20).Select(index => Period.OfQuarter(2021 + (index / 4), (index % 4) + 1))];
        var programme = LargeProgramme.Of(zones, 2021);
        var database = await server.CreateAsync("search");
        await using (var loading = new Loading(database))
        {
            await loading.AdoptAsync(programme);
            await loading.AppointAsync(programme.Zones.Take(1));
            await loading.AcceptAsync(programme, programme.Zones, periods);
        }

        await server.SettleAsync(database);
        await using var clock = await Postgres.HoldDeadlinesAsync(database);
        await using var service = await Service.StartAsync(database);
        using var http = await service.SignInAsync(Loading.ReporterOf(programme.Zones[0]));
        var readings = new List<Reading>();
        foreach (var (what, question) in Questions)
            readings.Add(Reading.AtMost($"{what} (median)", await MeasureAsync(http, $"/api/audit/events?{question}", times), 100, "ms"));
        readings.Add(Reading.AtMost("a text that is nowhere (median)", await MeasureAsync(http, "/api/audit/events?text=無此文字", Math.Max(2, times / 5)), 1500, "ms"));

        var before = service.PeakMebibytes;
        var (bytes, lines, seconds) = await ExportAsync(http);
        readings.Add(Reading.Told("events", lines, ""));
        readings.Add(Reading.Told("export", bytes / 1024.0 / 1024 / seconds, "MiB/s"));
        readings.Add(Reading.Told("its size", bytes / 1024.0 / 1024, "MiB"));
        readings.Add(Reading.AtMost("memory it takes", service.PeakMebibytes - before, 60, "MiB"));
        return readings;
    }

    private static async Task<double> MeasureAsync(HttpClient http, string question, int times)
    {
        var timings = new List<double>();
        for (var time = 0; time < times; time++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri(question, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            timings.Add(watch.Elapsed.TotalMilliseconds);
        }

        return timings.Skip(times / 3).Median();
    }

    private static async Task<(long Bytes, long Lines, double Seconds)> ExportAsync(HttpClient http)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await http.GetAsync(new Uri("/api/audit/events/export?format=jsonl", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var (bytes, lines) = (0L, 0L);
        while (await body.ReadAsync(buffer) is > 0 and var read)
        {
            bytes += read;
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return (bytes, lines, watch.Elapsed.TotalSeconds);
    }
}
