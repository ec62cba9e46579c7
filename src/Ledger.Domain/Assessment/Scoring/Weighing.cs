using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>From a zone's criteria to its total: effective weights, points, aggregation, declared rounding.</summary>
internal sealed class Weighing(AssessmentScheme scheme)
{
    private readonly Rational outOf = scheme.OutOf;

    /// <param name="results">Of every criterion, by its id.</param>
    public NodeScore Of(IReadOnlyDictionary<string, CriterionResult> results)
    {
        var weights = new Dictionary<string, Rational>();
        if (Applies(scheme.Tree, results))
        {
            Share(scheme.Tree, outOf, results, scheme.NotApplicable == NotApplicablePolicy.RedistributeOverAll, weights);
            if (scheme.NotApplicable == NotApplicablePolicy.RedistributeOverAll)
                SpreadOverAll(weights, results);
        }

        return Score(scheme.Tree, results, weights);
    }

    private static bool Applies(SchemeNode node, IReadOnlyDictionary<string, CriterionResult> results) => node.Children is null
        ? results[node.Id].State != ScoreState.NotApplicable
        : node.Children.Any(child => Applies(child, results));

    /// <summary>Gives a node's weight to its children in proportion, by default only to those that apply.</summary>
    private static void Share(
        SchemeNode node, Rational weight, IReadOnlyDictionary<string, CriterionResult> results, bool toAll,
        Dictionary<string, Rational> weights)
    {
        weights[node.Id] = weight;
        var children = (node.Children ?? []).Where(child => toAll || Applies(child, results)).ToList();
        var whole = children.Aggregate(Rational.Zero, (sum, child) => sum + Given(child));
        foreach (var child in children)
            Share(child, weight * Given(child) / whole, results, toAll, weights);
    }

    // Equal weights are given weights of one each.
    private static Rational Given(SchemeNode node) => node.Weight ?? 1;

    /// <summary>Scales what applies up to the whole; each inner node then weighs what its criteria weigh.</summary>
    private void SpreadOverAll(Dictionary<string, Rational> weights, IReadOnlyDictionary<string, CriterionResult> results)
    {
        var applying = scheme.Tree.SelfAndBelow().Where(node => node.Children is null && Applies(node, results)).ToList();
        var factor = outOf / applying.Aggregate(Rational.Zero, (sum, node) => sum + weights[node.Id]);
        var spread = applying.ToDictionary(node => node.Id, node => weights[node.Id] * factor);
        Sum(scheme.Tree);

        Rational Sum(SchemeNode node) => weights[node.Id] = node.Children is null
            ? spread.GetValueOrDefault(node.Id)
            : node.Children.Aggregate(Rational.Zero, (sum, child) => sum + Sum(child));
    }

    private NodeScore Score(
        SchemeNode node, IReadOnlyDictionary<string, CriterionResult> results, Dictionary<string, Rational> weights)
    {
        var weight = weights.GetValueOrDefault(node.Id);
        if (node.Children is null)
            return Criterion(node, results[node.Id], weight);
        var children = node.Children.Select(child => Score(child, results, weights)).ToList();
        var applying = children.Where(child => !child.Weight.IsZero).ToList();
        var score = new NodeScore { Id = node.Id, State = ScoreState.Scored, Weight = weight, Children = children };
        if (applying.Count == 0)
            return score with { State = ScoreState.NotApplicable };
        if (applying.Exists(child => child.State == ScoreState.Pending))
            return score with { State = ScoreState.Pending };

        var points = node.Aggregation == Aggregation.Geometric
            ? weight * GeometricMean(applying, weight) / 100
            : applying.Aggregate(Rational.Zero, (sum, child) => sum + child.Points!.Value);
        points = Round(points, scheme.Rounding.NodePoints);
        return score with { Points = points, Score = 100 * points / weight };
    }

    private static Rational GeometricMean(List<NodeScore> parts, Rational whole) =>
        Roots.WeightedProduct([.. parts.Select(part => (part.Score!.Value, part.Weight / whole))]);

    private NodeScore Criterion(SchemeNode node, CriterionResult result, Rational weight)
    {
        var isPending = result.State == ScoreState.Missing && scheme.Missing == MissingPolicy.Pending;
        var state = isPending ? ScoreState.Pending : result.State;
        Rational? score = state switch
        {
            ScoreState.Scored => Round(result.Score!.Value, scheme.Rounding.CriterionScore),
            ScoreState.Missing => Rational.Zero,
            _ => null,
        };
        return new NodeScore
        {
            Id = node.Id,
            State = state,
            Weight = weight,
            Score = score,
            Points = score is null ? null : Round(weight * score.Value / 100, scheme.Rounding.CriterionPoints),
            Criterion = result,
        };
    }

    private static Rational Round(Rational value, int? places) => places is { } to ? value.Round(to) : value;
}
