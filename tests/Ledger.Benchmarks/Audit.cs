using System.Diagnostics;
using Ledger.Api.Notices;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using Microsoft.Extensions.DependencyInjection;
using Period = Ledger.Domain.Period;

namespace Ledger.Benchmarks;

/// <summary>Asking a league's ten years of fifty thousand events for what is different between two moments, and for what is odd.</summary>
public sealed class Audit : Benchmark
{
    private const int FirstYear = 2016;

    private static readonly Actor Secretary = new("secretary", "STB", Role.Secretary);

    public override string Name => "audit";

    public override async Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent)
    {
        var (zones, years, times) = extent == Extent.Tiny ? (5, 1, 2) : (57, 10, 9);
        var database = await server.CreateAsync("audit");
        var programme = LargeProgramme.Of(zones, FirstYear);
        Period[] quarters = [.. Enumerable.Range(FirstYear, years).SelectMany(year => Enumerable.Range(1, 4).Select(quarter => Period.OfQuarter(year, quarter)))];
        long beforeLast, head;
        await using (var loading = new Loading(database))
        {
            await loading.AdoptAsync(programme);
            await loading.AppointAsync(programme.Zones.Take(1));
            await loading.AcceptAsync(programme, programme.Zones, quarters[..^1]);
            await IssueAsync(loading, quarters[..^1]);
            beforeLast = await HeadAsync(loading);
            await loading.AcceptAsync(programme, programme.Zones, quarters[^1..]);
            await IssueAsync(loading, quarters[^1..]);
            head = await HeadAsync(loading);
        }

        await server.SettleAsync(database);
        await using var clock = await Postgres.HoldDeadlinesAsync(database);
        await using var service = await Service.StartAsync(database);
        using var http = await service.SignInAsync(Loading.ReporterOf(programme.Zones[0]));
        // Each moment is one that was not asked for before: what was worked out for the last one is kept, and would answer for it.
        var found = await MeasureAsync(http, times, time => $"/api/audit/findings?asOf=@{head - time}");
        var again = await MeasureAsync(http, times, _ => $"/api/audit/findings?asOf=@{head}&kind=backdated");
        var quarter = await MeasureAsync(http, times, time => $"/api/audit/diff?from=@{beforeLast - time}&to=@{head}");
        var all = await MeasureAsync(http, Math.Max(2, times / 3), time => $"/api/audit/diff?from=@{100 + time}&to=@{head}");
        return
        [
            Reading.Told($"events, of {years} years and {zones} zones", head + 1, ""),
            Reading.AtMost("findings of a moment (median)", found, 5_000, "ms"),
            Reading.AtMost("findings of the same moment again (median)", again, 300, "ms"),
            Reading.AtMost($"two moments compared, a quarter of {head - beforeLast:#,0} events apart (median)", quarter, 3_000, "ms"),
            Reading.AtMost($"two moments compared, {head - 100:#,0} events apart (median)", all, 15_000, "ms"),
            Reading.Told("memory it came to", service.PeakMebibytes, "MiB"),
        ];
    }

    private static async Task IssueAsync(Loading loading, IEnumerable<Period> quarters)
    {
        foreach (var quarter in quarters)
        {
            var issued = await loading.Services.GetRequiredService<NoticeActs>().IssueAsync(
                quarter, new IssueNotice(), position: null, new WriteContext(Secretary), CancellationToken.None);
            if (issued is WriteResult.Refused(var refusal))
                throw new InvalidOperationException($"{quarter}: {refusal.Code}");
        }
    }

    private static async Task<long> HeadAsync(Loading loading) =>
        (await loading.Services.GetRequiredService<LedgerReader>().HeadAsync(CancellationToken.None)).Position;

    /// <returns>In milliseconds; the first question warmed the program up.</returns>
    private static async Task<double> MeasureAsync(HttpClient http, int times, Func<int, string> question)
    {
        var timings = new List<double>();
        for (var time = 0; time <= times; time++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri(question(time), UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            timings.Add(watch.Elapsed.TotalMilliseconds);
        }

        return timings.Skip(1).Median();
    }
}
