using System.Globalization;
using Ledger.Api.Store;
using Ledger.Domain.Registers;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Ledger.Api.Registers;

/// <summary>Compares the register's tables with what the events say, institution by institution, and changes nothing.</summary>
public sealed class RegisterCheck(NpgsqlDataSource database, LedgerReader reader)
{
    private const int AtOnce = 500;

    // A row as text, as it stood at the position: what came later has not ended it yet.
    private const string Stored = """
        select r.code, r.position_from, concat_ws('|', 'residence', r.code, r.name, r.zone, r.valid_from, nullif(r.valid_to, 'infinity'),
                 r.position_from, r.known_on, case when r.position_to <= $2 then r.position_to end, case when r.position_to <= $2 then r.known_to end)
          from ledger.register_residence r where r.code = any($1) and r.position_from <= $2
         union all
        select r.code, r.position_from, concat_ws('|', 'standing', r.code, r.kind, r.level, r.zone, r.valid_from, nullif(r.valid_to, 'infinity'),
                 r.position_from, r.known_on, case when r.position_to <= $2 then r.position_to end, case when r.position_to <= $2 then r.known_to end)
          from ledger.register_standing r where r.code = any($1) and r.position_from <= $2
         union all
        select r.code, r.position_from, concat_ws('|', 'first', r.code, r.kind, r.level, r.zone, r.day,
                 r.position_from, r.known_on, case when r.position_to <= $2 then r.position_to end, case when r.position_to <= $2 then r.known_to end)
          from ledger.register_first r where r.code = any($1) and r.position_from <= $2
        """;

    /// <param name="position">Both are looked at as of it; the read model has to have reached it.</param>
    /// <returns>The first institution with a row that differs, of either side, and from which position on; null when they say the same.</returns>
    public async Task<(string Code, long Position)?> FirstDifferenceAsync(long position, CancellationToken cancellation)
    {
        foreach (var codes in (await CodesAsync(position, cancellation)).Chunk(AtOnce))
        {
            var stored = await StoredAsync(codes, position, cancellation);
            var folded = await FoldedAsync(codes, position, cancellation);
            var differing = stored.Except(folded).Concat(folded.Except(stored)).OrderBy(row => row.Position).ToList();
            if (differing.Count > 0)
                return (differing[0].Code, differing[0].Position);
        }

        return null;
    }

    /// <summary>Every institution that either side knows.</summary>
    private async Task<List<string>> CodesAsync(long position, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select substr(l.stream_id, 13) from ledger.ledger_entry l where starts_with(l.stream_id, 'institution/') and l.position <= $1
             union select code from ledger.register_residence where position_from <= $1
             union select code from ledger.register_standing where position_from <= $1
             union select code from ledger.register_first where position_from <= $1
             order by 1
            """);
        command.Parameters.AddWithValue(position);
        var codes = new List<string>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            codes.Add(row.GetString(0));
        return codes;
    }

    private async Task<HashSet<(string Code, long Position, string Row)>> StoredAsync(string[] codes, long position, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Stored);
        command.Parameters.AddWithValue(codes);
        command.Parameters.AddWithValue(position);
        var rows = new HashSet<(string, long, string)>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            rows.Add((row.GetString(0), row.GetInt64(1), row.GetString(2)));
        return rows;
    }

    private async Task<HashSet<(string Code, long Position, string Row)>> FoldedAsync(string[] codes, long position, CancellationToken cancellation)
    {
        var histories = await reader.HistoriesAsync<InstitutionEvent>(codes.Select(Institution.StreamId), position, cancellation);
        var rows = new RegisterRows();
        foreach (var code in codes)
            rows.Fold(Institution.Stream(code), histories[Institution.StreamId(code)], from: 1);
        return
        [
            .. rows.Residences.Rows.Select(row => Row("residence", row, row.Span.Name, row.Span.Zone ?? "", Day(row.Span.From), Day(row.Span.To))),
            .. rows.Standings.Rows.Select(row => Row("standing", row, row.Span.Kind, row.Span.Level ?? "", row.Span.Zone, Day(row.Span.From), Day(row.Span.To))),
            .. rows.Firsts.Rows.Select(row => Row("first", row, row.Span.Kind, row.Span.Level ?? "", row.Span.Zone ?? "", Day(row.Span.Day))),
        ];
    }

    // As the database writes it: what is not there is left out.
    private static (string Code, long Position, string Row) Row<T>(string table, RegisterRow<T> row, params string?[] span) => (
        row.Code, row.PositionFrom,
        string.Join('|', new[] { table, row.Code }.Concat(span)
            .Concat([Text(row.PositionFrom), Day(row.KnownOn), row.PositionTo is { } to ? Text(to) : null, Day(row.KnownTo)])
            .Where(part => part is not null)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(LocalDate? day) => day is { } there ? LocalDatePattern.Iso.Format(there) : null;
}
