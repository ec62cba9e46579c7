using System.Collections.Immutable;
using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Conference;

/// <summary>One meeting of the joint conference: convened, held, its items decided, its minutes closed.</summary>
public sealed record Meeting
{
    /// <summary>Such as <c>2023-1</c>.</summary>
    public required string Number { get; init; }

    public MeetingState State { get; init; }

    /// <summary>The day for which it was last convened.</summary>
    public LocalDate? MeetsOn { get; init; }

    public string? Place { get; init; }

    /// <summary>The first is number 1.</summary>
    public IReadOnlyList<AgendaItem> Items { get; init; } = [];

    /// <summary>Why it does not meet; null: it was not cancelled.</summary>
    public string? Cancelled { get; init; }

    public LocalDate? HeldOn { get; init; }

    /// <summary>The seat that presided; 0 until it is held.</summary>
    public int Presiding { get; init; }

    public IReadOnlyList<Attendance> Attendance { get; init; } = [];

    /// <summary>How many seats had to be attended.</summary>
    public int Quorum { get; init; }

    /// <summary>By item.</summary>
    public ImmutableSortedDictionary<int, ItemDecision> Decisions { get; init; } = ImmutableSortedDictionary<int, ItemDecision>.Empty;

    /// <summary>Null until they are closed.</summary>
    public Evidence? Minutes { get; init; }

    /// <summary>The document date of the last act. The next one is never earlier.</summary>
    public LocalDate? LastActOn { get; init; }

    public int Attending => Attendance.Count(seat => seat.Presence != Presence.Absent);

    public bool IsQuorate => HeldOn is not null && Attending >= Quorum;

    public static string StreamId(string number) => $"meeting/{number}";

    public static EventStream<Meeting, MeetingEvent> Stream(string number) => new(StreamId(number), new Meeting { Number = number }, Evolve);

    /// <param name="streamId">As <see cref="StreamId"/> gives it.</param>
    /// <exception cref="FormatException">It names no meeting.</exception>
    public static EventStream<Meeting, MeetingEvent> StreamOf(string streamId) =>
        streamId.Split('/') is ["meeting", var number]
            ? Stream(number)
            : throw new FormatException($"'{streamId}' is not the stream of a meeting, such as meeting/2023-1.");

    /// <summary>Whether what was decided on an item may be the basis of an act.</summary>
    /// <returns><c>decision-unknown</c>, <c>decision-not-adopted</c>, or null when it may.</returns>
    public Refusal? CheckBasis(int item)
    {
        if (!Decisions.TryGetValue(item, out var decision))
            return Unknown($"{Number}/{item}");
        return decision.Outcome == DecisionOutcome.Adopted
            ? null
            : Refusal.OfFaults(RefusalKind.Conflict, "decision-not-adopted", [Fault.At("/decision", "decision-not-adopted", $"{Number}/{item}", decision.Outcome)]);
    }

    /// <returns><c>decision-unknown</c>.</returns>
    public static Refusal Unknown(string reference) =>
        Refusal.OfFaults(RefusalKind.Invalid, "decision-unknown", [Fault.At("/decision", "decision-unknown", reference)]);

    public static Meeting Evolve(Meeting state, Recorded<MeetingEvent> recorded) =>
        Fold(state, recorded.Event, recorded.Provenance) with { LastActOn = recorded.Event.On };

    private static Meeting Fold(Meeting state, MeetingEvent @event, Provenance at) => @event switch
    {
        MeetingConvened e => state with { State = MeetingState.Convened, MeetsOn = e.MeetsOn, Place = e.Place, Items = e.Items },
        MeetingCancelled e => state with { State = MeetingState.Cancelled, Cancelled = e.Reason },
        MeetingHeld e => state with
        {
            State = MeetingState.Held, HeldOn = e.HeldOn, Presiding = e.Presiding, Attendance = e.Attendance, Quorum = e.Quorum,
        },
        ItemDecided e => state with { Decisions = state.Decisions.SetItem(e.Item, new(e.Item, e.Outcome, e.Votes, e.Text, e.On, at.Actor) { Position = at.Position, EventId = at.EventId }) },
        DecisionCorrected e => state with
        {
            Decisions = state.Decisions.SetItem(e.Item, new(e.Item, e.Outcome, e.Votes, e.Text, e.On, at.Actor)
            {
                Reason = e.Reason, Before = state.Decisions[e.Item], Position = at.Position, EventId = at.EventId,
            }),
        },
        MinutesClosed e => state with { State = MeetingState.Closed, Minutes = e.Minutes },
        MinutesCorrected e => state with { Minutes = e.Minutes },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is not folded into a meeting."),
    };
}

public enum MeetingState
{
    /// <summary>Nothing is known of it.</summary>
    None,
    Convened,
    Cancelled,
    Held,

    /// <summary>Its minutes are closed.</summary>
    Closed,
}

/// <summary>What was decided on an item, as it stands.</summary>
public sealed record ItemDecision(int Item, DecisionOutcome Outcome, Votes? Votes, string Text, LocalDate On, Actor By)
{
    /// <summary>Why it was corrected; null: it stands as it was first recorded.</summary>
    public string? Reason { get; init; }

    /// <summary>Where in the ledger it stands.</summary>
    public long Position { get; init; }

    public Guid EventId { get; init; }

    /// <summary>As it stood before it was corrected.</summary>
    public ItemDecision? Before { get; init; }
}
