namespace Ledger.Domain.Programme.Validation;

internal static class AssumptionChecks
{
    public static IEnumerable<Fault> Of(ProgrammeDocument document, DocumentNode tree)
    {
        var concerned = document.Zones.Select(zone => zone.Code)
            .Concat(document.Series.Select(series => series.Code))
            .Concat(document.Indicators.Select(indicator => indicator.Code))
            .Concat(document.Tasks.Concat(document.Safeguards).Select(task => task.Id))
            .ToHashSet();
        return
        [
            .. Codes.Duplicates("/assumptions", "id", document.Assumptions.Select(assumption => assumption.Id)),
            .. from assumption in document.Assumptions.Index()
               from governed in assumption.Item.Governs.Index()
               where governed.Item.Length == 0 || tree.Find(governed.Item) is null
               select Fault.At($"/assumptions/{assumption.Index}/governs/{governed.Index}", "pointer-unresolved", governed.Item),
            .. Codes.Duplicates("/ambiguities", "id", document.Ambiguities.Select(ambiguity => ambiguity.Id)),
            .. document.Ambiguities.SelectMany((ambiguity, index) =>
                Codes.Known($"/ambiguities/{index}/concerns", ambiguity.Concerns, concerned)).OfType<Fault>(),
        ];
    }
}
