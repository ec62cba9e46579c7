using System.Diagnostics;
using System.Net;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Store;

public class KeepingReadModels(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly Period Quarter = Period.OfQuarter(2023, 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_waits_for_what_was_written_just_before_and_not_long()
    {
        var waits = new List<TimeSpan>();
        for (var version = 1; version <= 20; version++)
        {
            await AppendAsync(host, "return/Q1/2023-Q2", version, "figure_reported", Reported("op_revenue", version));
            var waited = Stopwatch.StartNew();
            (await BookAsync(host, "Q1")).Find("Q1", "op_revenue", Quarter).ShouldNotBeNull().Value.ShouldBe(version);
            waits.Add(waited.Elapsed);
        }

        waits.Order().ElementAt(10).ShouldBeLessThan(TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task Commits_in_another_order_than_the_events_began_are_read_in_the_order_of_positions()
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var slow = await source.OpenConnectionAsync(Cancellation);
        await using var open = await slow.BeginTransactionAsync(Cancellation);
        await RawEvents.InsertAsync(slow, "return/Q2/2023-Q2", 1, "figure_reported", Reported("op_revenue", 1), Cancellation);
        await AppendAsync(host, "return/Q2/2023-Q1", 1, "figure_reported", Reported("op_revenue", 2));
        var first = await host.Reader.HeadAsync(Cancellation);

        var reading = BookAsync(host, "Q2", first.Position);
        await Task.Delay(200, Cancellation);
        reading.IsCompleted.ShouldBeFalse("An open transaction may still fill the place before the one asked about.");
        await open.CommitAsync(Cancellation);

        (await reading).All.Select(figure => figure.Value).ShouldBe([2m]);
        (await BookAsync(host, "Q2")).All.Select(figure => figure.Value).ShouldBe([1m, 2m], ignoreOrder: true);
    }

    [Fact]
    public async Task A_write_that_was_rolled_back_holds_nobody_up_for_long()
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using (var connection = await source.OpenConnectionAsync(Cancellation))
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            await RawEvents.InsertAsync(connection, "return/Q3/2023-Q1", 1, "figure_reported", Reported("op_revenue", 1), Cancellation);
            await transaction.RollbackAsync(Cancellation);
        }

        await AppendAsync(host, "return/Q3/2023-Q2", 1, "figure_reported", Reported("op_revenue", 2));
        var waited = Stopwatch.StartNew();
        (await BookAsync(host, "Q3")).All.Count.ShouldBe(1);
        waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Nothing_comes_in_behind_a_read_model_that_has_gone_by()
    {
        await AppendAsync(host, "return/Q4/2023-Q1", 1, "figure_reported", Reported("op_revenue", 1));
        await BookAsync(host, "Q4");
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var late = source.CreateCommand("""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, user_name, headers)
            select -seq_id, gen_random_uuid(), stream_id, 2, data, type, timestamp, tenant_id, mt_dotnet_type, user_name, headers
              from ledger.mt_events where stream_id = 'return/Q4/2023-Q1'
            """);
        (await Should.ThrowAsync<PostgresException>(() => late.ExecuteNonQueryAsync(Cancellation)))
            .SqlState.ShouldBe(PostgresErrorCodes.SerializationFailure);
    }

    [Fact]
    public async Task Another_program_on_the_same_ledger_takes_them_over()
    {
        var first = new OneOfTwo();
        await first.InitializeAsync();
        await using var second = new OneOfTwo { Shared = first.Database };
        await second.InitializeAsync();
        await AppendAsync(first, "return/Q1/2023-Q2", 1, "figure_reported", Reported("op_revenue", 1));
        (await BookAsync(first, "Q1")).All.ShouldHaveSingleItem();
        (await BookAsync(second, "Q1")).All.ShouldHaveSingleItem();

        await first.DisposeAsync();
        await AppendAsync(second, "return/Q1/2023-Q2", 2, "figure_reported", Reported("op_revenue", 2));
        (await BookAsync(second, "Q1")).All.ShouldHaveSingleItem().Value.ShouldBe(2);
    }

    [Theory]
    [InlineData("figure_withdrawn", """{"on": "2023-07-01", "series": "never_stated", "reason": "raw"}""", "cannot be folded")]
    [InlineData("figure_invented", """{"on": "2023-07-01"}""", "figure_invented")]
    [InlineData("return_accepted", """{"on": "not a date"}""", "return_accepted")]
    public async Task An_event_that_cannot_be_applied_stops_the_read_model_and_health_says_so(string type, string data, string said)
    {
        await using var own = new LedgerHost();
        await own.InitializeAsync();
        using var client = own.CreateClient();
        await AppendAsync(own, "return/Q1/2023-Q2", 1, "figure_reported", Reported("op_revenue", 1));
        var good = await own.Reader.HeadAsync(Cancellation);
        (await BookAsync(own, "Q1")).All.ShouldHaveSingleItem();
        (await client.GetAsync("/health/ready", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await AppendAsync(own, "return/Q1/2023-Q2", 2, type, data);
        await AppendAsync(own, "return/Q1/2023-Q2", 3, "figure_reported", Reported("op_revenue", 3));

        await Should.ThrowAsync<ProjectionBehindException>(() => BookAsync(own, "Q1"));
        (await BookAsync(own, "Q1", good.Position)).All.ShouldHaveSingleItem().Value.ShouldBe(1);
        var ready = await client.GetAsync("/health/ready", Cancellation);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var text = await ready.Content.ReadAsStringAsync(Cancellation);
        text.ShouldContain("facts:All has stopped");
        text.ShouldContain(said);
        (await client.GetAsync("/health/live", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static string Reported(string series, decimal value) =>
        $$"""{"on": "2023-07-10", "series": "{{series}}", "value": {{value}}, "note": null, "reason": null, "evidence": []}""";

    private static async Task AppendAsync(LedgerHost host, string stream, int version, string type, string data)
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await RawEvents.InsertAsync(connection, stream, version, type, data, Cancellation);
    }

    private static async Task<FigureBook> BookAsync(LedgerHost host, string zone, long? position = null) =>
        await host.Services.GetRequiredService<Facts>().BookAsync(
            new FactsQuery(position ?? (await host.Reader.HeadAsync(Cancellation)).Position, Zone: zone), Cancellation);

    private sealed class OneOfTwo : LedgerHost
    {
        public string? Shared { get; init; }

        public override async ValueTask InitializeAsync() => await StartAsync(Shared);
    }
}
