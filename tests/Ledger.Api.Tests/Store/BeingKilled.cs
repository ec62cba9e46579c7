using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Ledger.Api.Store;
using Ledger.Api.Tests.Cli;
using Ledger.Api.Tests.Reporting;
using Ledger.Domain;
using Npgsql;

namespace Ledger.Api.Tests.Store;

/// <summary>The program and the database, real processes, are killed in the midst of writing.</summary>
public class BeingKilled
{
    private const int Clients = 8;

    private static readonly string[] Series = ["op_revenue", "hte_revenue", "gross_ind_output", "ht_output"];

    private static readonly Period[] Periods = [Period.OfQuarter(2025, 1), Period.OfQuarter(2025, 2), Period.OfQuarter(2025, 3)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loses_nothing_that_was_acknowledged_and_leaves_nothing_half_done()
    {
        await using var server = await DurableServer.StartAsync();
        await using (var founding = new FoundingHost(server.Database))
            await founding.InitializeAsync();

        await using var program = new ServingProgram(server.Database);
        program.Start();
        await program.BeReadyAsync(Cancellation);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var acknowledged = new ConcurrentBag<Batch>();
        string[] zones = ["xlht", "byh", "cjcy", "snt", "dln"];
        var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => program.SignInAsync(zones[client % zones.Length], Cancellation)));
        var writing = Task.WhenAll(clients.Select((http, client) => WriteAsync(http, zones[client % zones.Length].ToUpperInvariant(), client, acknowledged, stop.Token)));

        await MoreAsync(acknowledged);
        await program.KillAsync();
        program.Start();
        await MoreAsync(acknowledged);
        await server.KillAndStartAsync();
        await MoreAsync(acknowledged);
        await stop.CancelAsync();
        await writing;
        await program.BeReadyAsync(Cancellation);

        await ShouldHoldAsync(server.Database, acknowledged);
        (await CommandLine.RunAsync(server.Database, ["rebuild"])).Output.ShouldContain("the same as before");
    }

    /// <summary>Batch after batch, each sent again under its key until it is acknowledged.</summary>
    private static async Task WriteAsync(
        HttpClient http, string zone, int client, ConcurrentBag<Batch> acknowledged, CancellationToken stop)
    {
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            // No two statements of any client are alike, so each makes an event.
            var value = (client + 1) + (number * 10m);
            var figures = Series.Select((series, index) => (Series: series, Value: value + (index / 100m))).ToList();
            var address = $"/api/returns/{zone}/{Periods[number % Periods.Length]}/figures";
            var key = string.Create(CultureInfo.InvariantCulture, $"client-{client}/{number}");
            Answer? answer = null;
            while (answer is not { Status: HttpStatusCode.OK })
            {
                try
                {
                    answer = await http.PutAsync(
                        address, new { figures = figures.Select(figure => new { series = figure.Series, value = figure.Value }) }, ("Idempotency-Key", key));
                    ((int)answer.Status is 200 or >= 500).ShouldBeTrue(answer.Text);
                }
                catch (HttpRequestException)
                {
                    answer = null;
                }

                if (answer is not { Status: HttpStatusCode.OK })
                    await Task.Delay(100, Cancellation);
            }

            acknowledged.Add(new Batch(answer.Receipt(), figures));
        }
    }

    private static async Task MoreAsync(ConcurrentBag<Batch> acknowledged)
    {
        var enough = acknowledged.Count + (Clients * 5);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(40));
        while (acknowledged.Count < enough)
            await Task.Delay(20, patience.Token);
    }

    private static async Task ShouldHoldAsync(string database, IReadOnlyCollection<Batch> acknowledged)
    {
        await using var source = NpgsqlDataSource.Create(database);
        (await ScalarAsync("select count(*) from ledger.mt_events e where not exists (select from ledger.ledger_entry l where l.seq_id = e.seq_id)"))
            .ShouldBe(0L, "Every event is sealed.");
        (await ScalarAsync("select count(*) from ledger.ledger_entry l where not exists (select from ledger.mt_events e where e.seq_id = l.seq_id)"))
            .ShouldBe(0L, "Every entry seals an event.");
        (await ScalarAsync("select max(position) + 1 - count(*) from ledger.ledger_entry")).ShouldBe(0L, "No position is left out.");
        (await ScalarAsync("""
            select count(*) from ledger.ledger_entry l join ledger.mt_events e using (seq_id)
             where l.leaf_hash <> sha256('\x00'::bytea || convert_to(ledger.entry_text(l.position, l.recorded_at, e), 'UTF8'))
            """)).ShouldBe(0L, "Every seal is that of its entry.");
        (await ScalarAsync("select count(*) from (select recorded_at < lag(recorded_at) over (order by position) as back from ledger.ledger_entry) t where back"))
            .ShouldBe(0L, "Time never goes back.");

        foreach (var batch in acknowledged)
        {
            await using var command = source.CreateCommand("""
                select l.position, l.recorded_at, e.data->>'series', (e.data->>'value')::numeric
                  from ledger.ledger_entry l join ledger.mt_events e using (seq_id)
                 where l.stream_id = $1 and l.version > $2 - $3 and l.version <= $2 order by l.version
                """);
            command.Parameters.AddWithValue(batch.Receipt.Stream);
            command.Parameters.AddWithValue(batch.Receipt.Version);
            command.Parameters.AddWithValue((long)Series.Length);
            var found = new List<(string Series, decimal Value)>();
            await using var row = await command.ExecuteReaderAsync(Cancellation);
            while (await row.ReadAsync(Cancellation))
            {
                found.Add((row.GetString(2), row.GetDecimal(3)));
                row.GetInt64(0).ShouldBe(batch.Receipt.Position - Series.Length + found.Count, "It stands where it was said to stand.");
            }

            found.ShouldBe(batch.Figures, "It is what was sent, whole.");
        }

        (await ScalarAsync("select count(*) from ledger.mt_events where type = 'figure_reported'"))
            .ShouldBe((long)acknowledged.Count * Series.Length, "Nothing was done twice, and nothing that was not acknowledged in the end.");

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            return await command.ExecuteScalarAsync(Cancellation);
        }
    }

    private sealed record Batch(Receipt Receipt, IReadOnlyList<(string Series, decimal Value)> Figures);

    private sealed class FoundingHost(string database) : ReportingHost
    {
        protected override Task<string> OpenDatabaseAsync() => Task.FromResult(database);
    }
}
