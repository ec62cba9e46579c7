using System.Security.Cryptography;
using System.Text;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Domain.Access;
using Ledger.Domain.Transparency;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Tests.Store;

public class SealingTheLedger(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly LocalDate Day = new(2022, 1, 10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_writers_at_once_lose_nothing_and_leave_no_gap()
    {
        var before = await host.Reader.HeadAsync(Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var i = 0; i < 25; i++)
                await AppointAsync(i % 2 == 0 ? "shared.officer" : $"officer-{writer}-{i}", $"{writer}/{i}");
        }));

        var entries = await EntriesAsync();
        entries.Count.ShouldBe((int)before.Size + 200);
        entries.Select(e => e.Position).ShouldBe(Enumerable.Range(0, entries.Count).Select(i => (long)i));
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.First.RecordedAt <= pair.Second.RecordedAt);
        (await ScalarAsync<long>("select count(*) from ledger.mt_events e where not exists (select from ledger.ledger_entry l where l.seq_id = e.seq_id)"))
            .ShouldBe(0);
    }

    [Fact]
    public async Task A_leaf_is_the_hash_of_the_entrys_text()
    {
        await AppointAsync("leaf.officer", "Leaf");
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand("""
            select l.leaf_hash, ledger.entry_text(l.position, l.recorded_at, e)
              from ledger.ledger_entry l join ledger.mt_events e using (seq_id)
            """);
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        var read = 0;
        for (; await row.ReadAsync(Cancellation); read++)
            SHA256.HashData([0x00, .. Encoding.UTF8.GetBytes(row.GetString(1))]).ShouldBe(row.GetFieldValue<byte[]>(0));
        read.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_text_holds_who_acted_and_what_was_said()
    {
        await AppointAsync("text.officer", "名字");
        var text = await ScalarAsync<string>("""
            select ledger.entry_text(l.position, l.recorded_at, e)
              from ledger.ledger_entry l join ledger.mt_events e using (seq_id) where l.stream_id = 'officer/text.officer'
            """);
        text.ShouldContain("\"officer\": \"founder\"");
        text.ShouldContain("\"role\": \"administrator\"");
        text.ShouldContain("名字");
    }

    [Fact]
    public async Task A_rolled_back_write_takes_no_position()
    {
        var before = await host.Reader.HeadAsync(Cancellation);
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await InsertRawAsync(connection, "raw/rolled-back", 1);
            await transaction.RollbackAsync(Cancellation);
        }

        await AppointAsync("after.rollback", "After");
        var receipt = await host.Reader.ReadAsync(Officer.Stream("after.rollback"), position: null, Cancellation);
        receipt.Position.ShouldNotBeNull().ShouldBe(before.Position + 1);
    }

    [Fact]
    public async Task Another_client_with_a_forged_time_is_sealed_with_the_databases_clock()
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await InsertRawAsync(connection, "raw/forged", 1);
        (await ScalarAsync<DateTime>("select recorded_at from ledger.ledger_entry where stream_id = 'raw/forged'"))
            .ShouldBeGreaterThan(DateTime.UtcNow.AddMinutes(-1));
    }

    [Fact]
    public async Task Sealing_early_and_going_on_leaves_nothing_unsealed()
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await InsertRawAsync(connection, "raw/early", 1);
            await using (var immediate = new NpgsqlCommand("set constraints all immediate", connection))
                await immediate.ExecuteNonQueryAsync(Cancellation);
            await InsertRawAsync(connection, "raw/early", 2);
            await transaction.CommitAsync(Cancellation);
        }

        (await ScalarAsync<long>("select count(*) from ledger.ledger_entry where stream_id = 'raw/early'")).ShouldBe(2);
    }

    [Theory]
    [InlineData("update ledger.mt_events set data = '{}'")]
    [InlineData("delete from ledger.mt_events")]
    [InlineData("truncate ledger.mt_events")]
    [InlineData("insert into ledger.mt_events select * from ledger.mt_events on conflict (seq_id) do update set data = '{}'")]
    [InlineData("delete from ledger.mt_streams")]
    [InlineData("truncate ledger.mt_streams cascade")]
    [InlineData("update ledger.mt_streams set id = 'another'")]
    [InlineData("update ledger.mt_streams set is_archived = true")]
    [InlineData("update ledger.ledger_entry set position = 0")]
    [InlineData("delete from ledger.ledger_entry")]
    [InlineData("truncate ledger.ledger_entry")]
    [InlineData("insert into ledger.ledger_entry values (999999, 999999, 'x', 1, now(), '', 1)")]
    [InlineData("alter table ledger.mt_events disable trigger seal")]
    [InlineData("drop trigger seal on ledger.mt_events")]
    [InlineData("create or replace function ledger.seal() returns trigger language plpgsql as 'begin return null; end'")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("set role ledger_owner")]
    [InlineData("drop table ledger.ledger_entry")]
    [InlineData("delete from ledger.idempotency")]
    [InlineData("truncate ledger.idempotency")]
    [InlineData("update ledger.idempotency set events = 0")]
    [InlineData("update ledger.evidence set name = 'another'")]
    [InlineData("delete from ledger.evidence")]
    [InlineData("update ledger.log_checkpoint set note = 'another'")]
    [InlineData("delete from ledger.log_checkpoint")]
    [InlineData("truncate ledger.log_checkpoint cascade")]
    [InlineData("update ledger.log_cosignature set line = 'another'")]
    [InlineData("delete from ledger.log_cosignature")]
    [InlineData("truncate ledger.log_cosignature")]
    [InlineData("truncate ledger.evidence")]
    public async Task The_application_role_cannot_change_history(string statement)
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand(statement);
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_root_at_every_size_is_that_of_its_leaves()
    {
        for (var i = 0; i < 40; i++)
            await AppointAsync($"root.{i}", $"Root {i}");
        await using var source = NpgsqlDataSource.Create(host.Database);
        using var tree = new LogTree(source);
        byte[][] leaves = [.. (await EntriesAsync()).Select(e => e.LeafHash)];
        for (var size = 0; size <= leaves.Length; size++)
            (await tree.AtSizeAsync(size, Cancellation)).ShouldBe(MerkleTree.Root(leaves.AsSpan(0, size)));
    }

    private async Task AppointAsync(string user, string name)
    {
        var founder = new Actor("founder", "XLA", Role.Administrator);
        var result = await host.Writer.WriteAsync(
            Officer.Stream(user),
            state => new AppointOfficer(user, name, "XLA", Role.Auditor, Zone: null, Basis: null, Day)
                .Decide(state, new HashSet<string>(), new HashSet<string>(), founder, Day),
            new WriteContext(founder),
            Cancellation);
        result.ShouldBeOfType<WriteResult.Written>().Receipt.Events.ShouldBe(1);
    }

    private static Task InsertRawAsync(NpgsqlConnection connection, string stream, int version) => RawEvents.InsertAsync(
        connection, stream, version, "officer_dismissed", """{"on": "2022-01-01", "reason": "raw"}""", Cancellation);

    private async Task<List<(long Position, DateTime RecordedAt, byte[] LeafHash)>> EntriesAsync()
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand("select position, recorded_at, leaf_hash from ledger.ledger_entry order by position");
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        var entries = new List<(long, DateTime, byte[])>();
        while (await row.ReadAsync(Cancellation))
            entries.Add((row.GetInt64(0), row.GetDateTime(1), row.GetFieldValue<byte[]>(2)));
        return entries;
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
