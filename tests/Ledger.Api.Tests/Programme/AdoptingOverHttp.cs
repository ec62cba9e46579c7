using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Api.Store;

namespace Ledger.Api.Tests.Programme;

/// <summary>From no programme at all to its second version; the steps build on each other, so they are one story.</summary>
public class AdoptingOverHttp(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly object Basis = new { documentNumber = (string?)null, date = "2021-11-05", organ = "錫林郭勒盟行政公署" };

    [Fact]
    public async Task A_programme_is_adopted_amended_and_kept_in_every_version()
    {
        using var secretary = await host.AsAsync("stb");
        using var zone = await host.AsAsync("xlht");

        (await zone.AskAsync("/api/programme")).Refused(404, "programme-missing");
        (await zone.AskAsync("/api/programme/versions")).Ok().Text.ShouldBe("[]");
        (await zone.AskAsync("/api/returns?period=2023-Q1")).Refused(404, "programme-missing");
        (await zone.PutAsync("/api/returns/XLHT/2023-Q1/figures", """{"figures":[{"series":"op_revenue","value":1}]}"""))
            .Refused(404, "programme-missing");

        (await zone.PostAsync("/api/programme/versions", Adoption(Plan()))).Refused(403, "not-allowed");
        var faulty = Plan();
        faulty["zones"]![0]!["host"] = "NOBODY";
        faulty["calendar"]!["quarterDays"] = 0;
        faulty["series"]![1]!["within"] = "nothing";
        faulty["title"]!["zhHans"] = " ";
        (await secretary.PostAsync("/api/programme/versions", Adoption(faulty, organ: " "))).Faulty(
            422, "programme-faulty",
            ("/basis/organ", "basis-organ-missing"),
            ("/document/title/zhHans", "name-untranslated"),
            ("/document/zones/0/host", "code-unknown"),
            ("/document/series/1/within", "code-unknown"),
            ("/document/calendar/quarterDays", "number-out-of-range"));

        var adopted = (await secretary.PostAsync("/api/programme/versions", Adoption(Plan(), on: "2021-11-05"))).Receipt();
        (adopted.Version, adopted.Events).ShouldBe((1, 1));
        (await secretary.PostAsync("/api/programme/versions", Adoption(Plan(), on: "2021-11-05"))).Receipt().Events.ShouldBe(0);

        var inForce = await zone.AskAsync("/api/programme");
        inForce.Headers["Stream-Version"].ShouldBe("1");
        inForce.Ok().Json["version"]!.GetValue<int>().ShouldBe(1);
        inForce.Json["zones"]!.AsArray().Select(entry => entry!["code"]!.GetValue<string>()).ShouldBe(["XLHT", "BYH", "CJCY", "SNT", "DLN"]);
        (inForce.Json["series"]!.AsArray().Count, inForce.Json["indicators"]!.AsArray().Count).ShouldBe((19, 15));

        var amended = Plan();
        amended["calendar"]!["quarterDays"] = 20;
        var stale = ("If-Match", "\"0\"");
        (await secretary.PostAsync("/api/programme/versions", Adoption(amended, on: "2023-03-01"), stale)).Refused(412, "version-stale");
        (await secretary.PostAsync("/api/programme/versions", Adoption(amended, on: "2021-11-04"))).Refused(422, "programme-faulty");
        var second = (await secretary.PostAsync("/api/programme/versions", Adoption(amended, on: "2023-03-01"), ("If-Match", inForce.ETag)))
            .Receipt();
        second.Version.ShouldBe(2);

        var versions = (await zone.AskAsync("/api/programme/versions")).Ok().Json.AsArray();
        versions.Select(version => version!["version"]!.GetValue<int>()).ShouldBe([1, 2]);
        versions[1]!["changes"]!.ToJsonString().ShouldBe("""[{"pointer":"/calendar/quarterDays","before":"15","after":"20"}]""");
        (versions[1]!["officer"]!.GetValue<string>(), versions[1]!["on"]!.GetValue<string>()).ShouldBe(("stb", "2023-03-01"));
        versions[1]!["basis"]!["organ"]!.GetValue<string>().ShouldBe("錫林郭勒盟行政公署");

        (await zone.AskAsync("/api/programme/versions/1")).Ok().Json["document"]!["calendar"]!["quarterDays"]!.GetValue<int>().ShouldBe(15);
        (await zone.AskAsync("/api/programme/versions/2")).Ok().Json["document"]!["calendar"]!["quarterDays"]!.GetValue<int>().ShouldBe(20);
        (await zone.AskAsync("/api/programme/versions/3")).Refused(404, "programme-version-unknown");
        (await zone.AskAsync($"/api/programme/versions/2?asOf=@{adopted.Position}")).Refused(404, "programme-version-unknown");
        (await zone.AskAsync($"/api/programme?asOf=@{adopted.Position}")).Ok().Json["calendar"]!["quarterDays"]!.GetValue<int>().ShouldBe(15);
        (await zone.AskAsync($"/api/programme?asOf=@{adopted.Position - 1}")).Refused(404, "programme-missing");
        (await zone.AskAsync("/api/returns?period=2023-Q1")).Ok().Json["dueAt"]!.GetValue<string>().ShouldBe("2023-04-20T09:00:00Z");

        await AppointIntoTheProgrammeAsync();
    }

    [Fact]
    public async Task A_document_with_a_hole_is_pointed_at()
    {
        using var secretary = await host.AsAsync("stb");
        var broken = Plan();
        broken["zones"]![0]!["track"] = "sideways";
        (await secretary.PostAsync("/api/programme/versions", Adoption(broken)))
            .Faulty(400, "body-malformed", ("/document/zones/0/track", "value-unreadable"));
        var holed = Plan();
        holed["zones"]![1] = null;
        (await secretary.PostAsync("/api/programme/versions", Adoption(holed)))
            .Faulty(422, "programme-faulty", ("/document/zones/1", "entry-empty"));
    }

    /// <summary>Once there is a programme, officers act for its organisations and its zones.</summary>
    private async Task AppointIntoTheProgrammeAsync()
    {
        using var administrator = await host.AsAsync("admin");
        (await administrator.PutAsync("/api/officers/new.one", new { name = "New", organisation = "NOBODY", role = "reporter", zone = "NOWHERE" }))
            .Faulty(422, "officer-faulty", ("/organisation", "organisation-unknown"), ("/zone", "zone-unknown"));
        (await administrator.PutAsync("/api/officers/new.one", new { name = "New", organisation = "XLHT", role = "reporter", zone = "XLHT" })).Receipt();
    }

    private static JsonNode Plan() => JsonSerializer.SerializeToNode(Api.Programme.Plan.Document, LedgerJson.Options)!;

    private static object Adoption(JsonNode document, string? on = null, string? organ = null) =>
        new { document, basis = organ is null ? Basis : new { date = "2021-11-05", organ }, on };
}
