using Npgsql;

namespace Ledger.Api.Tests.Reporting;

public class WritingAtOnce(ReportingHost host) : IClassFixture<ReportingHost>
{
    private const int Clients = 8;
    private const int Batches = 6;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_clients_on_one_return_and_on_many_lose_nothing()
    {
        var before = await host.Reader.HeadAsync(Cancellation);
        string[] zones = ["XLHT", "BYH", "CJCY", "SNT", "DLN"];
        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var zone = zones[client % zones.Length];
            using var officer = await host.AsAsync(zone.ToLowerInvariant());
            var receipts = new List<Answer>();
            for (var batch = 0; batch < Batches; batch++)
            {
                // Every second batch goes to a return that others write to as well.
                var period = batch % 2 == 0 ? "2022-Q1" : $"{2021 + (client / zones.Length)}-Q{1 + (batch / 2)}";
                var value = (client * 100) + batch + 1;
                receipts.Add(await officer.PutAsync(
                    $"/api/returns/{zone}/{period}/figures",
                    ReportingHost.Batch(ReportingHost.Quarter.ToDictionary(figure => figure.Key, _ => (decimal)value))));
            }

            return receipts;
        }));

        var written = answers.SelectMany(client => client).Select(answer => answer.Receipt()).ToList();
        written.Count.ShouldBe(Clients * Batches);
        var events = written.Sum(receipt => receipt.Events);
        events.ShouldBe(Clients * Batches * 16);

        var entries = await EntriesAsync();
        entries.Count.ShouldBe((int)before.Size + events);
        entries.Select(entry => entry.Position).ShouldBe(Enumerable.Range(0, entries.Count).Select(i => (long)i));
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.First.RecordedAt <= pair.Second.RecordedAt);
        foreach (var stream in entries.GroupBy(entry => entry.Stream))
            stream.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, stream.Count()).Select(i => (long)i), stream.Key);
        foreach (var receipt in written)
            entries[(int)receipt.Position].ShouldBe((receipt.Position, receipt.Stream, receipt.Version, receipt.RecordedAt.ToDateTimeUtc()));
        (await ScalarAsync("select count(*) from ledger.mt_events e where not exists (select from ledger.ledger_entry l where l.seq_id = e.seq_id)"))
            .ShouldBe(0);
    }

    [Fact]
    public async Task A_return_reads_as_just_written()
    {
        using var zone = await host.AsAsync("dln");
        for (var value = 1m; value <= 10m; value++)
        {
            var receipt = (await zone.PutAsync("/api/returns/DLN/2024-Q1/figures", ReportingHost.Batch("op_revenue", value))).Receipt();
            var read = await zone.AskAsync("/api/figures?zone=DLN&series=op_revenue&period=2024-Q1");
            read.Position.ShouldBeGreaterThanOrEqualTo(receipt.Position);
            read.Ok().Json[0]!["value"]!.GetValue<decimal>().ShouldBe(value);
        }
    }

    private async Task<List<(long Position, string Stream, long Version, DateTime RecordedAt)>> EntriesAsync()
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand("select position, stream_id, version, recorded_at from ledger.ledger_entry order by position");
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        var entries = new List<(long, string, long, DateTime)>();
        while (await row.ReadAsync(Cancellation))
            entries.Add((row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetDateTime(3)));
        return entries;
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
