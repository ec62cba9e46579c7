using System.Text.Json;
using Ledger.Domain;
using Ledger.Domain.Access;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Store;

/// <summary>How an event is read from its row and that of its entry.</summary>
internal static class EventRows
{
    /// <summary>To which a condition and an order are added.</summary>
    public const string Select = """
        select e.id, e.stream_id, e.version, e.type, e.data, e.user_name, e.headers, l.position, l.recorded_at
          from ledger.ledger_entry l join ledger.mt_events e using (seq_id)
        """;

    public static async Task<IReadOnlyList<Recorded<TEvent>>> ReadAsync<TEvent>(
        NpgsqlDataReader row, EventNames names, CancellationToken cancellation)
        where TEvent : notnull
    {
        var events = new List<Recorded<TEvent>>();
        // A batch is one officer's: who acted is mostly who acted before.
        var (officer, headers, actor, decision) = ("", "", Actor.Clock, (string?)null);
        while (await row.ReadAsync(cancellation))
        {
            var type = names.TypeOf(row.GetString(3));
            var body = (TEvent)(JsonSerializer.Deserialize(row.GetString(4), type, LedgerJson.Options)
                ?? throw new InvalidOperationException($"The event at position {row.GetInt64(7)} has an empty body."));
            if ((officer, headers) != (row.GetString(5), row.GetString(6)))
            {
                (officer, headers) = (row.GetString(5), row.GetString(6));
                (actor, decision) = EventHeaders.Read(officer, headers);
            }

            events.Add(new Recorded<TEvent>(body, new Provenance(
                row.GetGuid(0), row.GetString(1), row.GetInt64(2), row.GetInt64(7), row.GetFieldValue<Instant>(8), actor, decision)));
        }

        return events;
    }
}
