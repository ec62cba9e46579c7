using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Measures;

/// <summary>The plan's five zones, with the baselines of the worked example and indicators of every kind of measure and trajectory.</summary>
internal static class FiveZones
{
    private static readonly Name Money = new("億元", "亿元", "100 million yuan");
    private static readonly Name Percent = new("%", "%", "%");
    private static readonly Name Pieces = new("件", "件", "number");
    private static readonly Name Bodies = new("個", "个", "number");

    public static ProgrammeDocument Programme { get; } = new()
    {
        Id = ProgrammeHistory.Id,
        Title = Said("實施方案"),
        Source = new()
        {
            Title = "實施方案", Issuer = "行署辦公室", Dated = "2021年11月5日", AdoptedBy = "常務會議", Addressees = "各單位",
            Printed = "2021年11月5日印發", DocumentNumber = null, Cites = [], Passages = [], Attachments = [], Defects = [],
        },
        FirstYear = 2021,
        LastYear = 2025,
        BaselineYear = 2020,
        Zones =
        [
            Zone("XLHT", new("錫林浩特開發區", "锡林浩特开发区", "Xilinhot Zone"), new("錫林浩特", "锡林浩特", "Xilinhot")),
            Zone("BYH", new("白音華開發區", "白音华开发区", "Baiyinhua Zone"), new("白音華", "白音华", "Baiyinhua")),
            Zone("CJCY", new("承接產業開發區", "承接产业开发区", "Industrial Relocation Zone"), new("承接產業", "承接产业", "Industrial Relocation")),
            Zone("SNT", new("蘇尼特開發區", "苏尼特开发区", "Sonid Zone"), new("蘇尼特", "苏尼特", "Sonid")),
            Zone("DLN", new("多倫開發區", "多伦开发区", "Duolun Zone"), new("多倫", "多伦", "Duolun")),
        ],
        Organisations = [],
        Roles = new("STAT", "STB", "JCONF", "ORGD"),
        Series =
        [
            Flow("S01", "op_revenue", Money, 2),
            Flow("S02", "hte_revenue", Money, 2),
            Flow("S05", "rd_exp", Money, 2) with { Quarterly = Demand.Optional, Annual = Demand.Required },
            Flow("S06", "grp", Money, 2) with { Quarterly = Demand.Optional, Annual = Demand.Required, Total = Totalling.OncePerHost },
            Flow("S07", "rd_inst_new", Bodies, 0),
            Flow("S08", "hte_count", Bodies, 0) with { Kind = SeriesKind.Stock },
            Flow("S09", "inv_patent_granted", Pieces, 0),
            Flow("S10", "svc_inst_new", Bodies, 0),
            Flow("S11", "key_lab", Bodies, 0) with { Kind = SeriesKind.Stock },
            Flow("S13", "incubator", Bodies, 0) with { Kind = SeriesKind.Stock },
            Flow("S14", "makerspace", Bodies, 0) with { Kind = SeriesKind.Stock },
            Flow("S18", "sei_count", Bodies, 0) with
            {
                Kind = SeriesKind.Stock, Quarterly = Demand.None, Annual = Demand.Required, Total = Totalling.Distinct,
            },
        ],
        Indicators =
        [
            Indicator("Q01", "sei_count", Bodies, 1, PeriodSemantics.ByLastYear, new(MeasureKind.Stock, "sei_count", null), TrajectoryKind.Step, 0) with
            {
                Target = new(1, 2, Comparator.Range, PeriodSemantics.ByLastYear, Force.Firm),
            },
            Indicator("Q02", "hte_revenue_share", Percent, 20, PeriodSemantics.ByLastYear, new(MeasureKind.Share, "hte_revenue", "op_revenue"), TrajectoryKind.LinearFromBaseline, 2) with
            {
                Name = new("高新技術企業營業收入占比", "高新技术企业营业收入占比", "High-tech share of revenue"),
            },
            Indicator("Q04", "rd_intensity", Percent, 2, PeriodSemantics.ByLastYear, new(MeasureKind.Share, "rd_exp", "grp"), TrajectoryKind.LinearFromBaseline, 2),
            Indicator("Q05", "rd_inst_new", Bodies, 3, PeriodSemantics.EachYear, new(MeasureKind.YearFlow, "rd_inst_new", null), TrajectoryKind.EachYear, 0)
                .SharedOut(1, 1, 1, 0, 0),
            Indicator("Q06", "hte_count_growth", Percent, 30, PeriodSemantics.AverageGrowth, new(MeasureKind.Stock, "hte_count", null), TrajectoryKind.Growth, 1),
            Indicator("Q07", "inv_patent_growth", Percent, 30, PeriodSemantics.AverageGrowth, new(MeasureKind.YearFlow, "inv_patent_granted", null), TrajectoryKind.Growth, 1),
            Indicator("Q08", "svc_inst_new", Bodies, 6, PeriodSemantics.Cumulative, new(MeasureKind.CumulativeFlow, "svc_inst_new", null), TrajectoryKind.LinearFromZero, 0)
                .SharedOut(2, 1, 1, 1, 1),
            Indicator("Q09", "key_lab", Bodies, 5, PeriodSemantics.ByLastYear, new(MeasureKind.NewSinceBaseline, "key_lab", null), TrajectoryKind.LinearFromZero, 0)
                .SharedOut(2, 1, 1, 1, 0),
            Indicator("Q11", "incubator", Bodies, 5, PeriodSemantics.ByLastYear, new(MeasureKind.NewSinceBaseline, "incubator", null), TrajectoryKind.LinearFromZero, 0) with
            {
                Level = TargetLevel.LeagueAllocated,
            },
            Indicator("Q12", "makerspace", Bodies, 5, PeriodSemantics.ByLastYear, new(MeasureKind.NewSinceBaseline, "makerspace", null), TrajectoryKind.LinearFromZero, 0) with
            {
                Level = TargetLevel.LeagueAllocated,
            },
        ],
        CombinedTargets = [new("Q11+Q12", "carriers", Said("載體"), ["incubator", "makerspace"], Shares(4, 2, 2, 1, 1))],
        Outcomes = [],
        Tasks = [],
        Safeguards = [],
        Requirements = [],
        Calendar = new(15, new AnnualDate(3, 31), new LocalTime(17, 0), []),
        Baselines =
        [
            .. Based("hte_revenue_share", 11, 6, 7, 3, 5), new(Domain.Programme.Zone.League, "hte_revenue_share", 9, "2020年年報"),
            .. Based("inv_patent_granted", 40, 10, 12, 2, 4),
            .. Based("hte_count", 20, 10, 10, 5, 5),
            .. Based("key_lab", 1, 0, 0, 0, 0), .. Based("incubator", 1, 1, 0, 0, 0), .. Based("makerspace", 0, 0, 0, 0, 0),
            .. Based("rd_intensity", 1.2m, 1, 1, 0.5m, 0.5m), new(Domain.Programme.Zone.League, "rd_intensity", 1, "2020年年報"),
        ],
        Notices = new(1, 2, 2, 3, 2, 5, "錫盟科通報",
        [
            new("op_revenue", NoticeMeasureKind.Growth, new("實現營業收入", "实现营业收入", "operating revenue")),
            new("hte_revenue_share", NoticeMeasureKind.Trajectory,
                new("高新技術企業營業收入占比", "高新技术企业营业收入占比", "the share of high-tech enterprises in operating revenue")),
            new("inv_patent_growth", NoticeMeasureKind.YearPlan, new("企業發明專利授權", "企业发明专利授权", "invention patents granted to enterprises")),
            new("rd_inst_new", NoticeMeasureKind.LeagueCount, new("新增研發機構", "新增研发机构", "new R&D institutions")),
        ],
        new(Said("盟科技局"), Said("各旗縣"), [], Said("盟科技局"))),
        Checks = new(3.5m, 6, 50, 5),
        Assumptions =
        [
            new("A-12", Said("層級"), Said("層級"), ["/indicators/1/level", "/indicators/5/level"]),
            new("A-18", Said("軌跡"), Said("直線"), ["/indicators/1/trajectory/kind"]),
            new("A-22", Said("分解"), Said("暫按"), ["/indicators/3/allocation", "/combinedTargets/0/allocation"]),
            new("A-24", Said("修約"), Said("四捨五入"), ["/notices/percentPlaces"]),
        ],
        Ambiguities = [new("U-4", Said("只寫數字"), Said("等於"), ["hte_revenue_share"]), new("U-8", Said("條件"), Said("未列"), ["XLHT"])],
        Glossary = [],
    };

    public static Dictionary<string, decimal> Shares(decimal xlht, decimal byh, decimal cjcy, decimal snt, decimal dln) =>
        new() { ["XLHT"] = xlht, ["BYH"] = byh, ["CJCY"] = cjcy, ["SNT"] = snt, ["DLN"] = dln };

    public static Baseline[] Based(string subject, decimal xlht, decimal byh, decimal cjcy, decimal snt, decimal dln) =>
        [.. Shares(xlht, byh, cjcy, snt, dln).Select(share => new Baseline(share.Key, subject, share.Value, "2020年年報"))];

    public static Name Said(string text) => new(text, text, text);

    private static Zone Zone(string code, Name shortName, Name listName) =>
        new(code, shortName, shortName, listName, Track.Excellence, ZoneGoal.Established, "建成", Force.Strive, null, GrpDenominator.ZoneValueAdded);

    private static Series Flow(string id, string code, Name unit, int places) =>
        new(id, code, Said(code), SeriesKind.Flow, unit, places, Demand.Required, Demand.None, null, null);

    private static Indicator Indicator(
        string id, string code, Name unit, decimal target, PeriodSemantics period, Measure measure, TrajectoryKind trajectory, int places) =>
        new(
            id, code, Said(code), unit, "條款", "三(一)", new(target, null, Comparator.AtLeast, period, Force.Firm), measure,
            new(trajectory, trajectory == TrajectoryKind.Growth ? 0.3m : null), TargetLevel.ZoneAndLeague, null, places, Said("口徑"));

    private static Indicator SharedOut(this Indicator indicator, decimal xlht, decimal byh, decimal cjcy, decimal snt, decimal dln) =>
        indicator with { Level = TargetLevel.LeagueAllocated, Allocation = Shares(xlht, byh, cjcy, snt, dln) };
}
