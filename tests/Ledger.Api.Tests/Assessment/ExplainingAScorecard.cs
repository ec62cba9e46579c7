using System.Text.Json.Nodes;
using Ledger.Api.Notices;

namespace Ledger.Api.Tests.Assessment;

/// <summary>Every number, place and grade of a scorecard leads back to figures, ballots and papers.</summary>
public class ExplainingAScorecard(AssessmentHost host) : IClassFixture<AssessmentHost>
{
    private const string At = "/api/assessments/2023";
    private static readonly object Paper = new { number = "錫統發〔2024〕8號", date = "2024-02-12", organ = "盟統計局" };

    [Fact]
    public async Task Cells_of_a_scorecard_are_explained_in_three_languages_with_the_results_own_numbers()
    {
        await host.OpenToVoteAsync(2023);
        await host.VoteOnEverythingAsync(2023);
        using var secretary = await host.AsAsync("stb");
        using var chair = await host.AsAsync("chair");
        using var zone = await host.AsAsync("dln");
        (await zone.AskAsync("/api/explain/scorecard.2023.draft.DLN.E1")).Refused(403, "not-allowed");
        (await secretary.AskAsync("/api/explain/scorecard.2023.draft.DLN.E1")).Ok().Text.ShouldNotContain("現場核查");
        (await chair.PostAsync($"{At}/close-voting", new { on = "2024-02-20" })).Ok();
        (await secretary.PostAsync($"{At}/adjustments", new { zone = "DLN", item = "M1", count = 2, document = Paper, on = "2024-03-02" })).Ok();
        (await secretary.PostAsync($"{At}/vetoes", new { zone = "SNT", item = "V1", document = Paper, on = "2024-03-02" })).Ok();
        (await chair.PostAsync($"{At}/ratify", new { minutes = "會議紀要", on = "2024-03-08" })).Ok();

        var result = (await zone.AskAsync($"{At}/scorecards")).Ok().Json["content"]!;
        // The grade rests on all of the tree, the others on what it does not.
        string[] cells = ["grade", "track-place", "place", "bonus", "deduction", "final", "total.score", "A.score", "A1.score", "E1.place"];
        foreach (var language in new[] { "en", "zh-Hans", "zh-Hant" })
        {
            foreach (var (of, cell) in cells.Select(cell => ("DLN", cell)).Append(("SNT", "grade")))
            {
                var explained = (await zone.AskAsync($"/api/explain/scorecard.2023.1.{of}.{cell}", ("Accept-Language", language))).Ok();
                explained.Read<CellExplanation>().Holds.ShouldBeTrue($"{of} {cell}");
            }
        }

        var score = result["zones"]!.AsArray().Single(score => (string)score!["zone"]! == "DLN")!;
        foreach (var node in Nodes(score["tree"]!))
            (await ExactAsync(zone, $"DLN.{node["id"]}")).ShouldBe((string?)node["points"]);
        (await ExactAsync(zone, "DLN.final")).ShouldBe((string?)score["exact"]);
        (await ExactAsync(zone, "DLN.place")).ShouldBe($"{score["place"]!["number"]}");
        (await ExplainAsync(zone, "2023.1.SNT.grade")).Scorecard!.Grade.ShouldBe("fail");
    }

    [Fact]
    public async Task An_explanation_goes_down_to_who_stated_voted_and_recorded()
    {
        const string Year = "/api/assessments/2022";
        await host.OpenToVoteAsync(2022);
        await host.VoteOnEverythingAsync(2022);
        using var secretary = await host.AsAsync("stb");
        using var chair = await host.AsAsync("chair");
        (await chair.PostAsync($"{Year}/close-voting", new { on = "2023-02-20" })).Ok();
        (await secretary.PostAsync($"{Year}/adjustments", new
        {
            zone = "DLN", item = "M1", count = 2, document = new { number = "錫統發〔2023〕8號", date = "2023-02-12", organ = "盟統計局" }, on = "2023-03-02",
        })).Ok();

        var final = await ExplainAsync(secretary, "2022.draft.DLN.final");
        var parts = final.Explanation.Everything().ToList();
        parts.Select(part => part.Ballot).OfType<Measures.SourceBallot>().Select(ballot => (ballot.Level, ballot.Reason, ballot.Evidence[0])).Distinct()
            .ShouldBe([(4m, "現場核查", host.Evidence[0])]);
        parts.SelectMany(part => part.Papers ?? []).Single().Document.Number.ShouldBe("錫統發〔2023〕8號");
        // Three quarters are told of 2022, no fourth: the criteria of the year's figures are missing, and say so.
        (await ExplainAsync(secretary, "2022.draft.DLN.A1")).Explanation.Inputs[1].Of.Remark.ShouldNotBeNull();
        // Growth of high-tech companies starts from a baseline that the programme does not have.
        (await ExplainAsync(secretary, "2022.draft.DLN.B4.score")).Explanation.Inputs.ShouldContain(input => input.Of.Absence != null || input.Of.Setting != null);

        foreach (var cell in new[] { "2022.draft.DLN.Z9", "2022.draft.DLN.A1.weight" })
            (await secretary.AskAsync($"/api/explain/scorecard.{cell}")).Refused(404, "cell-unknown");
        (await secretary.AskAsync("/api/explain/scorecard.2022.draft.NOWHERE.A1")).Refused(404, "zone-unknown");
        (await secretary.AskAsync("/api/explain/scorecard.2022.7.DLN.A1")).Refused(404, "result-edition-unknown");
        (await secretary.AskAsync("/api/explain/scorecard.2024.draft.DLN.A1")).Refused(404, "assessment-not-opened");
        foreach (var malformed in new[] { "scorecard.2022.DLN.A1", "scorecard.2022.x.DLN.A1", "scorecard.2022.1.DLN" })
            (await secretary.AskAsync($"/api/explain/{malformed}")).Refused(404, "cell-unknown");
    }

    private static async Task<CellExplanation> ExplainAsync(HttpClient reader, string cell) =>
        (await reader.AskAsync($"/api/explain/scorecard.{cell}")).Ok().Read<CellExplanation>();

    private static async Task<string?> ExactAsync(HttpClient reader, string cell) =>
        (string?)(await reader.AskAsync($"/api/explain/scorecard.2023.1.{cell}")).Ok().Json["explanation"]!["exact"];

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node["children"]!.AsArray().SelectMany(child => Nodes(child!)).Prepend(node);
}
