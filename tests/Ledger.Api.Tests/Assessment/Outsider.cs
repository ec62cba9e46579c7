using System.Text.Json.Nodes;

namespace Ledger.Api.Tests.Assessment;

/// <summary>What somebody outside writes who has the published paper and nothing else: every score, place and grade, worked out again.</summary>
/// <remarks>It knows nothing of the ledger's program. It is for a scheme with the settings of the default one, and says so of any other.</remarks>
internal sealed class Outsider(JsonNode paper)
{
    private readonly JsonNode scheme = paper["scheme"]!;
    private readonly JsonNode basis = paper["basis"]!;
    private readonly int passed = (int)paper["year"]! - (int)paper["scheme"]!["baselineYear"]!;
    private readonly int whole = (int)paper["scheme"]!["targetYear"]! - (int)paper["scheme"]!["baselineYear"]!;

    /// <summary>A line for every node of every zone, then one for the zone.</summary>
    public IEnumerable<string> Lines()
    {
        var zones = List(basis["zones"]);
        var judged = zones.ToDictionary(zone => Text(zone["zone"]), zone => Nodes(scheme["tree"]!)
            .Where(node => node["rule"] is not null).ToDictionary(node => Text(node["id"]), node => Judge(node, zone)));
        var trees = judged.ToDictionary(zone => zone.Key, zone => Weigh(zone.Value));
        var totals = trees.ToDictionary(zone => zone.Key, zone => (Fraction?)Total(zone.Key, zone.Value["total"].Points!.Value));
        var places = Places(zones, totals);
        var tracks = zones.GroupBy(zone => Text(zone["track"])).SelectMany(track => Places([.. track], totals)).ToDictionary();
        foreach (var zone in zones)
        {
            var code = Text(zone["zone"]);
            foreach (var (node, (weight, score, points)) in trees[code])
            {
                var placed = Places(zones, trees.ToDictionary(each => each.Key, each => each.Value[node].Score));
                yield return $"{code} {node} weight {weight} score {score} points {points} place {placed.GetValueOrDefault(code)}";
            }

            var final = totals[code]!.Value.Round(Final);
            yield return $"{code} final {final} place {places.GetValueOrDefault(code)} of its track {tracks.GetValueOrDefault(code)} {Grade(code, final)}";
        }
    }

    private int Final => (int)scheme["rounding"]!["final"]!;

    /// <summary>0 to 100; null where the criterion does not apply.</summary>
    private Fraction? Judge(JsonNode node, JsonNode zone)
    {
        var (rule, code) = (node["rule"]!, Text(zone["zone"]));
        if (Text(rule["kind"]) == "committee")
            return Vote(rule, [.. List(basis["ballots"]).Where(vote => Text(vote["zone"]) == code && Text(vote["criterion"]) == Text(node["id"])
                && !List(basis["recusals"]).Any(recusal => Text(recusal["zone"]) == code && Text(recusal["member"]) == Text(vote["member"])))]);
        var metric = Text(rule["metric"]);
        var due = Text(rule["kind"]) == "target_linear" ? Due(rule, zone, zone["baselines"]![metric]) : null;
        if (Text(rule["kind"]) == "target_linear" && due is null or { Top.Sign: 0 } || State(zone["metrics"]![metric]) == "not_applicable")
            return null;
        if (State(zone["metrics"]![metric]) == "missing")
            return 0;
        var value = Number(zone["metrics"]![metric]!["exact"]);
        var field = List(basis["zones"]).Select(each => each["metrics"]![metric]!).Where(each => State(each) == "known").Select(each => Number(each["exact"])).ToList();
        return Text(rule["kind"]) switch
        {
            "target_linear" => 100 * Clamp(((value / due!.Value) - Number(rule["floor"])) / (Number(rule["full"]) - Number(rule["floor"]))),
            "growth_path" => Growth(Number(zone["baselines"]![metric]!["exact"]), value, 1 + Number(rule["rate"])),
            "banded" => Number(List(rule["bands"]).First(band => band["from"] is not { } from || value >= Number(from))["score"]),
            "min_max" when field.Count > 1 => field.Max() == field.Min() ? Number(rule["allEqual"])
                : Number(rule["low"]) + ((Number(rule["high"]) - Number(rule["low"])) * (value - field.Min()) / (field.Max() - field.Min())),
            "rank" when field.Count > 1 => (Fraction)(100 * (field.Count - field.Count(other => other > value))) / field.Count,
            "min_max" or "rank" => null,
            var kind => throw new NotSupportedException(kind),
        };
    }

    private Fraction? Due(JsonNode rule, JsonNode zone, JsonNode? baseline) => Text(rule["path"]) switch
    {
        "cum_alloc" => Parts(rule["allocation"]!, zone) * passed / whole,
        "annual_alloc" => Parts(rule["allocation"]!, zone),
        "linear_share" => Number(baseline!["exact"]) >= Number(rule["target"]) ? Number(rule["target"])
            : Number(baseline["exact"]) + ((Number(rule["target"]) - Number(baseline["exact"])) * passed / whole),
        var path => throw new NotSupportedException(path),
    };

    /// <summary>The zone's own part and those of what has become part of it.</summary>
    private static Fraction Parts(JsonNode allocation, JsonNode zone) => (zone["merged"] is { } merged ? List(merged).Select(Text) : [])
        .Prepend(Text(zone["zone"])).Aggregate((Fraction)0, (sum, code) => sum + (allocation[code] is { } part ? Number(part) : 0));

    private Fraction Growth(Fraction start, Fraction value, Fraction factor) => start == 0
        ? value > 0 ? 100 : 0
        : 100 * Clamp((value - start) / ((start * factor.Power(passed)) - start));

    private static Fraction Vote(JsonNode rule, IReadOnlyList<JsonNode> votes)
    {
        var scores = votes.Select(vote => Number(List(rule["levels"]).Single(level => Number(level["level"]) == Number(vote["level"]))["score"])).Order().ToList();
        if (scores.Count < (int)rule["quorum"]!)
            throw new NotSupportedException("No result is published below the quorum.");
        var kept = scores.Count >= (int)rule["dropExtremesFrom"]! ? scores[1..^1] : scores;
        return kept.Aggregate((Fraction)0, (sum, score) => sum + score) / kept.Count;
    }

    private Dictionary<string, (Fraction Weight, Fraction? Score, Fraction? Points)> Weigh(Dictionary<string, Fraction?> scores)
    {
        var tree = new Dictionary<string, (Fraction, Fraction?, Fraction?)>();
        Weigh(scheme["tree"]!, Number(scheme["outOf"]));
        return Nodes(scheme["tree"]!).ToDictionary(node => Text(node["id"]), node => tree[Text(node["id"])]);

        bool Applies(JsonNode node) => node["rule"] is null ? List(node["children"]).Any(Applies) : scores[Text(node["id"])] is not null;

        Fraction? Weigh(JsonNode node, Fraction weight)
        {
            var applying = List(node["children"]).Where(Applies).ToList();
            var shares = applying.Aggregate((Fraction)0, (sum, child) => sum + Number(child["weight"]));
            Fraction? points = !Applies(node) ? null
                : node["rule"] is not null ? (weight * scores[Text(node["id"])]!.Value / 100).Round((int)scheme["rounding"]!["criterionPoints"]!)
                : List(node["children"]).Aggregate((Fraction)0, (sum, child) =>
                    sum + (Weigh(child, Applies(child) ? weight * Number(child["weight"]) / shares : 0) ?? 0));
            var score = node["rule"] is not null ? scores[Text(node["id"])] : points is null ? null : 100 * points / weight;
            tree[Text(node["id"])] = (Applies(node) ? weight : 0, score, points);
            if (!Applies(node))
                List(node["children"]).ToList().ForEach(child => Weigh(child, 0));
            return points;
        }
    }

    private Fraction Total(string zone, Fraction points) =>
        Fraction.Max(0, points + Adjusted(scheme["bonus"]!, zone) - Adjusted(scheme["deduction"]!, zone));

    private Fraction Adjusted(JsonNode group, string zone) => Fraction.Min(Number(group["cap"]), List(group["items"]).Aggregate((Fraction)0, (sum, item) =>
    {
        var count = item["earnedBy"] is { } earned
            ? List(earned["criteria"]).Count(criterion => Attained(Text(criterion), zone) >= Number(earned["attainment"]))
            : List(basis["occurrences"]).Where(each => Text(each["zone"]) == zone && Text(each["item"]) == Text(item["id"])).Sum(each => (int)each["count"]!);
        var points = Number(item["each"]) * count;
        return sum + (item["cap"] is { } cap ? Fraction.Min(points, Number(cap)) : points);
    }));

    private Fraction Attained(string criterion, string code)
    {
        var rule = Nodes(scheme["tree"]!).Single(node => Text(node["id"]) == criterion)["rule"]!;
        var zone = List(basis["zones"]).Single(each => Text(each["zone"]) == code);
        var value = zone["metrics"]![Text(rule["metric"])]!;
        return State(value) == "known" ? Number(value["exact"]) / Due(rule, zone, zone["baselines"]![Text(rule["metric"])])!.Value : 0;
    }

    private string Grade(string zone, Fraction final)
    {
        var grades = List(scheme["grades"]).Select(grade => Text(grade["id"])).ToList();
        var earned = grades.FindIndex(grade => final >= Number(List(scheme["grades"]).Single(each => Text(each["id"]) == grade)["from"]));
        var vetoes = List(scheme["vetoes"]).Where(item => List(basis["vetoes"]).Any(veto => Text(veto["zone"]) == zone && Text(veto["item"]) == Text(item["id"])));
        return grades[vetoes.Where(veto => veto["grade"] is not null).Select(veto => grades.IndexOf(Text(veto["grade"]))).Append(earned).Max()];
    }

    /// <summary>By the rounded score; equals share the better place.</summary>
    private Dictionary<string, int> Places(IReadOnlyList<JsonNode> zones, Dictionary<string, Fraction?> scores)
    {
        var ranked = zones.Where(zone => (bool)zone["isRanked"]!).Select(zone => Text(zone["zone"])).Where(zone => scores[zone] is not null)
            .ToDictionary(zone => zone, zone => scores[zone]!.Value.Round(Final));
        return ranked.ToDictionary(zone => zone.Key, zone => 1 + ranked.Values.Count(other => other > zone.Value));
    }

    private static Fraction Clamp(Fraction share) => Fraction.Max(0, Fraction.Min(share, 1));

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => List(node["children"]).SelectMany(Nodes).Prepend(node);

    private static IReadOnlyList<JsonNode> List(JsonNode? node) => node is null ? [] : [.. node.AsArray().Select(each => each!)];

    private static string State(JsonNode? value) => Text(value!["state"]);

    private static string Text(JsonNode? node) => (string)node!;

    private static Fraction Number(JsonNode? node) => Fraction.Parse(node!.ToJsonString());
}
