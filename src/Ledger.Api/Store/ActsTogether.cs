using Ledger.Domain;
using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Api.Store;

/// <summary>One act of many that are decided together, such as a row of a list.</summary>
/// <param name="Decide">Given the stream's state, as the acts before this one would leave it, and the version of the stream leaned on.</param>
public sealed record Step<TState, TEvent>(EventStream<TState, TEvent> Stream, Func<TState, long, ValueTask<Decision<TEvent>>> Decide)
    where TEvent : notnull;

/// <summary>What many acts came to.</summary>
/// <param name="Result">Refused with <c>acts-refused</c> where one of them was: then none is recorded.</param>
/// <param name="Decisions">One for each act, in their order; none where the answer to the same key was given before.</param>
public sealed record TogetherResult<TEvent>(WriteResult Result, IReadOnlyList<Decision<TEvent>> Decisions)
    where TEvent : notnull;

/// <summary>Decides many acts one after the other, on states that only the last of them makes true.</summary>
internal sealed class ActsTogether<TState, TEvent>
    where TEvent : notnull
{
    private readonly IReadOnlyList<Step<TState, TEvent>> steps;
    private readonly VersionQuestion leansOn;
    private readonly Dictionary<string, StreamQuestion<TState, TEvent>> streams;
    private readonly Dictionary<string, List<Saying>> additions = [];

    public ActsTogether(IReadOnlyList<Step<TState, TEvent>> steps, string leansOn, LedgerReader reader)
    {
        this.steps = steps;
        this.leansOn = new VersionQuestion(leansOn);
        streams = steps.Select(step => step.Stream).DistinctBy(stream => stream.Id).ToDictionary(stream => stream.Id, reader.About);
    }

    public IReadOnlyList<Question> Questions => [leansOn, .. streams.Values];

    public IReadOnlyList<Decision<TEvent>> Decisions { get; private set; } = [];

    public bool IsRefused => Decisions.Any(decision => decision.Refusal is not null);

    /// <summary>What to append to each stream, in the order of their first acts; with the version decided on.</summary>
    public IEnumerable<(EventStream<TState, TEvent> Stream, StreamState<TState> Current, IReadOnlyList<Saying> Said)> Additions =>
        steps.Select(step => step.Stream).DistinctBy(stream => stream.Id)
            .Select(stream => (stream, streams[stream.Id].Answer, (IReadOnlyList<Saying>)additions.GetValueOrDefault(stream.Id, [])));

    /// <summary>The stream that the receipt is of, with its version before: the last one that anything is appended to, else the last one.</summary>
    public (string Stream, long Version) About => Additions.LastOrDefault(addition => addition.Said.Count > 0) is ({ } stream, { } current, _)
        ? (stream.Id, current.Version)
        : (steps[^1].Stream.Id, streams[steps[^1].Stream.Id].Answer.Version);

    public async ValueTask DecideAsync(Actor actor, Instant now)
    {
        var states = streams.ToDictionary(stream => stream.Key, stream => stream.Value.Answer.State);
        foreach (var stream in streams.Keys)
            additions[stream] = [];
        var decisions = new List<Decision<TEvent>>(steps.Count);
        foreach (var (stream, decide) in steps)
        {
            var decision = await decide(states[stream.Id], leansOn.Answer);
            decisions.Add(decision);
            foreach (var @event in decision.Events)
            {
                additions[stream.Id].Add(new(@event, decision.Rests(@event)));
                states[stream.Id] = stream.Evolve(states[stream.Id], new Recorded<TEvent>(@event, Foreseen(stream.Id, actor, now)));
            }
        }

        Decisions = decisions;
    }

    // What is not in the ledger yet has no place in it.
    private Provenance Foreseen(string stream, Actor actor, Instant now) =>
        new(Guid.Empty, stream, streams[stream].Answer.Version + additions[stream].Count, Position: -1, now, actor);
}
