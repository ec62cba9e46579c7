using System.Globalization;
using System.Text.Json.Nodes;
using Ledger.Api.Notices;
using Ledger.Api.Reporting;
using Ledger.Api.Sample;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Sample;

/// <summary>The sample, loaded into a real ledger through the program's own services.</summary>
[Collection(ReadersOfTheSample.Name)]
public class TheSampleLedger(SampleHost host)
{
    private const string HalfYearFigure = "/api/figures/XLHT/op_revenue/2023-Q2/history";

    private QuarterlyNotices Notices => host.Services.GetRequiredService<QuarterlyNotices>();

    private static readonly LocalDate Day = new(2021, 11, 5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "op_revenue", "amount base growth growth_rank",
        "BYH 90.00 80.00 12.5 並列1",
        "CJCY 56.26 50.00 12.5 並列1",
        "DLN 58.10 53.30 9.0 3",
        "XLHT 156.20 148.76 5.0 4",
        "SNT 33.00 34.00 -2.9 5",
        "LEAGUE 393.56 366.06 7.5 —")]
    [InlineData(
        "hte_revenue_share", "numerator value target gap progress rank",
        "XLHT 24.99 16.00 15.95 0.05 55.54 1",
        "CJCY 6.75 12.00 14.15 -2.15 38.45 2",
        "DLN 5.81 10.00 13.25 -3.25 33.33 3",
        "BYH 9.00 10.00 13.70 -3.70 28.57 4",
        "SNT 1.98 6.00 12.35 -6.35 17.65 5",
        "LEAGUE 48.53 12.33 15.05 -2.72 30.28 —")]
    [InlineData(
        "inv_patent_growth", "value base growth growth_rank baseline year_target attainment lead rank",
        "CJCY 24 20 20.0 並列1 12 26.364 91.0 16.0 1",
        "BYH 18 15 20.0 並列1 10 21.970 81.9 6.9 2",
        "XLHT 71 64 10.9 3 40 87.880 80.8 5.8 3",
        "SNT 2 3 -33.3 4 2 4.394 45.5 -29.5 4",
        "DLN 3 0 — — 4 8.788 34.1 -40.9 5",
        "LEAGUE 118 102 15.7 — 68 149.396 79.0 4.0 —")]
    [InlineData("rd_inst_new", "value target attainment lead", "LEAGUE 2 2.25 66.67 -8.33")]
    public async Task Shows_the_worked_notice_to_the_digit(string subject, string quantities, params string[] rows)
    {
        var table = (await EditionAsync("2023-Q3")).Content.Tables.Single(one => one.Subject == subject);
        table.Rows.Append(table.Total).Select(row => Printed(table, row, quantities)).ShouldBe(rows);
    }

    [Fact]
    public async Task Names_red_and_black_zones_as_the_worked_notice_does()
    {
        var content = (await EditionAsync("2023-Q3")).Content;
        content.Red.Select(zone => zone.Zone).ShouldBe(["CJCY"]);
        content.Black.Select(zone => zone.Zone).ShouldBe(["SNT"]);
    }

    [Fact]
    public async Task Says_the_sentences_of_the_worked_notice()
    {
        var said = string.Concat((await EditionAsync("2023-Q3")).Content.Texts.Select(text => text.Text.ZhHant));
        said.ShouldContain("全盟5個培育對象實現營業收入393.56億元，同比增長7.5%");
        said.ShouldContain("白音華、承接產業開發區增速並列第1位（12.5%）");
        said.ShouldContain("蘇尼特開發區同比下降2.9%，居第5位");
        said.ShouldContain("低於時序目標2.72個百分點");
        said.ShouldContain("企業發明專利授權118件，完成年度目標的79.0%");
    }

    [Fact]
    public async Task Carries_the_correction_in_the_next_notice()
    {
        var entry = (await EditionAsync("2023-Q3")).Content.Corrections.ShouldHaveSingleItem();
        (entry.Zone, entry.Series, entry.Period, entry.Old.Value, entry.New.Value)
            .ShouldBe(("XLHT", "op_revenue", Period.Parse("2023-Q2"), 101.30m, 102.05m));
        (entry.Asked.Officer, entry.Asked.On, entry.Approved.Officer, entry.Approved.On)
            .ShouldBe(("xlht", new LocalDate(2023, 9, 12), "stat", new LocalDate(2023, 9, 18)));
        entry.Reason.ShouldContain("漏計");
        Effects(entry, "XLHT")
            .Intersect(["growth 2023-Q2 5.5 → 6.3", "quarter 2023-Q3 54.90 → 54.15", "quarter_growth 2023-Q3 4.1 → 2.6"])
            .Count().ShouldBe(3);
    }

    [Fact]
    public async Task Leaves_the_notice_before_as_it_was()
    {
        var second = await EditionAsync("2023-Q2");
        var table = second.Content.Tables.Single(one => one.Subject == "op_revenue");
        Printed(table, table.Rows.Single(row => row.Zone == "XLHT"), "amount base growth").ShouldBe("XLHT 101.30 96.00 5.5");
        second.Content.Corrections.ShouldBeEmpty();
        second.Number.ShouldBe(1);
    }

    [Fact]
    public async Task Draws_every_issued_notice_again_byte_for_byte()
    {
        var head = (await host.Reader.HeadAsync(Cancellation)).Position;
        var issued = await Notices.IssuedAsync(head, Cancellation);
        issued.Count.ShouldBe(16);
        foreach (var chain in issued)
        {
            chain.InForce.DocumentNumber.ShouldStartWith("示例通報〔");
            (await Notices.RedrawAsync(chain.Period, edition: null, head, Cancellation)).Holds.ShouldBeTrue(chain.Period.ToString());
        }
    }

    [Fact]
    public async Task Names_and_does_not_rank_a_zone_whose_return_is_missing()
    {
        var content = (await EditionAsync("2023-Q1")).Content;
        content.Zones.Where(zone => !zone.IsRanked).Select(zone => zone.Code).ShouldBe(["DLN"]);
        content.Returns.Single(standing => standing.Zone == "DLN").Timeliness.ShouldBe(ReturnTimeliness.Missing);
        content.Black.Single(zone => zone.Zone == "DLN").Reasons.ShouldContain(reason => reason.Code == "return-missing");
    }

    [Fact]
    public async Task Tells_how_a_figure_came_to_be_corrected()
    {
        using var client = await host.AsAsync("auditor");
        var history = await JsonAsync(client, HalfYearFigure);
        var versions = history["versions"]!.AsArray();
        versions.Select(version => version!["value"]!.ToJsonString()).ShouldBe(["101.30", "102.05"]);
        versions[0]!["kind"].ShouldBeNull();
        versions[1]!["kind"]!.GetValue<string>().ShouldBe("error");
        versions[1]!["reason"]!.GetValue<string>().ShouldContain("漏計");
        versions[1]!["officer"]!.GetValue<string>().ShouldBe("xlht");
        var paper = versions[1]!["evidence"]![0]!["sha256"]!.GetValue<string>();
        (await client.GetStringAsync($"/api/evidence/{paper}", Cancellation)).ShouldContain("更正表（示例數據）");
    }

    [Theory]
    [InlineData("knownOn=2023-08-01", "101.30")]
    [InlineData("knownOn=2023-10-31", "102.05")]
    public async Task Knows_what_was_known_on_a_day(string question, string value)
    {
        using var client = await host.AsAsync("auditor");
        (await JsonAsync(client, $"{HalfYearFigure}?{question}"))["value"]!.ToJsonString().ShouldBe(value);
    }

    [Fact]
    public async Task Knows_what_stood_at_a_position()
    {
        using var client = await host.AsAsync("auditor");
        var correctedAt = (await JsonAsync(client, HalfYearFigure))["versions"]![1]!["position"]!.GetValue<long>();
        (await JsonAsync(client, $"{HalfYearFigure}?asOf=@{correctedAt - 1}"))["value"]!.ToJsonString().ShouldBe("101.30");
        (await JsonAsync(client, $"{HalfYearFigure}?asOf=@{correctedAt}"))["value"]!.ToJsonString().ShouldBe("102.05");
    }

    [Fact]
    public async Task Lets_every_officer_sign_in()
    {
        host.Sample.Officers.Select(officer => officer.User).ShouldBe(
            [
                "admin", "stb", "stat", "xlht", "byh", "cjcy", "snt", "dln", "chair",
                "member1", "member2", "member3", "member4", "member5", "auditor", "hrb", "fso",
            ],
            ignoreOrder: true);
        foreach (var officer in host.Sample.Officers)
            (await host.AsAsync(officer.User)).Dispose();
    }

    [Fact]
    public async Task Leaves_the_last_notice_ready_to_be_issued()
    {
        var head = await host.Reader.HeadAsync(Cancellation);
        var last = Period.Parse("2025-Q4");
        (await Notices.IssuedAsync(head.Position, Cancellation)).ShouldNotContain(chain => chain.Period == last);
        var draft = (await Notices.DraftAsync(last, head, knownOn: null, Cancellation)).Content;
        draft.Zones.ShouldAllBe(zone => zone.IsRanked);
        draft.Red.Select(zone => zone.Zone).ShouldBe(["XLHT"]);
        draft.Black.Select(zone => zone.Zone).ShouldBe(["DLN"]);
        draft.Corrections.Select(entry => (entry.Zone, entry.Series)).ShouldBe([("CJCY", "inv_patent_granted")]);
    }

    [Fact]
    public async Task Is_loaded_once()
    {
        var before = await host.Reader.HeadAsync(Cancellation);
        (await host.Sample.IsWantedAsync(Cancellation)).ShouldBeFalse();
        await host.Sample.LoadAsync(LedgerHost.Password, Cancellation);
        (await host.Reader.HeadAsync(Cancellation)).Position.ShouldBe(before.Position);
    }

    [Fact]
    public async Task Goes_on_where_it_was_interrupted_and_comes_out_the_same_in_another_ledger()
    {
        await using var another = new InterruptedSample();
        await another.InitializeAsync();
        (await another.Sample.IsWantedAsync(Cancellation)).ShouldBeTrue();
        await another.Sample.LoadAsync(LedgerHost.Password, Cancellation);
        (await another.Sample.IsWantedAsync(Cancellation)).ShouldBeFalse();
        (await TheLedger.OfAsync(another, Cancellation)).ShouldBe(await TheLedger.OfAsync(host, Cancellation));
    }

    [Fact]
    public async Task Leaves_the_ledgers_clock_nothing_to_find() =>
        (await host.Services.GetRequiredService<Overdue>()
            .RecordDueAsync(host.Services.GetRequiredService<IClock>().GetCurrentInstant(), Cancellation)).ShouldBe(0);

    [Fact]
    public async Task Lets_a_ledger_be_that_holds_something_else()
    {
        await using var another = new LedgerHost();
        await another.InitializeAsync();
        var sample = another.Services.GetRequiredService<SampleLedger>();
        (await sample.IsWantedAsync(Cancellation)).ShouldBeFalse();

        // As an earlier version of the program might have told it.
        var founder = SampleOfficer.Administrator;
        await another.Writer.WriteAsync(
            Officer.Stream(founder.User),
            state => new AppointOfficer(founder.User, "—", founder.Organisation, founder.Role, founder.Zone, Basis: null, Day)
                .Decide(state, new HashSet<string>(), new HashSet<string>(), founder.Actor, Day),
            new WriteContext(founder.Actor, Idempotency: new("sample/0001", "another act")),
            Cancellation);
        (await sample.IsWantedAsync(Cancellation)).ShouldBeFalse();
    }

    private Task<NoticeEdition> EditionAsync(string period) => Notices.EditionAsync(Period.Parse(period), 1, long.MaxValue, Cancellation);

    private static async Task<JsonNode> JsonAsync(HttpClient client, string address) =>
        JsonNode.Parse(await client.GetStringAsync(address, Cancellation))!;

    private static IEnumerable<string> Effects(CorrectionEntry entry, string zone) => entry.Effects
        .Where(effect => effect.Zone == zone)
        .Select(effect => string.Create(
            CultureInfo.InvariantCulture, $"{effect.Quantity} {effect.Period} {effect.Before.Value} → {effect.After.Value}"));

    private static string Printed(NoticeTable table, NoticeRow row, string quantities) =>
        string.Join(' ', quantities.Split(' ').Select(quantity => Printed(table.Find(row, quantity)!)).Prepend(row.Zone));

    private static string Printed(Cell cell) => cell.Value is { } value
        ? (cell.Note == "tied" ? "並列" : "") + value.ToString(CultureInfo.InvariantCulture)
        : "—";
}
