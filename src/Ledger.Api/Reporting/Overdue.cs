using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Reporting;

/// <summary>The returns whose deadline passed without a submission, as the ledger's clock records them.</summary>
public sealed class Overdue(LedgerWriter writer, Programmes programmes, EventNames names, NpgsqlDataSource database)
{
    /// <summary>
    /// Records each return that was due by the moment given and had not been submitted: in the order of the deadlines, then in
    /// the programme's order of zones.
    /// </summary>
    /// <returns>How many it recorded; what has been recorded before is not recorded again.</returns>
    public async Task<int> RecordDueAsync(Instant upTo, CancellationToken cancellation)
    {
        if ((await programmes.FindInForceAsync(position: null, cancellation))?.Document is not { } programme)
            return 0;
        var settled = await SettledAsync(cancellation);
        var due =
            from period in programme.Periods()
            let dueAt = programme.DueAt(period)
            where dueAt <= upTo
            orderby dueAt, period
            from zone in programme.ZonesIn(period)
            where !settled.Contains(ZoneReturn.StreamId(zone.Code, period))
            select ZoneReturn.Stream(zone.Code, period);

        var recorded = 0;
        foreach (var stream in due)
        {
            var result = await writer.WriteAsync(
                stream, state => new RecordOverdue(upTo).Decide(state, programme, Actor.Clock), new WriteContext(Actor.Clock), cancellation);
            recorded += result is WriteResult.Written(var receipt) ? receipt.Events : 0;
        }

        return recorded;
    }

    /// <summary>Keeps the ledger's clock waiting, in this program and in any other, until what is returned is disposed of.</summary>
    /// <remarks>Held while an old history is loaded, which tells itself when a return fell overdue.</remarks>
    public async Task<IAsyncDisposable> HoldAsync(CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            await using var take = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { CommandTimeout = 0 };
            take.Parameters.AddWithValue(AdvisoryLocks.Deadlines);
            await take.ExecuteNonQueryAsync(cancellation);
            return new Held(connection);
        }
        catch
        {
            // The lock may have been granted while the waiting was given up: the session ends, and with it the lock.
            NpgsqlConnection.ClearPool(connection);
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The returns that were submitted or recorded as overdue already.</summary>
    private async Task<HashSet<string>> SettledAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select distinct stream_id from ledger.mt_events where type = any($1)");
        command.Parameters.AddWithValue(new[] { names.NameOf(typeof(ReturnSubmitted)), names.NameOf(typeof(ReturnFellOverdue)) });
        var settled = new HashSet<string>(StringComparer.Ordinal);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            settled.Add(row.GetString(0));
        return settled;
    }

    // The lock is the session's, and a pooled session outlives its use: it is given back by hand.
    private sealed class Held(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                await using var release = new NpgsqlCommand("select pg_advisory_unlock($1)", connection);
                release.Parameters.AddWithValue(AdvisoryLocks.Deadlines);
                await release.ExecuteNonQueryAsync();
            }
        }
    }
}
