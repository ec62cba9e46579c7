using Ledger.Domain;
using Npgsql;

namespace Ledger.Api.Store;

/// <summary>Whether a write with this key was answered before, and how.</summary>
internal sealed class KeyQuestion(string officer, Idempotency idempotency) : Question
{
    /// <summary>The first answer again, or <c>idempotency-key-reused</c>; null: the key is new.</summary>
    public WriteResult? Answer { get; private set; }

    protected override NpgsqlBatchCommand Command => new("""
        select k.stream_id, k.version, k.events, k.request_hash, coalesce(l.position, -1), coalesce(l.recorded_at, 'epoch')
          from ledger.idempotency k left join ledger.ledger_entry l on (l.stream_id, l.version) = (k.stream_id, k.version)
         where k.officer = $1 and k.key = $2
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = officer },
            new NpgsqlParameter<string> { TypedValue = idempotency.Key },
        },
    };

    protected override async Task TakeAsync(NpgsqlDataReader row, CancellationToken cancellation)
    {
        if (!await row.ReadAsync(cancellation))
            return;
        Answer = row.GetString(3) == idempotency.RequestHash
            ? new WriteResult.Written(new Receipt(
                row.GetString(0), row.GetInt64(1), row.GetInt64(4), row.GetFieldValue<NodaTime.Instant>(5), row.GetInt32(2)))
            : new WriteResult.Refused(Refusal.Of(RefusalKind.Invalid, "idempotency-key-reused", idempotency.Key));
    }
}
