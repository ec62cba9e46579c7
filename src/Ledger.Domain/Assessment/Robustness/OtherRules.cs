using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Robustness;

/// <summary>Customary other ways to score the same basis, each as a change of the scheme.</summary>
public static class OtherRules
{
    /// <summary>Attainment in proportion, nothing below sixty per cent.</summary>
    public const string Cliff = "cliff";

    /// <summary>Dimensions multiplied instead of added, so that a weak one is not made up for.</summary>
    public const string Geometric = "geometric";

    /// <summary>Every dimension weighs the same.</summary>
    public const string EqualDimensions = "equal-dimensions";

    private const decimal CliffAt = 0.60m;

    internal static IEnumerable<(string Code, AssessmentScheme Scheme)> Of(AssessmentScheme scheme)
    {
        yield return (Cliff, scheme with { Tree = OnCliffs(scheme.Tree) });
        yield return (Geometric, scheme with { Tree = scheme.Tree with { Aggregation = Aggregation.Geometric } });
        yield return (EqualDimensions, scheme with
        {
            Tree = scheme.Tree with
            {
                Weights = Weighting.Equal,
                Children = scheme.Tree.Children?.Select(dimension => dimension with { Weight = null }).ToList(),
            },
        });
    }

    private static SchemeNode OnCliffs(SchemeNode node) => node with
    {
        Children = node.Children?.Select(OnCliffs).ToList(),
        Rule = node.Rule is { Kind: RuleKind.TargetLinear } rule ? rule with { Floor = CliffAt, FloorMode = FloorMode.Cliff } : node.Rule,
    };
}
