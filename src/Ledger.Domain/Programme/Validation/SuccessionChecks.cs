using NodaTime;

namespace Ledger.Domain.Programme.Validation;

/// <summary>Names and hosts follow one another, and zones become others that the programme knows.</summary>
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
        foreach (var fault in InOrder(zone, $"{at}/formerNames", zone.FormerNames.Select(former => former.Until)))
            yield return fault;
        foreach (var fault in InOrder(zone, $"{at}/formerHosts", zone.FormerHosts.Select(former => former.Until)))
            yield return fault;
    }

    /// <param name="ends">The last day of each, one after the other.</param>
    private static IEnumerable<Fault> InOrder(Zone zone, string at, IEnumerable<LocalDate> ends)
    {
        var begins = zone.From;
        foreach (var (index, until) in ends.Index())
        {
            if (until < begins)
                yield return Fault.At($"{at}/{index}/until", "validity-reversed", begins, until);
            begins = until.PlusDays(1);
        }
    }

    private static IEnumerable<Fault?> Of(Succession succession, string at, HashSet<string> zones) =>
        Codes.Known($"{at}/before", succession.Before, zones)
            .Concat(Codes.Known($"{at}/after", succession.After, zones))
            .Append(Codes.Filled($"{at}/before", succession.Before))
            .Append((succession.Kind == SuccessionKind.Left) == (succession.After.Count == 0) ? null : Fault.At($"{at}/after", "succession-unclear", succession.After.Count));
}
