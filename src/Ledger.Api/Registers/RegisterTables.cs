using System.Text.Json;
using Ledger.Api.Store;

namespace Ledger.Api.Registers;

/// <summary>How rows get into the register's tables: as one JSON array a table.</summary>
internal static class RegisterTables
{
    private const string Believed = """
        "positionFrom" bigint, "positionTo" bigint, "knownOn" date, "knownTo" date
        """;

    private const string Belief = """
        "positionFrom", coalesce("positionTo", 9223372036854775807), "knownOn", coalesce("knownTo", 'infinity')
        """;

    /// <summary>Statements with their one parameter each; <paramref name="parameter"/> is how the statement writes it.</summary>
    public static IEnumerable<(string Sql, string Json)> Statements(RegisterRows rows, string parameter)
    {
        if (rows.Residences.Closed.Count > 0)
        {
            yield return (Close("register_residence", """r.code = c.code and r.valid_from = c."from" """, """code text, "from" date""", parameter), Json(
                rows.Residences.Closed.Select(row => new { row.Code, row.Span.From, row.PositionTo, row.KnownTo })));
        }

        if (rows.Standings.Closed.Count > 0)
        {
            yield return (Close("register_standing", """r.code = c.code and r.kind = c.kind and r.valid_from = c."from" """, """code text, kind text, "from" date""", parameter), Json(
                rows.Standings.Closed.Select(row => new { row.Code, row.Span.Kind, row.Span.From, row.PositionTo, row.KnownTo })));
        }

        if (rows.Firsts.Closed.Count > 0)
        {
            yield return (Close("register_first", "r.code = c.code and r.kind = c.kind and r.level = c.level", "code text, kind text, level text", parameter), Json(
                rows.Firsts.Closed.Select(row => new { row.Code, row.Span.Kind, Level = row.Span.Level ?? "", row.PositionTo, row.KnownTo })));
        }

        if (rows.Residences.Rows.Count > 0)
        {
            yield return ($"""
                insert into ledger.register_residence (code, name, zone, valid_from, valid_to, position_from, position_to, known_on, known_to)
                select code, name, zone, "from", coalesce("to", 'infinity'), {Belief}
                  from json_to_recordset({parameter}::json) as r(code text, name text, zone text, "from" date, "to" date, {Believed})
                """, Json(rows.Residences.Rows.Select(row => new
            {
                row.Code, row.Span.Name, Zone = row.Span.Zone ?? "", row.Span.From, row.Span.To, row.PositionFrom, row.PositionTo, row.KnownOn, row.KnownTo,
            })));
        }

        if (rows.Standings.Rows.Count > 0)
        {
            yield return ($"""
                insert into ledger.register_standing (code, zone, kind, level, valid_from, valid_to, position_from, position_to, known_on, known_to)
                select code, zone, kind, level, "from", coalesce("to", 'infinity'), {Belief}
                  from json_to_recordset({parameter}::json) as r(code text, zone text, kind text, level text, "from" date, "to" date, {Believed})
                """, Json(rows.Standings.Rows.Select(row => new
            {
                row.Code, row.Span.Zone, row.Span.Kind, Level = row.Span.Level ?? "", row.Span.From, row.Span.To,
                row.PositionFrom, row.PositionTo, row.KnownOn, row.KnownTo,
            })));
        }

        if (rows.Firsts.Rows.Count > 0)
        {
            yield return ($"""
                insert into ledger.register_first (code, zone, kind, level, day, position_from, position_to, known_on, known_to)
                select code, zone, kind, level, day, {Belief}
                  from json_to_recordset({parameter}::json) as r(code text, zone text, kind text, level text, day date, {Believed})
                """, Json(rows.Firsts.Rows.Select(row => new
            {
                row.Code, Zone = row.Span.Zone ?? "", row.Span.Kind, Level = row.Span.Level ?? "", row.Span.Day,
                row.PositionFrom, row.PositionTo, row.KnownOn, row.KnownTo,
            })));
        }
    }

    /// <summary>Ends the standing of rows that stood.</summary>
    private static string Close(string table, string key, string columns, string parameter) => $"""
        update ledger.{table} r set position_to = c."positionTo", known_to = c."knownTo"
          from json_to_recordset({parameter}::json) as c({columns}, "positionTo" bigint, "knownTo" date)
         where {key} and r.position_to = 9223372036854775807
        """;

    private static string Json<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows.ToList(), LedgerJson.Options);
}
