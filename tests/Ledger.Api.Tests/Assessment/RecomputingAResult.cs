using System.Globalization;
using System.Text.Json.Nodes;
using Ledger.Api.Assessment;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Tests.Assessment;

namespace Ledger.Api.Tests.Assessment;

/// <summary>From the published paper alone, without the ledger's program, all of it can be worked out again.</summary>
public class RecomputingAResult
{
    public static TheoryData<string> Papers => [.. Bases.Keys];

    private static Dictionary<string, Basis> Bases { get; } = new()
    {
        ["as it is"] = WorkedExample.Year2023,
        ["a figure missing"] = WorkedExample.Year2023.With("DLN", "good_returns", new MetricValue.Missing("missing")),
        ["a criterion that does not apply"] = WorkedExample.Year2023.With("DLN", "S09", new MetricValue.NotApplicable("no-part")),
        ["a dimension that does not apply"] = new[] { "S19", "Q14", "Q15" }.Aggregate(
            WorkedExample.Year2023, (basis, metric) => basis.With("XLHT", metric, new MetricValue.NotApplicable("no-part"))),
        ["one zone compared with nobody"] = WorkedExample.Year2023.With("DLN", "yoy(S01)", new MetricValue.Missing("missing")),
        ["attained far beyond"] = WorkedExample.Year2023.With("XLHT", "Q02", new MetricValue.Known(50)).With("XLHT", "Q04", new MetricValue.Known(3)),
        ["recused, vetoed and not ranked"] = WorkedExample.Year2023 with
        {
            Recusals = [new("member-1", "XLHT"), new("member-5", "DLN")],
            Vetoes = [new("XLHT", "V2"), new("XLHT", "V3"), new("DLN", "V1")],
            Zones = [WorkedExample.Year2023.Zones[0], WorkedExample.Year2023.Zones[1] with { IsRanked = false }],
        },
        ["more bonus than the caps allow"] = WorkedExample.Year2023 with { Occurrences = [new("DLN", "P1", 2), new("DLN", "P2", 3), new("DLN", "M1", 12)] },
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_score_place_and_grade_comes_out_the_same(string paper)
    {
        var published = JsonNode.Parse(CanonicalResult.BytesOf(PublishedPapers.Of(Bases[paper])))!;
        var alone = new JsonObject
        {
            ["year"] = published["year"]!.DeepClone(),
            ["scheme"] = published["scheme"]!.DeepClone(),
            ["basis"] = published["basis"]!.DeepClone(),
        };
        new Outsider(alone).Lines().ShouldBe(published["zones"]!.AsArray().SelectMany(zone => Published(zone!)));
    }

    [Fact]
    public void A_score_changed_in_the_paper_is_found_out()
    {
        var published = JsonNode.Parse(CanonicalResult.BytesOf(PublishedPapers.Of(WorkedExample.Year2023)))!;
        published["basis"]!["ballots"]![0]!["level"] = 1;
        new Outsider(published).Lines().Except(published["zones"]!.AsArray().SelectMany(zone => Published(zone!)))
            .Select(line => string.Join(' ', line.Split(' ')[..2])).ShouldBe(["XLHT total", "XLHT E", "XLHT E1", "XLHT final"]);
    }

    private static IEnumerable<string> Published(JsonNode zone) =>
    [
        .. Nodes(zone["tree"]!).Select(node =>
            $"{zone["zone"]} {node["id"]} weight {node["weight"]} score {node["score"]} points {node["points"]} place {Place(node["place"])}"),
        $"{zone["zone"]} final {Fraction.Parse(zone["final"]!.ToJsonString())} place {Place(zone["place"])} of its track {Place(zone["trackPlace"])} {zone["grade"]}",
    ];

    private static string Place(JsonNode? place) => ((int?)place?["number"] ?? 0).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node["children"]!.AsArray().SelectMany(child => Nodes(child!)).Prepend(node);
}
