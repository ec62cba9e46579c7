using System.Text.Json.Nodes;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Assessment;

/// <summary>The items that the ledger finds by itself, over HTTP, beside what the secretary recorded of them.</summary>
public class LookingThroughReturns(AssessmentHost host) : IClassFixture<AssessmentHost>
{
    private const string At = "/api/assessments/2023";
    private static readonly object Paper = new { number = "錫統發〔2024〕8號", date = "2024-02-12", organ = "盟統計局" };

    [Fact]
    public async Task Missing_returns_and_corrected_published_figures_are_proposed_until_they_are_recorded()
    {
        using var secretary = await host.AsAsync("stb");
        (await secretary.PostAsync("/api/notices/2023-Q3/issue", new { on = "2023-10-25" })).Ok();
        await host.OpenToVoteAsync(2023);
        var before = (await secretary.AskAsync(At)).Position;
        await host.CorrectAsync("XLHT", Period.Parse("2023-Q3"), "op_revenue", 157, new LocalDate(2023, 11, 6));

        var found = await ProposedAsync(secretary, $"{At}/proposals");
        var corrected = found.Single(each => Item(each) == ("M2", "XLHT"));
        ((string)corrected["proposal"]!["period"]!, (int)corrected["proposal"]!["notice"]!["edition"]!, (bool?)corrected["isRecorded"])
            .ShouldBe(("2023-Q3", 1, false));
        // The host tells no fourth quarter and no year: both are missing of every zone.
        found.Where(each => Item(each) == ("M1", "DLN")).Select(each => (string)each["proposal"]!["period"]!).ShouldBe(["2023-Q4", "2023"], ignoreOrder: true);
        (await ProposedAsync(secretary, $"{At}/proposals?asOf=@{before}")).ShouldAllBe(each => Item(each).Item == "M1");

        (await secretary.AskAsync($"{At}/draft")).Ok().Json["content"]!["basis"]!["occurrences"]!.AsArray().ShouldBeEmpty();
        using var chair = await host.AsAsync("chair");
        (await chair.PostAsync($"{At}/close-voting", new { on = "2024-02-20" })).Ok();
        foreach (var (zone, item) in new[] { ("XLHT", "M2"), ("DLN", "M1") })
            (await secretary.PostAsync($"{At}/adjustments", new { zone, item, document = Paper, on = "2024-02-21" })).Ok();
        found = await ProposedAsync(secretary, $"{At}/proposals");
        Marks(found, "M2", "XLHT").ShouldBe([(true, 1)]);
        // One of two is recorded, and the paper does not say which.
        Marks(found, "M1", "DLN").ShouldBe([(null, 2), (null, 2)]);
        Marks(found, "M1", "SNT").ShouldBe([(false, null), (false, null)]);

        // A merger that is recorded after the year was opened does not take a zone's returns from it.
        var basis = new { organ = "聯席會議", date = "2023-06-20" };
        (await secretary.PostAsync("/api/zones/SNT/merge", new { zones = new[] { "DLN" }, from = "2023-07-01", basis })).Ok();
        found = await ProposedAsync(secretary, $"{At}/proposals");
        found.Where(each => Item(each) == ("M1", "DLN")).Select(each => (string)each["proposal"]!["period"]!).ShouldBe(["2023-Q4", "2023"], ignoreOrder: true);

        using var other = await host.AsAsync("dln");
        (await other.AskAsync($"{At}/proposals")).Refused(403, "not-allowed");
        (await secretary.AskAsync("/api/assessments/2022/proposals")).Refused(404, "assessment-not-opened");
    }

    private static async Task<IReadOnlyList<JsonNode>> ProposedAsync(HttpClient reader, string address) =>
        [.. (await reader.AskAsync(address)).Ok().Json.AsArray().Select(each => each!)];

    private static (string Item, string Zone) Item(JsonNode each) => ((string)each["proposal"]!["item"]!, (string)each["proposal"]!["zone"]!);

    private static IEnumerable<(bool?, int?)> Marks(IEnumerable<JsonNode> found, string item, string zone) =>
        found.Where(each => Item(each) == (item, zone))
            .Select(each => ((bool?)each["isRecorded"], (int?)each["adjustments"]!.AsArray().FirstOrDefault()));
}
