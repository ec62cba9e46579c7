namespace Ledger.Api.Tests.Assessment;

/// <summary>A year's assessment over HTTP, from its opening to its closing.</summary>
public class LivingThroughAYear(AssessmentHost host) : IClassFixture<AssessmentHost>
{
    private const string At = "/api/assessments/2023";
    private static readonly object Paper = new { number = "錫統發〔2024〕8號", date = "2024-03-01", organ = "盟統計局" };

    [Fact]
    public async Task A_year_goes_from_its_opening_to_its_closing()
    {
        using var secretary = await host.AsAsync("stb");
        using var chair = await host.AsAsync("chair");
        using var zone = await host.AsAsync("dln");
        await host.OpenToVoteAsync(2023);
        await host.VoteOnEverythingAsync(2023);
        (await secretary.AskAsync(At)).Ok().Json["voting"]!["cast"]!.GetValue<int>().ShouldBe(45);
        (await chair.PostAsync($"{At}/close-voting", new { on = "2024-02-20" })).Ok();

        (await secretary.PostAsync($"{At}/adjustments", new { zone = "DLN", item = "M1", count = 1, document = Paper, on = "2024-03-02" })).Ok();
        (await secretary.PostAsync($"{At}/vetoes", new { zone = "SNT", item = "V1", document = Paper, on = "2024-03-02" })).Ok();
        (await secretary.PostAsync($"{At}/vetoes/1/lift", new { document = Paper, reason = "認定撤銷", on = "2024-03-03" })).Ok();
        (await chair.PostAsync($"{At}/ratify", new { present = new[] { "member-1" }, minutes = "會議紀要", on = "2024-03-08" }))
            .Refused(409, "quorum-missing");
        (await secretary.AskAsync($"{At}/scorecards/DLN/export")).Refused(409, "result-not-published");
        var draft = (await chair.AskAsync($"{At}/draft")).Ok().Json["hash"]!.GetValue<string>();
        (await chair.PostAsync($"{At}/ratify", new { present = new[] { "member-1", "member-2" }, minutes = "會議紀要", on = "2024-03-08" })).Ok();
        (await secretary.PostAsync($"{At}/publish", new { on = "2024-03-11" })).Refused(409, "publicity-not-over");
        (await secretary.PostAsync($"{At}/publish", new { on = "2024-03-18" })).Ok();
        var result = (await zone.AskAsync($"{At}/scorecards")).Ok().Json;
        (result["edition"]!.GetValue<int>(), result["hash"]!.GetValue<string>(), result["isPublished"]!.GetValue<bool>()).ShouldBe((1, draft, true));

        var card = (await zone.AskAsync($"{At}/scorecards/DLN")).Ok().Json;
        card["metrics"]!.AsArray().ShouldNotBeEmpty();
        card["ballots"]!.AsArray().Count.ShouldBe(9);
        var robustness = (await zone.AskAsync($"{At}/robustness", ("Accept-Language", "en"))).Ok().Json;
        robustness["seed"]!.GetValue<int>().ShouldBe(2023);
        robustness["words"]!["weights"]![0]!.GetValue<string>().ShouldStartWith("The weights were drawn anew 10,000 times");
        (await zone.AskAsync($"{At}/scorecards/DLN/export")).Ok().Json["weight"].ShouldBeNull();
        (await zone.AskAsync($"{At}/scorecards/DLN/export?weight=10", ("Accept", "text/csv"))).Ok().Text.ShouldStartWith("year,edition,");
        (await zone.AskAsync($"{At}/scorecards/DLN/export?weight=0")).Faulty(422, "request-at-fault", ("/weight", "weight-out-of-range"));

        (await zone.PostAsync($"{At}/appeals", new { zone = "DLN", cells = new[] { "E1" }, grounds = "事實有誤", on = "2024-03-19" })).Ok();
        var would = (await zone.PostAsync($"{At}/appeals/1/counterfactual", new { liftAdjustments = new[] { 1 } })).Ok().Json;
        (await chair.PostAsync(
            $"{At}/appeals/1/decide",
            new { outcome = "upheld", reason = "依據不足", remedy = new { liftAdjustments = new[] { 1 } }, on = "2024-03-20" })).Ok();
        var appeal = (await zone.AskAsync($"{At}/appeals/1")).Ok().Json;
        (appeal["before"]!.GetValue<int>(), appeal["after"]!.GetValue<int>()).ShouldBe((1, 2));
        appeal["difference"]!.ToJsonString().ShouldBe(would.ToJsonString());
        (await zone.AskAsync($"{At}/scorecards?edition=1")).Ok().Json["hash"]!.GetValue<string>().ShouldBe(draft);
        (await zone.AskAsync($"{At}/scorecards")).Ok().Json["edition"]!.GetValue<int>().ShouldBe(2);
        (await zone.AskAsync($"{At}/scorecards?edition=3")).Refused(404, "result-edition-unknown");

        var outcome = (await zone.AskAsync($"{At}/outcomes")).Ok().Json.AsArray()
            .First(each => each!["state"]!.GetValue<string>() == "open")!["decision"]!["number"]!.GetValue<int>();
        (await secretary.PostAsync($"{At}/outcomes/{outcome}/follow", new { text = "已落實", completed = true, on = "2024-03-25" })).Ok();
        (await secretary.PostAsync($"{At}/close", new { on = "2024-04-30" })).Ok();
        (await chair.PostAsync($"{At}/reopen", new { reason = "補充材料", on = "2024-05-06" })).Ok();
        (await zone.AskAsync(At)).Ok().Json["phase"]!.GetValue<string>().ShouldBe("adjusting");
        (await zone.AskAsync(At)).Ok().Json["publishedEdition"]!.GetValue<int>().ShouldBe(2);
    }
}
