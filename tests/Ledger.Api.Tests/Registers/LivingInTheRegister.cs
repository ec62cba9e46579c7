using Ledger.Api.Registers;
using Ledger.Domain.Registers;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Registers;

[Collection(RegisterCollection.Name)]
public class LivingInTheRegister(RegisterHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_certificate_of_5_November_2021_counts_for_three_years_unless_renewed_as_of_then_and_as_known_then()
    {
        using var office = await host.AsAsync("stb");
        using var zone = await host.AsAsync("xlht");
        const string one = $"{RegisterHost.Institutions}/L-CERT-001";
        (await office.PutAsync(one, new { name = "示例甲公司", zone = "XLHT", document = "示例名冊", on = "2021-11-10" })).Ok();
        var granted = (await office.PostAsync($"{one}/recognitions", new
        {
            kind = "hte", from = "2021-11-05", certificate = "GR1", document = "示例公告", on = "2021-11-20",
        })).Receipt();
        (await CountAsync("2021-11-04")).ShouldBe(0);
        (await CountAsync("2024-11-04")).ShouldBe(1);
        (await CountAsync("2024-11-05")).ShouldBe(1, "the corresponding day is the last one (A-32)");
        (await CountAsync("2024-11-06")).ShouldBe(0);
        var then = await zone.AskAsync($"/api/registers/counts?on=2024-11-06&asOf=@{granted.Position}");

        (await office.PostAsync($"{one}/recognitions/1/renew", new
        {
            from = "2024-11-01", certificate = "GR2", document = "示例公告", on = "2025-01-10",
        })).Ok();
        (await CountAsync("2024-11-06")).ShouldBe(1, "as is known now");
        (await CountAsync("2024-11-06", $"&asOf=@{granted.Position}")).ShouldBe(0, "as was known then");
        (await CountAsync("2024-11-06", "&knownOn=2025-01-09")).ShouldBe(0, "by the papers of then");
        (await zone.AskAsync($"/api/registers/counts?on=2024-11-06&asOf=@{granted.Position}")).Text.ShouldBe(then.Text, "same position, same bytes");

        async Task<long> CountAsync(string on, string moment = "") =>
            (await zone.AskAsync($"/api/registers/counts?on={on}&zone=XLHT&kind=hte{moment}")).Ok().Read<RegisterCounts>().Counts.Sum(count => count.Count);
    }

    [Fact]
    public async Task An_institution_is_renamed_moved_merged_and_every_moment_can_be_asked_about()
    {
        using var office = await host.AsAsync("stb");
        using var zone = await host.AsAsync("byh");
        const string one = $"{RegisterHost.Institutions}/L-LIFE-001";
        var body = new { name = "示例孵化器", zone = "BYH", document = "示例名冊", on = "2022-01-10" };
        (await zone.PutAsync(one, body)).Refused(403, "not-allowed");
        (await office.PutAsync(one, body, ("Idempotency-Key", "enter"))).Ok();
        (await office.PutAsync(one, body)).Receipt().Events.ShouldBe(0);
        (await office.PutAsync(one, new { name = "另一家", zone = "BYH", document = "示例名冊" })).Refused(409, "institution-entered");
        (await office.PutAsync($"{RegisterHost.Institutions}/123", new { name = "身份證110105194912310021", zone = "X", document = "" })).Faulty(422, "request-at-fault",
            ("/code", "institution-code-malformed"), ("/name", "personal-data"), ("/document", "text-required"), ("/zone", "zone-unknown"));
        (await office.PutAsync($"{RegisterHost.Institutions}/L-LIFE-002", body with { name = "示例眾創空間" })).Ok();
        (await office.PostAsync($"{one}/recognitions", new { kind = "incubator", level = "region", from = "2022-01-05", document = "示例公告", on = "2022-01-11" })).Ok();
        var renamed = (await office.PostAsync($"{one}/rename", new { name = "示例科技孵化器", from = "2022-06-01", document = "示例變更", on = "2022-06-10" })).Receipt();
        (await office.PostAsync($"{one}/move", new { zone = "CJCY", from = "2023-01-01", document = "示例變更", on = "2023-01-10" }, ("If-Match", "\"1\""))).Refused(412, "version-stale");
        (await office.PostAsync($"{one}/move", new { zone = "CJCY", from = "2023-01-01", document = "示例變更", on = "2023-01-10" })).Ok();
        (await office.PostAsync($"{one}/recognitions/1/withdraw", new { from = "2024-01-01", document = "示例撤銷", on = "2024-01-10" })).Ok();
        (await office.PostAsync($"{one}/merge", new { into = "L-LIFE-002", from = "2025-01-01", document = "示例協議", on = "2025-01-10" })).Ok();

        var view = (await zone.AskAsync($"{one}?on=2023-06-30")).Ok().Read<InstitutionView>();
        (view.Standing.Name, view.Standing.Zone, view.Standing.IsThere).ShouldBe(("示例科技孵化器", "CJCY", true));
        view.Standing.Recognitions.ShouldHaveSingleItem().Standing.ShouldBe(RecognitionStanding.Holds);
        view.Course.Select(step => step.Type).ShouldBe(
            ["institution_entered", "recognition_granted", "institution_renamed", "institution_moved", "recognition_ended", "institution_merged"]);
        (await zone.AskAsync($"{one}?on=2022-03-31")).Ok().Read<InstitutionView>().Standing.Name.ShouldBe("示例孵化器");
        (await zone.AskAsync($"{one}?on=2023-06-30&asOf=@{renamed.Position}")).Ok().Read<InstitutionView>().Standing.Zone.ShouldBe("BYH");
        (await zone.AskAsync($"{one}?asOf=@0")).Refused(404, "institution-unknown");
        (await zone.AskAsync($"{RegisterHost.Institutions}/L-LIFE-002")).Ok().Read<InstitutionView>().Predecessors.ShouldBe(["L-LIFE-001"]);

        (await PageAsync("kind=incubator&zone=CJCY&on=2023-06-30")).ShouldBe(["L-LIFE-001"]);
        (await PageAsync("kind=incubator&zone=CJCY&on=2024-06-30")).ShouldBeEmpty();
        (await PageAsync("kind=incubator&past=true&text=科技孵化")).ShouldBe(["L-LIFE-001"]);
        (await PageAsync("text=示例&zone=BYH&on=2025-06-30")).ShouldBe(["L-LIFE-002"]);
        (await PageAsync("text=l-life&on=2022-12-31")).ShouldBe(["L-LIFE-001", "L-LIFE-002"]);
        (await zone.AskAsync($"{RegisterHost.Institutions}?on=gestern&limit=0")).Faulty(400, "request-at-fault", ("/on", "day-malformed"), ("/limit", "limit-out-of-range"));
        var first = (await zone.AskAsync($"{RegisterHost.Institutions}?text=L-LIFE&on=2022-12-31&limit=1")).Ok().Read<InstitutionPage>();
        (first.Total, first.Next, first.Institutions.Count).ShouldBe((2, "L-LIFE-001", 1));

        var told = (await zone.AskAsync("/api/audit/events?stream=institution/L-LIFE-001")).Ok().Json["events"]!.AsArray();
        told.Count.ShouldBe(6);
        told[4]!["sentence"]!.GetValue<string>().ShouldBe("L-LIFE-001 was recognised as technology business incubator from 2022-01-05 to … (recognition 1)");

        async Task<IEnumerable<string>> PageAsync(string question) =>
            (await zone.AskAsync($"{RegisterHost.Institutions}?{question}")).Ok().Read<InstitutionPage>().Institutions.Select(row => row.Code);
    }

    [Fact]
    public async Task The_first_day_of_an_institution_and_of_its_certificate_is_corrected_and_the_wrong_one_is_what_was_known_then()
    {
        using var office = await host.AsAsync("stb");
        using var zone = await host.AsAsync("cjcy");
        const string one = $"{RegisterHost.Institutions}/L-TRUE-001";
        (await office.PutAsync(one, new { name = "示例丁公司", zone = "CJCY", from = "2021-01-01", document = "示例名冊", on = "2022-01-10" })).Ok();
        var wrong = (await office.PostAsync($"{one}/recognitions", new
        {
            kind = "hte", from = "2021-03-05", certificate = "GR1", document = "示例公告", on = "2022-01-11",
        })).Receipt();
        var truth = new { name = "示例丁公司", zone = "CJCY", from = "2021-06-01", document = "示例名冊", reason = "示例：設立日期誤錄", on = "2022-02-01" };
        (await zone.PostAsync($"{one}/acts/1/correct", truth)).Refused(403, "not-allowed");
        (await office.PostAsync($"{one}/acts/9/correct", truth)).Refused(404, "act-unknown");
        (await office.PostAsync($"{one}/acts/1/correct", truth with { zone = "X", from = "1900-01-01", reason = "" })).Faulty(422, "request-at-fault",
            ("/from", "effective-date-impossible"), ("/zone", "zone-unknown"), ("/reason", "text-required"));
        (await office.PostAsync($"{one}/acts/1/correct", truth)).Receipt().Events.ShouldBe(1);
        (await office.PostAsync($"{one}/acts/1/correct", truth)).Receipt().Events.ShouldBe(0);
        (await office.PostAsync($"{one}/acts/2/correct", new
        {
            kind = "hte", from = "2021-07-05", certificate = "GR2", document = "示例公告（更正）", reason = "示例：證書日期誤錄", on = "2022-02-02",
        })).Ok();

        (await CountAsync("2021-03-05", $"&asOf=@{wrong.Position}")).ShouldBe(1, "as was known then");
        (await CountAsync("2021-03-05", "&knownOn=2022-01-31")).ShouldBe(1, "by the papers of then");
        (await CountAsync("2021-07-04")).ShouldBe(0, "as is known now");
        (await CountAsync("2021-07-05")).ShouldBe(1);
        (await CountAsync("2024-07-05")).ShouldBe(1, "until follows the first day");
        (await zone.AskAsync($"{RegisterHost.Institutions}?text=L-TRUE&on=2021-05-31")).Ok().Read<InstitutionPage>().Institutions.ShouldBeEmpty();
        var view = (await zone.AskAsync(one)).Ok().Read<InstitutionView>();
        view.Course.Select(step => (step.Act, step.Stands, step.IsCorrected)).ShouldBe([(1, true, true), (2, true, true), (3, false, false), (4, false, false)]);
        view.Course[1].Said!.Certificate.ShouldBe("GR2");
        (await zone.AskAsync("/api/audit/events?stream=institution/L-TRUE-001")).Ok().Json["events"]!.AsArray()[1]!["sentence"]!.GetValue<string>()
            .ShouldBe("L-TRUE-001: act 1 was recorded wrongly and is in truth so: 示例丁公司, Industrial Relocation Zone, 2021-06-01, 示例名冊. Reason: 示例：設立日期誤錄");

        (await office.PostAsync($"{one}/acts/1/strike", new { reason = "示例：重複錄入", on = "2022-02-03" })).Ok();
        (await CountAsync("2021-07-05")).ShouldBe(0);
        (await zone.AskAsync(one)).Ok().Read<InstitutionView>().Struck.ShouldBe("示例：重複錄入");
        (await office.PostAsync($"{one}/rename", new { name = "示例戊公司", document = "示例變更" })).Refused(404, "institution-unknown");
        (await host.Rebuild.RebuildAsync(Cancellation)).Changed.ShouldBeFalse();

        async Task<long> CountAsync(string on, string moment = "") =>
            (await zone.AskAsync($"/api/registers/counts?on={on}&zone=CJCY&kind=hte{moment}")).Ok().Read<RegisterCounts>().Counts.Sum(count => count.Count);
    }

    [Fact]
    public async Task Rebuilt_the_tables_are_what_the_daemon_had_kept()
    {
        using var office = await host.AsAsync("stb");
        const string one = $"{RegisterHost.Institutions}/L-BUILT-01";
        (await office.PutAsync(one, new { name = "示例乙公司", zone = "SNT", document = "示例名冊", on = "2022-01-10" })).Ok();
        (await office.PostAsync($"{one}/recognitions", new { kind = "tech_sme", from = "2022-01-05", document = "示例公告", on = "2022-01-11" })).Ok();
        (await office.PostAsync($"{one}/acts/2/correct", new { kind = "tech_sme", from = "2022-02-05", document = "示例公告", reason = "示例：誤錄", on = "2022-03-11" })).Ok();
        (await office.PostAsync($"{one}/close", new { from = "2022-10-01", document = "示例註銷", on = "2022-10-11" })).Ok();
        (await office.PostAsync($"{one}/acts/4/strike", new { reason = "示例：誤錄", on = "2022-10-12" })).Ok();
        (await office.PostAsync($"{one}/acts/2/strike", new { reason = "示例：誤錄", on = "2022-10-13" })).Ok();
        (await office.AskAsync("/api/registers/counts")).Ok();
        var rebuilt = await host.Rebuild.RebuildAsync(Cancellation);
        rebuilt.Changed.ShouldBeFalse();
        rebuilt.Rows.ShouldBeGreaterThan(5);

        var check = host.Services.GetRequiredService<RegisterCheck>();
        var head = (await host.Reader.HeadAsync(Cancellation)).Position;
        (await check.FirstDifferenceAsync(head, Cancellation)).ShouldBeNull();
        (await check.FirstDifferenceAsync(head - 2, Cancellation)).ShouldBeNull();
        await using var edit = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "update ledger.register_residence set zone = 'XLHT' where code = 'L-BUILT-01' and position_to = 9223372036854775807");
        await edit.ExecuteNonQueryAsync(Cancellation);
        (await check.FirstDifferenceAsync(head, Cancellation)).ShouldNotBeNull().Code.ShouldBe("L-BUILT-01");
        (await host.Rebuild.RebuildAsync(Cancellation)).Changed.ShouldBeTrue("and is as it should be again");
        (await check.FirstDifferenceAsync(head, Cancellation)).ShouldBeNull();
    }
}
