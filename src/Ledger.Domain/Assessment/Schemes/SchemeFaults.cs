using Ledger.Domain.Programme;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>Everything that is wrong with a scheme, each with the place in the document; empty: it can be adopted.</summary>
public static class SchemeFaults
{
    /// <summary>What the document itself shows.</summary>
    public static IReadOnlyList<Fault> Of(AssessmentScheme scheme) => Of(scheme, subjects: null);

    /// <summary>With whether the programme knows what the scheme speaks of.</summary>
    /// <remarks>Where a list has an entry that is nothing, only that is said: what is not there cannot be looked into.</remarks>
    public static IReadOnlyList<Fault> Of(AssessmentScheme scheme, SchemeSubjects? subjects) =>
        Holes(DocumentNode.Of(scheme), "").ToArray() is { Length: > 0 } holes ? holes :
        [
            .. Frame(scheme),
            .. MetricFaults.Of(scheme, subjects),
            .. TreeFaults.Of(scheme, subjects),
            .. AdjustmentFaults.Of(scheme),
            .. GradeFaults.Of(scheme),
            .. Assumptions(scheme),
        ];

    private static IEnumerable<Fault> Holes(DocumentNode node, string pointer) => node switch
    {
        DocumentNode.Parts parts => parts.Members.SelectMany(part => Holes(part.Node, $"{pointer}/{part.Name}")),
        DocumentNode.Items items => items.Nodes.SelectMany((item, index) => item is DocumentNode.Value { Content: null }
            ? [Fault.At($"{pointer}/{index}", "value-missing")]
            : Holes(item, $"{pointer}/{index}")),
        _ => [],
    };

    private static IEnumerable<Fault> Frame(AssessmentScheme scheme)
    {
        if (scheme.Version < 1)
            yield return Fault.At("/version", "version-too-small", scheme.Version);
        if (scheme.BaselineYear >= scheme.TargetYear)
            yield return Fault.At("/targetYear", "target-year-not-after-baseline", scheme.TargetYear, scheme.BaselineYear);
        if (scheme.OutOf <= 0)
            yield return Fault.At("/outOf", "points-not-positive", scheme.OutOf);
        foreach (var fault in NameFaults.Of(scheme.Title, "/title"))
            yield return fault;
        foreach (var (days, setting) in new[] { (scheme.Procedure.PublicityDays, "publicityDays"), (scheme.Procedure.AppealDays, "appealDays") })
        {
            if (days is < 0 or > 60)
                yield return Fault.At($"/procedure/{setting}", "days-out-of-range", days, 60);
        }

        var rounding = scheme.Rounding;
        foreach (var (places, setting) in new (int?, string)[]
            {
                (rounding.Final, "final"), (rounding.CriterionScore, "criterionScore"),
                (rounding.CriterionPoints, "criterionPoints"), (rounding.NodePoints, "nodePoints"),
            })
        {
            if (places is < 0 or > 12)
                yield return Fault.At($"/rounding/{setting}", "places-out-of-range", places, 12);
        }
    }

    private static IEnumerable<Fault> Assumptions(AssessmentScheme scheme) =>
        Twice(scheme.Assumptions.Select((assumption, index) => (assumption.Id, $"/assumptions/{index}/id")))
            .Concat(scheme.Assumptions.SelectMany((assumption, index) =>
                NameFaults.Of(assumption.Title, $"/assumptions/{index}/title")
                    .Concat(NameFaults.Of(assumption.Text, $"/assumptions/{index}/text"))));

    /// <summary>A fault for every id that is empty or that stood before.</summary>
    internal static IEnumerable<Fault> Twice(IEnumerable<(string Id, string Pointer)> ids)
    {
        var seen = new HashSet<string>();
        foreach (var (id, pointer) in ids)
        {
            if (string.IsNullOrWhiteSpace(id))
                yield return Fault.At(pointer, "id-empty");
            else if (!seen.Add(id))
                yield return Fault.At(pointer, "id-twice", id);
        }
    }
}

internal static class NameFaults
{
    public static IEnumerable<Fault> Of(Name name, string pointer)
    {
        if (string.IsNullOrWhiteSpace(name.ZhHant))
            yield return Fault.At($"{pointer}/zhHant", "name-missing");
        if (string.IsNullOrWhiteSpace(name.ZhHans))
            yield return Fault.At($"{pointer}/zhHans", "name-missing");
        if (string.IsNullOrWhiteSpace(name.En))
            yield return Fault.At($"{pointer}/en", "name-missing");
    }
}
