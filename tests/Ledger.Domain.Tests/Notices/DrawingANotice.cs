using Ledger.Domain.Measures;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Tests.Measures;
using NodaTime;

namespace Ledger.Domain.Tests.Notices;

/// <summary>What a notice does where the quarter is not as orderly as in the worked example.</summary>
public class DrawingANotice
{
    private static readonly Instant AfterTheDeadline = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Fact]
    public void A_zone_whose_return_is_not_accepted_is_named_and_not_ranked()
    {
        var content = League.Autumn2023.Without("SNT", "2023-Q3")
            .Submitted("SNT", "2023-Q3", 9, ("op_revenue", 33m), ("hte_revenue", 1.98m), ("inv_patent_granted", 2)).Draw("2023-Q3").Content;
        content.Zones.Where(zone => !zone.IsRanked).Select(zone => zone.Code).ShouldBe(["SNT"]);
        foreach (var table in content.Tables.Where(table => table.Rows.Count > 0))
        {
            var row = table.Rows[^1];
            row.Zone.ShouldBe("SNT");
            (row.Cells[^1].Value, row.Cells[^1].Reason).ShouldBe((null, Reasons.NotAccepted));
        }

        Said(content, "unranked").ShouldBe("截至本期數據截止時，蘇尼特開發區的報表未審核通過，不參加排名。");
        content.Returns.Single(standing => standing.Zone == "SNT").ShouldSatisfyAllConditions(
            standing => standing.Timeliness.ShouldBe(ReturnTimeliness.OnTime), standing => standing.State.ShouldBe(ReturnState.Submitted));
    }

    [Fact]
    public void The_leagues_number_is_not_a_partial_sum_and_says_whom_it_lacks()
    {
        var content = League.Autumn2023.Without("SNT", "2023-Q3").Without("DLN", "2023-Q3").Draw("2023-Q3").Content;
        var total = content.Tables[0].Total.Cells[0];
        (total.Value, total.Reason).ShouldBe((null, Reasons.Missing));
        total.Lacking.ShouldBe(["SNT", "DLN"]);
        Said(content, "lead").ShouldStartWith("1—9月，全盟5個培育對象實現營業收入因缺蘇尼特、多倫開發區數據，暫無全盟合計。其中，");
        content.Tables[0].Rows[0].Cells[2].Lacking.ShouldBeNull();
    }

    [Fact]
    public void A_missing_return_puts_a_zone_on_the_black_list_once_it_is_due()
    {
        var basis = League.Autumn2023.Without("DLN", "2023-Q3").At("2023-Q3");
        var late = NoticeDrawing.Draw(basis with { RecordedAt = AfterTheDeadline }).Content;
        late.Returns.Single(standing => standing.Zone == "DLN").Timeliness.ShouldBe(ReturnTimeliness.Missing);
        late.Black.Single(listed => listed.Zone == "DLN").Reasons.Select(reason => (reason.Code, reason.Text.ZhHant)).ShouldBe(
            [("return-missing", "缺報2023年第3季度報表")]);
        late.Tally.Missing.Value.ShouldBe(1);
        Said(late, "returns").ShouldBe("應報季報5份，按時報送4份，缺報1份（多倫開發區）。");

        var early = NoticeDrawing.Draw(basis with { RecordedAt = Instant.FromUtc(2023, 10, 12, 0, 0) }).Content;
        early.Returns.Single(standing => standing.Zone == "DLN").Timeliness.ShouldBe(ReturnTimeliness.Outstanding);
        early.Black.ShouldNotContain(listed => listed.Zone == "DLN");
    }

    /// <summary>A programme may be adopted without a zone or a series that figures were stated of; the ledger keeps them, and the notice is silent on them.</summary>
    [Theory]
    [InlineData("OLD", "op_revenue")]
    [InlineData("BYH", "old_series")]
    public void A_correction_of_what_the_programme_no_longer_knows_is_not_told(string zone, string series)
    {
        var content = League.Autumn2023.Without(zone, "2023-Q2").Returned(zone, "2023-Q2", (series, 1m))
            .Corrected(zone, "2023-Q2", series, 2m, "漏報", new(2023, 9, 20)).Draw("2023-Q3").Content;
        content.Corrections.Select(entry => entry.Zone).ShouldBe(["XLHT"]);
    }

    [Fact]
    public void A_return_missing_earlier_in_the_year_counts_too() =>
        League.Autumn2023.Without("BYH", "2023-Q1").Draw("2023-Q3").Content.Black
            .Single(listed => listed.Zone == "BYH").Reasons.ShouldHaveSingleItem().Text.En.ShouldBe("the return for 2023-Q1 is missing");

    [Fact]
    public void A_late_return_keeps_a_zone_off_the_red_list()
    {
        var content = League.Autumn2023.Without("CJCY", "2023-Q2").Submitted("CJCY", "2023-Q2", 16, ("op_revenue", 36m)).Draw("2023-Q3").Content;
        content.Red.ShouldBeEmpty();
        League.Autumn2023.Without("CJCY", "2023-Q2").Submitted("CJCY", "2023-Q2", 15, ("op_revenue", 36m)).Draw("2023-Q3").Content.Red
            .ShouldHaveSingleItem().Zone.ShouldBe("CJCY");
    }

    /// <summary>All far behind; the first among them is on the black list with the others.</summary>
    [Fact]
    public void The_first_of_those_far_behind_is_no_model()
    {
        var content = new League()
            .Accepted("2023-Q1", ("op_revenue", [1, 1, 1, 1, 1])).Accepted("2023-Q2", ("op_revenue", [2, 2, 2, 2, 2]))
            .Accepted("2022-Q3", ("op_revenue", [100, 100, 100, 100, 100]), ("inv_patent_granted", [5, 5, 5, 5, 5]))
            .Accepted("2023-Q3", ("op_revenue", [150, 100, 100, 100, 100]), ("hte_revenue", [9, 1, 1, 1, 1]), ("inv_patent_granted", [20, 1, 1, 0, 0]))
            .Draw("2023-Q3").Content;
        content.Tables[0].Rows[0].Zone.ShouldBe("XLHT");
        content.Black.Select(listed => listed.Zone).ShouldContain("XLHT");
        content.Red.ShouldBeEmpty();
    }

    [Fact]
    public void A_late_return_is_named()
    {
        var content = League.Autumn2023.Without("BYH", "2023-Q3").Without("DLN", "2023-Q3")
            .Submitted("BYH", "2023-Q3", 20, ("op_revenue", 90m)).Submitted("DLN", "2023-Q3", 18, ("op_revenue", 58m)).Draw("2023-Q3").Content;
        Said(content, "returns").ShouldBe("應報季報5份，按時報送3份，逾期報送2份（白音華、多倫開發區）。");
        (content.Tally.OnTime.Value, content.Tally.Late.Value, content.Tally.Accepted.Value).ShouldBe((3, 2, 3));
    }

    [Fact]
    public void Growth_of_exactly_nothing_is_level()
    {
        var content = With("SNT", 34.00m).Draw("2023-Q3").Content;
        Said(content, "lead").ShouldContain("蘇尼特開發區與上年同期持平，居第5位");
        Said(With("SNT", 34.01m).Draw("2023-Q3").Content, "lead").ShouldContain("蘇尼特開發區與上年同期基本持平，居第5位");
    }

    [Fact]
    public void A_base_of_zero_is_said_and_not_ranked()
    {
        var content = League.Autumn2023.Without("DLN", "2022-Q3").Returned("DLN", "2022-Q3", ("op_revenue", 0m)).Draw("2023-Q3").Content;
        Said(content, "lead").ShouldContain("多倫開發區基數為零或為負，不計算增速");
        var row = content.Tables[0].Rows.Single(each => each.Zone == "DLN");
        (row.Cells[2].Reason, row.Cells[3].Reason).ShouldBe((Reasons.ZeroBase, Reasons.ZeroBase));
        content.Tables[0].Rows[^1].Zone.ShouldBe("DLN");
    }

    [Fact]
    public void All_alike_share_the_first_place_and_nobody_is_last()
    {
        var content = new League()
            .Accepted("2022-Q3", ("op_revenue", [10, 20, 30, 40, 50])).Accepted("2023-Q3", ("op_revenue", [11, 22, 33, 44, 55])).Draw("2023-Q3").Content;
        Said(content, "lead").ShouldStartWith(
            "1—9月，全盟5個培育對象實現營業收入165.00億元，同比增長10.0%。其中，錫林浩特、白音華、承接產業、蘇尼特、多倫開發區增速並列第1位（10.0%）。");
    }

    [Fact]
    public void In_the_first_year_there_is_nothing_to_compare_with()
    {
        var content = new League().Accepted("2021-Q1", ("op_revenue", [10, 20, 30, 40, 50])).Draw("2021-Q1").Content;
        Said(content, "lead").ShouldStartWith("1—3月，全盟5個培育對象實現營業收入150.00億元，上年同期無可比數據，不計算增速。高新技術企業營業收入占比因缺");
        content.Tables[0].Total.Cells[2].Reason.ShouldBe(Reasons.BeforeProgramme);
    }

    /// <summary>Any indicator or series can be shown; what is shown is data.</summary>
    [Fact]
    public void It_shows_what_the_rules_name()
    {
        var rules = FiveZones.Programme.Notices with
        {
            Measures =
            [
                new("svc_inst_new", NoticeMeasureKind.Trajectory, new("新增服務機構", "新增服务机构", "new institutions")),
                new("hte_count_growth", NoticeMeasureKind.YearPlan, new("高新技術企業", "高新技术企业", "high-tech enterprises")),
                new("rd_inst_new", NoticeMeasureKind.YearPlan, new("新增研發機構", "新增研发机构", "new R&D institutions")),
                new("hte_count", NoticeMeasureKind.Growth, new("高新技術企業數", "高新技术企业数", "high-tech enterprises")),
            ],
        };
        var content = (new League { Programme = FiveZones.Programme with { Notices = rules } })
            .Accepted("2021-Q4", ("svc_inst_new", [1, 0, 0, 0, 0]), ("hte_count", [26, 12, 12, 6, 6]))
            .Accepted("2022-Q1", ("svc_inst_new", [0, 1, 0, 0, 0]), ("hte_count", [27, 13, 13, 6, 6]), ("rd_inst_new", [1, 0, 0, 0, 0]))
            .Draw("2022-Q1").Content;
        Rows(content, 0).ShouldBe(
        [
            "BYH 1 0.25 0.75 100.00 75.00 1", "XLHT 1 0.50 0.50 50.00 25.00 2", "CJCY 0 0.25 -0.25 0.00 -25.00 3",
            "SNT 0 0.25 -0.25 0.00 -25.00 3", "DLN 0 0.25 -0.25 0.00 -25.00 3", "LEAGUE 2 1.50 0.50 33.33 8.33 not-applicable",
        ]);
        Rows(content, 2).First().ShouldBe("XLHT 1 missing missing missing 1 100.00 75.00 1");
        Rows(content, 2).ShouldContain("SNT 0 missing missing missing no-target no-target no-target no-target");
        content.Tables[1].Columns.Select(column => column.Code).ShouldBe(
            ["value", "base", "growth", "growth_rank", "baseline", "target", "attainment", "lead", "rank"]);
        Said(content, "lead").ShouldBe(
            "1—3月，全盟5個培育對象新增服務機構2個，高於時序目標0.50個。高新技術企業65個，完成時序增量目標的75.5%。"
            + "新增研發機構1個，完成年度目標的33.33%，超序時進度8.33個百分點。高新技術企業數65個，上年同期無可比數據，不計算增速。");
    }

    [Fact]
    public void Corrections_are_told_in_the_order_in_which_they_were_approved()
    {
        var content = League.Autumn2023
            .Corrected("XLHT", "2023-Q2", "op_revenue", 103.00m, "再次核實", new(2023, 10, 16), CorrectionKind.Revision)
            .Corrected("BYH", "2022-Q3", "op_revenue", 79.00m, "重複計算", new(2023, 10, 17)).Draw("2023-Q3").Content;
        content.Corrections.Select(entry => $"{entry.Zone} {entry.Period} {entry.Number} {entry.Old.Value!.Value.Text()} {entry.New.Value!.Value.Text()}").ShouldBe(
            ["XLHT 2023-Q2 1 101.30 102.05", "XLHT 2023-Q2 2 102.05 103.00", "BYH 2022-Q3 1 80.00 79.00"]);
        // What was published is told against what stands, once.
        content.Corrections[0].Effects.ShouldBeEmpty();
        Effects(content.Corrections[1], "XLHT").ShouldContain("2023-Q2 growth 5.5 7.3");
        // Where the figure is the base of another year's growth, that growth is told.
        Effects(content.Corrections[2], "BYH").ShouldContain("2023-Q3 growth 12.5 13.9");
        content.Texts.Where(text => text.Code == "correction").Select(text => text.Text.ZhHant).Last().ShouldBe(
            "白音華開發區2022年1—9月op_revenue由80.00億元更正為79.00億元（重複計算）。");
    }

    [Fact]
    public void A_correction_that_only_enters_a_share_is_told_by_the_share()
    {
        var content = League.Autumn2023.Corrected("SNT", "2023-Q3", "hte_revenue", 2.31m, "漏報", new(2023, 10, 16)).Draw("2023-Q3").Content;
        Effects(content.Corrections[^1], "SNT").ShouldBe(["2023-Q3 value 6.00 7.00", "2023-Q3 gap -6.35 -5.35"]);
        Effects(content.Corrections[^1], Zone.League).ShouldBe(["2023-Q3 value 12.33 12.41", "2023-Q3 gap -2.72 -2.64", "2023-Q3 attainment 81.9 82.5"]);
    }

    [Fact]
    public void A_correction_of_an_earlier_year_reaches_what_is_counted_over_the_years()
    {
        var content = new League()
            .Accepted("2022-Q4", ("svc_inst_new", [2, 0, 0, 0, 0])).Accepted("2023-Q3", ("svc_inst_new", [0, 1, 0, 0, 0])).Accepted("2021-Q4", ("svc_inst_new", [0, 0, 0, 0, 0]))
            .Corrected("XLHT", "2022-Q4", "svc_inst_new", 1, "重複登記。", new(2023, 10, 16)).Draw("2023-Q3").Content;
        Effects(content.Corrections[0], Zone.League).ShouldBe(
            ["2022-Q4 value 2 1", "2022-Q4 attainment 83.33 41.67", "2023-Q3 value 3 2", "2023-Q3 attainment 90.91 60.61"]);
        content.Texts.Single(text => text.Code == "correction").Text.ZhHant.ShouldEndWith("由2個更正為1個（重複登記）。");
    }

    [Fact]
    public void Assumptions_bear_the_values_they_set()
    {
        var content = League.Autumn2023.Draw("2023-Q3").Content;
        content.Assumptions.Single(assumption => assumption.Id == "A-18").Values.ShouldBe([new("/indicators/1/trajectory/kind", "linear_from_baseline")]);
        content.Assumptions.Count.ShouldBe(FiveZones.Programme.Assumptions.Count);
        content.Ambiguities.Select(ambiguity => ambiguity.Id).ShouldBe(["U-4"]);
    }

    [Fact]
    public void It_says_up_to_which_paper_it_goes()
    {
        League.Autumn2023.Draw("2023-Q3").Content.KnownOn.ShouldBe(new LocalDate(2023, 10, 15));
        // Figures of a later quarter do not count, though they may be in the ledger.
        League.Autumn2023.Draw("2023-Q2").Content.KnownOn.ShouldBe(new LocalDate(2023, 9, 15));
        new League().Draw("2023-Q3").Content.KnownOn.ShouldBeNull();
    }

    [Fact]
    public void An_empty_ledger_gives_an_empty_notice()
    {
        var content = new League().Draw("2023-Q3").Content;
        content.Zones.ShouldAllBe(zone => !zone.IsRanked);
        content.Red.ShouldBeEmpty();
        content.Cells().ShouldAllBe(cell => cell.Value != null || cell.Reason != null);
    }

    private static League With(string zone, decimal revenue) => League.Autumn2023.Without(zone, "2023-Q3")
        .Returned(zone, "2023-Q3", ("op_revenue", revenue), ("hte_revenue", 1.98m), ("inv_patent_granted", 2), ("rd_inst_new", 0));

    private static string Said(NoticeContent content, string code) => content.Texts.Single(text => text.Code == code).Text.ZhHant;

    private static IEnumerable<string> Rows(NoticeContent content, int table) => content.Tables[table].Rows.Append(content.Tables[table].Total)
        .Select(row => $"{row.Zone} {string.Join(' ', row.Cells.Select(cell => cell.Value?.Text() ?? cell.Reason))}");

    private static IEnumerable<string> Effects(CorrectionEntry entry, string zone) => entry.Effects.Where(effect => effect.Zone == zone)
        .Select(effect => $"{effect.Period} {effect.Quantity} {effect.Before.Value?.Text()} {effect.After.Value?.Text()}");
}
