using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain;

/// <summary>An event as the ledger holds it: what happened, and where, when and by whom it was recorded.</summary>
public sealed record Recorded<TEvent>(TEvent Event, Provenance Provenance)
    where TEvent : notnull;

/// <summary>Where an event stands in the ledger.</summary>
/// <param name="Version">Its place in its own stream, from 1.</param>
/// <param name="Position">Its place in the one order of the whole ledger, from 0, without gaps.</param>
/// <param name="RecordedAt">The database's clock at commit; never earlier than that of a lower position.</param>
/// <param name="Decision">What the joint conference decided that the act rests on, such as <c>2023-1/2</c>; null: it names no such basis.</param>
public sealed record Provenance(
    Guid EventId,
    string Stream,
    long Version,
    long Position,
    Instant RecordedAt,
    Actor Actor,
    string? Decision = null);
