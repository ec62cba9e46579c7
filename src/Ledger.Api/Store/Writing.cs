using Ledger.Domain;
using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Api.Store;

/// <summary>Who writes, and under which conditions.</summary>
/// <param name="Decision">
/// What the joint conference decided that the write rests on, such as <c>2023-1/2</c>: kept with its events, each of them unless the
/// act says which of them rest on it (<see cref="Decision{TEvent}.Rests"/>), and refused with <c>decision-unknown</c> or <c>decision-not-adopted</c> unless it stands at the time of writing.
/// </param>
/// <param name="ExpectedVersion">The version of the stream that the caller decided on; null: decide on the newest.</param>
public sealed record WriteContext(
    Actor Actor,
    long? ExpectedVersion = null,
    Idempotency? Idempotency = null,
    string? CorrelationId = null,
    string? CausationId = null,
    string? Decision = null);

/// <param name="RequestHash">Of the method, path and body; the same key with another request is refused.</param>
public sealed record Idempotency(string Key, string RequestHash);

/// <summary>What the ledger says to a write: where its last event stands.</summary>
/// <param name="Version">The stream's version after it, which an <c>If-Match</c> may name.</param>
/// <param name="Position">−1 when the stream has no event.</param>
/// <param name="Events">How many events it appended; 0: it was already so.</param>
public sealed record Receipt(string Stream, long Version, long Position, Instant RecordedAt, int Events);

public abstract record WriteResult
{
    private WriteResult()
    {
    }

    public sealed record Written(Receipt Receipt) : WriteResult;

    public sealed record Refused(Refusal Refusal) : WriteResult;
}

/// <param name="Version">0: the stream has no event yet.</param>
/// <param name="Position">Of the stream's last event at the moment asked about; null: none.</param>
public sealed record StreamState<TState>(TState State, long Version, long? Position);
