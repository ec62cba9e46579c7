using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Store;

/// <summary>One write as one statement, hence one transaction: its events, stream by stream, and the key it came with.</summary>
/// <remarks>
/// Marten's own function appends and its channel wakes the daemon; a session of Marten's would do the same in three round trips
/// more. See ops/decisions/0003.
/// </remarks>
internal static class Appending
{
    /// <summary>Raised by the function when a stream is not at the version that was decided on.</summary>
    public const string VersionMismatch = "MT003";

    private const string Channel = "mt_events_appended";
    private const string OneTenant = "*DEFAULT*";

    public static NpgsqlBatchCommand Command(
        IReadOnlyList<(string Stream, long Version, IReadOnlyList<Saying> Said)> additions, KeyToKeep? key, WriteContext context,
        EventNames names, Instant now)
    {
        var sql = new StringBuilder();
        var command = new NpgsqlBatchCommand();
        if (key is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $"""
                with key as (
                  insert into ledger.idempotency (officer, key, request_hash, stream_id, version, events)
                  values ({Add(context.Actor.Officer)}, {Add(key.Idempotency.Key)}, {Add(key.Idempotency.RequestHash)},
                          {Add(key.Stream)}, {Add(key.Version)}, {Add(key.Events)}))

                """);
        }

        // Rows are worked through one after the other: so the streams come into the ledger in this order. A statement has room
        // for any number of rows, but for 1,664 columns.
        sql.Append("values ");
        foreach (var (stream, version, said) in additions)
            sql.Append(CultureInfo.InvariantCulture, $"(({Call(stream, version, said)})::text), ");
        sql.Append(additions.Count > 0 ? $"(pg_notify('{Channel}', '')::text)" : "(null)");
        command.CommandText = sql.ToString();
        return command;

        string Call(string stream, long version, IReadOnlyList<Saying> said)
        {
            object[] events = [.. said.Select(one => one.Event)];
            Type[] types = [.. events.Select(body => body.GetType())];
            return $"""
                ledger.mt_quick_append_events({Add(stream)}, null, '{OneTenant}', {Add(Each(events, Guid.CreateVersion7))},
                  {Texts([.. types.Select(names.NameOf)])}, {Texts([.. types.Select(ClrName)])},
                  {Json([.. events.Zip(types, (body, type) => JsonSerializer.Serialize(body, type, LedgerJson.Options))])},
                  {Add(new byte[]?[events.Length], NpgsqlDbType.Bytea)},
                  {Texts(Each(events, () => context.CausationId))}, {Texts(Each(events, () => context.CorrelationId))},
                  {Json([.. said.Select(one => EventHeaders.Json(context.Actor, one.Rests ? context.Decision : null))])}, {Texts(Each(events, () => context.Actor.Officer))},
                  {Add(Each(events, () => now), NpgsqlDbType.TimestampTz)}, {Add(version)})
                """;
        }

        string Texts(string?[] values) => Add(values, NpgsqlDbType.Varchar);

        string Json(string[] values) => Add(values, NpgsqlDbType.Jsonb);

        string Add<T>(T value, NpgsqlDbType? ofArray = null)
        {
            var parameter = new NpgsqlParameter<T> { TypedValue = value };
            if (ofArray is { } type)
                parameter.NpgsqlDbType = NpgsqlDbType.Array | type;
            command.Parameters.Add(parameter);
            return $"${command.Parameters.Count.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    private static T[] Each<T>(object[] events, Func<T> value) => [.. events.Select(_ => value())];

    // Kept for Marten, which goes by the stored name and only falls back to this one.
    private static string ClrName(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";
}

/// <summary>The first answer to a write that came with a key.</summary>
/// <param name="Version">Of the stream once written.</param>
internal sealed record KeyToKeep(Idempotency Idempotency, string Stream, long Version, int Events);
