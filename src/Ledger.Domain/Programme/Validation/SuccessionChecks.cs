namespace Ledger.Domain.Programme.Validation;

/// <summary>Names follow one another, and zones become others that the programme knows.</summary>
internal static class SuccessionChecks
{
    public static IEnumerable<Fault> Of(ProgrammeDocument document)
    {
        var zones = document.Zones.Select(zone => zone.Code).ToHashSet();
        return document.Zones.SelectMany((zone, index) => Names(zone, $"/zones/{index}"))
            .Concat(document.Successions.SelectMany((succession, index) => Of(succession, $"/successions/{index}", zones)))
            .OfType<Fault>();
    }

    private static IEnumerable<Fault?> Names(Zone zone, string at)
    {
        if (zone.Until < zone.From)
            yield return Fault.At($"{at}/until", "validity-reversed", zone.From!, zone.Until!);
        foreach (var (index, former) in zone.FormerNames.Index())
        {
            var previous = index == 0 ? zone.From : zone.FormerNames[index - 1].Until.PlusDays(1);
            if (former.Until < previous)
                yield return Fault.At($"{at}/formerNames/{index}/until", "validity-reversed", previous!, former.Until);
        }
    }

    private static IEnumerable<Fault?> Of(Succession succession, string at, HashSet<string> zones) =>
        Codes.Known($"{at}/before", succession.Before, zones)
            .Concat(Codes.Known($"{at}/after", succession.After, zones))
            .Append(Codes.Filled($"{at}/before", succession.Before))
            .Append((succession.Kind == SuccessionKind.Left) == (succession.After.Count == 0) ? null : Fault.At($"{at}/after", "succession-unclear", succession.After.Count));
}
