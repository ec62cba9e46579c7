namespace Ledger.Domain.Programme.Validation;

internal static class ZoneChecks
{
    public static IEnumerable<Fault> Of(ProgrammeDocument document)
    {
        var organisations = document.Organisations.Select(organisation => organisation.Code).ToHashSet();
        return Codes.Duplicates("/zones", "code", document.Zones.Select(zone => zone.Code))
            .Concat(document.Zones.SelectMany((zone, index) => Of(zone, $"/zones/{index}", organisations)).OfType<Fault>());
    }

    private static IEnumerable<Fault?> Of(Zone zone, string at, HashSet<string> organisations)
    {
        yield return Codes.Capitals($"{at}/code", zone.Code);
        if (zone.Code == Zone.League)
            yield return Fault.At($"{at}/code", "code-reserved", zone.Code);
        // Its committee reports for it, so it has to be there under the same code.
        else if (!organisations.Contains(zone.Code))
            yield return Fault.At($"{at}/code", "committee-missing", zone.Code);
        yield return Codes.Known($"{at}/host", zone.Host, organisations);
        foreach (var (index, former) in zone.FormerHosts.Index())
            yield return Codes.Known($"{at}/formerHosts/{index}/host", former.Host, organisations);
    }
}
