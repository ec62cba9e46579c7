using System.Security.Cryptography;
using NodaTime;

namespace Ledger.Browser.Tests.Assessment;

/// <summary>The worked year of 2023 on the pages: its result, each zone's scorecard, the chair's ratification, other weights.</summary>
public sealed class ReadingAResult(WorkedYearHost host) : IClassFixture<WorkedYearHost>
{
    private const string Result = "/assessments/2023/result";

    /// <summary>The plan's own step by step: criterion, effective weight, score, points.</summary>
    private static readonly (string Cell, string Weight, string Score, string Points)[] Xlht =
    [
        ("A1", "8", "95.1220", "7.6098"), ("A2", "8", "100.0000", "8.0000"), ("A3", "4", "100.0000", "4.0000"), ("A4", "5", "60.0000", "3.0000"),
        ("B1", "8", "100.0000", "8.0000"), ("B2", "6", "100.0000", "6.0000"), ("B3", "8", "75.1880", "6.0150"), ("B4", "8", "100.0000", "8.0000"),
        ("C1", "4", "66.6667", "2.6667"), ("C2", "3", "66.6667", "2.0000"), ("C3", "3", "81.8182", "2.4545"), ("C4", "5", "66.6667", "3.3333"),
        ("D1", "4", "100.0000", "4.0000"), ("D2", "4", "50.0000", "2.0000"), ("D3", "2", "100.0000", "2.0000"),
        ("E1", "8", "80.0000", "6.4000"), ("E2", "4", "86.6667", "3.4667"), ("E3", "4", "80.0000", "3.2000"), ("E4", "4", "100.0000", "4.0000"),
        ("A", "25", "90.44", "22.6098"), ("B", "30", "93.38", "28.0150"), ("C", "15", "69.70", "10.4545"), ("D", "10", "80.00", "8.0000"), ("E", "20", "85.33", "17.0667"),
    ];

    private static readonly (string Cell, string Weight, string Score, string Points)[] Dln =
    [
        ("A1", "8", "50.0000", "4.0000"), ("A2", "8", "42.8571", "3.4286"), ("B1", "10", "57.1429", "5.7143"), ("B2", "0", "—", "—"),
        ("B3", "10", "66.8338", "6.6834"), ("B4", "10", "0.0000", "0.0000"), ("C1", "5", "100.0000", "5.0000"), ("C2", "0", "—", "—"),
        ("C3", "3.75", "11.1111", "0.4167"), ("C4", "6.25", "0.0000", "0.0000"), ("E3", "4", "73.3333", "2.9333"), ("E4", "4", "60.0000", "2.4000"),
    ];

    [Fact]
    public async Task A_result_is_read_ratified_and_superseded()
    {
        await Before_ratification_who_is_not_of_the_committee_reads_nothing();
        await using var chair = await host.SignInAsync("chair");
        await The_draft_is_the_worked_example(chair);
        await Every_point_of_a_scorecard_is_explained(chair);
        await Without_quorum_it_is_not_ratified_and_nothing_typed_is_lost(chair);
        await host.PublishAsync(new LocalDate(2024, 5, 20));
        var published = (await host.Reader.HeadAsync(TestContext.Current.CancellationToken)).Position;
        await host.UpholdAppealAsync(new LocalDate(2024, 5, 21));
        await using var zone = await host.SignInAsync("dln");
        await The_edition_that_superseded_says_what_changed_and_why(zone);
        await At_a_past_moment_the_first_edition_stands(zone, published);
        await The_file_has_the_hash_that_the_page_shows(zone);
        await It_is_exported_with_the_weight_that_was_set(zone);
        await It_prints_without_what_is_for_the_screen(zone);
    }

    [Fact]
    public async Task Other_weights_are_tried_and_the_address_holds_the_question()
    {
        await using var chair = await host.SignInAsync("chair");
        var page = chair.Page;
        await chair.OpenAsync("/assessments/2023/what-if");
        await page.Locator("#w-A1").FillAsync("9");
        await page.Locator(".what-if button").ClickAsync();
        await Expect(chair.Refused).ToBeVisibleAsync();
        await Expect(page.Locator("tfoot .tag.bad")).ToHaveTextAsync("off by +1");
        await Expect(page.Locator("#w-A1")).ToHaveValueAsync("9");

        await page.Locator("#w-A1").FillAsync("7");
        await page.Locator("#w-D2").FillAsync("5");
        await page.Locator("#f0-zone").SelectOptionAsync("DLN");
        await page.Locator("#f0-series").SelectOptionAsync("hte_revenue");
        await page.Locator("#f0-value").FillAsync("20");
        await page.Locator(".what-if button").ClickAsync();
        // §5.2: A1 95.1220 × 7 % = 6.6585 and D2 50 × 5 % = 2.5.
        var xlht = page.Locator("tbody[data-zone=XLHT]");
        await Expect(xlht.Locator("tr", new() { HasText = "Final score" })).ToContainTextAsync("86.19");
        await Expect(xlht.Locator("tr.difference-zone")).ToContainTextAsync("loses 0.46 points");
        await Expect(page.Locator("tbody[data-zone=DLN]")).ToContainTextAsync("14.5 more");
        await chair.ShouldBeAccessibleAsync();
        chair.Address.ShouldBe("/assessments/2023/what-if?w-A1=7&w-D2=5&f0-zone=DLN&f0-series=hte_revenue&f0-value=20");

        await using var secretary = await host.SignInAsync("stb", "zh-Hant", width: 400);
        await secretary.OpenAsync(chair.Address);
        await Expect(secretary.Page.Locator("tbody[data-zone=XLHT] tr.difference-zone")).ToContainTextAsync("減少 0.46 分");
        await secretary.ShouldFitAsync();
        await secretary.OpenAsync("/assessments/2023/what-if?w-A1=viel");
        await Expect(secretary.Page.Locator("#w-A1-fault")).ToContainTextAsync("viel");
    }

    private async Task Before_ratification_who_is_not_of_the_committee_reads_nothing()
    {
        await using var zone = await host.SignInAsync("dln");
        foreach (var address in new[] { Result, "/assessments/2023/scorecards/DLN", "/assessments/2023/what-if" })
        {
            await zone.OpenAsync(address);
            await Expect(zone.Refused).ToBeVisibleAsync();
            await Expect(zone.Page.Locator("table.figures")).ToHaveCountAsync(0);
        }
    }

    private static async Task The_draft_is_the_worked_example(Visitor chair)
    {
        await chair.OpenAsync(Result);
        await Expect(Row(chair, "XLHT")).ToHaveTextAsync(new Regex(@"1.*22\.6098.*28\.0150.*10\.4545.*8\.0000.*17\.0667.*86\.1460.*\+1\.00.*−0\.50.*86\.65.*Good", RegexOptions.Singleline, TimeSpan.FromSeconds(1)));
        await Expect(Row(chair, "DLN")).ToHaveTextAsync(new Regex(@"2.*51\.7763.*−1\.00.*50\.78.*Fail", RegexOptions.Singleline, TimeSpan.FromSeconds(1)));
        await Expect(chair.Page.Locator(".firmness")).ToContainTextAsync("Kendall");
        await Expect(chair.Page.Locator(".intervals svg")).ToBeVisibleAsync();
        await chair.ShouldBeAccessibleAsync();
        await chair.ShouldFitAsync();
    }

    private static async Task Every_point_of_a_scorecard_is_explained(Visitor chair)
    {
        await Row(chair, "XLHT").Locator("th a").ClickAsync();
        await Expect(chair.Title).ToContainTextAsync("Xilinhot");
        foreach (var row in Xlht)
            await ShouldSayAsync(chair, row);
        await Expect(chair.Page.Locator("#cell-A1")).ToContainTextAsync("16 against 16.4 for 2023");
        await Expect(chair.Page.Locator("#cell-A1")).ToContainTextAsync("Attainment 0.9756");
        await Expect(chair.Page.Locator("#cell-A1")).ToContainTextAsync("95.1220 points of 100, × 8 % = 7.6098.");
        await Expect(chair.Page.Locator("#cell-E1 .ballots tbody tr")).ToHaveCountAsync(5);
        await Expect(chair.Page.Locator("#cell-E1 .ballots tr.dropped")).ToHaveCountAsync(2);
        await Expect(chair.Page.Locator("#sum .sentence")).ToHaveTextAsync("86.1460 + 1.0000 − 0.5000 = 86.6460, rounded once, half up, to 2 places: 86.65.");
        await Expect(chair.Page.Locator("#sum")).ToContainTextAsync("錫統發〔2024〕8號");
        await Expect(chair.Page.Locator("tr.here")).ToContainTextAsync("86.65 lies here");
        await Expect(chair.Page.Locator(".profile svg[role=img]")).ToBeVisibleAsync();
        await chair.ShouldBeAccessibleAsync();

        await chair.Page.Locator("a[rel=next]").ClickAsync();
        await Expect(chair.Title).ToContainTextAsync("Duolun");
        foreach (var row in Dln)
            await ShouldSayAsync(chair, row);
        await Expect(chair.Page.Locator("#cell-B2")).ToContainTextAsync("Its weight of 6 goes to B1 R&D intensity (8 → 10)");
        await Expect(chair.Page.Locator("#cell-B1")).ToContainTextAsync("Weighs 10 instead of 8");
        await chair.Page.Locator("#cell-B3 td.n a.num").Last.ClickAsync();
        chair.Address.ShouldBe("/explain/scorecard.2023.draft.DLN.B3");
        await Expect(chair.Page.Locator(".return-head")).ToContainTextAsync("6.6834");
        await chair.OpenAsync("/assessments/2023/scorecards/DLN");
        await chair.Page.Locator("#cell-A1 a.num").First.ClickAsync();
        await Expect(chair.Page).ToHaveURLAsync(new Regex("/indicators/.+/DLN/2023[?]asOf=@", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(chair.Page.Locator(".derivation").First).ToBeVisibleAsync();
    }

    private static async Task ShouldSayAsync(Visitor visitor, (string Cell, string Weight, string Score, string Points) row)
    {
        var cells = visitor.Page.Locator($"#cell-{row.Cell} > tr:first-child > td.n, tr#cell-{row.Cell} > td.n");
        await Expect(cells.First).ToHaveTextAsync(new Regex($"^{Regex.Escape(row.Weight)}(instead of .*)?$", RegexOptions.Singleline, TimeSpan.FromSeconds(1)));
        await Expect(cells.Nth(await cells.CountAsync() - 2)).ToHaveTextAsync(row.Score);
        await Expect(cells.Last).ToHaveTextAsync(row.Points);
    }

    private static async Task Without_quorum_it_is_not_ratified_and_nothing_typed_is_lost(Visitor chair)
    {
        var page = chair.Page;
        await chair.OpenAsync(Result);
        await page.Locator(".ratify[data-ready=true]").WaitForAsync();
        await page.Locator(".ratify button").ClickAsync();
        await Expect(page.Locator("#minutes-fault")).ToBeVisibleAsync();
        await page.Locator("#minutes").FillAsync("錫考評〔2024〕1號會議紀要");
        await page.Locator("#on").FillAsync("2024-05-10");
        foreach (var member in WorkedYearHost.Members.Skip(2))
            await page.Locator($"#present-{member}").UncheckAsync();
        await Expect(page.Locator("#present-state")).ToHaveTextAsync("2 present, 3 needed: 1 more.");
        await page.Locator(".ratify button").ClickAsync();
        await Expect(page.Locator(".ratify fieldset .fault")).ToHaveTextAsync("2 members are present and 3 are needed; 1 more.");
        await Expect(page.Locator("#minutes")).ToHaveValueAsync("錫考評〔2024〕1號會議紀要");
        await chair.ShouldBeAccessibleAsync();
        await page.Locator("#present-member-3").CheckAsync();
        await page.Locator(".ratify button").ClickAsync();
        await Expect(page.Locator(".editions tbody tr")).ToContainTextAsync("錫考評〔2024〕1號會議紀要");
        await Expect(page.Locator(".ratify")).ToHaveCountAsync(0);
        await Expect(page.Locator("main")).ToContainTextAsync("The quorum is met: 3 of 5 members were present");
    }

    private static async Task The_edition_that_superseded_says_what_changed_and_why(Visitor zone)
    {
        await zone.OpenAsync(Result);
        await Expect(zone.Page.Locator(".return-head")).ToContainTextAsync("No. 2");
        await Expect(Row(zone, "DLN")).ToContainTextAsync("51.78");
        await Expect(zone.Page.Locator(".editions")).ToContainTextAsync("Appeal 1 upheld on 2024-05-21: M1 的依據不足");
        await Expect(zone.Page.Locator("tbody[data-zone=DLN] tr.difference-zone")).ToContainTextAsync("gains 1.00 points");
        await Expect(zone.Page.Locator("tbody[data-zone=DLN]")).ToContainTextAsync("deduction M1");
        await zone.Page.Locator(".editions a", new() { HasText = "No. 1" }).ClickAsync();
        await Expect(zone.Page.Locator(".note")).ToContainTextAsync("superseded by edition 2");
        await Expect(Row(zone, "DLN")).ToContainTextAsync("50.78");
        await Row(zone, "DLN").Locator("th a").ClickAsync();
        await Expect(zone.Page.Locator("#sum .sentence")).ToContainTextAsync("51.7763 + 0.0000 − 1.0000 = 50.7763");
        await zone.OpenAsync("/assessments/2023/scorecards/DLN");
        await Expect(zone.Page.Locator("#sum .sentence")).ToContainTextAsync("51.7763 + 0.0000 − 0.0000 = 51.7763");
        await zone.ShouldBeAccessibleAsync();
    }

    private static async Task At_a_past_moment_the_first_edition_stands(Visitor zone, long published)
    {
        await zone.OpenAsync($"{Result}?asOf=@{published}");
        await Expect(zone.MomentBand).ToBeVisibleAsync();
        await Expect(zone.Page.Locator(".return-head")).ToContainTextAsync("No. 1");
        await Expect(Row(zone, "DLN")).ToContainTextAsync("50.78");
        await Row(zone, "DLN").Locator("th a").ClickAsync();
        await Expect(zone.MomentBand).ToBeVisibleAsync();
        await Expect(zone.Page.Locator("#sum .sentence")).ToContainTextAsync("50.7763");
    }

    private static async Task The_file_has_the_hash_that_the_page_shows(Visitor zone)
    {
        await zone.OpenAsync(Result);
        var shown = await zone.Page.Locator(".editions code").First.TextContentAsync();
        var file = await zone.Page.APIRequest.GetAsync($"{Result}.json");
        Convert.ToHexStringLower(SHA256.HashData(await file.BodyAsync())).ShouldBe(shown);
        (await zone.Page.APIRequest.GetAsync($"{Result}.json?edition=9")).Status.ShouldBe(404);
    }

    private static async Task It_is_exported_with_the_weight_that_was_set(Visitor zone)
    {
        await zone.OpenAsync("/assessments/2023/scorecards/XLHT");
        await zone.Page.Locator("#weight").FillAsync("10");
        var download = await zone.Page.RunAndWaitForDownloadAsync(() => zone.Page.Locator(".export button", new() { HasText = "CSV" }).ClickAsync());
        var csv = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        csv[1].Split(',')[13..15].ShouldBe(["10", "8.66"]);
        (await zone.Page.APIRequest.GetAsync("/assessments/2023/scorecards/XLHT/export.json?weight=0")).Status.ShouldBe(422);
    }

    private async Task It_prints_without_what_is_for_the_screen(Visitor zone)
    {
        await zone.OpenAsync("/assessments/2023/scorecards/DLN");
        await zone.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(zone.Page.Locator(".export")).ToBeHiddenAsync();
        await Expect(zone.Page.Locator("#cell-B2")).ToBeVisibleAsync();
        (await zone.Page.PdfAsync(new() { PreferCSSPageSize = true })).Length.ShouldBeGreaterThan(20_000);
        await zone.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        await using var narrow = await host.SignInAsync("xlht", "zh-Hans", width: 400);
        foreach (var (address, title) in new[] { (Result, "2023 年度考核结果"), ("/assessments/2023/scorecards/DLN", "年度考核评分表") })
        {
            await narrow.OpenAsync(address);
            await Expect(narrow.Title).ToContainTextAsync(title);
            await narrow.ShouldFitAsync();
        }

        await narrow.SpeakAsync("zh-Hant");
        await Expect(narrow.Page.Locator("#cell-A1")).ToContainTextAsync("百分制得分 50.0000 × 8% = 4.0000。");
        await narrow.ShouldBeAccessibleAsync();
    }

    private static ILocator Row(Visitor visitor, string zone) => visitor.Page.Locator($".league tr[data-zone={zone}]");
}
