using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Tests.Reporting;

/// <summary>Given what happened to XLHT's return for 2023-Q2, when a command is decided, then events or a refusal.</summary>
internal sealed record ReturnStory
{
    public static readonly Actor Reporter = new("xlht", "XLHT", Role.Reporter, "XLHT");
    public static readonly Actor Neighbour = new("byh", "BYH", Role.Reporter, "BYH");
    public static readonly Actor Reviewer = new("stat", "STAT", Role.Reviewer);
    public static readonly LocalDate Today = new(2023, 12, 31);
    public static readonly LocalDate QuarterEnd = new(2023, 6, 30);
    public static readonly Period Quarter = Period.OfQuarter(2023, 2);
    public static readonly Evidence Scan = new(new string('a', 64), "營業收入.pdf", "application/pdf", 1024);

    private static readonly IReadOnlyDictionary<string, decimal> Complete = new Dictionary<string, decimal>
    {
        ["op_revenue"] = 101.30m,
        ["hte_revenue"] = 15.05m,
        ["rd_inst_new"] = 1m,
        ["hte_count"] = 30m,
    };

    public ProgrammeDocument Programme { get; init; } = SmallProgramme.Document;

    public ZoneReturn State { get; init; } = ZoneReturn.Stream("XLHT", Quarter).Initial;

    public FigureBook History { get; init; } = FigureBook.Empty;

    public IReadOnlyList<Recorded<ReturnEvent>> Recorded { get; init; } = [];

    public static ReturnStory Untouched { get; } = new();

    public static ReturnStory Reported { get; } = Untouched.With(
        Reporter, [.. Complete.Select(figure => Stated(figure.Key, figure.Value))]);

    public static ReturnStory Submitted { get; } = Reported.With(Reporter, new ReturnSubmitted(new(2023, 7, 10), Signed, []));

    public static ReturnStory SentBack { get; } = Submitted.With(Reviewer, new ReturnSentBack(new(2023, 7, 12), "與台賬不符", []));

    public static ReturnStory Accepted { get; } = Submitted.With(Reviewer, new ReturnAccepted(new(2023, 7, 20)));

    public static ReturnStory CorrectionAsked { get; } = Accepted.With(
        Reporter,
        new CorrectionRequested(new(2023, 8, 20), 1, "op_revenue", 102.05m, CorrectionKind.Error, "漏報一戶企業", [Scan]));

    public static Signatory[] Signed => [new("填報人", "其其格"), new("統計負責人", "巴特爾")];

    public static FigureReported Stated(string series, decimal value) => new(new(2023, 7, 5), series, value, null, null, []);

    public static IReadOnlyDictionary<string, Evidence> Kept { get; } =
        new Dictionary<string, Evidence> { [Scan.Sha256] = Scan };

    /// <summary>Events of one commit: each at the next position, a day after the last.</summary>
    public ReturnStory With(Actor actor, params ReturnEvent[] events)
    {
        var stream = ZoneReturn.Stream(State.Zone, State.Period);
        var recorded = Recorded.ToList();
        foreach (var @event in events)
        {
            var version = recorded.Count + 1;
            recorded.Add(new(@event, new(
                new Guid(version, 0, 0, new byte[8]), stream.Id, version, version + 100,
                Instant.FromUtc(2023, 7, 1, 1, 0) + Duration.FromDays(version), actor)));
        }

        return this with { Recorded = recorded, State = stream.Fold(recorded) };
    }

    public Outcome When(Func<ZoneReturn, Decision<ReturnEvent>> decide) => new(decide(State));

    public Outcome Reports(params FigureLine[] lines) => Reports(new ReportFigures(lines));

    public Outcome Reports(ReportFigures command, Actor? actor = null, LocalDate? today = null) =>
        When(state => command.Decide(state, Programme, Kept, actor ?? Reporter, today ?? Today));

    public Outcome Submits(params Explanation[] explanations) => Submits(new SubmitReturn(Signed, explanations));

    public Outcome Submits(SubmitReturn command, Actor? actor = null) =>
        When(state => command.Decide(state, Programme, History, actor ?? Reporter, Today));

    public Outcome Accepts(AcceptReturn? command = null, Actor? actor = null) =>
        When(state => (command ?? new()).Decide(state, Programme, History, actor ?? Reviewer, Today));
}

internal sealed record Outcome(Decision<ReturnEvent> Decision)
{
    public IReadOnlyList<ReturnEvent> Events
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
        refusal.Code.ShouldBe(code);
        refusal.Kind.ShouldBe(kind);
        return refusal;
    }

    public void ThenFaults(string code, RefusalKind kind, params (string Pointer, string Code)[] faults) =>
        ThenRefused(code, kind).Faults.Select(fault => (fault.Pointer, fault.Code)).ShouldBe(faults, ignoreOrder: true);
}
