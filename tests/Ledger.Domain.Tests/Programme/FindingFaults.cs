using Ledger.Domain.Programme;
using NodaTime;
using static Ledger.Domain.Tests.Programme.SoundProgramme;

namespace Ledger.Domain.Tests.Programme;

public class FindingFaults
{
    private static readonly ProgrammeDocument Sound = SoundProgramme.Document;

    /// <summary>One change to the sound document, where the fault is, and its code.</summary>
    private static readonly Dictionary<string, (ProgrammeDocument Document, string Pointer)[]> Cases = new(StringComparer.Ordinal)
    {
        ["programme-other"] = [(Sound with { Id = "ordos" }, "/id")],
        ["number-out-of-range"] =
        [
            (Sound with { FirstYear = 1830 }, "/firstYear"),
            (Sound with { LastYear = 2020 }, "/lastYear"),
            (Sound with { BaselineYear = 2021 }, "/baselineYear"),
            (Sound with { Calendar = Sound.Calendar with { QuarterDays = 0 } }, "/calendar/quarterDays"),
            (Sound with { Series = Sound.Series.Put(0, s => s with { Places = 7 }) }, "/series/0/places"),
            (Sound with { Indicators = Sound.Indicators.Put(0, i => i with { Places = -1 }) }, "/indicators/0/places"),
            (Sound with { Notices = Sound.Notices with { PercentPlaces = 7 } }, "/notices/percentPlaces"),
            (Sound with { Notices = Sound.Notices with { SharePlaces = -1 } }, "/notices/sharePlaces"),
            (Sound with { Notices = Sound.Notices with { RedFirstPlaces = 4 } }, "/notices/redFirstPlaces"),
            (Sound with { Notices = Sound.Notices with { BlackLagPoints = -5 } }, "/notices/blackLagPoints"),
            (Sound with { Checks = Sound.Checks with { RobustZ = 0 } }, "/checks/robustZ"),
            (Sound with { Checks = Sound.Checks with { MinHistory = 2 } }, "/checks/minHistory"),
            (Sound with { Checks = Sound.Checks with { JumpPercent = 0 } }, "/checks/jumpPercent"),
            (Sound with { Checks = Sound.Checks with { SmallCount = -1 } }, "/checks/smallCount"),
            (Sound with { Findings = Sound.Findings with { BackdatedDays = -1 } }, "/findings/backdatedDays"),
            (Sound with { Findings = Sound.Findings with { DigitValues = 49 } }, "/findings/digitValues"),
        ],
        ["list-empty"] =
        [
            (Sound with { Tasks = Sound.Tasks.Put(0, t => t with { Units = [] }) }, "/tasks/0/units"),
        ],
        ["entry-empty"] = [(Sound with { Zones = [.. Sound.Zones, null!] }, "/zones/3")],
        ["name-untranslated"] =
        [
            (Sound with { Title = new("方案", " ", "Plan") }, "/title/zhHans"),
            (Sound with { Tasks = Sound.Tasks.Put(0, t => t with { Deliverables = [new("規劃", "规划", "")] }) }, "/tasks/0/deliverables/0/en"),
        ],
        ["text-blank"] = [(Sound with { Indicators = Sound.Indicators.Put(0, i => i with { Clause = "" }) }, "/indicators/0/clause")],
        ["code-malformed"] =
        [
            (Sound with { Series = Sound.Series.Put(2, s => s with { Code = "RdInst" }) }, "/series/2/code"),
            (Sound with { Organisations = [.. Sound.Organisations, Organisation("x-1")] }, "/organisations/10/code"),
        ],
        ["code-reserved"] = [(Sound with { Zones = [.. Sound.Zones, Zone("LEAGUE")] }, "/zones/3/code")],
        ["code-duplicated"] =
        [
            (Sound with { Zones = [.. Sound.Zones, Zone("BYH")] }, "/zones/3/code"),
            (Sound with { Series = Sound.Series.Put(4, s => s with { Id = "S01" }) }, "/series/4/id"),
            (Sound with { Indicators = [.. Sound.Indicators, Sound.Indicators[0] with { Id = "Q16" }] }, "/indicators/6/code"),
            (Sound with { Tasks = [Sound.Tasks[0], Sound.Tasks[0]] }, "/tasks/1/id"),
            (Sound with { Assumptions = [.. Sound.Assumptions, Sound.Assumptions[0]] }, "/assumptions/3/id"),
            (Sound with { Calendar = Sound.Calendar with { Extensions = [.. Sound.Calendar.Extensions, Sound.Calendar.Extensions[0]] } }, "/calendar/extensions/1/period"),
            (Sound with { CombinedTargets = Sound.CombinedTargets.Put(0, c => c with { Code = "key_lab" }) }, "/combinedTargets/0/code"),
            (Sound with { Glossary = [Sound.Glossary[0], Sound.Glossary[0]] }, "/glossary/1/id"),
        ],
        ["code-unknown"] =
        [
            (Sound with { Zones = Sound.Zones.Put(1, z => z with { Host = "NOBODY" }) }, "/zones/1/host"),
            (Sound with { Roles = Sound.Roles with { Reviewer = "NOBODY" } }, "/roles/reviewer"),
            (Sound with { Notices = Sound.Notices with { Paper = Sound.Notices.Paper with { CopiedTo = ["STAT", "NOBODY"] } } }, "/notices/paper/copiedTo/1"),
            (Sound with { Series = Sound.Series.Put(6, s => s with { DeterminedBy = "NOBODY" }) }, "/series/6/determinedBy"),
            (Sound with { Series = Sound.Series.Put(1, s => s with { Within = "revenue" }) }, "/series/1/within"),
            (Sound with { Indicators = Sound.Indicators.Put(0, i => i with { Measure = i.Measure with { Numerator = "revenue" } }) }, "/indicators/0/measure/numerator"),
            (Sound with { Indicators = Sound.Indicators.Put(0, i => i with { Measure = i.Measure with { Denominator = "revenue" } }) }, "/indicators/0/measure/denominator"),
            (Sound with { Tasks = Sound.Tasks.Put(0, t => t with { Units = ["HOST", "EPA"] }) }, "/tasks/0/units/1"),
            (Sound with { Safeguards = Sound.Safeguards.Put(0, t => t with { Indicators = ["Q99"] }) }, "/safeguards/0/indicators/0"),
            (Sound with { Ambiguities = Sound.Ambiguities.Put(0, a => a with { Concerns = ["key_lab", "Q99"] }) }, "/ambiguities/0/concerns/1"),
            (Sound with { Baselines = [new("OUXX", "hte_revenue_share", 1, "年報")] }, "/baselines/0/zone"),
        ],
        ["committee-missing"] = [(Sound with { Zones = [.. Sound.Zones.Take(2), Zone("SNT")], Organisations = Sound.Organisations }, "/zones/2/code")],
        ["validity-reversed"] = [(Sound with { Organisations = Sound.Organisations.Put(6, o => o with { Until = new LocalDate(2022, 1, 1) }) }, "/organisations/6/until")],
        ["validity-overlaps"] = [(Sound with { Organisations = Sound.Organisations.Put(6, o => o with { From = new LocalDate(2023, 7, 19) }) }, "/organisations/6/from")],
        ["series-never-due"] = [(Sound with { Series = Sound.Series.Put(7, s => s with { Quarterly = Demand.None, Annual = Demand.None }) }, "/series/7/quarterly")],
        ["within-circular"] = [(Sound with { Series = Sound.Series.Put(0, s => s with { Within = "hte_revenue" }) }, "/series/0/within")],
        ["within-unlike"] = [(Sound with { Series = Sound.Series.Put(1, s => s with { Within = "rd_inst_new" }) }, "/series/1/within")],
        ["target-impossible"] =
        [
            (Sound with { Indicators = Sound.Indicators.Put(0, i => i with { Target = i.Target with { Value = 0 } }) }, "/indicators/0/target/value"),
            (Sound with { Indicators = Sound.Indicators.Put(0, i => i with { Target = i.Target with { Value = -20 } }) }, "/indicators/0/target/value"),
        ],
        ["range-not-ascending"] = [(Sound with { Indicators = Sound.Indicators.Put(5, i => i with { Target = i.Target with { Upper = 1 } }) }, "/indicators/5/target/upper")],
        ["upper-unexpected"] = [(Sound with { Indicators = Sound.Indicators.Put(0, i => i with { Target = i.Target with { Upper = 30 } }) }, "/indicators/0/target/upper")],
        ["series-unlike-measure"] = [(Sound with { Indicators = Sound.Indicators.Put(3, i => i with { Measure = new(MeasureKind.CumulativeFlow, "key_lab", null) }) }, "/indicators/3/measure/numerator")],
        ["denominator-missing"] = [(Sound with { Indicators = Sound.Indicators.Put(0, i => i with { Measure = i.Measure with { Denominator = null } }) }, "/indicators/0/measure/denominator")],
        ["denominator-unexpected"] = [(Sound with { Indicators = Sound.Indicators.Put(1, i => i with { Measure = i.Measure with { Denominator = "grp" } }) }, "/indicators/1/measure/denominator")],
        ["rate-missing"] = [(Sound with { Indicators = Sound.Indicators.Put(2, i => i with { Trajectory = new(TrajectoryKind.Growth, null) }) }, "/indicators/2/trajectory/rate")],
        ["rate-unexpected"] = [(Sound with { Indicators = Sound.Indicators.Put(0, i => i with { Trajectory = i.Trajectory with { Rate = 0.1m } }) }, "/indicators/0/trajectory/rate")],
        ["rate-unlike-target"] = [(Sound with { Indicators = Sound.Indicators.Put(2, i => i with { Trajectory = new(TrajectoryKind.Growth, 0.25m) }) }, "/indicators/2/trajectory/rate")],
        ["trajectory-unlike-target"] = [(Sound with { Indicators = Sound.Indicators.Put(0, i => i with { Target = i.Target with { Period = PeriodSemantics.EachYear } }) }, "/indicators/0/trajectory/kind")],
        ["allocation-unexpected"] = [(Sound with { Indicators = Sound.Indicators.Put(1, i => i with { Level = TargetLevel.ZoneAndLeague }) }, "/indicators/1/allocation")],
        ["allocation-missing"] = [(Sound with { Indicators = Sound.Indicators.Put(1, i => i with { Allocation = null }), Assumptions = [] }, "/indicators/1/allocation")],
        ["allocation-twice"] = [(Sound with { Indicators = Sound.Indicators.Put(3, i => i with { Allocation = Shares(3, 1, 1) }) }, "/indicators/3/allocation")],
        ["allocation-not-whole"] = [(Sound with { Indicators = Sound.Indicators.Put(1, i => i with { Allocation = Shares(1.5m, 1.5m, 0) }) }, "/indicators/1/allocation/XLHT")],
        ["allocation-incomplete"] = [(Sound with { Indicators = Sound.Indicators.Put(1, i => i with { Allocation = new Dictionary<string, decimal> { ["XLHT"] = 2, ["BYH"] = 1 } }) }, "/indicators/1/allocation")],
        ["allocation-not-summing"] =
        [
            (Sound with { Indicators = Sound.Indicators.Put(1, i => i with { Allocation = Shares(2, 1, 1) }) }, "/indicators/1/allocation"),
            (Sound with { CombinedTargets = Sound.CombinedTargets.Put(0, c => c with { Allocation = Shares(6, 3, 0) }) }, "/combinedTargets/0/allocation"),
        ],
        ["period-outside"] = [(Extended("2026-Q1", new(2026, 4, 20)), "/calendar/extensions/0/period")],
        ["extension-impossible"] =
        [
            (Extended("2023-Q3", new(2023, 9, 30)), "/calendar/extensions/0/dueOn"),
            (Extended("2023-Q3", new(2024, 10, 1)), "/calendar/extensions/0/dueOn"),
        ],
        ["baseline-unused"] = [(Sound with { Baselines = [new("XLHT", "op_revenue", 1, "年報")] }, "/baselines/0/subject")],
        ["baseline-summed"] = [(Sound with { Baselines = [new("LEAGUE", "inv_patent_granted", 68, "年報")] }, "/baselines/0/zone")],
        ["baseline-duplicated"] = [(Sound with { Baselines = [.. Sound.Baselines, Sound.Baselines[0]] }, "/baselines/3")],
        ["baseline-negative"] = [(Sound with { Baselines = Sound.Baselines.Put(0, b => b with { Value = -1 }) }, "/baselines/0/value")],
        ["measure-duplicated"] = [(Sound with { Notices = Sound.Notices with { Measures = [.. Sound.Notices.Measures, Sound.Notices.Measures[0]] } }, "/notices/measures/4")],
        ["measure-unlike-subject"] =
        [
            (Sound with { Notices = Sound.Notices with { Measures = [SoundProgramme.Shown("hte_revenue_share", NoticeMeasureKind.YearPlan)], RedFirstPlaces = 1 } }, "/notices/measures/0/subject"),
            (Sound with { Notices = Sound.Notices with { Measures = [SoundProgramme.Shown("grp", NoticeMeasureKind.Growth)], RedFirstPlaces = 1 } }, "/notices/measures/0/subject"),
        ],
        ["pointer-unresolved"] =
        [
            (Sound with { Assumptions = Sound.Assumptions.Put(1, a => a with { Governs = ["/indicators/9/trajectory/kind"] }) }, "/assumptions/1/governs/0"),
            (Sound with { Assumptions = Sound.Assumptions.Put(1, a => a with { Governs = ["baselineYear"] }) }, "/assumptions/1/governs/0"),
            (Sound with { Assumptions = Sound.Assumptions.Put(1, a => a with { Governs = [""] }) }, "/assumptions/1/governs/0"),
        ],
    };

    public static TheoryData<string, int> Kinds =>
        [.. Cases.SelectMany(kind => kind.Value.Select((_, index) => (kind.Key, index)))];

    [Fact]
    public void A_sound_document_has_none() => ProgrammeFaults.Of(Sound).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_is_found_in_its_place(string code, int index)
    {
        var (document, pointer) = Cases[code][index];
        ProgrammeFaults.Of(document).Select(fault => (fault.Code, fault.Pointer)).ShouldContain((code, pointer));
    }

    [Fact]
    public void All_are_found_at_once()
    {
        var document = Sound with
        {
            Title = new("方案", "方案", ""),
            Zones = Sound.Zones.Put(1, zone => zone with { Host = "NOBODY" }),
            Indicators = Sound.Indicators.Put(1, indicator => indicator with { Allocation = Shares(9, 0, 0) }),
            Checks = Sound.Checks with { RobustZ = -1 },
            Baselines = [.. Sound.Baselines, new("XLHT", "op_revenue", 5, "年報")],
        };
        ProgrammeFaults.Of(document).Select(fault => fault.Pointer).ShouldBe(
            ["/title/en", "/zones/1/host", "/indicators/1/allocation", "/baselines/3/subject", "/checks/robustZ"]);
    }

    [Fact]
    public void An_empty_document_lacks_what_everything_hangs_on() =>
        ProgrammeFaults.Of(Sound with { Zones = [], Series = [], Indicators = [] })
            .Where(fault => fault.Code == "list-empty").Select(fault => fault.Pointer).ShouldBe(["/zones", "/series", "/indicators"]);

    private static ProgrammeDocument Extended(string period, LocalDate dueOn) =>
        Sound with { Calendar = Sound.Calendar with { Extensions = [new(Period.Parse(period), dueOn, "假期")] } };
}
