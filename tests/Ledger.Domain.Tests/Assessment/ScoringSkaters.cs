using System.Globalization;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using static Ledger.Domain.Tests.Assessment.SmallScheme;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>What nine judges gave and what was published, at ten events: each programme is a scheme of five committees.</summary>
/// <remarks>
/// A mark of m is the level m with the score 10·m, so that a panel score of two places is a criterion score of one, and
/// panel score × factor is weight × score ÷ 100 with ten times the factor as the weight.
/// </remarks>
public class ScoringSkaters
{
    private static readonly string[] Components = ["SS", "TR", "PE", "CO", "IN"];

    private static readonly Rule Judges = new()
    {
        Kind = RuleKind.Committee,
        Levels = [.. Enumerable.Range(1, 40).Reverse().Select(quarter => new RubricLevel(quarter * 0.25m, quarter * 2.5m))],
        DropExtremesFrom = 3,
        Quorum = 3,
    };

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Performances = ReferenceTable.Read("skating/components.csv");

    private static readonly IReadOnlyList<(IReadOnlyDictionary<string, string> Published, ZoneScore Score)> Scores =
    [
        .. Performances.GroupBy(row => (row["competition"], row["program"])).SelectMany(programme =>
        {
            var result = Scorer.For(Scheme(Number(programme.First()["factor"]))).Score(Basis([.. programme]));
            return programme.Select(row => (row, result.Of(row["performance"])));
        }),
    ];

    [Fact]
    public void Ten_events_are_there() => Performances.Select(row => row["competition"]).Distinct().Count().ShouldBe(10);

    [Fact]
    public void Gives_5715_panel_scores_as_published()
    {
        var alike = Scores.Sum(pair => Components.Count(id => pair.Score.Of(id).Score == 10 * (Rational)Number(pair.Published[$"{id} panel"])));
        alike.ShouldBe(5715);
    }

    [Fact]
    public void Gives_1143_totals_as_published() =>
        Scores.Count(pair => pair.Score.Final == Number(pair.Published["total"])).ShouldBe(1143);

    [Fact]
    public void An_absent_judge_would_change_the_score_if_taken_for_a_low_mark()
    {
        var absent = Scores.SelectMany(pair => Components.Select(id => pair.Score.Of(id).Criterion!)).Where(panel => panel.Ballots.Count < 9).ToList();
        absent.Count.ShouldBe(40);
        absent.ShouldAllBe(panel => panel.Ballots.Count(ballot => ballot.IsDropped) == 2);
    }

    private static AssessmentScheme Scheme(decimal factor) =>
        SmallScheme.Of(Weighted("total", null, Aggregation.Arithmetic, [.. Components.Select(id => Criterion(id, Judges, 10 * factor))])) with
        {
            OutOf = 50 * factor,
            Rounding = new RoundingPoints(Final: 2, CriterionScore: 1, CriterionPoints: 2),
            Grades = [new Grade("medal", Named("medal"), 1, []), new Grade("none", Named("none"), 0, [])],
        };

    private static Basis Basis(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => new()
    {
        Year = 2022,
        Zones = [.. rows.Select(row => new ZoneBasis(row["performance"], "one", WorkedExample.Values(), WorkedExample.Values()))],
        Ballots =
        [
            .. rows.SelectMany(row => Components.SelectMany(id => row[id].Split(' ')
                .Select((mark, judge) => new Ballot($"J{judge + 1}", row["performance"], id, Number(mark)))
                .Where(ballot => ballot.Level != 0))),
        ],
    };

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
