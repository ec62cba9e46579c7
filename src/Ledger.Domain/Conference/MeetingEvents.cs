using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Conference;

/// <summary>What happened to one meeting of the joint conference. Names and properties are the storage format.</summary>
/// <param name="On">The date of the paper that records the act.</param>
public abstract record MeetingEvent(LocalDate On);

/// <summary>It is to meet, on these items; a later one replaces it until the meeting is held.</summary>
/// <param name="Items">In their order; the first is number 1.</param>
public sealed record MeetingConvened(LocalDate On, LocalDate MeetsOn, string? Place, IReadOnlyList<AgendaItem> Items) : MeetingEvent(On);

public sealed record MeetingCancelled(LocalDate On, string Reason) : MeetingEvent(On);

/// <summary>It met; a later one replaces it until something is decided.</summary>
/// <param name="Presiding">The seat that presided.</param>
/// <param name="Attendance">Every seat there was on that day, as it stood then.</param>
/// <param name="Quorum">How many seats had to be attended.</param>
public sealed record MeetingHeld(LocalDate On, LocalDate HeldOn, int Presiding, IReadOnlyList<Attendance> Attendance, int Quorum) : MeetingEvent(On);

/// <param name="Item">Of the agenda, from 1.</param>
/// <param name="Votes">Null where it was decided by consensus.</param>
/// <param name="Text">What was decided, as the minutes have it.</param>
public sealed record ItemDecided(LocalDate On, int Item, DecisionOutcome Outcome, Votes? Votes, string Text) : MeetingEvent(On);

/// <summary>What was decided was recorded wrongly: it stands so from here on.</summary>
public sealed record DecisionCorrected(LocalDate On, int Item, DecisionOutcome Outcome, Votes? Votes, string Text, string Reason) : MeetingEvent(On);

/// <summary>The minutes are signed: nothing more is decided at this meeting.</summary>
public sealed record MinutesClosed(LocalDate On, Evidence Minutes) : MeetingEvent(On);

/// <summary>Other minutes stand in the place of those that were kept.</summary>
public sealed record MinutesCorrected(LocalDate On, Evidence Minutes, string Reason) : MeetingEvent(On);

/// <param name="Kind">What is to be decided.</param>
public sealed record AgendaItem(DecisionKind Kind, string Title);

public enum DecisionKind
{
    /// <summary>目標分解.</summary>
    Allocation,

    /// <summary>Whether a strategic emerging industry has formed .</summary>
    EmergingIndustry,

    /// <summary>That a zone leave the cultivation.</summary>
    Exit,

    /// <summary>遴選培育對象.</summary>
    Selection,

    /// <summary>The programme adopted or amended otherwise.</summary>
    Programme,
    Other,
}

public enum DecisionOutcome
{
    Adopted,
    NotAdopted,

    /// <summary>Left to a later meeting.</summary>
    Deferred,
}

/// <summary>One seat at a meeting.</summary>
/// <param name="Post">As it stood on that day.</param>
public sealed record Attendance(int Seat, string Organisation, string Post, Presence Presence);

public enum Presence
{
    Present,

    /// <summary>Somebody else of the organisation came; the seat counts as attended .</summary>
    Represented,
    Absent,
}

/// <summary>Hands, not whose.</summary>
public sealed record Votes(int For, int Against, int Abstained);
