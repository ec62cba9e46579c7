using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Store;

/// <summary>How a receipt is read from the entry of a write's last event.</summary>
internal static class ReceiptRows
{
    public static NpgsqlBatchCommand Command(string stream, long version) =>
        new("select position, recorded_at from ledger.ledger_entry where stream_id = $1 and version = $2")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = stream },
                new NpgsqlParameter<long> { TypedValue = version, NpgsqlDbType = NpgsqlDbType.Bigint },
            },
        };

    /// <returns>Position −1 when the stream has no event.</returns>
    public static async Task<Receipt> ReadAsync(
        NpgsqlDataReader row, string stream, long version, int events, CancellationToken cancellation) =>
        await row.ReadAsync(cancellation)
            ? new Receipt(stream, version, row.GetInt64(0), row.GetFieldValue<Instant>(1), events)
            : new Receipt(stream, 0, -1, Instant.FromUnixTimeTicks(0), events);
}
