using Ledger.Api.Store;
using Ledger.Domain.Reporting;
using Npgsql;

namespace Ledger.Api.Reporting;

/// <summary>Makes the facts again, return by return, from the first event on.</summary>
internal sealed class FactsRebuild(NpgsqlDataSource database, LedgerReader reader, EventNames names) : IRebuildable
{
    private const int RowsAtOnce = 1_000;

    private const string Print = """
        select count(*), coalesce(md5(string_agg(f::text, E'\n' order by zone, series, period, position_from)), '') from ledger.facts f
        """;

    public string Name => "facts";

    public async Task<Rebuilt> RebuildAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Writers of the tables wait, readers do not; and the daemon's progress says exactly what the rows hold.
        await ExecuteAsync(connection, "lock table ledger.facts, ledger.facts_figure in exclusive mode", cancellation);
        var (_, before) = await PrintAsync(connection, cancellation);
        var returns = await ReturnsAsync(connection, cancellation);
        await ExecuteAsync(connection, "delete from ledger.facts; delete from ledger.facts_figure", cancellation);

        var rows = new List<FactRow>();
        foreach (var (streamId, last) in returns)
        {
            rows.AddRange(await RowsAsync(streamId, last, cancellation));
            if (rows.Count < RowsAtOnce)
                continue;
            await StoreAsync(connection, rows, cancellation);
            rows.Clear();
        }

        await StoreAsync(connection, rows, cancellation);
        var (count, after) = await PrintAsync(connection, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Rebuilt(Name, count, Changed: after != before);
    }

    /// <summary>Every return that the read model has seen, with the last version it has seen of it.</summary>
    private async Task<List<(string StreamId, long Last)>> ReturnsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            select e.stream_id, max(e.version) from ledger.mt_events e
             where e.type = any($1) and e.seq_id <= (select last_seq_id from ledger.mt_event_progression where name = $2)
             group by e.stream_id order by e.stream_id
            """, connection);
        command.Parameters.AddWithValue(names.NamesOf(typeof(ReturnEvent)));
        command.Parameters.AddWithValue(FactsProjection.Shard);
        var returns = new List<(string, long)>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            returns.Add((row.GetString(0), row.GetInt64(1)));
        return returns;
    }

    private async Task<IReadOnlyList<FactRow>> RowsAsync(string streamId, long last, CancellationToken cancellation)
    {
        var stream = ZoneReturn.StreamOf(streamId);
        var state = stream.Initial;
        var rows = new FactRows();
        foreach (var recorded in await reader.VersionsAsync<ReturnEvent>(streamId, fromExclusive: 0, last, cancellation))
        {
            var before = state;
            state = stream.Evolve(before, recorded);
            rows.Add(before, state);
        }

        return rows.All;
    }

    private static async Task StoreAsync(NpgsqlConnection connection, List<FactRow> rows, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(FactTables.StoreWhatStands("$1"), connection);
        command.Parameters.AddWithValue(FactTables.ToJson(rows));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<(long Count, string Print)> PrintAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Print, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt64(0), row.GetString(1));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
