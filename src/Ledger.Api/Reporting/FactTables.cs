using System.Text.Json;
using Ledger.Api.Store;

namespace Ledger.Api.Reporting;

/// <summary>How rows get into the tables of the facts: as one JSON array a time.</summary>
internal static class FactTables
{
    public static string ToJson(IReadOnlyCollection<FactRow> rows) => JsonSerializer.Serialize(rows, LedgerJson.Options);

    /// <summary>Ends the standing of each figure that has a row among the new ones.</summary>
    public static string CloseWhatStood(string json) => $"""
        with {Rows(json)}
        update ledger.facts f set position_to = first."positionFrom", known_to = first."knownOn" from first
         where (f.zone, f.series, f.period) = (first.zone, first.series, first.period) and f.position_to is null
        """;

    public static string StoreWhatStands(string json) => $"""
        with {Rows(json)}, figure as (
          insert into ledger.facts_figure (zone, series, period, period_order, first_position)
          select zone, series, period, "periodOrder", "positionFrom" from first
              on conflict do nothing
        )
        insert into ledger.facts (
          zone, series, period, period_order, position_from, position_to, value, status, version, reported_on, known_on, known_to, event_id)
        select zone, series, period, "periodOrder", "positionFrom", "positionTo", value, status, version, "reportedOn", "knownOn", "knownTo", "eventId" from fact
        """;

    private static string Rows(string json) => $"""
        fact as (
          select * from json_to_recordset({json}::json) as r(
            zone text, series text, period text, "periodOrder" int, "positionFrom" bigint, "positionTo" bigint,
            value numeric, status text, version int, "reportedOn" date, "knownOn" date, "knownTo" date, "eventId" uuid)
        ), first as (
          select distinct on (zone, series, period) * from fact order by zone, series, period, "positionFrom"
        )
        """;
}
