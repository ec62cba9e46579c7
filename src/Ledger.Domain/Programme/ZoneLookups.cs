using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>Which zones there are at a time, what they are called then, and where their series break.</summary>
/// <remarks>A period speaks of the zones there are on its last day: one that ended within it owes no return for it, what it was is told by its successor .</remarks>
public static class ZoneLookups
{
    /// <summary>The zones that a period speaks of, as they were called at its end; in the programme's order.</summary>
    public static IReadOnlyList<Zone> ZonesIn(this ProgrammeDocument programme, Period period) => programme.ZonesOn(period.End);

    /// <summary>The zones there are on a day, as they are called then; in the programme's order.</summary>
    public static IReadOnlyList<Zone> ZonesOn(this ProgrammeDocument programme, LocalDate day) =>
        programme.Index().ZonesOn(day);

    /// <returns>Null where the zone is unknown, or was not there at the period's end.</returns>
    public static Zone? FindZoneIn(this ProgrammeDocument programme, string code, Period period) =>
        programme.FindZone(code) is { } zone && zone.ExistsOn(period.End) ? zone.NamedOn(period.End) : null;

    /// <summary>A zone under the name it bore on a day, whether or not it was there then.</summary>
    /// <returns>Null for a code the programme does not know.</returns>
    public static Zone? ZoneNamedOn(this ProgrammeDocument programme, string code, LocalDate day) => programme.FindZone(code)?.NamedOn(day);

    /// <inheritdoc cref="ZoneNamedOn"/>
    public static Name? ZoneNameOn(this ProgrammeDocument programme, string code, LocalDate day) => programme.ZoneNamedOn(code, day)?.Name;

    /// <summary>The programme with every zone under the name it bore at the end of a year; nothing else differs, and every place in it stays where it is.</summary>
    public static ProgrammeDocument AsCalledIn(this ProgrammeDocument programme, int year) =>
        year is < 1 or > 9998 || programme.Zones.All(zone => zone.FormerNames.Count == 0)
            ? programme
            : programme with { Zones = [.. programme.Zones.Select(zone => zone.NamedOn(new LocalDate(year, 12, 31)))] };

    /// <summary>Whether something is due of this code for a period: of a zone while it is there, of any other unit always.</summary>
    public static bool IsThereIn(this ProgrammeDocument programme, string code, Period period) =>
        programme.FindZone(code) is not { } zone || zone.ExistsOn(period.End);

    /// <param name="code">A zone's code or <see cref="Zone.League"/>, whose sums break only where a zone left.</param>
    /// <returns>In the order of time.</returns>
    public static IReadOnlyList<Break> BreaksOf(this ProgrammeDocument programme, string code)
    {
        var renamed = (programme.FindZone(code)?.FormerNames ?? [])
            .Select(former => new Break(BreakKind.Renamed, former.Until.PlusDays(1), [], former.Name));
        var changed = programme.Successions
            .Where(succession => code == Zone.League
                ? succession.Kind == SuccessionKind.Left
                : succession.Before.Contains(code) || succession.After.Contains(code))
            .Select(succession => new Break(
                KindOf(succession.Kind), succession.From, [.. succession.Before.Union(succession.After).Where(other => other != code)], FormerName: null));
        return [.. renamed.Concat(HostBreaks(programme.FindZone(code))).Concat(changed).OrderBy(each => each.From)];
    }

    /// <summary>The last break between two days across which values cannot be compared.</summary>
    /// <param name="earlier">The end of the earlier period.</param>
    public static Break? BreakBetween(this ProgrammeDocument programme, string code, LocalDate earlier, LocalDate later) =>
        programme.BreaksOf(code).LastOrDefault(each => !each.IsContinuous && each.From > earlier && each.From <= later);

    /// <summary>The zone itself and all that had become part of it by a day, in the programme's order: what it answers for of the time before.</summary>
    public static IReadOnlyList<string> MembersOn(this ProgrammeDocument programme, string code, LocalDate day)
    {
        if (programme.Successions.Count == 0)
            return [code];
        var members = new HashSet<string> { code };
        // Backwards in time, so that what had merged before it was merged itself comes along.
        foreach (var merger in programme.Successions.Where(each => each.Kind == SuccessionKind.Merged && each.From <= day).Reverse())
        {
            if (merger.After.Any(members.Contains))
                members.UnionWith(merger.Before);
        }

        return [.. programme.Zones.Select(zone => zone.Code).Where(members.Contains)];
    }

    /// <summary>Whether another government came to host the zone, or one of the league's, between two days: its product is another's then.</summary>
    public static bool IsHostedOtherwise(this ProgrammeDocument programme, string code, LocalDate earlier, LocalDate later) =>
        programme.Zones.Where(zone => code == Zone.League || zone.Code == code)
            .Where(zone => zone.GrpDenominator == GrpDenominator.HostProduct)
            .SelectMany(HostBreaks).Any(each => each.From > earlier && each.From <= later);

    /// <summary>Where none had been entered before, nothing is known to have changed.</summary>
    private static IEnumerable<Break> HostBreaks(Zone? zone) =>
        from former in zone?.FormerHosts ?? []
        where former.Host is not null
        let day = former.Until.PlusDays(1)
        select new Break(BreakKind.Hosted, day, [], FormerName: null) { FormerHost = former.Host, Host = zone!.HostOn(day) };

    private static BreakKind KindOf(SuccessionKind kind) => kind switch
    {
        SuccessionKind.Merged => BreakKind.Merged,
        SuccessionKind.Split => BreakKind.Split,
        SuccessionKind.Left => BreakKind.Left,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
