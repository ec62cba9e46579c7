using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Api.Assessment.Pages;

/// <summary>How one criterion came to its points, in the words of whoever heads a zone.</summary>
public sealed class CriterionWords(ITexts texts, AssessmentScheme scheme, int year, SchemeNames names, GivenWeights weights)
{
    private const int AttainmentPlaces = 4;

    /// <summary>Sentences in the order of the reckoning: from the value to the score, from the score to the points, where weight moved.</summary>
    public IReadOnlyList<string> Of(SchemeNode node, NodeScore score)
    {
        var result = score.Criterion!;
        return score.State switch
        {
            ScoreState.NotApplicable => [texts["result.how.not-applicable", Reason(result)], Given(node.Id)],
            ScoreState.Missing => [texts["result.how.missing", Reason(result), ScorePrint.Value(score.Weight)]],
            ScoreState.Pending => [texts["result.how.pending", Reason(result)], .. Waiting(node.Rule!, result)],
            _ => [.. Scored(node.Rule!, result, score), Points(score), .. Taken(score)],
        };
    }

    public static string Attainment(Rational attainment) => Numbers.Print(attainment.Round(AttainmentPlaces), AttainmentPlaces);

    /// <summary>The quantity of a formula by its name; null where the rule has none.</summary>
    public static Rational? Term(CriterionResult result, string name) => result.Terms.FirstOrDefault(term => term.Name == name)?.Value;

    private string Reason(CriterionResult result) => texts[$"reason.{result.Reason}"];

    private IEnumerable<string> Waiting(Rule rule, CriterionResult result) =>
        rule.Quorum is { } quorum ? [texts["result.how.waiting", result.Ballots.Count, quorum]] : [];

    private string Points(NodeScore score) => texts[
        "result.how.points", ScorePrint.CriterionScore(score.Score, scheme.Rounding), ScorePrint.Value(score.Weight),
        ScorePrint.Points(score.Points, scheme.Rounding)];

    private string Given(string criterion)
    {
        var takers = weights.TakenOver(criterion)
            .Select(moved => texts["result.how.moved", names.Node(moved.Node), ScorePrint.Value(moved.Before), ScorePrint.Value(moved.After)]);
        return texts["result.how.given", ScorePrint.Value(weights.Of(criterion)), string.Join(texts["result.list"], takers)];
    }

    private IEnumerable<string> Taken(NodeScore score)
    {
        if (score.Weight != weights.Of(score.Id))
        {
            yield return texts[
                "result.how.taken", ScorePrint.Value(weights.Of(score.Id)), ScorePrint.Value(score.Weight),
                string.Join(texts["result.list"], weights.TakenFrom(score.Id).Select(names.Node))];
        }
    }

    private IEnumerable<string> Scored(Rule rule, CriterionResult result, NodeScore score) => rule.Kind switch
    {
        RuleKind.TargetLinear => [Path(rule, result), .. Attained(rule, result)],
        RuleKind.GrowthPath => Growth(rule, result),
        RuleKind.MinMax when Value(result, "worst") == Value(result, "best") => [texts["result.how.all-equal", rule.AllEqual!]],
        RuleKind.MinMax => [texts["result.how.min_max", Value(result, "value"), Value(result, "worst"), Value(result, "best"), rule.Low!, rule.High!]],
        RuleKind.Goalposts => [texts["result.how.goalposts", Value(result, "value"), Value(result, "worst"), Value(result, "best"), rule.Low!, rule.High!]],
        RuleKind.Rank => [texts["result.how.rank", Value(result, "value"), Value(result, "place"), Value(result, "zones")]],
        RuleKind.Banded => [texts["result.how.banded", Value(result, "value"), Band(rule, result)]],
        RuleKind.Committee => [Ballots(result)],
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private string Path(Rule rule, CriterionResult result)
    {
        var (value, due, target) = (Value(result, "value"), Value(result, "due"), Value(result, "target"));
        return rule.Path switch
        {
            PathKind.LinearShare when Term(result, "due") == Term(result, "target") && Term(result, "baseline") != Term(result, "target") && year < scheme.TargetYear =>
                texts["result.how.kept", value, target, Value(result, "baseline")],
            PathKind.LinearShare => texts["result.how.line", value, due, year, Value(result, "baseline"), scheme.BaselineYear, target, scheme.TargetYear],
            PathKind.CumAlloc => texts["result.how.share", value, due, year, target, scheme.TargetYear, year - scheme.BaselineYear, scheme.TargetYear - scheme.BaselineYear],
            _ => texts["result.how.every-year", value, due],
        };
    }

    private IEnumerable<string> Attained(Rule rule, CriterionResult result) => result.Attainment is { } attainment
        ? [texts[rule.FloorMode == FloorMode.Cliff ? "result.how.cliff" : "result.how.attained", Attainment(attainment), rule.Floor!, rule.Full!]]
        : [];

    private IEnumerable<string> Growth(Rule rule, CriterionResult result)
    {
        if (Term(result, "need") is not { } need)
            return [texts["result.how.zero-base", Value(result, "value")]];
        var (value, baseline) = (Term(result, "value")!.Value, Term(result, "baseline")!.Value);
        var words = texts[
            "result.how.growth", ScorePrint.Value(value), ScorePrint.Value(baseline), scheme.BaselineYear, Numbers.Print(100 * rule.Rate!.Value, 0),
            ScorePrint.Value(need), ScorePrint.Value(value - baseline), ScorePrint.Value(need - baseline)];
        return Term(result, "yearlyGrowth") is { } yearly ? [words, texts["result.how.yearly", Numbers.Print((100 * yearly).Round(2), 2)]] : [words];
    }

    private string Band(Rule rule, CriterionResult result)
    {
        var value = Term(result, "value")!.Value;
        var band = rule.Bands!.First(each => each.Score == result.Score && (each.From is not { } from || value >= from) && (each.To is not { } to || value <= to));
        return (band.From, band.To) switch
        {
            ({ } from, { } to) => texts["result.how.band", from, to],
            ({ } from, null) => texts["result.how.band-from", from],
            (null, { } to) => texts["result.how.band-to", to],
            _ => texts["result.how.band-any"],
        };
    }

    private string Ballots(CriterionResult result)
    {
        var dropped = result.Ballots.Count(ballot => ballot.IsDropped);
        return texts[dropped > 0 ? "result.how.trimmed" : "result.how.mean", result.Ballots.Count, result.Ballots.Count - dropped];
    }

    private static string Value(CriterionResult result, string term) => Term(result, term) is { } value ? ScorePrint.Value(value) : "—";
}
