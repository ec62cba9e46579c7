using Ledger.Domain.Programme;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>Where the parts that a scheme shares out do not fit the zones of a year, because zones were merged, were split or left since it was adopted.</summary>
/// <param name="Taken">Ended zones that have a part, each with the zone whose part it counts to.</param>
/// <param name="Lost">Zones that have a part and are among those of the year no longer, nor in any of them: their part is nobody's.</param>
/// <param name="Lacking">Zones of the year that are given no part anywhere: what is shared out does not apply to them.</param>
/// <param name="Criteria">Ids of the criteria that are shared out.</param>
public sealed record SharedParts(
    IReadOnlyList<TakenPart> Taken, IReadOnlyList<string> Lost, IReadOnlyList<string> Lacking, IReadOnlyList<string> Criteria)
{
    public static SharedParts Of(AssessmentScheme scheme, ProgrammeDocument programme, int year)
    {
        var end = Period.OfYear(year).End;
        var shared = scheme.Tree.SelfAndBelow().Where(node => node.Rule?.Allocation is not null).ToList();
        var parts = shared.SelectMany(node => node.Rule!.Allocation!.Keys).ToHashSet();
        var members = programme.ZonesOn(end).ToDictionary(zone => zone.Code, zone => programme.MembersOn(zone.Code, end));
        return new(
            [
                .. from zone in members
                   from member in zone.Value
                   where member != zone.Key && parts.Contains(member)
                   select new TakenPart(member, zone.Key),
            ],
            [.. programme.Zones.Select(zone => zone.Code).Where(code => parts.Contains(code) && !members.Values.Any(zones => zones.Contains(code)))],
            shared.Count == 0 ? [] : [.. members.Where(zone => !zone.Value.Any(parts.Contains)).Select(zone => zone.Key)],
            [.. shared.Select(node => node.Id)]);
    }

    public bool Fits => Taken.Count == 0 && Lost.Count == 0 && Lacking.Count == 0;
}

/// <param name="Zone">That ended.</param>
/// <param name="Into">That goes on.</param>
public sealed record TakenPart(string Zone, string Into);
