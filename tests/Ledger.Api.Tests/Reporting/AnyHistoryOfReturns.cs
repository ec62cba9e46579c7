using CsCheck;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain.Reporting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Tests.Reporting;

/// <summary>The facts against the Domain's own fold, for histories made by commands.</summary>
public class AnyHistoryOfReturns(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static int samples;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Facts Facts => host.Services.GetRequiredService<Facts>();

    private IRebuildable Rebuild => host.Services.GetServices<IRebuildable>().Single(model => model.Name == "facts");

    [Fact]
    public async Task Reads_as_of_any_position_as_a_replay_of_its_beginning_does() => await Gen.Select(
        GeneratedReturns.AnAct.Array[10, 90], Gen.Double[0, 1].Array[2], Gen.Int[0, 120].Array[2]).SampleAsync(
        async (acts, parts, days) =>
        {
            var name = $"P{Interlocked.Increment(ref samples)}";
            var before = (await host.Reader.HeadAsync(Cancellation)).Position;
            await host.Writer.PlayAsync(acts, name, Cancellation);
            var after = (await host.Reader.HeadAsync(Cancellation)).Position;

            long[] positions = [before, after, .. parts.Select(part => before + (long)(part * (after - before)))];
            foreach (var position in positions)
                await ShouldEqualAReplayAsync(name, position, [null, .. days.Select(day => (LocalDate?)new LocalDate(2024, 1, 1).PlusDays(day))]);
        },
        iter: 25, threads: 1);

    [Fact]
    public async Task Rebuilds_to_the_very_rows_that_the_daemon_had_kept()
    {
        string[] statuses = [",reported,", ",accepted,", ",withdrawn,", ",correction_requested,"];
        List<string> kept = [];
        for (var part = 0; !statuses.All(status => kept.Exists(row => row.Contains(status))); part++)
        {
            part.ShouldBeLessThan(20, "The generated acts leave out a way in which a figure may stand.");
            await PlayAsync($"R{part}");
            kept = await RowsAsync();
        }

        (await Rebuild.RebuildAsync(Cancellation)).Changed.ShouldBeFalse();
        (await RowsAsync()).ShouldBe(kept);

        await ExecuteAsync("update ledger.facts set value = value + 1 where status = 'accepted'; delete from ledger.facts where version = 2; delete from ledger.facts_figure where series = 'op_revenue'");
        (await Rebuild.RebuildAsync(Cancellation)).Changed.ShouldBeTrue();
        (await RowsAsync()).ShouldBe(kept);
    }

    [Fact]
    public async Task Rebuilds_while_others_write_and_read()
    {
        await PlayAsync("W");
        var known = (await host.Reader.HeadAsync(Cancellation)).Position;
        var book = (await Facts.BookAsync(new FactsQuery(known), Cancellation)).All.Count;
        var writing = Task.WhenAll(PlayAsync("X"), PlayAsync("Y"));
        for (var again = 0; again < 5; again++)
        {
            (await Rebuild.RebuildAsync(Cancellation)).Changed.ShouldBeFalse();
            (await Facts.BookAsync(new FactsQuery(known), Cancellation)).All.Count.ShouldBe(book);
            await Task.Delay(100, Cancellation);
        }

        await writing;
        foreach (var name in new[] { "W", "X", "Y" })
            await ShouldEqualAReplayAsync(name, (await host.Reader.HeadAsync(Cancellation)).Position, [null]);
    }

    private async Task PlayAsync(string name)
    {
        await host.Writer.PlayAsync(GeneratedReturns.AnAct.Array[250].Single(), name, Cancellation);
        var head = await host.Reader.HeadAsync(Cancellation);
        await host.Services.GetRequiredService<ReadModels>().ReachAsync(head.Position, Cancellation);
    }

    private async Task ShouldEqualAReplayAsync(string name, long position, LocalDate?[] days)
    {
        foreach (var zone in new[] { GeneratedReturns.ZoneOf(name, 0), GeneratedReturns.ZoneOf(name, 1) })
        {
            var histories = await host.Reader.HistoriesAsync<ReturnEvent>(
                GeneratedReturns.Periods.Select(period => ZoneReturn.StreamId(zone, period)), position, Cancellation);
            foreach (var day in days)
            {
                var replayed = histories.SelectMany(history => ZoneReturn.StreamOf(history.Key)
                    .Fold(history.Where(recorded => day is null || recorded.Event.On <= day)).Figures.Values.Select(figure => figure.Standing)).ToList();
                await ShouldBeAsync(new FactsQuery(position, day, zone), replayed);
                foreach (var period in GeneratedReturns.Periods)
                    await ShouldBeAsync(new FactsQuery(position, day, zone, From: period, To: period), replayed.Where(figure => figure.Period == period));
                await ShouldBeAsync(new FactsQuery(position, day, zone, "op_revenue"), replayed.Where(figure => figure.Series == "op_revenue"));
            }
        }
    }

    private async Task ShouldBeAsync(FactsQuery query, IEnumerable<Figure> replayed) =>
        (await Facts.BookAsync(query, Cancellation)).All.ShouldBe(replayed, ignoreOrder: true, $"{query}");

    private async Task<List<string>> RowsAsync()
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand("""
            select f::text from ledger.facts f union all select f::text from ledger.facts_figure f order by 1
            """);
        var rows = new List<string>();
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        while (await row.ReadAsync(Cancellation))
            rows.Add(row.GetString(0));
        return rows;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(TestDatabase.AsOwner(host.Database));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
