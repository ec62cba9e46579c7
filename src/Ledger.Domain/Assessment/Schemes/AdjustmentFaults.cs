namespace Ledger.Domain.Assessment.Schemes;

/// <summary>What is wrong with bonus, deduction and veto items.</summary>
internal static class AdjustmentFaults
{
    public static IEnumerable<Fault> Of(AssessmentScheme scheme) =>
        SchemeFaults.Twice(
                Ids(scheme.Bonus, "/bonus").Concat(Ids(scheme.Deduction, "/deduction"))
                    .Concat(scheme.Vetoes.Select((veto, index) => (veto.Id, $"/vetoes/{index}/id"))))
            .Concat(OfGroup(scheme.Bonus, "/bonus", scheme))
            .Concat(OfGroup(scheme.Deduction, "/deduction", scheme))
            .Concat(scheme.Vetoes.SelectMany((veto, index) => OfVeto(veto, $"/vetoes/{index}", scheme)));

    private static IEnumerable<(string Id, string Pointer)> Ids(AdjustmentGroup group, string pointer) =>
        group.Items.Select((item, index) => (item.Id, $"{pointer}/items/{index}/id"));

    private static IEnumerable<Fault> OfGroup(AdjustmentGroup group, string pointer, AssessmentScheme scheme)
    {
        // A group without items has nothing to cap; a cap above nothing would be a setting that is not used.
        if (group.Cap < 0 || (group.Cap == 0 && group.Items.Count > 0))
            yield return Fault.At($"{pointer}/cap", "cap-not-positive", group.Cap);
        if (group.Items.Count == 0 && group.Cap > 0)
            yield return Fault.At($"{pointer}/cap", "cap-unused", group.Cap);
        for (var index = 0; index < group.Items.Count; index++)
        {
            foreach (var fault in OfItem(group.Items[index], $"{pointer}/items/{index}", group.Cap, scheme))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> OfItem(AdjustmentItem item, string pointer, decimal groupCap, AssessmentScheme scheme)
    {
        foreach (var fault in NameFaults.Of(item.Name, $"{pointer}/name"))
            yield return fault;
        if (item.Each <= 0)
            yield return Fault.At($"{pointer}/each", "points-not-positive", item.Each);
        if (item.Cap < item.Each)
            yield return Fault.At($"{pointer}/cap", "item-cap-below-one", item.Cap, item.Each);
        if (item.Cap > groupCap)
            yield return Fault.At($"{pointer}/cap", "item-cap-above-total", item.Cap, groupCap);
        foreach (var fault in OfFinding(item, $"{pointer}/foundBy"))
            yield return fault;
        if (item.EarnedBy is not { } earned)
            yield break;
        if (earned.Attainment <= 0)
            yield return Fault.At($"{pointer}/earnedBy/attainment", "points-not-positive", earned.Attainment);
        if (earned.Criteria.Count == 0)
            yield return Fault.At($"{pointer}/earnedBy/criteria", "earned-by-nothing", item.Id);
        foreach (var fault in SchemeFaults.Twice(
            earned.Criteria.Select((criterion, index) => (criterion, $"{pointer}/earnedBy/criteria/{index}"))))
        {
            yield return fault;
        }

        for (var index = 0; index < earned.Criteria.Count; index++)
        {
            var criterion = scheme.Tree.SelfAndBelow().FirstOrDefault(node => node.Id == earned.Criteria[index]);
            if (criterion?.Rule is not { Kind: RuleKind.TargetLinear })
                yield return Fault.At($"{pointer}/earnedBy/criteria/{index}", "criterion-without-attainment", earned.Criteria[index]);
        }
    }

    private static IEnumerable<Fault> OfFinding(AdjustmentItem item, string pointer)
    {
        if (item.FoundBy is not { } found)
            yield break;
        if (item.EarnedBy is not null)
            yield return Fault.At(pointer, "item-earned", item.Id);
        var isMissing = found.Kind == FindingKind.ReturnMissing;
        if (isMissing && found.WorkingDays is null)
            yield return Fault.At($"{pointer}/workingDays", "rule-setting-missing", found.Kind.Word(), "workingDays");
        if (!isMissing && found.WorkingDays is not null)
            yield return Fault.At($"{pointer}/workingDays", "rule-setting-unused", found.Kind.Word(), "workingDays");
        if (isMissing && found.WorkingDays is { } days and (< 0 or > 60))
            yield return Fault.At($"{pointer}/workingDays", "days-out-of-range", days, 60);
    }

    private static IEnumerable<Fault> OfVeto(VetoItem veto, string pointer, AssessmentScheme scheme)
    {
        foreach (var fault in NameFaults.Of(veto.Name, $"{pointer}/name"))
            yield return fault;
        if (veto.Effect == VetoEffect.BarAward && veto.Grade is not null)
            yield return Fault.At($"{pointer}/grade", "veto-grade-unused", veto.Id);
        if (veto.Effect != VetoEffect.BarAward && veto.Grade is null)
            yield return Fault.At($"{pointer}/grade", "veto-grade-missing", veto.Id);
        if (veto.Effect != VetoEffect.BarAward && veto.Grade is not null && scheme.Grades.All(grade => grade.Id != veto.Grade))
            yield return Fault.At($"{pointer}/grade", "grade-unknown", veto.Grade);
    }
}
