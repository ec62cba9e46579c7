using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Reporting;

/// <summary>Two zones and six series of every kind: enough for any rule of a return.</summary>
internal static class SmallProgramme
{
    private static readonly Name Money = new("億元", "亿元", "100 million yuan");
    private static readonly Name Count = new("個", "个", "count");

    public static ProgrammeDocument Document { get; } = new()
    {
        Id = "small",
        Title = Said("實施方案"),
        Source = new()
        {
            Title = "實施方案",
            Issuer = "行政公署辦公室",
            Dated = "2021年11月5日",
            AdoptedBy = "第21次常務會議",
            Addressees = "各單位",
            Printed = "2021年11月5日印發",
            DocumentNumber = null,
            Cites = [],
            Passages = [],
            Attachments = [],
            Defects = [],
        },
        FirstYear = 2021,
        LastYear = 2025,
        BaselineYear = 2020,
        Zones = [Zone("XLHT", "XLHT_GOV"), Zone("BYH", null)],
        Organisations = [],
        Roles = new("STAT", "STB", "JCONF", "ORGD"),
        Series =
        [
            new("S01", "op_revenue", Said("營業收入總額"), SeriesKind.Flow, Money, 2, Demand.Required, Demand.Required, null, null),
            new("S02", "hte_revenue", Said("高新技術企業營業收入"), SeriesKind.Flow, Money, 2, Demand.Required, Demand.None, "op_revenue", null),
            new("S05", "rd_exp", Said("R&D經費支出"), SeriesKind.Flow, Money, 2, Demand.Optional, Demand.Required, null, null),
            new("S07", "rd_inst_new", Said("當年新增研發機構"), SeriesKind.Flow, Count, 0, Demand.Required, Demand.None, null, null),
            new("S08", "hte_count", Said("有效期內高新技術企業數"), SeriesKind.Stock, Count, 0, Demand.Required, Demand.None, null, null),
            new("S18", "sei_count", Said("戰略性新興產業"), SeriesKind.Stock, Count, 0, Demand.None, Demand.Required, null, null),
        ],
        Indicators = [],
        CombinedTargets = [],
        Outcomes = [],
        Tasks = [],
        Safeguards = [],
        Requirements = [],
        Calendar = new(15, new AnnualDate(2, 14), new LocalTime(17, 0), [new(Period.OfQuarter(2023, 3), new(2023, 10, 20), "國慶假期")]),
        Baselines = [],
        Notices = new(1, 2, 2, 3, 2, 5m, "通報", [], new(Said("科技局"), Said("各旗縣市"), [], Said("科技局辦公室"))),
        Checks = new(3.5m, 6, 50m, 5),
        Assumptions = [],
        Ambiguities = [],
        Glossary = [],
    };

    private static Zone Zone(string code, string? host) =>
        new(code, Said(code), Said(code), Said(code), Track.Excellence, ZoneGoal.Established, "目標", Force.Strive, host, GrpDenominator.ZoneValueAdded);

    private static Name Said(string text) => new(text, text, text);
}
