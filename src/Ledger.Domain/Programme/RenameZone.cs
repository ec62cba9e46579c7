using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>A zone bears another name from a day on; what was published before keeps the old one, and its series go on.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>programme-missing</c>, <c>zone-unknown</c>, <c>zone-ended</c>, a date rule, or <c>request-at-fault</c>:
/// <c>text-required</c>, <c>text-too-long</c>, <c>zone-change-in-future</c>, <c>zone-change-before-last</c>, or a fault of the basis.
/// </remarks>
/// <param name="From">The first day of the new name.</param>
public sealed record RenameZone(string Zone, ZoneNames Names, LocalDate From, Basis Basis, LocalDate? On = null)
{
    public Decision<ProgrammeEvent> Decide(ProgrammeHistory state, Actor actor, LocalDate today) => Amending.Decide(
        state, Basis, On, actor, today,
        programme => Amending.Standing(programme, Zone),
        programme => IsSaidBy(programme) ? [] : [.. Names.Faults(""), Amending.From(programme, ZoneChange.OfName, From, today, Zone)],
        programme => IsSaidBy(programme) ? programme : Renamed(programme));

    private bool IsSaidBy(ProgrammeDocument programme) =>
        programme.FindZone(Zone) is { } zone && (zone.Name, zone.ShortName, zone.ListName) == (Names.Name, Names.ShortName, Names.ListName);

    private ProgrammeDocument Renamed(ProgrammeDocument programme)
    {
        var last = From.PlusDays(-1);
        var renamed = programme.With(Zone, zone => zone with
        {
            Name = Names.Name,
            ShortName = Names.ShortName,
            ListName = Names.ListName,
            FormerNames = [.. zone.FormerNames, new(zone.Name, zone.ShortName, zone.ListName, last)],
        });
        return programme.OrganisationName(Zone, last) == Names.CommitteeName ? renamed : renamed with { Organisations = Committees(programme, last) };
    }

    /// <summary>The new entry stands at the end: others are pointed to by their place.</summary>
    private Organisation[] Committees(ProgrammeDocument programme, LocalDate last) =>
    [
        .. programme.Organisations.Select(entry => entry.Code == Zone && entry.Until is null ? entry with { Until = last } : entry),
        new(Zone, Names.CommitteeName, PlanWords: null, From, Until: null, Note: null),
    ];
}
