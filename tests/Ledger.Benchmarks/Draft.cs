using System.Diagnostics;
using Ledger.Api.Notices;
using Ledger.Api.Store;
using Ledger.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Benchmarks;

/// <summary>A notice drawn from five years of returns, for a league and for one two hundred times as large; server side, without HTTP.</summary>
public sealed class Draft : Benchmark
{
    private const int SmallLeague = 5;

    public override string Name => "draft";

    public override async Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent)
    {
        int[] leagues = extent == Extent.Tiny ? [SmallLeague, 8] : [SmallLeague, 250, 500, 1000];
        Period[] periods = [.. Enumerable.Range(0, extent == Extent.Tiny ? 6 : 20).Select(index => Period.OfQuarter(2021 + (index / 4), (index % 4) + 1))];
        var database = await server.CreateAsync("draft");
        await using var loading = new Loading(database);

        // The league grows from one measurement to the next; the programme with it.
        var (loaded, timings) = (0, new Dictionary<int, double>());
        foreach (var zones in leagues)
        {
            var programme = LargeProgramme.Of(zones, 2021);
            await loading.AdoptAsync(programme);
            await loading.AcceptAsync(programme, programme.Zones.Skip(loaded), periods);
            loaded = zones;
            await server.SettleAsync(database);
            timings[zones] = await MeasureAsync(loading.Services, periods[^1], zones == SmallLeague ? 60 : 6);
        }

        List<Reading> readings = [.. timings.Select(timing => timing.Key switch
        {
            SmallLeague => Reading.AtMost($"{timing.Key} zones, {periods.Length} quarters (median)", timing.Value, 50, "ms"),
            1000 => Reading.AtMost($"{timing.Key} zones, {periods.Length} quarters (median)", timing.Value, 2000, "ms"),
            _ => Reading.Told($"{timing.Key} zones, {periods.Length} quarters (median)", timing.Value, "ms"),
        })];
        if (extent == Extent.Full)
        {
            // Linear: four times the zones take about four times as long. What grows with the square would take sixteen times.
            readings.Add(Reading.AtMost("1000 zones to 250 zones", timings[1000] / timings[250], 6, ""));
        }

        return readings;
    }

    private static async Task<double> MeasureAsync(IServiceProvider services, Period period, int times)
    {
        var notices = services.GetRequiredService<QuarterlyNotices>();
        var head = await services.GetRequiredService<LedgerReader>().HeadAsync(CancellationToken.None);
        var timings = new List<double>();
        for (var time = 0; time < times; time++)
        {
            var clock = Stopwatch.StartNew();
            var drawn = await notices.DraftAsync(period, head, knownOn: null, CancellationToken.None);
            timings.Add(clock.Elapsed.TotalMilliseconds);
            if (drawn.Content.Zones.Any(zone => !zone.IsRanked))
                throw new InvalidOperationException("A zone is not ranked, so less was drawn than was to be measured.");
        }

        // The first third warmed the program and the database up.
        return timings.Skip(times / 3).Median();
    }
}
