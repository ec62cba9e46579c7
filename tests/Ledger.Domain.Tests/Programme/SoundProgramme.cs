using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Programme;

/// <summary>Three zones and one of everything: the smallest document without a fault.</summary>
internal static class SoundProgramme
{
    private static readonly Name Money = new("億元", "亿元", "100 million yuan");
    private static readonly Name Count = new("家", "家", "number");

    public static ProgrammeDocument Document { get; } = new()
    {
        Id = ProgrammeHistory.Id,
        Title = Said("方案"),
        Source = new()
        {
            Title = "方案",
            Issuer = "行署辦公室",
            Dated = "2021年11月5日",
            AdoptedBy = "常務會議",
            Addressees = "各單位",
            Printed = "2021年11月5日印發",
            DocumentNumber = null,
            Cites = [],
            Passages = [new("三", Said("工作目標"), "目標")],
            Attachments = [],
            Defects = [],
        },
        FirstYear = 2021,
        LastYear = 2025,
        BaselineYear = 2020,
        Zones = [Zone("XLHT", host: "HOST"), Zone("BYH"), Zone("DLN")],
        Organisations =
        [
            Organisation("STAT"), Organisation("STB"), Organisation("JCONF"), Organisation("ORGD"), Organisation("HOST"),
            new("CBIRC", Said("銀保監分局"), "銀保監分局", null, new LocalDate(2023, 7, 19), null),
            new("CBIRC", Said("金融監管分局"), null, new LocalDate(2023, 7, 20), null, Said("常識")),
            Organisation("XLHT"), Organisation("BYH"), Organisation("DLN"),
        ],
        Roles = new("STAT", "STB", "JCONF", "ORGD"),
        Series =
        [
            Flow("S01", "op_revenue", Money, 2),
            Flow("S02", "hte_revenue", Money, 2) with { Within = "op_revenue" },
            Flow("S07", "rd_inst_new", Count, 0),
            Flow("S08", "inv_patent_granted", Count, 0),
            Flow("S11", "key_lab", Count, 0) with { Kind = SeriesKind.Stock },
            Flow("S13", "incubator", Count, 0) with { Kind = SeriesKind.Stock },
            Flow("S18", "sei_count", Count, 0) with
            {
                Kind = SeriesKind.Stock, Quarterly = Demand.None, Annual = Demand.Required, DeterminedBy = "JCONF",
            },
            Flow("S06", "grp", Money, 2) with { Quarterly = Demand.Optional, Annual = Demand.Required },
        ],
        Indicators =
        [
            Indicator("Q02", "hte_revenue_share", 20, PeriodSemantics.ByLastYear, new(MeasureKind.Share, "hte_revenue", "op_revenue"), TrajectoryKind.LinearFromBaseline),
            Indicator("Q05", "rd_inst_new", 3, PeriodSemantics.EachYear, new(MeasureKind.YearFlow, "rd_inst_new", null), TrajectoryKind.EachYear) with
            {
                Level = TargetLevel.LeagueAllocated, Allocation = Shares(2, 1, 0),
            },
            Indicator("Q07", "inv_patent_growth", 30, PeriodSemantics.AverageGrowth, new(MeasureKind.YearFlow, "inv_patent_granted", null), TrajectoryKind.Growth) with
            {
                Trajectory = new(TrajectoryKind.Growth, 0.30m),
            },
            Indicator("Q09", "key_lab", 5, PeriodSemantics.ByLastYear, new(MeasureKind.NewSinceBaseline, "key_lab", null), TrajectoryKind.LinearFromZero) with
            {
                Level = TargetLevel.LeagueAllocated,
            },
            Indicator("Q11", "incubator", 5, PeriodSemantics.ByLastYear, new(MeasureKind.NewSinceBaseline, "incubator", null), TrajectoryKind.LinearFromZero) with
            {
                Level = TargetLevel.LeagueAllocated,
            },
            Indicator("Q01", "sei_count", 1, PeriodSemantics.ByLastYear, new(MeasureKind.Stock, "sei_count", null), TrajectoryKind.Step) with
            {
                Target = new(1, 2, Comparator.Range, PeriodSemantics.ByLastYear, Force.Firm),
            },
        ],
        CombinedTargets = [new("Q09+Q11", "carriers", Said("載體"), ["key_lab", "incubator"], Shares(6, 3, 1))],
        Outcomes = [new("創新載體", "三(二)", Said("創新載體"))],
        Tasks = [new("T1", "四(一)", Said("編制規劃"), "編制", "管委會", ["HOST", "STB"], [Said("規劃")], ["key_lab"])],
        Safeguards = [new("S3", "五(三)", Said("考核管理"), "考核", "統計局", ["STAT"], [Said("季通報")], [])],
        Requirements = [new("R5", "季通報", Said("季通報"))],
        Calendar = new(15, new AnnualDate(3, 31), new LocalTime(17, 0), [new(Period.Parse("2023-Q3"), new(2023, 10, 20), "國慶假期")]),
        Baselines =
        [
            new("XLHT", "hte_revenue_share", 11, "2020年年報"), new(Domain.Programme.Zone.League, "hte_revenue_share", 9, "2020年年報"),
            new("XLHT", "inv_patent_granted", 40, "2020年年報"),
        ],
        Notices = new(1, 2, 2, 3, 2, 5, "錫盟科通報",
        [
            Shown("op_revenue", NoticeMeasureKind.Growth), Shown("hte_revenue_share", NoticeMeasureKind.Trajectory),
            Shown("inv_patent_growth", NoticeMeasureKind.YearPlan), Shown("rd_inst_new", NoticeMeasureKind.LeagueCount),
        ],
        new(Said("科技局"), Said("各旗縣市"), ["STAT"], Said("科技局辦公室"))),
        Checks = new(3.5m, 6, 50, 5),
        Assumptions =
        [
            new("A-04", Said("所指"), Said("理解"), []),
            new("A-18", Said("軌跡"), Said("直線"), ["/indicators/0/trajectory/kind"]),
            new("A-22", Said("分解"), Said("暫按"), ["/indicators/1/allocation", "/combinedTargets/0/allocation/XLHT"]),
        ],
        Ambiguities = [new("U-1", Said("層級"), Said("不明"), ["key_lab", "XLHT", "T1"])],
        Glossary = [new("yoy", Said("同比"), false, null)],
    };

    public static Name Said(string text) => new(text, text, text);

    public static Dictionary<string, decimal> Shares(decimal xlht, decimal byh, decimal dln) =>
        new() { ["XLHT"] = xlht, ["BYH"] = byh, ["DLN"] = dln };

    public static Zone Zone(string code, string? host = null) =>
        new(code, Said(code), Said(code), Said(code), Track.Excellence, ZoneGoal.Established, "建成", Force.Strive, host, GrpDenominator.ZoneValueAdded);

    public static NoticeMeasure Shown(string subject, NoticeMeasureKind kind) => new(subject, kind, Said(subject));

    public static Organisation Organisation(string code) => new(code, Said(code), null, null, null, null);

    /// <summary>The list with one entry put another way.</summary>
    public static T[] Put<T>(this IReadOnlyList<T> list, int index, Func<T, T> change) =>
        [.. list.Select((entry, at) => at == index ? change(entry) : entry)];

    private static Series Flow(string id, string code, Name unit, int places) =>
        new(id, code, Said(code), SeriesKind.Flow, unit, places, Demand.Required, Demand.None, null, null);

    private static Indicator Indicator(
        string id, string code, decimal target, PeriodSemantics period, Measure measure, TrajectoryKind trajectory) =>
        new(
            id, code, Said(code), Count, "條款", "三(一)", new(target, null, Comparator.AtLeast, period, Force.Firm), measure,
            new(trajectory, null), TargetLevel.ZoneAndLeague, null, 2, Said("口徑"));
}
