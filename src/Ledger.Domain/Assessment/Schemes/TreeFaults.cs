namespace Ledger.Domain.Assessment.Schemes;

/// <summary>What is wrong with dimensions, criteria, their weights and rules.</summary>
internal static class TreeFaults
{
    public static IEnumerable<Fault> Of(AssessmentScheme scheme, SchemeSubjects? subjects)
    {
        var nodes = Walk(scheme.Tree, "/tree").ToList();
        var metrics = scheme.Metrics.Select(metric => metric.Id).ToHashSet();
        foreach (var fault in SchemeFaults.Twice(nodes.Select(place => (place.Node.Id, $"{place.Pointer}/id"))))
            yield return fault;
        if (scheme.Tree.Weight is { } whole)
            yield return Fault.At("/tree/weight", "weight-unused", scheme.Tree.Id, whole);
        foreach (var (node, pointer) in nodes)
        {
            foreach (var fault in NameFaults.Of(node.Name, $"{pointer}/name"))
                yield return fault;
            foreach (var fault in Shape(node, pointer))
                yield return fault;
            foreach (var fault in Weights(node, pointer, node == scheme.Tree ? scheme.OutOf : node.Weight ?? 100m))
                yield return fault;
            foreach (var fault in node.Rule is { } rule ? RuleFaults.Of(rule, $"{pointer}/rule", metrics, subjects) : [])
                yield return fault;
        }
    }

    private static IEnumerable<(SchemeNode Node, string Pointer)> Walk(SchemeNode node, string pointer) =>
        (node.Children ?? []).SelectMany((child, index) => Walk(child, $"{pointer}/children/{index}"))
            .Prepend((node, pointer));

    private static IEnumerable<Fault> Shape(SchemeNode node, string pointer)
    {
        if (node.Rule is null && node.Children is null or [])
            yield return Fault.At(pointer, "node-empty", node.Id);
        if (node.Rule is not null && node.Children is not null)
            yield return Fault.At($"{pointer}/children", "criterion-with-children", node.Id);
        foreach (var (given, setting) in new (Enum?, string)[] { (node.Aggregation, "aggregation"), (node.Weights, "weights") })
        {
            if (node.Rule is null && given is null)
                yield return Fault.At($"{pointer}/{setting}", "node-setting-missing", node.Id, setting);
            if (node.Rule is not null && given is not null)
                yield return Fault.At($"{pointer}/{setting}", "node-setting-unused", node.Id, setting);
        }

        // A score below zero has no root; it can only come from a goalposts rule that does not clip.
        if (node.Aggregation == Aggregation.Geometric)
        {
            foreach (var below in node.SelfAndBelow().Where(below => below.Rule is { Kind: RuleKind.Goalposts, Clip: false }))
                yield return Fault.At($"{pointer}/aggregation", "geometric-over-unclipped", node.Id, below.Id);
        }
    }

    /// <summary>Given weights make up the node's own exactly, or 100 where an equal share is all the node has.</summary>
    private static IEnumerable<Fault> Weights(SchemeNode node, string pointer, decimal whole)
    {
        if (node.Children is not { Count: > 0 } children || node.Weights is not { } weighting)
            yield break;
        for (var index = 0; index < children.Count; index++)
        {
            var place = $"{pointer}/children/{index}/weight";
            switch (weighting, children[index].Weight)
            {
                case (Weighting.Given, null):
                    yield return Fault.At(place, "weight-missing", children[index].Id);
                    break;
                case (Weighting.Given, <= 0):
                    yield return Fault.At(place, "weight-not-positive", children[index].Id, children[index].Weight!);
                    break;
                case (Weighting.Equal, { } given):
                    yield return Fault.At(place, "weight-unused", children[index].Id, given);
                    break;
                default:
                    break;
            }
        }

        var sum = children.Sum(child => child.Weight ?? 0);
        if (weighting == Weighting.Given && sum != whole)
            yield return Fault.At($"{pointer}/children", "weights-do-not-sum", node.Id, sum, whole);
    }
}
