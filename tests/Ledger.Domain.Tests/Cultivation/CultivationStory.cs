using Ledger.Domain.Access;
using Ledger.Domain.Cultivation;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Tests.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Cultivation;

/// <summary>Given what happened to XLHT's cultivation under one condition, when a command is decided, then events or a refusal.</summary>
internal sealed record CultivationStory
{
    public static readonly Actor Reporter = new("xlht", "XLHT", Role.Reporter, "XLHT");
    public static readonly Actor Office = new("stb", "STB", Role.Secretary);
    public static readonly LocalDate Today = new(2024, 12, 31);
    public static readonly Basis Paper = new("示例〔2022〕1號", new(2022, 1, 10), "聯席會議", null);
    public static readonly Evidence Scan = new(new string('a', 64), "佐證.pdf", "application/pdf", 1024);
    public static readonly CriterionTerms Terms = new("示例條件", "示例條文", "示例閾值10%", "示例辦法", "示例〔2022〕2號", "第四條(二)");

    private static readonly IReadOnlyDictionary<string, Evidence> Kept = new Dictionary<string, Evidence> { [Scan.Sha256] = Scan };

    public CultivatedZone State { get; init; } = CultivatedZone.Stream("XLHT").Initial;

    public Eligibility Eligibility { get; init; } = Fold(new Eligibility(), new CriterionSet(new(2022, 3, 1), 1, Terms));

    public ProgrammeDocument Programme { get; init; } = SoundProgramme.Document;

    public static CultivationStory Untouched { get; } = new();

    public static CultivationStory Selected { get; } = Untouched.With(
        Office, new ZoneSelected(new(2022, 1, 12), Track.Excellence, ZoneGoal.Established, "建成", Force.Strive, Paper));

    public static CultivationStory Applied { get; } = Selected.At(Stage.Cultivating).At(Stage.Applied);

    public static CultivationStory Stated { get; } = Selected.With(
        Reporter, new FindingStated(new(2022, 4, 1), 1, 1, Fulfilment.Met, "12%", "見附件", [Scan]));

    public static CultivationStory Confirmed { get; } = Stated.With(Office, new FindingConfirmed(new(2022, 4, 10), 1));

    public CultivationStory At(Stage stage) => With(Office, new StageAdvanced(new(2023, 1, 1), stage, Paper));

    public CultivationStory WordedAnew() => this with { Eligibility = Fold(Eligibility, new CriterionSet(new(2023, 1, 1), 1, Terms with { Threshold = "示例閾值15%" })) };

    public CultivationStory With(Actor actor, params CultivationEvent[] events) => this with
    {
        State = events.Aggregate(State, (state, @event) => CultivatedZone.Evolve(
            state, new(@event, new(Guid.Empty, "cultivation/XLHT", 1, 1, Instant.FromUtc(2024, 1, 1, 0, 0), actor)))),
    };

    public CultivationStanding Standing() => new(Checklist.Of(State, Eligibility));

    public Decision<CultivationEvent> States(
        Fulfilment finding = Fulfilment.Met, string text = "見附件", IReadOnlyList<string>? evidence = null, Actor? actor = null, int criterion = 1) =>
        new StateFinding(criterion, finding, "12%", text, evidence ?? [Scan.Sha256]).Decide(State, Eligibility, Programme, Kept, actor ?? Reporter, Today);

    public Decision<CultivationEvent> Confirms(Actor? actor = null) =>
        new ConfirmFinding(1).Decide(State, Eligibility, Programme, actor ?? Office, Today);

    public Decision<CultivationEvent> SendsBack(string reason = "材料不全") => new SendFindingBack(1, reason).Decide(State, Programme, Office, Today);

    public Decision<CultivationEvent> Advances(Stage to, string? despite = null) =>
        new AdvanceStage(to, Paper, Despite: despite).Decide(State, Eligibility, Programme, Office, Today);

    private static Eligibility Fold(Eligibility state, EligibilityEvent @event) => Eligibility.Evolve(
        state, new(@event, new(Guid.Empty, "eligibility", 1, 1, Instant.FromUtc(2024, 1, 1, 0, 0), Office)));
}

internal sealed record CultivationStanding(Checklist Checklist)
{
    public CriterionStanding Of(int criterion) => Checklist.Entries.Single(entry => entry.Criterion.Number == criterion).Standing;
}
