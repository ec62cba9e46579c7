using Npgsql;

namespace Ledger.Api.Tests;

/// <summary>Events as any other client of the database may insert them, past the program and its rules.</summary>
internal static class RawEvents
{
    /// <summary>Inserts an event in the connection's present transaction.</summary>
    public static async Task InsertAsync(
        NpgsqlConnection connection, string stream, int version, string type, string data, CancellationToken cancellation,
        string headers = """{"role": "auditor", "organisation": "XLA"}""")
    {
        await using var head = new NpgsqlCommand(
            "insert into ledger.mt_streams (id, version) values ($1, $2) on conflict (id) do update set version = $2", connection);
        head.Parameters.AddWithValue(stream);
        head.Parameters.AddWithValue((long)version);
        await head.ExecuteNonQueryAsync(cancellation);
        await using var insert = new NpgsqlCommand("""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, user_name, headers)
            values (nextval('ledger.mt_events_sequence'), gen_random_uuid(), $1, $2, $3::jsonb, $4,
                    '1999-01-01', '*DEFAULT*', '', 'raw', $5::jsonb)
            """, connection);
        insert.Parameters.AddWithValue(stream);
        insert.Parameters.AddWithValue((long)version);
        insert.Parameters.AddWithValue(data);
        insert.Parameters.AddWithValue(type);
        insert.Parameters.AddWithValue(headers);
        await insert.ExecuteNonQueryAsync(cancellation);
    }
}
