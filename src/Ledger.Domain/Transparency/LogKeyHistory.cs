using NodaTime;

namespace Ledger.Domain.Transparency;

/// <summary>The keys that a log was signed with, the one in force last. The log holds the history of its own keys.</summary>
public sealed record LogKeyHistory(IReadOnlyList<LogKey> Keys, LocalDate? LastActOn)
{
    public static EventStream<LogKeyHistory, LogKeyEvent> Stream { get; } = new("log/keys", new LogKeyHistory([], LastActOn: null), Evolve);

    /// <summary>The key in force; null before the first.</summary>
    public LogKey? Current => Keys.Count > 0 ? Keys[^1] : null;

    private static LogKeyHistory Evolve(LogKeyHistory state, Recorded<LogKeyEvent> recorded) => new(
        [
            .. state.Keys,
            new LogKey(
                NoteKey.TryParse(recorded.Event.Key, out var key) ? key : throw new InvalidOperationException($"{recorded.Event.Key} is no key."),
                recorded.Provenance.Position,
                recorded.Provenance.RecordedAt,
                (recorded.Event as LogKeyReplaced)?.Reason),
        ],
        recorded.Event.On);
}

/// <param name="Position">Of the entry that brought it into force.</param>
/// <param name="Reason">Why it replaced the one before; null of the first.</param>
public sealed record LogKey(NoteKey Key, long Position, Instant Since, string? Reason);

/// <summary>What happened to the key that signs the log. Names and properties are the storage format; private keys are never events.</summary>
/// <param name="On">The date of the paper that records the act.</param>
/// <param name="Key">The public key that is in force from here on, as a verifier key.</param>
public abstract record LogKeyEvent(LocalDate On, string Key);

/// <summary>The log has its first key; the key's name is the log's origin for ever.</summary>
public sealed record LogKeyMade(LocalDate On, string Key) : LogKeyEvent(On, Key);

public sealed record LogKeyReplaced(LocalDate On, string Key, string Reason) : LogKeyEvent(On, Key);

/// <summary>Gives a log its first key. Accepted without an event where it has one.</summary>
public sealed record MakeLogKey(NoteKey Key)
{
    public Decision<LogKeyEvent> Decide(LogKeyHistory state, LocalDate today) =>
        state.Current is null ? new LogKeyMade(today, Key.ToString()) : Decision<LogKeyEvent>.Accept();
}

/// <summary>Brings another key into force; checkpoints that older ones signed stay valid.</summary>
/// <remarks>Refuses with <c>log-has-no-key</c>, <c>date-in-future</c>, <c>date-before-previous</c>, or <c>request-at-fault</c> for want of a reason.</remarks>
public sealed record ReplaceLogKey(NoteKey Key, string Reason, LocalDate? On = null)
{
    private const int LongestReason = 1000;

    public Decision<LogKeyEvent> Decide(LogKeyHistory state, LocalDate today)
    {
        if (state.Current is null)
            return Refusal.Of(RefusalKind.Conflict, "log-has-no-key");
        var (on, wrongDate) = DocumentDate.Of(On, state.LastActOn, today);
        if (wrongDate is not null)
            return wrongDate;
        if (RequestFaults.Any(RequestFaults.Text("/reason", Reason, LongestReason)) is { } faulty)
            return faulty;
        return new LogKeyReplaced(on, Key.ToString(), Reason);
    }
}
