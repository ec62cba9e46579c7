using System.Text.Json.Nodes;
using Npgsql;

namespace Ledger.Api.Tests.Sample;

/// <summary>
/// Everything that a ledger holds, in its order, without what no two ledgers share: ids, times and the hashes over them; of a ballot
/// its salt, and what is sealed with it.
/// </summary>
internal static class TheLedger
{
    public static async Task<IReadOnlyList<string>> OfAsync(LedgerHost host, CancellationToken cancellation)
    {
        await using var database = NpgsqlDataSource.Create(host.Database);
        await using var command = database.CreateCommand("""
            select e.stream_id, e.version, e.type, e.user_name, e.headers::text, e.data::text
              from ledger.ledger_entry l join ledger.mt_events e using (seq_id)
             order by l.position
            """);
        var entries = new List<string>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var data = JsonNode.Parse(row.GetString(5))!;
            (data["frozen"] as JsonObject)?.Remove("logRoot");
            (data as JsonObject)?.Remove("commitment");
            (data as JsonObject)?.Remove("sealed");
            foreach (var ballot in data["ballots"]?.AsArray() ?? [])
                ballot!.AsObject().Remove("salt");
            entries.Add(
                $"{row.GetString(0)} {row.GetInt64(1)} {row.GetString(2)} {row.GetString(3)} {row.GetString(4)} {data.ToJsonString()}");
        }

        return entries;
    }
}
