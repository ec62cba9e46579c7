using NodaTime;

namespace Ledger.Domain.Conference;

/// <summary>Who sits in the joint conference. Names and properties are the storage format.</summary>
/// <param name="On">The date of the paper that records the act.</param>
public abstract record ConferenceEvent(LocalDate On);

/// <summary>A seat stands so from here on, whether or not it stood otherwise before.</summary>
/// <param name="Seat">From 1.</param>
/// <param name="Organisation">A code of the programme.</param>
/// <param name="Post">The office that its holder holds; never a person's name.</param>
/// <param name="Source">The paper that says so.</param>
public sealed record SeatSet(LocalDate On, int Seat, string Organisation, string Post, SeatRole Role, string Source) : ConferenceEvent(On);

/// <param name="On">The first day without it.</param>
public sealed record SeatEnded(LocalDate On, int Seat, string Reason) : ConferenceEvent(On);

public enum SeatRole
{
    /// <summary>召集人; the conference has at most one.</summary>
    Chair,
    DeputyChair,
    Member,
}
