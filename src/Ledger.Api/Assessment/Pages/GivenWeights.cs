using Ledger.Domain;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Api.Assessment.Pages;

/// <summary>What the scheme weighs each node, and where the weight of what does not apply went for one zone.</summary>
public sealed class GivenWeights
{
    private readonly AssessmentScheme scheme;
    private readonly NodeScore tree;
    private readonly Dictionary<string, Rational> given = [];

    public GivenWeights(AssessmentScheme scheme, NodeScore tree)
    {
        (this.scheme, this.tree) = (scheme, tree);
        Spread(scheme.Tree, scheme.OutOf);
    }

    public Rational Of(string node) => given[node];

    /// <summary>What took over the weight of a criterion that does not apply, each with its weight before and after.</summary>
    public IReadOnlyList<MovedWeight> TakenOver(string criterion)
    {
        var takers = scheme.NotApplicable == NotApplicablePolicy.RedistributeOverAll
            ? tree.SelfAndBelow().Where(node => node.Criterion is not null)
            : Path(tree, criterion).Last(node => !node.Weight.IsZero).Children;
        return [.. takers.Where(node => node.Weight > given[node.Id]).Select(node => new MovedWeight(node.Id, given[node.Id], node.Weight))];
    }

    /// <summary>The criteria whose weight came, in part, to a node that weighs more than the scheme gives it.</summary>
    public IReadOnlyList<string> TakenFrom(string node) =>
    [
        .. tree.SelfAndBelow()
            .Where(other => other is { Criterion: not null, State: ScoreState.NotApplicable })
            .Where(other => TakenOver(other.Id).Any(moved => Path(tree, node).Any(above => above.Id == moved.Node)))
            .Select(other => other.Id),
    ];

    /// <summary>From the whole down to the node.</summary>
    private static IReadOnlyList<NodeScore> Path(NodeScore from, string to)
    {
        if (from.Id == to)
            return [from];
        foreach (var child in from.Children)
        {
            if (Path(child, to) is { Count: > 0 } path)
                return [from, .. path];
        }

        return [];
    }

    private void Spread(SchemeNode node, Rational weight)
    {
        given[node.Id] = weight;
        var children = node.Children ?? [];
        var whole = children.Aggregate(Rational.Zero, (sum, child) => sum + (child.Weight ?? 1));
        foreach (var child in children)
            Spread(child, weight * (Rational)(child.Weight ?? 1) / whole);
    }
}

public sealed record MovedWeight(string Node, Rational Before, Rational After);
