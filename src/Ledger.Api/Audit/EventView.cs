using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Audit;

/// <summary>A page of the history, the newest first. Asked again for its position it is the same for ever.</summary>
/// <param name="Position">Of the moment that is spoken for.</param>
/// <param name="Older">For <c>before</c>: what was recorded before these; null: there is nothing.</param>
/// <param name="Newer">For <c>after</c>: what was recorded after these, up to the moment; null: there is nothing.</param>
public sealed record EventPage(long Position, IReadOnlyList<EventView> Events, long? Older, long? Newer);

/// <summary>One event, as far as the reader is told of it.</summary>
/// <param name="Sentence">What happened, in the reader's language.</param>
/// <param name="On">The date of the paper that records it.</param>
/// <param name="Type">The stored name of its kind.</param>
/// <param name="Officer">Who acted, with their organisation and role; null where the reader is not told.</param>
/// <param name="Zone">Whom it is about; null: no zone, or the reader is not told.</param>
/// <param name="Decision">Of the joint conference, on which it rests; null: it names none, or the reader is not told.</param>
/// <param name="LeafHash">Of the log's tree (RFC 9162), lower-case hexadecimal.</param>
/// <param name="IsWithheld">Whether there is more in it than the reader is told.</param>
public sealed record EventView(
    long Position, Instant RecordedAt, LocalDate? On, string Type, string Stream, long Version, string Sentence,
    string? Officer, string? Organisation, string? Role, string? Zone, Period? Period, string? Decision, string LeafHash, bool IsWithheld);

/// <summary>One event whole.</summary>
/// <param name="Text">
/// The canonical text that the leaf hash covers: SHA-256 of a zero byte and this text, in UTF-8. Null where the reader is not told all of it.
/// </param>
public sealed record WholeEvent(EventView Event, string? Text);
