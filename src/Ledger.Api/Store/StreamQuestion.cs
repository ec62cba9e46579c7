using Ledger.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Store;

/// <summary>How a stream stands now. Only what was appended since it was last asked about is read.</summary>
internal sealed class StreamQuestion<TState, TEvent>(
    EventStream<TState, TEvent> stream, EventNames names, StreamMemory memory) : Question
    where TEvent : notnull
{
    public StreamState<TState> Answer { get; private set; } = memory.Find<TState>(stream.Id) ?? new(stream.Initial, 0, null);

    protected override NpgsqlBatchCommand Command => new($"{EventRows.Select} where l.stream_id = $1 and l.version > $2 order by l.version")
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = stream.Id },
            new NpgsqlParameter<long> { TypedValue = Answer.Version, NpgsqlDbType = NpgsqlDbType.Bigint },
        },
    };

    protected override async Task TakeAsync(NpgsqlDataReader row, CancellationToken cancellation)
    {
        var since = await EventRows.ReadAsync<TEvent>(row, names, cancellation);
        if (since.Count == 0)
            return;
        Answer = new(since.Aggregate(Answer.State, stream.Evolve), since[^1].Provenance.Version, since[^1].Provenance.Position);
        memory.Keep(stream.Id, Answer);
    }
}

/// <summary>How many events a stream has now.</summary>
internal sealed class VersionQuestion(string streamId) : Question
{
    public long Answer { get; private set; }

    protected override NpgsqlBatchCommand Command => new("select max(version) from ledger.ledger_entry where stream_id = $1")
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = streamId } },
    };

    protected override async Task TakeAsync(NpgsqlDataReader row, CancellationToken cancellation)
    {
        if (await row.ReadAsync(cancellation) && !await row.IsDBNullAsync(0, cancellation))
            Answer = row.GetInt64(0);
    }
}
