using Ledger.Api.Notices;
using Ledger.Api.Programme;
using Ledger.Api.Registers;
using Ledger.Api.Tests.Reporting;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Registers;

[Collection(RegisterCollection.Name)]
public class ComparingWithTheReturn(RegisterHost host)
{
    private const string Return = "/api/returns/DLN/2024-Q1";
    private const string Differences = "/api/registers/differences/DLN/2024-Q1";

    [Fact]
    public async Task Register_and_return_disagree_by_one_and_the_reviewer_sees_the_name_in_question_and_after_the_fix_both_agree()
    {
        using var office = await host.AsAsync("stb");
        using var zone = await host.AsAsync("dln");
        using var reviewer = await host.AsAsync("stat");
        await RecogniseAsync(office, "L-DLN-001", "示例一公司", "2022-05-01");
        await RecogniseAsync(office, "L-DLN-002", "示例二公司", "2021-02-10");
        await RecogniseAsync(office, "L-DLN-003", "示例三公司", "2024-01-15");
        (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch(new Dictionary<string, decimal>(ReportingHost.Quarter) { ["hte_count"] = 3, ["hte_new"] = 1 }))).Ok();

        var differs = (await reviewer.AskAsync(Differences)).Ok().Read<RegisterDifferences>().Series.Single(series => series.Series == "hte_count");
        (differs.Stated, differs.Counted, differs.Differs).ShouldBe((3, 2, true));
        differs.Names.Select(one => one.Name).ShouldBe(["示例一公司", "示例三公司"]);
        differs.Came.Select(one => one.Name).ShouldBe(["示例三公司"]);
        var gone = differs.Went.ShouldHaveSingleItem();
        (gone.Name, gone.Standing, gone.Until).ShouldBe(("示例二公司", RecognitionStanding.Expired, new(2024, 2, 10)));
        var firsts = (await reviewer.AskAsync(Differences)).Ok().Read<RegisterDifferences>().Series.Single(series => series.Series == "hte_new");
        (firsts.Stated, firsts.Counted, firsts.Differs).ShouldBe((1, 1, false));
        (await reviewer.AskAsync(Differences)).Ok().Read<RegisterDifferences>().Series.Single(series => series.Series == "key_lab").Counted
            .ShouldBeNull("the register knows no laboratory of this zone: missing is not zero");

        (await CheckAsync())!["detail"]!.GetValue<string>().ShouldBe(
            "Enterprises with a valid high-tech certificate: the return states 3, the register counts 2. In question since the quarter before: 示例二公司.");
        (await zone.PostAsync($"{Return}/submit", new { signatories = ReportingHost.Signed })).Faulty(409, "return-not-ready", ("/explanations", "explanation-missing"));

        (await office.PostAsync($"{RegisterHost.Institutions}/L-DLN-002/recognitions/1/renew", new
        {
            from = "2024-02-11", document = "示例公告", on = "2024-03-20",
        })).Ok();
        (await CheckAsync()).ShouldBeNull();
        (await zone.AskAsync(Differences)).Ok().Read<RegisterDifferences>().Series.ShouldAllBe(series => !series.Differs);
        (await zone.PostAsync($"{Return}/submit", new { signatories = ReportingHost.Signed })).Ok();
        (await reviewer.PostAsync($"{Return}/accept", new { })).Ok();
        var notice = (await office.AskAsync("/api/notices/2024-Q1/draft")).Ok().Read<NoticeDraft>().Content;
        notice.Register!.Series.Single(line => line.Series == "hte_count").Cells[^1].ShouldSatisfyAllConditions(
            cell => cell.Id.ShouldBe("2024-Q1.register.DLN.hte_count"), cell => cell.Value.ShouldBe(0));
        notice.Texts.Single(text => text.Code == "register").Text.ZhHant.ShouldContain("不一致0項");
        await ReadModelAndEventsAgreeAsync();
        (await reviewer.AskAsync("/api/registers/differences/DLN/2024-Q9")).Refused(400, "period-malformed");

        async Task<System.Text.Json.Nodes.JsonNode?> CheckAsync() =>
            (await reviewer.AskAsync(Return)).Ok().Json["checks"]!.AsArray().SingleOrDefault(check => check!["check"]!.GetValue<string>() == "register/hte_count");
    }

    /// <summary>A verifier has the events alone, and has to count the same.</summary>
    private async Task ReadModelAndEventsAgreeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var head = await host.Reader.HeadAsync(cancellation);
        var programme = (await host.Services.GetRequiredService<Programmes>().InForceAsync(head.Position, cancellation)).Document;
        List<InstitutionSpans> institutions =
        [
            .. (await host.Reader.OfTypeAsync<InstitutionEvent>(fromExclusive: null, head.Position, cancellation))
                .GroupBy(recorded => recorded.Provenance.Stream)
                .Select(history => InstitutionSpans.Of(Institution.StreamOf(history.Key).Fold(history))),
        ];
        foreach (var period in programme.Quarters())
        {
            var numbers = await host.Services.GetRequiredService<RegisterTallies>().NumbersAsync(programme, period, head.Position, knownOn: null, cancellation);
            numbers.OrderBy(one => one.Key).ShouldBe(RegisterNumbers.Of(programme, period, institutions).OrderBy(one => one.Key), $"{period}");
        }
    }

    private static async Task RecogniseAsync(HttpClient office, string code, string name, string from)
    {
        (await office.PutAsync($"{RegisterHost.Institutions}/{code}", new { name, zone = "DLN", document = "示例名冊", on = "2024-02-01" })).Ok();
        (await office.PostAsync($"{RegisterHost.Institutions}/{code}/recognitions", new { kind = "hte", from, document = "示例公告", on = "2024-02-01" })).Ok();
    }
}
