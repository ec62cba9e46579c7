using Ledger.Domain;
using Ledger.Domain.Access;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Store;

/// <summary>The only way anything is appended to the ledger.</summary>
/// <remarks>
/// A write reads what it decides on, decides, and appends in one transaction, which the database seals at commit: two round trips.
/// Who loses a race decides again on the new state, unless an expected version was named.
/// </remarks>
public sealed class LedgerWriter(NpgsqlDataSource database, LedgerReader reader, EventNames names, IClock clock) : IDisposable
{
    /// <summary>Acts that are taken together at most: PostgreSQL takes 65,535 parameters in a statement, and a stream needs twelve.</summary>
    public const int MostSteps = 5_000;

    private const int Attempts = 8;

    private readonly StreamTurns turns = new();

    /// <remarks>
    /// Refuses with <c>version-stale</c> when the stream is not at the expected version, with
    /// <c>idempotency-key-reused</c> when the key came with another request, with whatever <paramref name="decide"/> refuses, and with
    /// <c>decision-unknown</c> or <c>decision-not-adopted</c> when the context names a decision that nothing can rest on.
    /// </remarks>
    public Task<WriteResult> WriteAsync<TState, TEvent>(
        EventStream<TState, TEvent> stream,
        Func<TState, Decision<TEvent>> decide,
        WriteContext context,
        CancellationToken cancellation)
        where TEvent : notnull =>
        WriteAsync(
            [stream.Id],
            () =>
            {
                var about = reader.About(stream);
                return new Reading([about], () => about.Answer.Version, () => ValueTask.FromResult(
                    Proposal.Of(stream, about.Answer, decide(about.Answer.State))));
            },
            context,
            cancellation);

    /// <summary>A decision that leans on another stream, such as the programme's, without writing to it.</summary>
    /// <param name="leansOn">The other stream's id; the decision is told its version.</param>
    public Task<WriteResult> WriteAsync<TState, TEvent>(
        EventStream<TState, TEvent> stream,
        string leansOn,
        Func<TState, long, ValueTask<Decision<TEvent>>> decide,
        WriteContext context,
        CancellationToken cancellation)
        where TEvent : notnull =>
        WriteAsync(
            [stream.Id],
            () =>
            {
                var other = new VersionQuestion(leansOn);
                var about = reader.About(stream);
                return new Reading([other, about], () => about.Answer.Version, async () =>
                    Proposal.Of(stream, about.Answer, await decide(about.Answer.State, other.Answer)));
            },
            context,
            cancellation);

    /// <summary>One decision over two streams: what it appends to them stands in the ledger together, or not at all.</summary>
    /// <remarks>
    /// The expected version and the receipt are the first stream's. The other one's events come just before it in the ledger.
    /// A stream that the decision appends nothing to may have moved on meanwhile; one that it does append to has not.
    /// </remarks>
    /// <param name="beside">Such as the register that a number is drawn from.</param>
    public Task<WriteResult> WriteAsync<TState, TEvent, TBesideState, TBeside>(
        EventStream<TState, TEvent> stream,
        EventStream<TBesideState, TBeside> beside,
        Func<TState, TBesideState, Decision<TEvent, TBeside>> decide,
        WriteContext context,
        CancellationToken cancellation)
        where TEvent : notnull
        where TBeside : notnull =>
        WriteAsync(
            [stream.Id, beside.Id],
            () =>
            {
                var other = reader.About(beside);
                var about = reader.About(stream);
                return new Reading([other, about], () => about.Answer.Version, () =>
                {
                    var decision = decide(about.Answer.State, other.Answer.State);
                    return ValueTask.FromResult(new Proposal(
                        decision.Refusal,
                        [Addition.To(beside, other.Answer, Saying.All(decision.Beside)), Addition.To(stream, about.Answer, Saying.All(decision.Events))]));
                });
            },
            context,
            cancellation);

    /// <summary>Many acts of a kind, such as the rows of a list: all of them stand in the ledger, in one transaction, or none does.</summary>
    /// <remarks>The receipt is of the last stream that anything was appended to. There is no expected version: each act is decided on the newest state.</remarks>
    /// <param name="steps">At least one; at most <see cref="MostSteps"/>.</param>
    /// <param name="leansOn">As for one act.</param>
    public async Task<TogetherResult<TEvent>> WriteAllAsync<TState, TEvent>(
        IReadOnlyList<Step<TState, TEvent>> steps, string leansOn, WriteContext context, CancellationToken cancellation)
        where TEvent : notnull
    {
        if (steps.Count is 0 or > MostSteps)
            throw new ArgumentException($"{steps.Count} acts are not taken together.", nameof(steps));
        ActsTogether<TState, TEvent>? decided = null;
        var result = await WriteAsync(
            [.. steps.Select(step => step.Stream.Id).Distinct()],
            () =>
            {
                var acts = new ActsTogether<TState, TEvent>(steps, leansOn, reader);
                return new Reading(acts.Questions, () => acts.About.Version, async () =>
                {
                    await acts.DecideAsync(context.Actor, clock.GetCurrentInstant());
                    decided = acts;
                    return new Proposal(
                        acts.IsRefused ? Refusal.Of(RefusalKind.Invalid, "acts-refused", acts.Decisions.Count(decision => decision.Refusal is not null)) : null,
                        [.. acts.Additions.Select(addition => Addition.To(addition.Stream, addition.Current, addition.Said))],
                        acts.About);
                });
            },
            context with { ExpectedVersion = null },
            cancellation);
        return new(result, decided?.Decisions ?? []);
    }

    /// <summary>What <see cref="WriteAllAsync"/> would do now, without doing it.</summary>
    public async Task<IReadOnlyList<Decision<TEvent>>> ForeseeAllAsync<TState, TEvent>(
        IReadOnlyList<Step<TState, TEvent>> steps, string leansOn, Actor actor, CancellationToken cancellation)
        where TEvent : notnull
    {
        var acts = new ActsTogether<TState, TEvent>(steps, leansOn, reader);
        await Question.AskAsync(database, acts.Questions, cancellation);
        await acts.DecideAsync(actor, clock.GetCurrentInstant());
        return acts.Decisions;
    }

    public void Dispose() => turns.Dispose();

    private async Task<WriteResult> WriteAsync(
        string[] streams, Func<Reading> open, WriteContext context, CancellationToken cancellation)
    {
        using var turn = await turns.TakeAsync(streams, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            var current = open();
            var answered = context.Idempotency is { } idempotency ? new KeyQuestion(context.Actor.Officer, idempotency) : null;
            var basis = context.Decision is { } named ? new BasisQuestion(named, reader) : null;
            await Question.AskAsync(
                database, [.. answered is null ? [] : new Question[] { answered }, .. basis?.Questions ?? [], .. current.Questions], cancellation);
            if (answered?.Answer is { } answer)
                return answer;
            if (context.ExpectedVersion is { } expected && expected != current.Version())
                return Stale(expected, current.Version());

            var (refusal, additions, about) = await current.DecideAsync();
            if (refusal is not null)
                return new WriteResult.Refused(refusal);
            if (basis?.Refusal() is { } baseless)
                return new WriteResult.Refused(baseless);

            var write = Append.Of(about ?? (streams[0], current.Version()), additions);
            if (write.Events == 0 && context.Idempotency is null)
                return new WriteResult.Written(await reader.ReceiptAsync(write.Stream, write.Version, events: 0, cancellation));
            try
            {
                return new WriteResult.Written(await AppendAsync(write, context, cancellation));
            }
            catch (PostgresException exception) when (LostARace(exception))
            {
                if (attempt == Attempts)
                    return await StaleAsync(open, current.Version(), cancellation);
            }
        }
    }

    /// <summary>Writes, and once that is committed reads where it came to stand.</summary>
    private async Task<Receipt> AppendAsync(Append write, WriteContext context, CancellationToken cancellation)
    {
        var key = context.Idempotency is { } idempotency
            ? new KeyToKeep(idempotency, write.Stream, write.Version, write.Events)
            : null;
        await using var batch = database.CreateBatch();
        batch.EnableErrorBarriers = true;
        batch.BatchCommands.Add(Appending.Command(
            [.. write.Additions.Select(addition => (addition.Stream, addition.Version, addition.Said))],
            key, context, names, clock.GetCurrentInstant()));
        batch.BatchCommands.Add(ReceiptRows.Command(write.Stream, write.Version));
        await using var row = await batch.ExecuteReaderAsync(cancellation);
        await row.NextResultAsync(cancellation);
        return await ReceiptRows.ReadAsync(row, write.Stream, write.Version, write.Events, cancellation);
    }

    private async Task<WriteResult> StaleAsync(Func<Reading> open, long decidedOn, CancellationToken cancellation)
    {
        var latest = open();
        await Question.AskAsync(database, latest.Questions, cancellation);
        return Stale(decidedOn, latest.Version());
    }

    private static WriteResult.Refused Stale(long expected, long actual) =>
        new(Refusal.Of(RefusalKind.Stale, "version-stale", expected, actual));

    // Another writer was first: on a stream's version, on a new stream's name, or on the same idempotency key; or two who
    // wanted the same streams met half-way, and the database let the other go on; or so slow that the read models had gone by.
    private static bool LostARace(PostgresException exception) => exception.SqlState
        is Appending.VersionMismatch or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure;

    /// <param name="Version">Of the stream the write is about, once the questions are answered. So with the decision.</param>
    private sealed record Reading(IReadOnlyList<Question> Questions, Func<long> Version, Func<ValueTask<Proposal>> DecideAsync);

    /// <param name="About">The stream whose last event the receipt is of, with its version before; null: the first one read.</param>
    private sealed record Proposal(Refusal? Refusal, IReadOnlyList<Addition> Additions, (string Stream, long Version)? About = null)
    {
        public static Proposal Of<TState, TEvent>(
            EventStream<TState, TEvent> stream, StreamState<TState> current, Decision<TEvent> decision)
            where TEvent : notnull =>
            new(decision.Refusal, [Addition.To(stream, current, Saying.Of(decision))]);
    }

    /// <param name="Version">The stream's version that was decided on.</param>
    private sealed record Addition(string Stream, long Version, IReadOnlyList<Saying> Said)
    {
        public static Addition To<TState, TEvent>(
            EventStream<TState, TEvent> stream, StreamState<TState> current, IReadOnlyList<Saying> said)
            where TEvent : notnull =>
            new(stream.Id, current.Version, said);
    }

    /// <param name="Stream">The stream the write is about.</param>
    /// <param name="Version">Its version once written.</param>
    private sealed record Append(string Stream, long Version, int Events, IReadOnlyList<Addition> Additions)
    {
        public static Append Of((string Stream, long Version) about, IReadOnlyList<Addition> additions) => new(
            about.Stream,
            about.Version + additions.Where(addition => addition.Stream == about.Stream).Sum(addition => addition.Said.Count),
            additions.Sum(addition => addition.Said.Count),
            [.. additions.Where(addition => addition.Said.Count > 0)]);
    }
}
