using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Programme;
using Ledger.Domain.Tests.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Assessment.Year;

/// <summary>Given what happened in the assessment of 2023, when a command is decided, then events or a refusal.</summary>
/// <remarks>Two zones and five members, as in the worked example; the fifth sits for XLHT's host.</remarks>
internal sealed record YearStory
{
    public static readonly Actor Secretary = new("stb", "STB", Role.Secretary);
    public static readonly Actor Chair = new("chair", "JCONF", Role.Chair);
    public static readonly Actor Zone = new("dln", "DLN", Role.Reporter, "DLN");
    public static readonly LocalDate Today = new(2024, 12, 31);
    public static readonly Document Paper = new("錫統發〔2024〕8號", new(2024, 3, 1), "盟統計局");

    public static ProgrammeDocument Plan { get; } = SoundProgramme.Document with
    {
        Zones = [.. SoundProgramme.Document.Zones.Where(zone => zone.Code is "XLHT" or "DLN")],
    };

    public AssessmentYear State { get; init; } = AssessmentYear.Stream(2023).Initial;

    public ImmutableEvents Events { get; init; } = new([]);

    public static Actor Member(int number) => new($"member-{number}", number == 5 ? "HOST" : $"ORG{number}", Role.Member);

    /// <summary>What the ledger holds that a ballot may refer to.</summary>
    public static IReadOnlySet<string> Held { get; } = new HashSet<string> { "notice/2023-Q4/1", new('a', 64) };

    public static YearStory Untouched { get; } = new();

    public static YearStory Opened { get; } = Untouched.With(new AssessmentOpened(
        new(2024, 2, 1), "xlg-htz-annual", 1, 2, [.. Enumerable.Range(1, 5).Select(Sits)], "chair", 3));

    public static YearStory Declared { get; } = Opened.With(
        [.. from member in Enumerable.Range(1, 5)
            from zone in new[] { "XLHT", "DLN" }
            select new InterestDeclared(new(2024, 2, 5), $"member-{member}", zone, Interest.None, null)]);

    public static YearStory Voting { get; } = Declared.With(new FiguresFrozen(new(2024, 2, 10), 4711));

    /// <summary>Everybody has voted on everything as in the worked example, but for the host's member on XLHT.</summary>
    public static YearStory Voted { get; } = Voting.With(
        [.. WorkedExample.Year2023.Ballots
            .Where(ballot => ballot is not { Member: "member-5", Zone: "XLHT" })
            .Select(ballot => Sealed(Cast(ballot)))]);

    public static YearStory Closed { get; } = Voted.After(state => new CloseVoting(new(2024, 2, 20)).Decide(state, Open, Chair, Today));

    public static YearStory Ratified { get; } = Closed.After(
        state => new RatifyResult(["member-1", "member-2", "member-3"], "會議紀要", new(2024, 3, 8)).Decide(state, Drawn(state), Chair, Today));

    public static YearStory Published { get; } = Ratified.After(
        state => new PublishResult(new(2024, 3, 18)).Decide(state, Secretary, Today));

    public static OpenedBallot Cast(Ballot ballot) => new(
        ballot.Member, ballot.Zone, ballot.Criterion, ballot.Level, "現場核查", ["notice/2023-Q4/1"], new string('5', 64));

    // A stand-in for encryption under a key kept elsewhere: what it hides is not what these tests are about.
    public static string Seal(OpenedBallot ballot) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(ballot));

    public static OpenedBallot? Open(SealedBallot ballot) =>
        JsonSerializer.Deserialize<OpenedBallot>(Convert.FromBase64String(ballot.Sealed));

    public static BallotSealed Sealed(OpenedBallot ballot) => new(
        new(2024, 2, 15), ballot.Member, ballot.Zone, ballot.Criterion, BallotSeal.Commit(2023, ballot), Seal(ballot));

    public static DrawnResult Drawn(AssessmentYear state)
    {
        var basis = WorkedExample.Year2023 with
        {
            Ballots = [.. state.Opened.Values.Select(ballot => new Ballot(ballot.Member, ballot.Zone, ballot.Criterion, ballot.Level))],
            Occurrences = [.. state.Adjustments.Where(each => each.Lifted is null).Select(each => new Occurrence(each.Zone, each.Item, each.Count))],
            Vetoes = [.. state.Vetoes.Where(each => each.Lifted is null).Select(each => new ZoneVeto(each.Zone, each.Item))],
        };
        var content = ResultContent.Of(state.ProgrammeVersion, state.FiguresPosition!.Value, DefaultScheme.V1, basis);
        var said = string.Join('\n', content.Zones.Select(zone => $"{zone.Zone} {zone.Exact} {zone.Grade} {content.Position}"));
        return new DrawnResult(content, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said))));
    }

    public YearStory With(params AssessmentEvent[] events)
    {
        var recorded = Events.Recorded.ToList();
        foreach (var @event in events)
        {
            var version = recorded.Count + 1;
            recorded.Add(new(@event, new(
                new Guid(version, 0, 0, new byte[8]), AssessmentYear.StreamId(2023), version, version,
                Instant.FromUtc(2024, 2, 1, 1, 0) + Duration.FromHours(version), Secretary)));
        }

        return this with { Events = new(recorded), State = AssessmentYear.Stream(2023).Fold(recorded) };
    }

    public YearStory After(Func<AssessmentYear, Decision<AssessmentEvent>> decide)
    {
        var decision = decide(State);
        decision.Refusal.ShouldBeNull();
        return With([.. decision.Events]);
    }

    public YearOutcome When(Func<AssessmentYear, Decision<AssessmentEvent>> decide) => new(decide(State));

    public YearOutcome Votes(int member, string zone, string criterion, decimal level, params string[] evidence) => When(state =>
        new CastBallot(zone, criterion, level, "現場核查", evidence.Length == 0 ? ["notice/2023-Q4/1"] : evidence, new(2024, 2, 16))
            .Decide(state, DefaultScheme.V1, Plan, Held, standing: null, Seal, new string('7', 64), Member(member), Today));

    private static CommitteeMember Sits(int member) => new($"member-{member}", $"委員{member}", Member(member).Organisation);
}

internal sealed record ImmutableEvents(IReadOnlyList<Recorded<AssessmentEvent>> Recorded);

internal sealed record YearOutcome(Decision<AssessmentEvent> Decision)
{
    public IReadOnlyList<AssessmentEvent> Events
    {
        get
        {
            Decision.Refusal.ShouldBeNull();
            return Decision.Events;
        }
    }

    public TEvent Then<TEvent>() => Events.ShouldHaveSingleItem().ShouldBeOfType<TEvent>();

    public void ThenNothing() => Events.ShouldBeEmpty();

    public Refusal ThenRefused(string code, RefusalKind kind)
    {
        Decision.Events.ShouldBeEmpty();
        var refusal = Decision.Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Kind).ShouldBe((code, kind));
        return refusal;
    }

    public void ThenFaults(params string[] faults) => ThenRefused("request-at-fault", RefusalKind.Invalid)
        .Faults.Select(fault => $"{fault.Pointer} {fault.Code}").ShouldBe(faults, ignoreOrder: true);
}
