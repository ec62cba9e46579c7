using System.Runtime.CompilerServices;
using Npgsql;

namespace Ledger.Api.Transparency.Verification;

/// <summary>The ledger's own tables as they stand: the texts made anew from the events, the leaves as they were sealed.</summary>
/// <param name="from">The position of the first entry.</param>
/// <param name="end">That after the last.</param>
public sealed class DatabaseSource(NpgsqlDataSource database, long from, long end) : IHistorySource
{
    private const int Batch = 2_000;

    public long From => from;

    public long Count => end - from;

    public bool IsGrowing => true;

    public async IAsyncEnumerable<IReadOnlyList<SealedText>> EntriesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var at = from; at < end; at += Batch)
            yield return await ReadAsync(at, Math.Min(end, at + Batch), cancellation);
    }

    // A position without a row, and a row without its event, are both an entry that is not there.
    private async Task<IReadOnlyList<SealedText>> ReadAsync(long first, long after, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select case when e.seq_id is not null then '\x00'::bytea || convert_to(ledger.entry_text(l.position, l.recorded_at, e), 'UTF8') end, l.leaf_hash
              from generate_series($1, $2 - 1) as wanted(position)
              left join ledger.ledger_entry l using (position)
              left join ledger.mt_events e using (seq_id)
             order by wanted.position
            """);
        command.Parameters.AddWithValue(first);
        command.Parameters.AddWithValue(after);
        var entries = new List<SealedText>((int)(after - first));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            entries.Add(new(await BytesAsync(row, 0, cancellation), await BytesAsync(row, 1, cancellation)));
        return entries;
    }

    private static async ValueTask<byte[]> BytesAsync(NpgsqlDataReader row, int column, CancellationToken cancellation) =>
        await row.IsDBNullAsync(column, cancellation) ? [] : row.GetFieldValue<byte[]>(column);
}
