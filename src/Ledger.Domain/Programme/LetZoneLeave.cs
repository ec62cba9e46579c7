using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>A zone is no longer one of the league's from a day on; it owes no return for what ends after it, and the league's totals break there.</summary>
/// <remarks>
/// Its part of the targets stays nobody's until the share-out is amended. Refuses with <c>not-allowed</c>, <c>programme-missing</c>,
/// <c>zone-unknown</c>, <c>zone-ended</c>, <c>zone-last</c>, a date rule, or <c>request-at-fault</c>: <c>zone-change-in-future</c>,
/// <c>zone-change-before-last</c>, or a fault of the basis.
/// </remarks>
/// <param name="From">The first day on which it is no longer there.</param>
public sealed record LetZoneLeave(string Zone, LocalDate From, Basis Basis, LocalDate? On = null)
{
    public Decision<ProgrammeEvent> Decide(ProgrammeHistory state, Actor actor, LocalDate today) => Amending.Decide(
        state, Basis, On, actor, today,
        programme => IsSaidBy(programme) ? null : Amending.Standing(programme, Zone) ?? Last(programme),
        programme => IsSaidBy(programme) ? [] : [Amending.From(programme, ZoneChange.OfZone, From, today, Zone)],
        programme => IsSaidBy(programme)
            ? programme
            : programme.With(Zone, zone => zone with { Until = From.PlusDays(-1) }) with
            {
                Successions = [.. programme.Successions, new(SuccessionKind.Left, From, [Zone], [])],
            });

    private bool IsSaidBy(ProgrammeDocument programme) => programme.Successions.Any(each =>
        each.Kind == SuccessionKind.Left && each.From == From && each.Before.SequenceEqual([Zone]));

    private Refusal? Last(ProgrammeDocument programme) =>
        programme.Zones.Count(zone => zone.Until is null) == 1 ? Refusal.Of(RefusalKind.Conflict, "zone-last", Zone) : null;
}
