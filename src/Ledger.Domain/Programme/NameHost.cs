using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>Says which government hosts a zone: the plan does not, so it is entered from a paper.</summary>
/// <remarks>
/// Whoever acts for the host may judge the zone no more. Refuses with <c>not-allowed</c>, <c>programme-missing</c>, <c>zone-unknown</c>,
/// <c>zone-ended</c>, a date rule, or <c>request-at-fault</c>: <c>code-malformed</c>, <c>code-unknown</c>, <c>host-is-zone</c>,
/// <c>text-required</c>, or a fault of the basis.
/// </remarks>
/// <param name="Host">An organisation's code; null takes the entry back.</param>
/// <param name="Name">Of an organisation the programme does not know yet; null: it does.</param>
public sealed record NameHost(string Zone, string? Host, Name? Name, Basis Basis, LocalDate? On = null)
{
    public Decision<ProgrammeEvent> Decide(ProgrammeHistory state, Actor actor, LocalDate today) => Amending.Decide(
        state, Basis, On, actor, today,
        programme => Amending.Standing(programme, Zone),
        Faults,
        programme => Entered(programme).With(Zone, zone => zone with { Host = Host }));

    private IEnumerable<Fault?> Faults(ProgrammeDocument programme)
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
