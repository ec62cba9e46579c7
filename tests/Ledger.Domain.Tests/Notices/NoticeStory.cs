using System.Security.Cryptography;
using System.Text;
using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using NodaTime;

namespace Ledger.Domain.Tests.Notices;

/// <summary>Given what the league's ledger holds and which notices went out, when the secretary acts, then events or a refusal.</summary>
internal sealed record NoticeStory
{
    public static readonly Actor Secretary = new("stb", "STB", Role.Secretary);
    public static readonly LocalDate Today = new(2023, 10, 20);
    private static readonly Period Quarter = Period.Parse("2023-Q3");

    public League League { get; init; } = League.Autumn2023;

    public NoticeHistory State { get; init; } = NoticeHistory.Stream(Quarter).Initial;

    public DocumentRegister Register { get; init; } = new() { Year = 2023 };

    public static NoticeStory Untouched { get; } = new();

    public static NoticeStory Issued { get; } = Untouched.When(new IssueNotice()).Then();

    /// <summary>As drawn at the head of the ledger.</summary>
    public FrozenNotice Frozen => Freeze(League.Draw(State.Period.ToString()).Content);

    public static FrozenNotice Freeze(NoticeContent content) =>
        new(content, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.Out()))), LogRoot: null);

    public NoticeOutcome When(IssueNotice command, Actor? actor = null, LocalDate? today = null) =>
        new(this, command.Decide(State, Register, Frozen, League.Programme, actor ?? Secretary, today ?? Today));

    public NoticeOutcome When(SupersedeNotice command, Actor? actor = null, LocalDate? today = null) =>
        new(this, command.Decide(State, Register, Frozen, League.Programme, actor ?? Secretary, today ?? Today));
}

internal sealed record NoticeOutcome(NoticeStory Before, Decision<NoticeEvent, DocumentNumberEvent> Decision)
{
    /// <summary>The story after what was decided.</summary>
    public NoticeStory Then()
    {
        Decision.Refusal.ShouldBeNull();
        return Before with
        {
            State = Decision.Events.Aggregate(Before.State, (state, @event) => NoticeHistory.Evolve(state, Record(@event, NoticeHistory.StreamId(state.Period)))),
            Register = Decision.Beside.Aggregate(
                Before.Register, (state, @event) => DocumentRegister.Evolve(state, Record(@event, DocumentRegister.StreamId(state.Year)))),
        };
    }

    public TEvent Then<TEvent>()
        where TEvent : NoticeEvent
    {
        Decision.Refusal.ShouldBeNull();
        return Decision.Events.ShouldHaveSingleItem().ShouldBeOfType<TEvent>();
    }

    public void ThenNothing()
    {
        Decision.Refusal.ShouldBeNull();
        Decision.Events.ShouldBeEmpty();
        Decision.Beside.ShouldBeEmpty();
    }

    public Refusal ThenRefused(string code, RefusalKind kind)
    {
        Decision.Events.ShouldBeEmpty();
        Decision.Beside.ShouldBeEmpty();
        var refusal = Decision.Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Kind).ShouldBe((code, kind));
        return refusal;
    }

    private static Recorded<T> Record<T>(T @event, string stream)
        where T : notnull =>
        new(@event, new(Guid.Empty, stream, 1, 1000, Instant.FromUtc(2023, 10, 20, 2, 0), NoticeStory.Secretary));
}
