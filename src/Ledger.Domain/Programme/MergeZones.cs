using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>Zones become part of another from a day on. They owe no return for what ends after it; the other answers for the whole.</summary>
/// <remarks>
/// Their parts of the targets go over to the zone they are part of, their figures stay as they were stated, and nothing is compared across the
/// day. Refuses with <c>not-allowed</c>, <c>programme-missing</c>, <c>zone-unknown</c>, <c>zone-ended</c>, a date rule, or
/// <c>request-at-fault</c>: <c>list-empty</c>, <c>zone-into-itself</c>, <c>zone-change-in-future</c>, <c>zone-change-before-last</c>, or a fault of the basis.
/// </remarks>
/// <param name="Zones">Those that end.</param>
/// <param name="Into">The one that goes on.</param>
/// <param name="From">The first day on which they are one.</param>
public sealed record MergeZones(IReadOnlyList<string> Zones, string Into, LocalDate From, Basis Basis, LocalDate? On = null)
{
    public Decision<ProgrammeEvent> Decide(ProgrammeHistory state, Actor actor, LocalDate today) => Amending.Decide(
        state, Basis, On, actor, today,
        programme => IsSaidBy(programme) ? null : Amending.Standing(programme, [.. Zones, Into]),
        programme => IsSaidBy(programme) ? [] :
        [
            Zones.Count == 0 ? Fault.At("/zones", "list-empty") : null,
            Zones.Contains(Into) ? Fault.At("/into", "zone-into-itself", Into) : null,
            Amending.From(programme, ZoneChange.OfZone, From, today, [.. Zones, Into]),
        ],
        programme => IsSaidBy(programme) ? programme : Merged(programme));

    private bool IsSaidBy(ProgrammeDocument programme) => programme.Successions.Any(each =>
        each.Kind == SuccessionKind.Merged && each.From == From && each.Before.SequenceEqual(Zones.Distinct()) && each.After.SequenceEqual([Into]));

    private ProgrammeDocument Merged(ProgrammeDocument programme)
    {
        string[] ended = [.. Zones.Distinct()];
        return ended.Aggregate(programme, (document, code) => document.With(code, zone => zone with { Until = From.PlusDays(-1) })) with
        {
            Successions = [.. programme.Successions, new(SuccessionKind.Merged, From, ended, [Into])],
        };
    }
}
