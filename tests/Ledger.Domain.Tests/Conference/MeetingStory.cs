using Ledger.Domain.Access;
using Ledger.Domain.Conference;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Tests.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Conference;

/// <summary>Given the conference's seats and what happened to its meeting 2024-1, when a command is decided, then events or a refusal.</summary>
internal sealed record MeetingStory
{
    public static readonly Actor Office = new("stb", "STB", Role.Secretary);
    public static readonly Actor Reporter = new("xlht", "XLHT", Role.Reporter, "XLHT");
    public static readonly LocalDate Today = new(2024, 12, 31);
    public static readonly LocalDate Day = new(2024, 1, 20);
    public static readonly Evidence Minutes = new(new string('a', 64), "紀要.pdf", "application/pdf", 1024);

    public static readonly IReadOnlyDictionary<string, Evidence> Kept = new Dictionary<string, Evidence>
    {
        [Minutes.Sha256] = Minutes,
        [new string('b', 64)] = Minutes with { Sha256 = new string('b', 64) },
    };

    public static ProgrammeDocument Programme { get; } = SoundProgramme.Document;

    public ConferenceSeats Seats { get; init; } = Enumerable.Range(1, 5).Aggregate(
        ConferenceSeats.Stream.Initial,
        (state, seat) => ConferenceSeats.Evolve(
            state, Of<ConferenceEvent>(new SeatSet(new(2021, 12, 1), seat, "STAT", $"職務{seat}", seat == 1 ? SeatRole.Chair : SeatRole.Member, "示例文件"))));

    public Meeting State { get; init; } = Meeting.Stream("2024-1").Initial;

    public static MeetingStory Untouched { get; } = new();

    public static MeetingStory Convened { get; } = Untouched.With(new MeetingConvened(
        new(2024, 1, 10), Day, null, [new(DecisionKind.Allocation, "目標分解"), new(DecisionKind.EmergingIndustry, "認定產業")]));

    public static MeetingStory Held { get; } = Convened.Attended(4);

    public static MeetingStory Adopted { get; } = Held.With(new ItemDecided(Day, 1, DecisionOutcome.Adopted, null, "同意"));

    public MeetingStory Attended(int seats) => With(new MeetingHeld(
        Day, Day, 1, [.. Enumerable.Range(1, 5).Select(seat => new Attendance(seat, "STAT", $"職務{seat}", seat <= seats ? Presence.Present : Presence.Absent))], 3));

    public MeetingStory With(params MeetingEvent[] events) => this with { State = events.Aggregate(State, (state, @event) => Meeting.Evolve(state, Of(@event))) };

    public MeetingStory Seated(ConferenceEvent @event) => this with { Seats = ConferenceSeats.Evolve(Seats, Of(@event)) };

    public Decision<MeetingEvent> Holds(IReadOnlyList<SeatPresence> attendance, int presiding = 1, LocalDate? heldOn = null, LocalDate? on = null) =>
        new HoldMeeting(heldOn ?? Day, presiding, attendance, on ?? Day).Decide(State, Seats, Programme, Office, Today);

    public Decision<MeetingEvent> Decides(int item, DecisionOutcome outcome = DecisionOutcome.Adopted, Votes? votes = null, string text = "同意", Actor? actor = null) =>
        new DecideItem(item, outcome, votes, text, Day).Decide(State, Programme, actor ?? Office, Today);

    private static Recorded<TEvent> Of<TEvent>(TEvent @event)
        where TEvent : notnull =>
        new(@event, new(Guid.Empty, "meeting/2024-1", 1, 1, Instant.FromUtc(2024, 1, 1, 0, 0), Office));
}
