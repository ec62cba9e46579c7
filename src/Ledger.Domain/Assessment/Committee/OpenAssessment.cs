using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Assessment.Committee;

/// <summary>The secretary opens a year: which scheme, who judges, who is in the chair, how many have to be there.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>assessment-open</c>, <c>year-not-over</c>, <c>scheme-not-for-year</c>, a date rule, or
/// <c>request-at-fault</c>: <c>members-missing</c>, <c>member-unknown</c>, <c>member-twice</c>, <c>chair-unknown</c>, <c>quorum-out-of-range</c>,
/// and of a zone that is not to be ranked <c>zone-unknown</c>, <c>zone-unranked-twice</c>, or a reason that is missing or too long.
/// </remarks>
/// <param name="Members">Officers who are members now.</param>
/// <param name="Quorum">How many have to be present, at least half and at most all.</param>
/// <param name="Unranked">Zones that are scored and not ranked; null: all are ranked.</param>
public sealed record OpenAssessment(
    string Scheme, int Version, IReadOnlyList<string> Members, string Chair, int Quorum, LocalDate? On = null,
    IReadOnlyList<UnrankedZone>? Unranked = null)
{
    /// <param name="schemes">As adopted up to now.</param>
    /// <param name="officers">Everybody in office, by name.</param>
    public Decision<AssessmentEvent> Decide(
        AssessmentYear state, SchemeHistory schemes, ProgrammeVersion programme,
        IReadOnlyDictionary<string, Officer> officers, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.RunAssessments) is { } notAllowed)
            return notAllowed;
        var members = Members
            .Where(officers.ContainsKey)
            .Select(member => new CommitteeMember(member, officers[member].Name, officers[member].Organisation))
            .ToList();
        var opened = new AssessmentOpened(
            On ?? today, Scheme, Version, programme.Number, members, Chair, Quorum) { Unranked = Unranked ?? [] };
        if (state.Phase != Phase.None)
        {
            return IsSaidBy(state)
                ? Decision<AssessmentEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "assessment-open", state.Year);
        }

        var document = programme.Document;
        if (state.Year <= document.BaselineYear || state.Year > document.LastYear || state.Year < document.FirstYear)
            return Refusal.Of(RefusalKind.NotFound, "year-outside-programme", state.Year, document.FirstYear, document.LastYear);
        if (schemes.ForYear(state.Year) is not { } scheme || schemes.Id != Scheme || scheme.Number != Version)
        {
            return Refusal.Of(
                RefusalKind.Conflict, "scheme-not-for-year", Scheme, Version, state.Year, schemes.ForYear(state.Year)?.Number ?? 0);
        }

        if (RequestFaults.Any(Faults(officers, document, state.Year)) is { } faults)
            return faults;
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        return on <= Period.OfYear(state.Year).End
            ? Refusal.Of(RefusalKind.Conflict, "year-not-over", state.Year)
            : opened with { On = on };
    }

    private bool IsSaidBy(AssessmentYear state) =>
        state.Scheme == Scheme && state.SchemeVersion == Version && state.Chair == Chair && state.Quorum == Quorum
        && state.Members.Select(member => member.Officer).SequenceEqual(Members)
        && state.Unranked.SequenceEqual(Unranked ?? []);

    private IEnumerable<Fault?> Faults(IReadOnlyDictionary<string, Officer> officers, ProgrammeDocument programme, int year)
    {
        if (Members.Count == 0)
            yield return Fault.At("/members", "members-missing");
        var seen = new HashSet<string>();
        foreach (var (index, member) in Members.Index())
        {
            if (!seen.Add(member))
                yield return Fault.At($"/members/{index}", "member-twice", member);
            else if (officers.GetValueOrDefault(member)?.Role is not (Role.Member or Role.Chair))
                yield return Fault.At($"/members/{index}", "member-unknown", member);
        }

        if (officers.GetValueOrDefault(Chair)?.Role != Role.Chair)
            yield return Fault.At("/chair", "chair-unknown", Chair);
        if (Quorum * 2 < Members.Count || Quorum > Members.Count || Quorum < 1)
            yield return Fault.At("/quorum", "quorum-out-of-range", Quorum, (Members.Count + 1) / 2, Members.Count);
        foreach (var fault in FaultsOfUnranked(programme.ZonesIn(Period.OfYear(year))))
            yield return fault;
    }

    private IEnumerable<Fault?> FaultsOfUnranked(IReadOnlyList<Zone> zones)
    {
        var seen = new HashSet<string>();
        foreach (var (index, unranked) in (Unranked ?? []).Index())
        {
            if (zones.All(zone => zone.Code != unranked.Zone))
                yield return Fault.At($"/unranked/{index}/zone", "zone-unknown", unranked.Zone, string.Join(", ", zones.Select(zone => zone.Code)));
            else if (!seen.Add(unranked.Zone))
                yield return Fault.At($"/unranked/{index}/zone", "zone-unranked-twice", unranked.Zone);
            yield return AssessmentRules.Text($"/unranked/{index}/reason", unranked.Reason);
        }
    }
}

/// <summary>A zone that is scored like any other and left out of every ranking of results.</summary>
/// <param name="Reason">Why; shown with the year.</param>
public sealed record UnrankedZone(string Zone, string Reason);
