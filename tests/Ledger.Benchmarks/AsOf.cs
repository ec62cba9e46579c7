using System.Diagnostics;
using System.Net.Http.Json;
using Ledger.Api.Store;
using Ledger.Domain;

namespace Ledger.Benchmarks;

/// <summary>What it costs to ask a ledger that has gone on: a figure that changed ten thousand times, a quarter and the pages as of long ago.</summary>
public sealed class AsOf : Benchmark
{
    public override string Name => "as-of";

    public override async Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent)
    {
        var (versions, quarters, asked) = extent == Extent.Tiny ? (5, 2, 10) : (10_000, 20, 400);
        var programme = LargeProgramme.Of(5, 2021);
        Period[] periods = [.. Enumerable.Range(0, quarters).Select(index => Period.OfQuarter(2021 + (index / 4), (index % 4) + 1))];
        var database = await server.CreateAsync("as_of");
        await using (var loading = new Loading(database))
        {
            await loading.AdoptAsync(programme);
            await loading.AppointAsync(programme.Zones);
        }

        await using var clock = await Postgres.HoldDeadlinesAsync(database);
        await using var service = await Service.StartAsync(database);
        Dictionary<string, HttpClient> reporters = [];
        foreach (var zone in programme.Zones)
            reporters[zone.Code] = await service.SignInAsync(Loading.ReporterOf(zone));
        var http = reporters[programme.Zones[0].Code];

        // Every figure of every quarter is stated, then stated otherwise; one figure ten thousand times over.
        var past = 0L;
        for (var round = 0; round < 2; round++)
        {
            foreach (var zone in programme.Zones)
            {
                foreach (var period in periods)
                {
                    var answer = await PutAsync(
                        reporters[zone.Code], zone.Code, period, new { figures = InventedReturn.Figures(programme, zone, period, round) });
                    past = round == 0 ? answer : past;
                }
            }
        }

        var (changing, still) = (programme.Zones[0].Code, programme.Zones[1].Code);
        for (var version = 2; version < versions; version++)
            await PutAsync(http, changing, periods[^1], new { figures = new[] { new { series = "op_revenue", value = 1000 + version } } });

        await server.SettleAsync(database);
        var period1 = periods[^1];
        var (one, many) = await MeasureAsync(
            http, asked, $"/api/figures?zone={still}&series=op_revenue&period={period1}", $"/api/figures?zone={changing}&series=op_revenue&period={period1}");
        var (now, then) = await MeasureAsync(http, asked, $"/api/figures?period={period1}", $"/api/figures?period={period1}&asOf=@{past}");
        return
        [
            Reading.Told("a figure with one change", one, "ms"),
            Reading.Told($"a figure with {versions} versions", many, "ms"),
            Reading.AtMost("ratio", many / one, 1.5, ""),
            Reading.Told("a quarter now", now, "ms"),
            Reading.Told("a quarter as of the past", then, "ms"),
            Reading.AtMost("ratio", then / now, 1.5, ""),
            .. await PagesAsync(service, changing, period1, past, extent == Extent.Tiny ? 3 : 20),
        ];
    }

    /// <summary>Each page as of long ago beside the same page now.</summary>
    private static async Task<IReadOnlyList<Reading>> PagesAsync(Service service, string zone, Period period, long past, int asked)
    {
        using var browser = await service.SignInToPagesAsync(Loading.ReporterOf(LargeProgramme.Of(5, 2021).Zones[0]));
        var readings = new List<Reading>();
        foreach (var page in new[] { "/", $"/review?period={period}", $"/zones/{zone}?period={period}", $"/notices/{period}/draft" })
        {
            var (now, then) = await MeasureAsync(browser, asked, page, $"{page}{(page.Contains('?') ? '&' : '?')}asOf=@{past}");
            readings.Add(Reading.Told($"page {page} now", now, "ms"));
            readings.Add(Reading.AtMost($"page {page}, as of the past to now", then / now, 1.5, ""));
        }

        return readings;
    }

    /// <returns>The middle time of each question in milliseconds; asked by turns, so that what else the machine does meets both alike.</returns>
    private static async Task<(double First, double Second)> MeasureAsync(HttpClient http, int asked, string first, string second)
    {
        var (firsts, seconds) = (new List<double>(), new List<double>());
        for (var time = 0; time < asked; time++)
        {
            firsts.Add(await AskAsync(http, first));
            seconds.Add(await AskAsync(http, second));
        }

        // The first half warmed the program and the database up.
        return (firsts.Skip(asked / 2).Median(), seconds.Skip(asked / 2).Median());
    }

    private static async Task<double> AskAsync(HttpClient http, string question)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await http.GetAsync(question);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <returns>The position of the write.</returns>
    private static async Task<long> PutAsync(HttpClient http, string zone, Period period, object body)
    {
        using var answer = await http.PutAsJsonAsync($"/api/returns/{zone}/{period}/figures", body, LedgerJson.Options);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        return long.Parse(answer.Headers.GetValues("Ledger-Position").Single(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
