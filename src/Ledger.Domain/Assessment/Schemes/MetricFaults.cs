namespace Ledger.Domain.Assessment.Schemes;

/// <summary>What is wrong with the scheme's metrics.</summary>
internal static class MetricFaults
{
    public static IEnumerable<Fault> Of(AssessmentScheme scheme, SchemeSubjects? subjects)
    {
        var used = scheme.Tree.SelfAndBelow().Select(node => node.Rule?.Metric).ToHashSet();
        return SchemeFaults.Twice(scheme.Metrics.Select((metric, index) => (metric.Id, $"/metrics/{index}/id")))
            .Concat(scheme.Metrics.SelectMany((metric, index) => OfOne(metric, $"/metrics/{index}", subjects, used)));
    }

    private static IEnumerable<Fault> OfOne(
        SchemeMetric metric, string pointer, SchemeSubjects? subjects, HashSet<string?> used)
    {
        foreach (var fault in NameFaults.Of(metric.Name, $"{pointer}/name"))
            yield return fault;
        if (!used.Contains(metric.Id))
            yield return Fault.At(pointer, "metric-unused", metric.Id);
        var (least, most) = metric.Kind switch
        {
            MetricKind.Indicator => (1, int.MaxValue),
            MetricKind.Series or MetricKind.YearOnYear => (1, 1),
            MetricKind.GoodReturns => (0, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(metric)),
        };
        if (metric.Of.Count < least || metric.Of.Count > most)
            yield return Fault.At($"{pointer}/of", "metric-subjects-count", metric.Kind.Word(), least, metric.Of.Count);
        var known = metric.Kind == MetricKind.Indicator ? subjects?.Indicators : subjects?.Series;
        for (var index = 0; index < metric.Of.Count; index++)
        {
            if (known?.Contains(metric.Of[index]) == false)
                yield return Fault.At($"{pointer}/of/{index}", "metric-subject-unknown", metric.Of[index]);
        }
    }
}
