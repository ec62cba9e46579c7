using System.Collections.Immutable;
using NodaTime;

namespace Ledger.Domain.Conference;

/// <summary>The seats of the joint conference through time.</summary>
public sealed record ConferenceSeats
{
    public const string StreamId = "conference";

    /// <summary>Every standing of every seat, in the order in which they were recorded.</summary>
    public ImmutableList<Seat> All { get; init; } = [];

    /// <summary>The number that the next new seat bears.</summary>
    public int Next { get; init; } = 1;

    /// <summary>The document date of the last act. The next one is never earlier.</summary>
    public LocalDate? LastActOn { get; init; }

    public static EventStream<ConferenceSeats, ConferenceEvent> Stream { get; } = new(StreamId, new ConferenceSeats(), Evolve);

    /// <summary>Those there are on a day, by number.</summary>
    public IReadOnlyList<Seat> On(LocalDate day) => [.. All.Where(seat => seat.IsOn(day)).OrderBy(seat => seat.Number)];

    /// <summary>The seat as it stands with nothing more to come; null: there is none, or none any longer.</summary>
    public Seat? Find(int number) => All.Find(seat => seat.Number == number && seat.Until is null);

    public static ConferenceSeats Evolve(ConferenceSeats state, Recorded<ConferenceEvent> recorded) => (recorded.Event switch
    {
        SeatSet e => state.Ended(e.Seat, e.On) with
        {
            All = state.Ended(e.Seat, e.On).All.Add(new(e.Seat, e.Organisation, e.Post, e.Role, e.Source, e.On)),
            Next = Math.Max(state.Next, e.Seat + 1),
        },
        SeatEnded e => state.Ended(e.Seat, e.On),
        _ => throw new InvalidOperationException($"{recorded.Event.GetType().Name} is not folded into the conference's seats."),
    }) with
    { LastActOn = recorded.Event.On };

    private ConferenceSeats Ended(int number, LocalDate on) => Find(number) is { } seat
        ? this with { All = All.Replace(seat, seat with { Until = on }) }
        : this;
}

/// <summary>A seat as it stands for a time.</summary>
/// <param name="Post">The office that its holder holds; never a person's name.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which it stands so no longer; null: it still does.</param>
public sealed record Seat(int Number, string Organisation, string Post, SeatRole Role, string Source, LocalDate From, LocalDate? Until = null)
{
    public bool IsOn(LocalDate day) => From <= day && (Until is null || day < Until);
}
