using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>Says which government hosts a zone, as the plan does not: from a day on, or as long as the entry that stands has said another.</summary>
/// <remarks>
/// Whoever acts for a host may not judge what was the zone's in its time. Refuses with <c>not-allowed</c>, <c>programme-missing</c>,
/// <c>zone-unknown</c>, <c>zone-ended</c>, a date rule, or <c>request-at-fault</c>: <c>code-malformed</c>, <c>code-unknown</c>, <c>host-is-zone</c>,
/// <c>text-required</c>, <c>host-stands</c>, <c>zone-change-in-future</c>, <c>zone-change-before-last</c>, or a fault of the basis.
/// </remarks>
/// <param name="Host">An organisation's code; null: none is known.</param>
/// <param name="Name">Of an organisation the programme does not know yet; null: it does.</param>
/// <param name="From">The first day on which it hosts the zone; null: the entry that stands was missing or wrong, and this is put in its place.</param>
public sealed record NameHost(string Zone, string? Host, Name? Name, Basis Basis, LocalDate? On = null, LocalDate? From = null)
{
    public Decision<ProgrammeEvent> Decide(ProgrammeHistory state, Actor actor, LocalDate today) => Amending.Decide(
        state, Basis, On, actor, today,
        programme => Amending.Standing(programme, Zone),
        programme => IsSaidBy(programme.FindZone(Zone)!) ? [] : Faults(programme, today),
        programme => IsSaidBy(programme.FindZone(Zone)!) ? programme : Entered(programme).With(Zone, Hosted));

    private bool IsSaidBy(Zone zone) => zone.Host == Host && (From is null || (zone.FormerHosts is [.., var last] && last.Until.PlusDays(1) == From));

    private Zone Hosted(Zone zone) => (From, zone.FormerHosts) switch
    {
        ({ } from, _) => zone with { Host = Host, FormerHosts = [.. zone.FormerHosts, new(zone.Host, from.PlusDays(-1))] },
        // The one before is put back: it never was another.
        (null, [.., var last]) when last.Host == Host => zone with { Host = Host, FormerHosts = [.. zone.FormerHosts.SkipLast(1)] },
        _ => zone with { Host = Host },
    };

    private IEnumerable<Fault?> Faults(ProgrammeDocument programme, LocalDate today)
    {
        if (From is { } from)
        {
            var zone = programme.FindZone(Zone)!;
            yield return Amending.From(programme, ZoneChange.OfHost, from, today, Zone)
                ?? (zone.Host == Host ? Fault.At("/from", "host-stands", Host ?? "—") : null);
        }

        foreach (var fault in HostFaults(programme))
            yield return fault;
    }

    private IEnumerable<Fault?> HostFaults(ProgrammeDocument programme)
    {
        if (Host is null)
            yield break;
        if (programme.FindZone(Host) is not null)
            yield return Fault.At("/host", "host-is-zone", Host);
        if (programme.HasOrganisation(Host))
            yield break;
        if (Name is null)
        {
            yield return Fault.At("/host", "code-unknown", Host);
            yield break;
        }

        yield return Validation.Codes.Capitals("/host", Host);
        foreach (var (language, text) in new[] { ("zhHant", Name.ZhHant), ("zhHans", Name.ZhHans), ("en", Name.En) })
            yield return RequestFaults.Text($"/name/{language}", text, ZoneNames.Longest);
    }

    private ProgrammeDocument Entered(ProgrammeDocument programme) => Host is null || programme.HasOrganisation(Host)
        ? programme
        : programme with { Organisations = [.. programme.Organisations, new(Host, Name!, PlanWords: null, From: null, Until: null, Note: null)] };
}
