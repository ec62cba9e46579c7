namespace Ledger.Domain;

/// <summary>What a command leads to: events to append, or a refusal.</summary>
/// <remarks>Accepted with no events means that it is already so; sending a command again changes nothing.</remarks>
public sealed class Decision<TEvent>
    where TEvent : notnull
{
    private readonly Func<TEvent, bool> rests;

    private Decision(IReadOnlyList<TEvent> events, Refusal? refusal, Func<TEvent, bool> rests)
    {
        Events = events;
        Refusal = refusal;
        this.rests = rests;
    }

    public IReadOnlyList<TEvent> Events { get; }

    public Refusal? Refusal { get; }

    /// <summary>Whether an event of it rests on the decision of the joint conference that the act names, if it names one.</summary>
    public bool Rests(TEvent @event) => rests(@event);

    /// <summary>An act of which only a part can be what the joint conference decided: the rest does not rest on it.</summary>
    public Decision<TEvent> RestingOnlyWhere(Func<TEvent, bool> rests) => new(Events, Refusal, rests);

    public static Decision<TEvent> Accept(params IReadOnlyList<TEvent> events) => new(events, refusal: null, static _ => true);

    public static Decision<TEvent> Refuse(Refusal refusal) => new([], refusal, static _ => true);

    public static implicit operator Decision<TEvent>(TEvent @event) => Accept(@event);

    public static implicit operator Decision<TEvent>(Refusal refusal) => Refuse(refusal);
}

/// <summary>What a command that reaches into two streams leads to: events for both, which stand together or not at all, or a refusal.</summary>
/// <typeparam name="TEvent">Of the stream the command is about.</typeparam>
/// <typeparam name="TBeside">Of the other one, such as the register a number is drawn from.</typeparam>
public sealed class Decision<TEvent, TBeside>
    where TEvent : notnull
    where TBeside : notnull
{
    private Decision(IReadOnlyList<TEvent> events, IReadOnlyList<TBeside> beside, Refusal? refusal)
    {
        Events = events;
        Beside = beside;
        Refusal = refusal;
    }

    public IReadOnlyList<TEvent> Events { get; }

    public IReadOnlyList<TBeside> Beside { get; }

    public Refusal? Refusal { get; }

    public static Decision<TEvent, TBeside> Accept(IReadOnlyList<TEvent> events, IReadOnlyList<TBeside> beside) =>
        new(events, beside, refusal: null);

    public static Decision<TEvent, TBeside> Refuse(Refusal refusal) => new([], [], refusal);

    public static implicit operator Decision<TEvent, TBeside>(Refusal refusal) => Refuse(refusal);
}
