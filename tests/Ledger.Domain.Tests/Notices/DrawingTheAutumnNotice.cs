using Ledger.Domain.Measures;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Tests.Measures;

namespace Ledger.Domain.Tests.Notices;

/// <summary>The worked notice for the third quarter of 2023, to the digit.</summary>
public class DrawingTheAutumnNotice
{
    private static readonly NoticeReference Summer = new(Period.Parse("2023-Q2"), 1, "錫盟科通報〔2023〕2號", League.SummerCut);
    private static readonly DrawnNotice Drawn = League.Autumn2023.Draw("2023-Q3", before: Summer);
    private static readonly NoticeContent Content = Drawn.Content;

    [Fact]
    public void Revenue_is_ranked_by_printed_growth_with_ties() => Rows("op_revenue").ShouldBe(
    [
        "BYH 90.00 80.00 12.5 並列1",
        "CJCY 56.26 50.00 12.5 並列1",
        "DLN 58.10 53.30 9.0 3",
        "XLHT 156.20 148.76 5.0 4",
        "SNT 33.00 34.00 -2.9 5",
        "LEAGUE 393.56 366.06 7.5 not-applicable",
    ]);

    [Fact]
    public void The_share_is_ranked_by_its_gap_to_the_trajectory() => Rows("hte_revenue_share").ShouldBe(
    [
        "XLHT 24.99 11.00 16.00 15.95 0.05 55.54 1",
        "CJCY 6.75 7.00 12.00 14.15 -2.15 38.45 2",
        "DLN 5.81 5.00 10.00 13.25 -3.25 33.33 3",
        "BYH 9.00 6.00 10.00 13.70 -3.70 28.57 4",
        "SNT 1.98 3.00 6.00 12.35 -6.35 17.65 5",
        "LEAGUE 48.53 9.00 12.33 15.05 -2.72 30.28 not-applicable",
    ]);

    [Fact]
    public void Patents_are_ranked_by_completion_and_a_zero_base_has_no_growth() => Rows("inv_patent_growth").ShouldBe(
    [
        "CJCY 24 20 20.0 並列1 12 26.364 91.0 16.0 1",
        "BYH 18 15 20.0 並列1 10 21.970 81.9 6.9 2",
        "XLHT 71 64 10.9 3 40 87.880 80.8 5.8 3",
        "SNT 2 3 -33.3 4 2 4.394 45.5 -29.5 4",
        "DLN 3 0 zero-base zero-base 4 8.788 34.1 -40.9 5",
        "LEAGUE 118 102 15.7 not-applicable 68 149.396 79.0 4.0 not-applicable",
    ]);

    [Fact]
    public void New_institutions_are_told_for_the_league_alone() => Rows("rd_inst_new").ShouldBe(["LEAGUE 2 3 2.25 66.67 -8.33"]);

    [Fact]
    public void Time_elapsed_is_printed() => Text(Content.TimeProgress).ShouldBe("75.0");

    [Fact]
    public void The_correction_of_the_half_year_is_carried()
    {
        var entry = Content.Corrections.ShouldHaveSingleItem();
        (entry.Zone, entry.Series, entry.Period.ToString(), Text(entry.Old), Text(entry.New)).ShouldBe(("XLHT", "op_revenue", "2023-Q2", "101.30", "102.05"));
        (entry.Kind, entry.Reason).ShouldBe((CorrectionKind.Error, "漏報一戶企業"));
        entry.Asked.ShouldBe(new SignedOn("xlht", "XLHT", new(2023, 9, 12)));
        entry.Approved.ShouldBe(new SignedOn("stat", "STAT", new(2023, 9, 15)));
        entry.Effects.Where(effect => effect.Zone == "XLHT")
            .Select(effect => $"{effect.Period} {effect.Quantity} {Text(effect.Before)} {Text(effect.After)}").ShouldBe(
            [
                "2023-Q2 growth 5.5 6.3",
                "2023-Q2 quarter 51.30 52.05",
                "2023-Q2 quarter_growth 0.6 2.1",
                "2023-Q3 quarter 54.90 54.15",
                "2023-Q3 quarter_growth 4.1 2.6",
            ]);
        entry.Effects.Where(effect => effect.Zone == Zone.League)
            .Select(effect => $"{effect.Period} {effect.Quantity} {Text(effect.Before)} {Text(effect.After)}").ShouldBe(
            [
                "2023-Q2 growth 7.3 7.6",
                "2023-Q2 quarter 130.30 131.05",
                "2023-Q2 quarter_growth 5.1 5.7",
                "2023-Q3 quarter 140.26 139.51",
                "2023-Q3 quarter_growth 7.8 7.3",
            ]);
    }

    [Fact]
    public void What_was_corrected_before_the_last_notice_is_not_told_again() =>
        League.Autumn2023.Draw("2023-Q3", before: Summer with { Position = League.Autumn2023.Head }).Content.Corrections.ShouldBeEmpty();

    [Fact]
    public void The_red_list_bears_its_reasons()
    {
        var listed = Content.Red.ShouldHaveSingleItem();
        listed.Zone.ShouldBe("CJCY");
        listed.Reasons.Select(reason => reason.Text.ZhHant).ShouldBe(
        [
            "op_revenue同比增速並列第1位（12.5%）", "inv_patent_granted目標完成率居第1位（91.0%）", "1—9月各季報表全部按時報送",
        ]);
        listed.Reasons[0].Cells.ShouldBe(["2023-Q3.op_revenue.CJCY.growth_rank", "2023-Q3.op_revenue.CJCY.growth"]);
    }

    [Fact]
    public void The_black_list_holds_who_is_behind_in_every_plan()
    {
        var listed = Content.Black.ShouldHaveSingleItem();
        listed.Zone.ShouldBe("SNT");
        listed.Reasons.Select(reason => reason.Text.ZhHant).ShouldBe(
            ["高新技術企業營業收入占比低於時序目標6.35個百分點", "inv_patent_granted完成率落後序時進度29.5個百分點"]);
    }

    [Fact]
    public void It_speaks_in_the_official_words() => Said("lead").ZhHant.ShouldBe(
        "1—9月，全盟5個培育對象實現營業收入393.56億元，同比增長7.5%。其中，白音華、承接產業開發區增速並列第1位（12.5%），"
        + "蘇尼特開發區同比下降2.9%，居第5位。高新技術企業營業收入占比12.33%，低於時序目標2.72個百分點。"
        + "企業發明專利授權118件，完成年度目標的79.0%，超序時進度4.0個百分點。");

    [Fact]
    public void It_speaks_simplified_chinese() => Said("lead").ZhHans.ShouldBe(
        "1—9月，全盟5个培育对象实现营业收入393.56亿元，同比增长7.5%。其中，白音华、承接产业开发区增速并列第1位（12.5%），"
        + "苏尼特开发区同比下降2.9%，居第5位。高新技术企业营业收入占比12.33%，低于时序目标2.72个百分点。"
        + "企业发明专利授权118件，完成年度目标的79.0%，超序时进度4.0个百分点。");

    [Fact]
    public void It_speaks_english() => Said("lead").En.ShouldBe(
        "From January to September 2023, over the league's 5 zones under cultivation, operating revenue came to 393.56 (100 million yuan), "
        + "up 7.5% year on year. Baiyinhua and Industrial Relocation Zone shared 1st place in growth (12.5%); Sonid Zone, down 2.9% year on year, "
        + "came 5th. The share of high-tech enterprises in operating revenue came to 12.33%, 2.72 percentage points below the trajectory. "
        + "Invention patents granted to enterprises came to 118, 79.0% of the year's target, 4.0 percentage points ahead of the time elapsed.");

    [Fact]
    public void A_count_is_told_apart() =>
        Said("count").ZhHant.ShouldBe("新增研發機構2個，完成年度目標的66.67%，落後序時進度8.33個百分點。");

    [Fact]
    public void Every_target_of_the_plan_stands_in_it()
    {
        Content.Targets.Select(target => target.Number).ShouldBe(FiveZones.Programme.Indicators.Select(indicator => indicator.Id));
        var share = Content.Targets.Single(target => target.Number == "Q02");
        share.Verdict.ShouldBe(Verdict.Behind);
        share.Assumptions.ShouldBe(["A-12", "A-18"]);
        share.Ambiguities.ShouldBe(["U-4"]);
    }

    [Fact]
    public void Every_number_has_one_id_and_a_derivation_that_prints_it()
    {
        var cells = Content.Cells().ToList();
        cells.Count.ShouldBeGreaterThan(200);
        foreach (var same in cells.GroupBy(cell => cell.Id))
            same.Select(cell => (cell.Value, cell.Reason, cell.Note)).Distinct().Count().ShouldBe(1, same.Key);
        foreach (var cell in cells)
        {
            cell.Id.ShouldMatch("^[A-Za-z0-9._-]+$");
            var derivation = Drawn.Derivations[cell.Id];
            derivation.Rounding?.Printed.ShouldBe(cell.Value!.Value, cell.Id);
            (cell.Value is null).ShouldBe(cell.Reason is not null, cell.Id);
        }

        cells.Select(cell => cell.Id).ToHashSet().SetEquals(Drawn.Derivations.Keys).ShouldBeTrue();
    }

    [Fact]
    public void A_number_leads_down_to_the_facts()
    {
        var facts = Drawn.Derivations["2023-Q3.op_revenue.LEAGUE.growth"].Figures().ToList();
        facts.Count.ShouldBe(10);
        facts.ShouldAllBe(fact => fact.Series == "op_revenue" && fact.Position > 0 && fact.EventId != Guid.Empty);
    }

    [Fact]
    public void A_fact_leads_up_to_the_numbers_that_rest_on_it()
    {
        var byFigure = Drawn.ByFigure();
        var resting = byFigure[new UsedFigure("SNT", "hte_revenue", Period.Parse("2023-Q3"), Version: 1)].ToList();
        resting.ShouldBeUnique();
        resting.ShouldContain("2023-Q3.hte_revenue_share.SNT.gap");
        resting.ShouldContain("2023-Q3.hte_revenue_share.LEAGUE.value");
        resting.ShouldContain("2023-Q3.hte_revenue_share.XLHT.rank");
        resting.ShouldNotContain("2023-Q3.hte_revenue_share.XLHT.gap");
        resting.ShouldNotContain("2023-Q3.op_revenue.SNT.growth");
        byFigure[new UsedFigure("SNT", "hte_revenue", Period.Parse("2023-Q3"), Version: 2)].ShouldBeEmpty();
    }

    [Fact]
    public void A_number_names_the_programmes_constants() =>
        Drawn.Derivations["2023-Q3.hte_revenue_share.SNT.target"].Everything().Select(part => part.Constant?.Pointer).OfType<string>().ShouldBe(
            ["/baselines/3/value", "/indicators/1/target/value", "/baselineYear", "/lastYear", "/baselineYear"]);

    [Fact]
    public void Drawn_again_it_is_the_same() =>
        League.Autumn2023.Draw("2023-Q3", before: Summer).Content.Out().ShouldBe(Content.Out());

    [Fact]
    public void Read_back_it_is_the_same() => Written.Back(Content.Out()).Out().ShouldBe(Content.Out());

    [Fact]
    public void What_comes_later_in_the_ledger_does_not_touch_it()
    {
        var cut = League.Autumn2023.Head;
        var later = League.Autumn2023
            .Corrected("BYH", "2023-Q3", "op_revenue", 91m, "漏報", new(2023, 12, 1))
            .Accepted("2023-Q4", ("op_revenue", [200, 120, 70, 40, 80]));
        later.Draw("2023-Q3", cut, Summer).Content.Out().ShouldBe(Content.Out());
    }

    private static Name Said(string code) => Content.Texts.Single(text => text.Code == code).Text;

    private static IEnumerable<string> Rows(string subject)
    {
        var table = Content.Tables.Single(each => each.Subject == subject);
        return table.Rows.Append(table.Total).Select(row => $"{row.Zone} {string.Join(' ', row.Cells.Select(Text))}");
    }

    private static string Text(Cell cell) => (cell.Note == Notes.Tied ? "並列" : "") + (cell.Value?.Text() ?? cell.Reason);
}
