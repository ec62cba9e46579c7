using Ledger.Domain.Access;
using Ledger.Domain.Programme.Validation;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>Part of a zone is a zone of its own from a day on; the zone itself goes on with what is left, or ends.</summary>
/// <remarks>
/// A new zone begins without a part of any target, until the share-out is amended; nothing is compared across the day. Refuses with
/// <c>not-allowed</c>, <c>programme-missing</c>, <c>zone-unknown</c>, <c>zone-ended</c>, a date rule, or <c>request-at-fault</c>:
/// <c>list-empty</c>, <c>split-into-one</c>, <c>code-malformed</c>, <c>zone-code-taken</c>, <c>text-required</c>, <c>text-too-long</c>,
/// <c>zone-change-in-future</c>, <c>zone-change-before-last</c>, or a fault of the basis.
/// </remarks>
/// <param name="Parts">The new zones.</param>
/// <param name="Ends">Whether the zone ends, and is not one of the parts.</param>
/// <param name="From">The first day on which they are apart.</param>
public sealed record SplitZone(string Zone, IReadOnlyList<NewZone> Parts, bool Ends, LocalDate From, Basis Basis, LocalDate? On = null)
{
    public Decision<ProgrammeEvent> Decide(ProgrammeHistory state, Actor actor, LocalDate today) => Amending.Decide(
        state, Basis, On, actor, today,
        programme => IsSaidBy(programme) ? null : Amending.Standing(programme, Zone),
        programme => IsSaidBy(programme) ? [] : [.. Faults(programme), Amending.From(programme, ZoneChange.OfZone, From, today, Zone)],
        programme => IsSaidBy(programme) ? programme : Split(programme));

    private IReadOnlyList<string> After => [.. Ends ? [] : new[] { Zone }, .. Parts.Select(part => part.Code)];

    private bool IsSaidBy(ProgrammeDocument programme) => programme.Successions.Any(each =>
        each.Kind == SuccessionKind.Split && each.From == From && each.Before.SequenceEqual([Zone]) && each.After.SequenceEqual(After));

    private IEnumerable<Fault?> Faults(ProgrammeDocument programme)
    {
        if (Parts.Count == 0)
            yield return Fault.At("/parts", "list-empty");
        else if (After.Count == 1)
            yield return Fault.At("/parts", "split-into-one", Zone);
        // A code is a zone's for ever, and its committee's too.
        var taken = programme.Organisations.Select(entry => entry.Code).Append(Programme.Zone.League).ToHashSet();
        foreach (var (index, part) in Parts.Index())
        {
            var malformed = Codes.Capitals($"/parts/{index}/code", part.Code);
            yield return malformed;
            if (malformed is null && !taken.Add(part.Code))
                yield return Fault.At($"/parts/{index}/code", "zone-code-taken", part.Code);
            foreach (var fault in part.Names.Faults($"/parts/{index}/names"))
                yield return fault;
            yield return RequestFaults.Text($"/parts/{index}/goal", part.Goal, AdoptProgramme.LongestText);
        }
    }

    private ProgrammeDocument Split(ProgrammeDocument programme)
    {
        var whole = programme.FindZone(Zone)!;
        var ended = Ends ? programme.With(Zone, zone => zone with { Until = From.PlusDays(-1) }) : programme;
        return ended with
        {
            Zones =
            [
                .. ended.Zones,
                .. Parts.Select(part => new Zone(
                    part.Code, part.Names.Name, part.Names.ShortName, part.Names.ListName, part.Track, part.GoalCode, part.Goal, part.Commitment,
                    whole.HostOn(From), whole.GrpDenominator) { From = From }),
            ],
            Organisations =
            [
                .. ended.Organisations,
                .. Parts.Select(part => new Organisation(part.Code, part.Names.CommitteeName, PlanWords: null, From, Until: null, Note: null)),
            ],
            Indicators =
            [
                .. ended.Indicators.Select(indicator =>
                    indicator.Allocation is null ? indicator : indicator with { Allocation = WithParts(indicator.Allocation) }),
            ],
            CombinedTargets = [.. ended.CombinedTargets.Select(combined => combined with { Allocation = WithParts(combined.Allocation) })],
            Successions = [.. ended.Successions, new(SuccessionKind.Split, From, [Zone], After)],
        };
    }

    private Dictionary<string, decimal> WithParts(IReadOnlyDictionary<string, decimal> allocation) =>
        new([.. allocation, .. Parts.Select(part => KeyValuePair.Create(part.Code, 0m))]);
}

/// <summary>A zone that was part of another; its host and what R&amp;D is measured against are taken from there until they are set.</summary>
/// <param name="Goal">As the paper puts it.</param>
public sealed record NewZone(string Code, ZoneNames Names, Track Track, ZoneGoal GoalCode, string Goal, Force Commitment);
