using Ledger.Api.Store;
using Ledger.Domain.Registers;
using Npgsql;

namespace Ledger.Api.Registers;

/// <summary>Makes the register's tables again, institution by institution, from the first event on.</summary>
internal sealed class RegisterRebuild(NpgsqlDataSource database, LedgerReader reader) : IRebuildable
{
    private const int AtOnce = 500;

    // The sum of the rows' hashes: the same for the same rows, in whatever order they lie.
    private const string Print = """
        select sum(rows)::bigint, string_agg(print, ' ' order by part) from (
          select 1 as part, count(*) as rows, coalesce(sum(hashtextextended(r::text, 0)::numeric), 0)::text as print from ledger.register_residence r
           union all
          select 2, count(*), coalesce(sum(hashtextextended(r::text, 0)::numeric), 0)::text from ledger.register_standing r
           union all
          select 3, count(*), coalesce(sum(hashtextextended(r::text, 0)::numeric), 0)::text from ledger.register_first r) of_each
        """;

    public string Name => "register";

    public async Task<Rebuilt> RebuildAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Writers of the tables wait, readers do not; and the daemon's progress says exactly what the rows hold.
        await ExecuteAsync(connection, "lock table ledger.register_residence, ledger.register_standing, ledger.register_first in exclusive mode", cancellation);
        var (_, before) = await PrintAsync(connection, cancellation);
        var institutions = await InstitutionsAsync(connection, cancellation);
        await ExecuteAsync(connection, "delete from ledger.register_residence; delete from ledger.register_standing; delete from ledger.register_first", cancellation);

        foreach (var part in institutions.Chunk(AtOnce))
        {
            var histories = await reader.HistoriesAsync<InstitutionEvent>(part.Select(one => one.StreamId), position: null, cancellation);
            var rows = new RegisterRows();
            foreach (var (streamId, last) in part)
                rows.Fold(Institution.StreamOf(streamId), histories[streamId].TakeWhile(recorded => recorded.Provenance.Version <= last), from: 1);
            foreach (var (sql, json) in RegisterTables.Statements(rows, "$1"))
                await ExecuteAsync(connection, sql, cancellation, json);
        }

        var (count, after) = await PrintAsync(connection, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Rebuilt(Name, count, Changed: after != before);
    }

    /// <summary>Every institution that the read model has seen, with the last version it has seen of it.</summary>
    private static async Task<List<(string StreamId, long Last)>> InstitutionsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            select e.stream_id, max(e.version) from ledger.mt_events e
             where e.stream_id ^@ 'institution/' and e.seq_id <= (select last_seq_id from ledger.mt_event_progression where name = $1)
             group by e.stream_id order by e.stream_id
            """, connection);
        command.Parameters.AddWithValue(RegisterProjection.Shard);
        var institutions = new List<(string, long)>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            institutions.Add((row.GetString(0), row.GetInt64(1)));
        return institutions;
    }

    private static async Task<(long Count, string Print)> PrintAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Print, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt64(0), row.GetString(1));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, string? json = null)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (json is not null)
            command.Parameters.AddWithValue(json);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
