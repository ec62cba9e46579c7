using Ledger.Domain.Measures;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using Ledger.Domain.Tests.Measures;
using NodaTime;

namespace Ledger.Domain.Tests.Notices;

/// <summary>白音華開發區 is renamed 白音華高新區 on the first of April 2024.</summary>
public class DrawingAfterARenaming
{
    private static readonly Name Old = new("白音華開發區", "白音华开发区", "Baiyinhua Zone");
    private static readonly Name New = new("白音華高新區", "白音华高新区", "Baiyinhua High-Tech Zone");

    private static readonly ProgrammeDocument Renamed = FiveZones.Programme with
    {
        Zones =
        [
            .. FiveZones.Programme.Zones.Select(zone => zone.Code != "BYH" ? zone : zone with
            {
                Name = New, ShortName = New, FormerNames = [new(zone.Name, zone.ShortName, zone.ListName, new LocalDate(2024, 3, 31))],
            }),
        ],
    };

    private static readonly League Spring = League.Autumn2023
        .Accepted("2023-Q4", ("op_revenue", [200, 120, 80, 50, 80]))
        .Accepted("2024-Q1", ("op_revenue", [55, 30, 18, 11, 19]))
        .Accepted("2024-Q2", ("op_revenue", [110, 64, 38, 22, 40])) with { Programme = Renamed };

    [Fact]
    public void A_zone_renamed_in_2024_appears_under_its_old_name_in_the_2023_notices_and_under_the_new_one_after()
    {
        foreach (var (period, name) in new[] { ("2023-Q2", Old), ("2023-Q3", Old), ("2024-Q1", Old), ("2024-Q2", New) })
        {
            var content = Spring.Draw(period).Content;
            content.Zones.Single(zone => zone.Code == "BYH").Name.ShouldBe(name, period);
            content.Tables[0].Rows.Single(row => row.Zone == "BYH").Name.ShouldBe(name);
            content.Returns.Single(standing => standing.Zone == "BYH").Name.ShouldBe(name);
            var other = name == Old ? New : Old;
            content.Texts.Where(text => text.Code != "break").ShouldAllBe(text => !text.Text.ZhHant.Contains(other.ZhHant, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Its_series_are_continuous_with_the_break_marked()
    {
        var content = Spring.Draw("2024-Q2").Content;
        content.Tables[0].Find(content.Tables[0].Rows.Single(row => row.Zone == "BYH"), Quantities.Growth)!.Value.ShouldBe(10.3m);
        content.Texts.Single(text => text.Code == "break").Text.ZhHant.ShouldBe("白音華高新區自2024年4月1日起由“白音華開發區”更名，數據口徑連續。");
        Spring.Draw("2024-Q1").Content.Texts.ShouldNotContain(text => text.Code == "break");
    }

    [Fact]
    public void A_notice_of_before_is_drawn_to_the_same_bytes_after_the_renaming()
    {
        var before = League.Autumn2023;
        var after = before with { Programme = Renamed };
        after.Draw("2023-Q3").Content.Out().ShouldBe(before.Draw("2023-Q3").Content.Out());
    }

    [Fact]
    public void Another_host_is_told_in_the_notices_after_and_the_earlier_ones_stay_as_they_are()
    {
        static Organisation Government(string code, string name) => new(code, new(name, name, name), PlanWords: null, From: null, Until: null, Note: null);
        var hosted = FiveZones.Programme with
        {
            Zones =
            [
                .. FiveZones.Programme.Zones.Select(zone => zone.Code != "BYH" ? zone : zone with
                {
                    Host = "XWQ", FormerHosts = [new("XLHTS", new LocalDate(2024, 3, 31))],
                }),
            ],
            Organisations = [Government("XWQ", "西烏旗"), Government("XLHTS", "錫林浩特市")],
        };
        var content = (Spring with { Programme = hosted }).Draw("2024-Q2").Content;
        content.Texts.Single(text => text.Code == "break").Text.ZhHant.ShouldBe("白音華開發區自2024年4月1日起所在地政府由錫林浩特市變更為西烏旗，數據口徑連續。");
        content.Tables[0].Find(content.Tables[0].Rows.Single(row => row.Zone == "BYH"), Quantities.Growth)!.Value.ShouldBe(10.3m);
        var before = League.Autumn2023;
        (before with { Programme = hosted }).Draw("2023-Q3").Content.Out().ShouldBe(before.Draw("2023-Q3").Content.Out());
    }

    [Fact]
    public void A_merger_leaves_the_ended_zone_out_and_says_why_growth_is_not_given()
    {
        var merged = Spring with
        {
            Programme = FiveZones.Programme with
            {
                Zones = [.. FiveZones.Programme.Zones.Select(zone => zone.Code == "DLN" ? zone with { Until = new(2024, 3, 31) } : zone)],
                Successions = [new(SuccessionKind.Merged, new(2024, 4, 1), ["DLN"], ["SNT"])],
            },
        };
        var content = merged.Draw("2024-Q2").Content;
        content.Zones.Select(zone => zone.Code).ShouldBe(["XLHT", "BYH", "CJCY", "SNT"]);
        content.Tally.Due.Value.ShouldBe(4);
        var growth = content.Tables[0].Find(content.Tables[0].Rows.Single(row => row.Zone == "SNT"), Quantities.Growth)!;
        (growth.Value, growth.Reason).ShouldBe((null, Reasons.ZoneBreak));
        content.Texts.Single(text => text.Code == "break").Text.En.ShouldBe(
            "Since 2024-04-01 Sonid Zone is one with Duolun Zone; figures before and after are not comparable.");
        (League.Autumn2023 with { Programme = merged.Programme }).Draw("2023-Q3").Content.Out().ShouldBe(League.Autumn2023.Draw("2023-Q3").Content.Out());
    }
}
