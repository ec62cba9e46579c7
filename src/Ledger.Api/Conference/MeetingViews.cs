using Ledger.Api.Audit;
using Ledger.Domain.Conference;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Api.Conference;

/// <summary>The joint conference on a day.</summary>
/// <param name="Rules">Of the programme in force.</param>
/// <param name="Seats">As they stand on the day.</param>
/// <param name="Before">Standings of seats that are over, the latest first.</param>
/// <param name="Meetings">The latest first.</param>
/// <param name="LastActOn">Of an act on the seats.</param>
/// <param name="Version">Of the seats' stream, for <c>If-Match</c>.</param>
public sealed record ConferenceView(
    LocalDate Day, ConferenceRules Rules, IReadOnlyList<Seat> Seats, IReadOnlyList<Seat> Before, IReadOnlyList<MeetingRow> Meetings,
    LocalDate? LastActOn, long Version);

/// <param name="Number">Such as <c>2023-1</c>.</param>
/// <param name="MeetsOn">The day it was held on, else the one it is convened for.</param>
/// <param name="Attending">Null until it was held.</param>
public sealed record MeetingRow(
    string Number, MeetingState State, LocalDate MeetsOn, IReadOnlyList<AgendaItem> Items, int? Attending, int? Seats, bool? IsQuorate,
    IReadOnlyList<DecisionView> Decisions);

/// <summary>One meeting whole.</summary>
/// <param name="Decisions">One an item, in the agenda's order; items that are not decided are not there.</param>
/// <param name="Course">Everything that happened to it, in order.</param>
/// <param name="Version">Of its stream, for <c>If-Match</c>.</param>
public sealed record MeetingView(
    string Number, MeetingState State, LocalDate? MeetsOn, string? Place, IReadOnlyList<AgendaItem> Items, string? Cancelled, LocalDate? HeldOn,
    int Presiding, IReadOnlyList<Attendance> Attendance, int Attending, int Quorum, bool IsQuorate, IReadOnlyList<DecisionView> Decisions,
    Evidence? Minutes, IReadOnlyList<MeetingStep> Course, LocalDate? LastActOn, long Version);

/// <summary>What was decided on an item.</summary>
/// <param name="Reference">As an act names it as its basis: <c>2023-1/2</c>.</param>
/// <param name="Votes">Null: by consensus.</param>
/// <param name="Reason">Why it was corrected; null: it stands as it was first recorded.</param>
/// <param name="Before">As it stood before it was corrected.</param>
public sealed record DecisionView(
    string Reference, int Item, DecisionKind Kind, string Title, DecisionOutcome Outcome, Votes? Votes, string Text, LocalDate On,
    string? Reason, ItemDecision? Before)
{
    public static DecisionView Of(Meeting meeting, ItemDecision decision) => new(
        new DecisionReference(meeting.Number, decision.Item).ToString(), decision.Item, meeting.Items[decision.Item - 1].Kind,
        meeting.Items[decision.Item - 1].Title, decision.Outcome, decision.Votes, decision.Text, decision.On, decision.Reason, decision.Before);
}

/// <summary>A decision with what rests on it, the newest first, as far as the reader is told of it.</summary>
public sealed record RestingView(DecisionView Decision, IReadOnlyList<EventView> RestsOnIt);

/// <summary>One act on a meeting, as the ledger holds it.</summary>
/// <param name="Type">The stored name of its kind.</param>
public sealed record MeetingStep(long Position, Instant RecordedAt, LocalDate On, string Type, string Officer, string Organisation, int? Item);
