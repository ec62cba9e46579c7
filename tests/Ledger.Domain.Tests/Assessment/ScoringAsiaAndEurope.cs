using System.Globalization;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using static Ledger.Domain.Tests.Assessment.SmallScheme;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>A composite index that others computed, loaded as a scheme of four storeys and as figures.</summary>
public class ScoringAsiaAndEurope
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Indicators = ReferenceTable.Read("asem/indicators.csv");

    private static readonly AssessmentResult Result = Scorer.For(Scheme()).Score(new Basis { Year = 2018, Zones = Countries() });

    [Fact]
    public void Normalises_2499_values_alike() => Compare("normalised.csv", IsNear).ShouldBe(2499);

    [Fact]
    public void Aggregates_561_means_alike() => Compare("aggregated.csv", IsNear).ShouldBe(561);

    [Fact]
    public void Places_561_scores_alike() =>
        Compare("ranks.csv", (node, expected) => node.Place!.Value.Number == int.Parse(expected, CultureInfo.InvariantCulture)).ShouldBe(561);

    [Fact]
    public void Ranking_before_rounding_would_place_some_of_them_otherwise()
    {
        var unrounded = Scorer.For(Scheme() with { Ranking = new Ranking(RankedOn.Unrounded, Ties.Competition) })
            .Score(new Basis { Year = 2018, Zones = Countries() });
        ReferenceTable.Read("asem/ranks.csv").Sum(row => unrounded.Of(row["unit"]).Tree.SelfAndBelow()
                .Count(node => row.TryGetValue(node.Id, out var rank) && $"{node.Place!.Value.Number}" != rank))
            .ShouldBeGreaterThan(0);
    }

    private static AssessmentScheme Scheme() => SmallScheme.Of(Equally(
        "Index", Aggregation.Arithmetic,
        [
            .. Indicators.GroupBy(row => row["subIndex"]).Select(subIndex => Equally(
                subIndex.Key, Aggregation.Arithmetic,
                [
                    .. subIndex.GroupBy(row => row["group"]).Select(group => Equally(
                        group.Key, Aggregation.Arithmetic, [.. group.Select(row => Criterion(row["code"], MinMax(row)))])),
                ])),
        ])) with
    {
        BaselineYear = 2017,
        TargetYear = 2018,
    };

    private static Rule MinMax(IReadOnlyDictionary<string, string> row) => new()
    {
        Kind = RuleKind.MinMax,
        Metric = row["code"],
        Direction = row["direction"] == "down" ? Direction.Down : Direction.Up,
        Low = 0,
        High = 100,
        AllEqual = 0,
    };

    private static List<ZoneBasis> Countries() =>
    [
        .. ReferenceTable.Read("asem/treated.csv").Select(row => new ZoneBasis(
            row["unit"], "country",
            WorkedExample.Values(Indicators.Select(indicator => (indicator["code"], (Rational)Number(row[indicator["code"]])))),
            WorkedExample.Values())),
    ];

    /// <summary>How many cells of the file were compared and found alike; the first that is not stops it.</summary>
    private static int Compare(string file, Func<NodeScore, string, bool> isAlike)
    {
        var compared = 0;
        foreach (var row in ReferenceTable.Read($"asem/{file}"))
        {
            foreach (var (id, expected) in row.Where(cell => cell.Key != "unit"))
            {
                var node = Result.Of(row["unit"]).Of(id);
                isAlike(node, expected).ShouldBeTrue($"{id} of {row["unit"]} should be {expected}, is {node.Score!.Value.Round(12)} at {node.Place}");
                compared++;
            }
        }

        return compared;
    }

    private static bool IsNear(NodeScore node, string expected)
    {
        var difference = node.Score!.Value - Number(expected);
        return Rational.Max(difference, -difference) <= 0.000_000_000_001m;
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
