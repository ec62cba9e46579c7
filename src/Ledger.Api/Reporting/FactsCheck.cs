using Ledger.Api.Store;
using Ledger.Domain.Reporting;
using NodaTime;
using Npgsql;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Reporting;

/// <summary>Compares the facts with what the events say, return by return, and changes nothing.</summary>
public sealed class FactsCheck(NpgsqlDataSource database, LedgerReader reader)
{
    /// <param name="position">Both are looked at as of it; the read model has to have reached it.</param>
    /// <returns>The first row that differs, of either side; null when they say the same.</returns>
    public async Task<FactDifference?> FirstDifferenceAsync(long position, CancellationToken cancellation)
    {
        foreach (var stream in await ReturnsAsync(position, cancellation))
        {
            var stored = await StoredAsync(stream, position, cancellation);
            var folded = await FoldedAsync(stream, position, cancellation);
            if (folded.Except(stored).OrderBy(row => row.PositionFrom).FirstOrDefault() is { } lacking)
                return Difference(lacking, stored.Find(row => row.Version == lacking.Version && row.Series == lacking.Series)?.Value, lacking.Value);
            if (stored.Except(folded).FirstOrDefault() is { } surplus)
                return Difference(surplus, surplus.Value, events: null);
        }

        return null;
    }

    private static FactDifference Difference(FactRow row, decimal? readModel, decimal? events) =>
        new(row.Zone, row.Series, row.Period, row.PositionFrom, readModel, events);

    /// <summary>Every return that either side knows.</summary>
    private async Task<List<string>> ReturnsAsync(long position, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select stream_id from ledger.ledger_entry where stream_id like 'return/%' and position <= $1
             union
            select 'return/' || zone || '/' || period from ledger.facts where position_from <= $1
             order by 1
            """);
        command.Parameters.AddWithValue(position);
        var streams = new List<string>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            streams.Add(row.GetString(0));
        return streams;
    }

    private async Task<List<FactRow>> FoldedAsync(string stream, long position, CancellationToken cancellation)
    {
        var history = ZoneReturn.StreamOf(stream);
        var (rows, state) = (new FactRows(), history.Initial);
        foreach (var recorded in await reader.HistoryAsync<ReturnEvent>(stream, position, cancellation))
        {
            var before = state;
            state = history.Evolve(before, recorded);
            rows.Add(before, state);
        }

        return [.. rows.All];
    }

    private async Task<List<FactRow>> StoredAsync(string stream, long position, CancellationToken cancellation)
    {
        var of = ZoneReturn.StreamOf(stream).Initial;
        await using var command = database.CreateCommand("""
            select series, position_from, case when position_to <= $3 then position_to end, value, status, version, reported_on, known_on,
                   case when position_to <= $3 then known_to end, event_id
              from ledger.facts where zone = $1 and period = $2 and position_from <= $3
            """);
        command.Parameters.AddWithValue(of.Zone);
        command.Parameters.AddWithValue(of.Period.ToString());
        command.Parameters.AddWithValue(position);
        var rows = new List<FactRow>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            rows.Add(new(
                of.Zone, row.GetString(0), of.Period, row.GetInt64(1), await NullableAsync<long>(row, 2, cancellation), row.GetDecimal(3),
                FactRow.StatusOf(row.GetString(4)), row.GetInt32(5), row.GetFieldValue<LocalDate>(6), row.GetFieldValue<LocalDate>(7),
                await NullableAsync<LocalDate>(row, 8, cancellation), row.GetGuid(9)));
        }

        return rows;
    }

    private static async Task<T?> NullableAsync<T>(NpgsqlDataReader row, int column, CancellationToken cancellation)
        where T : struct =>
        await row.IsDBNullAsync(column, cancellation) ? null : row.GetFieldValue<T>(column);
}

/// <summary>A figure that the facts and the events tell differently.</summary>
/// <param name="Position">From which on.</param>
/// <param name="ReadModel">Null: the facts do not have it.</param>
/// <param name="Events">Null: the events do not have it.</param>
public sealed record FactDifference(string Zone, string Series, Period Period, long Position, decimal? ReadModel, decimal? Events);
