using System.Globalization;
using Ledger.Domain;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Store;

/// <summary>Reads the ledger in its own order, as of any position.</summary>
public sealed class LedgerReader(NpgsqlDataSource database, EventNames names, IClock clock)
{
    private readonly StreamMemory memory = new();

    /// <summary>The state folded from the stream's events at positions up to and including the one given.</summary>
    public async Task<StreamState<TState>> ReadAsync<TState, TEvent>(
        EventStream<TState, TEvent> stream, long? position, CancellationToken cancellation)
        where TEvent : notnull
    {
        if (position is null)
        {
            var now = About(stream);
            await Question.AskAsync(database, [now], cancellation);
            return now.Answer;
        }

        var history = await HistoryAsync<TEvent>(stream.Id, position, cancellation);
        return history.Count == 0
            ? new StreamState<TState>(stream.Initial, 0, null)
            : new StreamState<TState>(stream.Fold(history), history[^1].Provenance.Version, history[^1].Provenance.Position);
    }

    public async Task<IReadOnlyList<Recorded<TEvent>>> HistoryAsync<TEvent>(
        string streamId, long? position, CancellationToken cancellation)
        where TEvent : notnull
    {
        await using var command = database.CreateCommand(
            $"{EventRows.Select} where l.stream_id = $1 and l.position <= $2 order by l.version");
        command.Parameters.AddWithValue(streamId);
        command.Parameters.AddWithValue(position ?? long.MaxValue);
        return await ReadAllAsync<TEvent>(command, cancellation);
    }

    /// <summary>Several streams at once, each in its own order.</summary>
    /// <param name="kinds">Only these kinds of events; none: all.</param>
    public async Task<ILookup<string, Recorded<TEvent>>> HistoriesAsync<TEvent>(
        IEnumerable<string> streamIds, long? position, CancellationToken cancellation, params Type[] kinds)
        where TEvent : notnull
    {
        await using var command = database.CreateCommand($"""
            {EventRows.Select} where l.stream_id = any($1) and l.position <= $2 and ($3::text[] is null or e.type = any($3))
             order by l.stream_id, l.version
            """);
        command.Parameters.AddWithValue(streamIds.ToArray());
        command.Parameters.AddWithValue(position ?? long.MaxValue);
        command.Parameters.AddWithValue(
            NpgsqlDbType.Array | NpgsqlDbType.Text, kinds.Length == 0 ? DBNull.Value : kinds.SelectMany(names.NamesOf).ToArray());
        var events = await ReadAllAsync<TEvent>(command, cancellation);
        return events.ToLookup(recorded => recorded.Provenance.Stream);
    }

    /// <summary>How many events a stream has, and the head of the ledger at the same moment; −1 for an empty ledger.</summary>
    public async Task<(long Version, long Head)> VersionAsync(string streamId, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select coalesce((select max(version) from ledger.ledger_entry where stream_id = $1), 0),
                   coalesce((select max(position) from ledger.ledger_entry), -1)
            """);
        command.Parameters.AddWithValue(streamId);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>The events of a stream after one version, up to and including another.</summary>
    public async Task<IReadOnlyList<Recorded<TEvent>>> VersionsAsync<TEvent>(
        string streamId, long fromExclusive, long to, CancellationToken cancellation)
        where TEvent : notnull
    {
        await using var command = database.CreateCommand(
            $"{EventRows.Select} where l.stream_id = $1 and l.version > $2 and l.version <= $3 order by l.version");
        command.Parameters.AddWithValue(streamId);
        command.Parameters.AddWithValue(fromExclusive);
        command.Parameters.AddWithValue(to);
        return await ReadAllAsync<TEvent>(command, cancellation);
    }

    /// <summary>Where the last event of any of the streams stands; −1 when they have none.</summary>
    public async Task<long> LastPositionAsync(IEnumerable<string> streamIds, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select coalesce(max(last.position), -1)
              from unnest($1) as wanted(stream_id)
             cross join lateral (
                   select l.position from ledger.ledger_entry l
                    where l.stream_id = wanted.stream_id order by l.version desc limit 1) last
            """);
        command.Parameters.AddWithValue(streamIds.ToArray());
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>All events of a kind, derived kinds included, in the order of the ledger.</summary>
    public Task<IReadOnlyList<Recorded<TEvent>>> OfTypeAsync<TEvent>(
        long? fromExclusive, long? to, CancellationToken cancellation)
        where TEvent : notnull =>
        OfKindsAsync<TEvent>(names.NamesOf(typeof(TEvent)), fromExclusive, to, cancellation);

    /// <summary>All events of some stored kinds, in the order of the ledger.</summary>
    public async Task<IReadOnlyList<Recorded<TEvent>>> OfKindsAsync<TEvent>(
        IEnumerable<string> kinds, long? fromExclusive, long? to, CancellationToken cancellation)
        where TEvent : notnull
    {
        await using var command = database.CreateCommand(
            $"{EventRows.Select} where e.type = any($1) and l.position > $2 and l.position <= $3 order by l.position");
        command.Parameters.AddWithValue(kinds.ToArray());
        command.Parameters.AddWithValue(fromExclusive ?? -1);
        command.Parameters.AddWithValue(to ?? long.MaxValue);
        return await ReadAllAsync<TEvent>(command, cancellation);
    }

    public async Task<Moment> HeadAsync(CancellationToken cancellation) =>
        await FindAsync("order by position desc limit 1", isExplicit: false, parameter: null, cancellation);

    /// <summary>The moment of a position that is known to be there.</summary>
    public async Task<Moment> AtAsync(long position, CancellationToken cancellation) =>
        await FindAsync("where position = $1", isExplicit: true, position, cancellation);

    /// <summary>The moment that a question names: nothing (now), <c>@position</c>, or an RFC 3339 instant.</summary>
    public async Task<MomentResult> ResolveAsync(string? asOf, CancellationToken cancellation)
    {
        var head = await HeadAsync(cancellation);
        if (string.IsNullOrEmpty(asOf))
            return new MomentResult.Found(head);

        if (asOf.StartsWith('@'))
        {
            if (!long.TryParse(asOf.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                return Invalid(asOf);
            return position > head.Position
                ? Refused("as-of-beyond-head", asOf, head.Position)
                : new MomentResult.Found(await AtAsync(position, cancellation));
        }

        if (!OffsetDateTimePattern.Rfc3339.Parse(asOf).TryGetValue(default, out var time))
            return Invalid(asOf);
        var instant = time.ToInstant();
        return instant > clock.GetCurrentInstant()
            ? Refused("as-of-in-future", asOf)
            : new MomentResult.Found(await FindAsync(
                "where recorded_at <= $1 order by recorded_at desc, position desc limit 1", isExplicit: true, instant, cancellation));
    }

    /// <summary>How a stream stands now, to be asked together with other questions.</summary>
    internal StreamQuestion<TState, TEvent> About<TState, TEvent>(EventStream<TState, TEvent> stream)
        where TEvent : notnull =>
        new(stream, names, memory);

    /// <summary>The receipt of what stands at a version of a stream.</summary>
    internal async Task<Receipt> ReceiptAsync(string stream, long version, int events, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(ReceiptRows.Command(stream, version));
        await using var row = await batch.ExecuteReaderAsync(cancellation);
        return await ReceiptRows.ReadAsync(row, stream, version, events, cancellation);
    }

    private static MomentResult.Refused Invalid(string asOf) => Refused("as-of-malformed", asOf);

    private static MomentResult.Refused Refused(string fault, params object[] arguments) =>
        new(Refusal.OfFaults(RefusalKind.Malformed, "as-of-invalid", [Fault.At("/asOf", fault, arguments)]));

    private async Task<Moment> FindAsync(string which, bool isExplicit, object? parameter, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select position, recorded_at from ledger.ledger_entry {which}");
        if (parameter is not null)
            command.Parameters.AddWithValue(parameter);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new Moment(row.GetInt64(0), row.GetFieldValue<Instant>(1), isExplicit)
            : new Moment(-1, Instant.FromUnixTimeTicks(0), isExplicit);
    }

    private async Task<IReadOnlyList<Recorded<TEvent>>> ReadAllAsync<TEvent>(NpgsqlCommand command, CancellationToken cancellation)
        where TEvent : notnull
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await EventRows.ReadAsync<TEvent>(row, names, cancellation);
    }
}
