using System.Net.Http.Headers;
using System.Text;
using Ledger.Api.Cultivation;
using Ledger.Api.Reporting;
using Ledger.Api.Tests.Reporting;
using Ledger.Domain.Cultivation;
using Ledger.Domain.Programme;

namespace Ledger.Api.Tests.Cultivation;

public class LivingThroughCultivation(ReportingHost host) : IClassFixture<ReportingHost>
{
    private static readonly object Paper = new { organ = "聯席會議", date = "2024-03-20", documentNumber = "示例〔2024〕1號" };

    [Fact]
    public async Task A_zone_is_selected_states_its_conditions_and_comes_on_by_decisions_as_of_any_moment()
    {
        using var office = await host.AsAsync("stb");
        using var zone = await host.AsAsync("xlht");
        (await zone.AskAsync("/api/zones/XLHT")).Ok().Read<ZoneView>().Stage.ShouldBeNull();
        (await office.PostAsync("/api/zones/XLHT/stage", new { to = "cultivating", basis = Paper })).Refused(409, "zone-not-selected");
        var terms = new { track = "excellence", goalCode = "established", goal = "建成自治區級高新區", commitment = "strive", basis = Paper };
        (await zone.PutAsync("/api/zones/XLHT/selection", terms)).Refused(403, "not-allowed");
        var selected = (await office.PutAsync("/api/zones/XLHT/selection", terms)).Receipt();
        (await office.PutAsync("/api/zones/XLHT/selection", terms)).Receipt().Events.ShouldBe(0);
        (await office.PostAsync("/api/zones/XLHT/stage", new { to = "recognised", basis = Paper })).Refused(409, "stage-leap");
        (await office.PostAsync("/api/zones/XLHT/stage", new { to = "cultivating", basis = Paper })).Ok();

        var condition = new { title = "示例條件", text = "示例條文", threshold = "示例閾值", source = "示例辦法", documentNumber = "示例〔2022〕9號", article = "第四條" };
        (await office.PostAsync("/api/eligibility", new { title = "", text = "x", source = "", article = "y" }))
            .Faulty(422, "request-at-fault", ("/title", "text-required"), ("/source", "text-required"));
        (await office.PostAsync("/api/eligibility", condition)).Ok();
        var hash = await KeepAsync(zone, "佐證");
        (await zone.PutAsync("/api/zones/XLHT/findings/1", new { finding = "met", text = "見附件" }))
            .Faulty(422, "request-at-fault", ("/evidence", "finding-evidence-missing"));
        (await zone.PutAsync("/api/zones/XLHT/findings/1", new { finding = "met", text = "見附件", value = "12%", evidence = new[] { hash } })).Ok();
        (await zone.PostAsync("/api/zones/XLHT/findings/1/confirm")).Refused(403, "not-allowed");
        (await office.PostAsync("/api/zones/XLHT/stage", new { to = "applied", basis = Paper }))
            .Faulty(422, "request-at-fault", ("/despite", "conditions-open"));
        var confirmed = (await office.PostAsync("/api/zones/XLHT/findings/1/confirm")).Receipt();

        var now = (await zone.AskAsync("/api/zones/XLHT")).Ok();
        now.ETag.ShouldStartWith($"\"{confirmed.Version}-");
        var view = now.Read<ZoneView>();
        (view.Stage, view.Next, view.Checklist.Met, view.Selection!.Goal).ShouldBe((Stage.Cultivating, Stage.Applied, 1, "建成自治區級高新區"));
        view.Zone.Goal.ShouldStartWith("力爭到2025年");
        (await zone.AskAsync("/api/eligibility")).Ok().Read<EligibilityView>().Zones.Single(each => each.Zone == "XLHT").Standings[1].ShouldBe(CriterionStanding.Met);
        var board = (await zone.AskAsync("/api/zones")).Ok().Read<ZoneBoard>();
        board.Zones.Single(each => each.Code == "XLHT").Stage.ShouldBe(Stage.Cultivating);
        board.Zones.Single(each => each.Code == "XLHT").Conditions.ShouldBe(new(1, 0, 0));
        board.Zones.Count.ShouldBeGreaterThanOrEqualTo(5);

        var then = (await zone.AskAsync($"/api/zones/XLHT?asOf=@{selected.Position}")).Ok();
        (then.Read<ZoneView>().Stage, then.Read<ZoneView>().Checklist.Entries.Count).ShouldBe((Stage.Selected, 0));
        (await office.AskAsync($"/api/zones/XLHT?asOf=@{selected.Position}")).Ok().ETag.ShouldBe(then.ETag);
        (await zone.AskAsync("/api/zones/NONE")).Refused(404, "zone-unknown");

        var told = (await zone.AskAsync("/api/audit/events?stream=cultivation/XLHT")).Ok().Json["events"]!.AsArray();
        told.Count.ShouldBe(4);
        told.ShouldAllBe(one => one!["zone"]!.GetValue<string>() == "XLHT");
        told[0]!["sentence"]!.GetValue<string>().ShouldBe("What Xilinhot Zone stated on condition 1 was confirmed");
        var compared = (await zone.AskAsync($"/api/audit/diff?from=@{selected.Position}&to=@{confirmed.Position}")).Ok().Text;
        compared.ShouldContain("finding_review.1");
        compared.ShouldContain("\"condition\"");
    }

    [Fact]
    public async Task A_renamed_zone_and_a_merged_one_are_known_for_each_period_as_they_were_and_as_it_was_known()
    {
        using var office = await host.AsAsync("stb");
        using var zone = await host.AsAsync("dln");
        var head = (await office.AskAsync("/api/programme")).Ok().Position;
        var name = new { zhHant = "白音華高新區", zhHans = "白音华高新区", en = "Baiyinhua High-Tech Zone" };
        var committee = new { zhHant = "白音華高新區管委會", zhHans = "白音华高新区管委会", en = "Committee of the Baiyinhua High-Tech Zone" };
        (await office.PostAsync("/api/zones/BYH/rename", new { name, shortName = name, listName = name, committeeName = committee, from = "2099-01-01", basis = Paper }))
            .Faulty(422, "request-at-fault", ("/from", "zone-change-in-future"));
        var rename = new { name, shortName = name, listName = name, committeeName = committee, from = "2024-04-01", basis = Paper };
        (await zone.PostAsync("/api/zones/BYH/rename", rename)).Refused(403, "not-allowed");
        (await office.PostAsync("/api/zones/BYH/rename", rename)).Ok();
        (await office.PostAsync("/api/zones/SNT/merge", new { zones = new[] { "DLN" }, from = "2024-07-01", basis = Paper })).Ok();

        (await NamesAsync(office, "2024-Q1")).ShouldBe(["Xilinhot Economic Development Zone", "Xilingol Baiyinhua Economic Development Zone", "Xilingol Industrial Relocation Development Zone", "Xilingol Sonid Economic Development Zone", "Xilingol Duolun Economic Development Zone"]);
        var after = await NamesAsync(office, "2024-Q3");
        after[1].ShouldBe("Baiyinhua High-Tech Zone");
        after.Count.ShouldBe(4);
        (await NamesAsync(office, $"2024-Q3&asOf=@{head}")).Count.ShouldBe(5);

        (await zone.PutAsync("/api/returns/DLN/2024-Q3/figures", ReportingHost.Batch("op_revenue", 1m))).Refused(409, "zone-not-in-period");
        (await zone.PutAsync("/api/returns/DLN/2024-Q2/figures", ReportingHost.Batch("op_revenue", 1m))).Ok();
        (await zone.AskAsync("/api/returns/DLN/2024-Q3")).Refused(404, "zone-not-in-period");
        var view = (await office.AskAsync("/api/zones/BYH")).Ok().Read<ZoneView>();
        view.Names.Select(borne => borne.Name.En).ShouldBe(["Xilingol Baiyinhua Economic Development Zone", "Baiyinhua High-Tech Zone"]);
        view.Breaks.Single().Kind.ShouldBe(BreakKind.Renamed);
        (await office.AskAsync("/api/zones/DLN")).Ok().Read<ZoneView>().IsThere.ShouldBeFalse();
        var versions = (await office.AskAsync("/api/programme/versions")).Ok().Json.AsArray();
        versions[^1]!["basis"]!["documentNumber"]!.GetValue<string>().ShouldBe("示例〔2024〕1號");
    }

    [Fact]
    public async Task Another_host_is_known_from_its_day_on_and_at_each_moment_as_it_was_known()
    {
        using var office = await host.AsAsync("stb");
        var first = new { zhHant = "甲旗人民政府", zhHans = "甲旗人民政府", en = "Government of the First Banner" };
        var second = new { zhHant = "乙旗人民政府", zhHans = "乙旗人民政府", en = "Government of the Second Banner" };
        var entered = (await office.PutAsync("/api/zones/CJCY/host", new { host = "JQZF", name = first, basis = Paper })).Receipt();
        (await office.PutAsync("/api/zones/CJCY/host", new { host = "YQZF", name = second, from = "2099-01-01", basis = Paper }))
            .Faulty(422, "request-at-fault", ("/from", "zone-change-in-future"));
        (await office.PutAsync("/api/zones/CJCY/host", new { host = "YQZF", name = second, from = "2024-04-01", basis = Paper })).Ok();
        (await office.PutAsync("/api/zones/CJCY/host", new { host = "YQZF", from = "2024-05-01", basis = Paper }))
            .Faulty(422, "request-at-fault", ("/from", "host-stands"));

        var now = (await office.AskAsync("/api/zones/CJCY")).Ok().Read<ZoneView>();
        now.Host.ShouldBe("YQZF");
        now.Hosts.ShouldBe([new("JQZF", null, new(2024, 3, 31)), new("YQZF", new(2024, 4, 1), null)]);
        now.Breaks.Single().Kind.ShouldBe(BreakKind.Hosted);
        (await office.AskAsync($"/api/zones/CJCY?asOf=@{entered.Position}")).Ok().Read<ZoneView>().Host.ShouldBe("JQZF");
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(HttpClient client, string period) =>
        [.. (await client.AskAsync($"/api/returns?period={period}")).Ok().Read<ReturnsBoard>().Zones.Select(row => row.Name.En)];

    private static async Task<string> KeepAsync(HttpClient client, string text)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(file, "file", "佐證.txt");
        using var answer = await client.PostAsync(new Uri("/api/evidence", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["sha256"]!.GetValue<string>();
    }
}
