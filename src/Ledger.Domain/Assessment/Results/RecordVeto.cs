using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>The secretary records that a veto item applies to a zone, on a formal finding.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>assessment-phase</c>, a date rule, or <c>request-at-fault</c>: <c>zone-unknown</c>,
/// <c>item-unknown</c>, and the document's faults. The same item in force for the zone is recorded once.
/// </remarks>
public sealed record RecordVeto(string Zone, string Item, Document Document, string? Text, LocalDate? On = null)
{
    public Decision<AssessmentEvent> Decide(
        AssessmentYear state, AssessmentScheme scheme, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (AssessmentRules.Check(state, actor, Act.RunAssessments, Phase.Voting, Phase.Adjusting) is { } refusal)
            return refusal;
        if (state.Vetoes.Exists(veto => veto.Lifted is null && veto.Zone == Zone && veto.Item == Item))
            return Decision<AssessmentEvent>.Accept();
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        return RequestFaults.Any(Faults(scheme, programme, state.Year, on)) is { } faults
            ? faults
            : new VetoRecorded(on, state.Vetoes.Count + 1, Zone, Item, Document, Text);
    }

    private IEnumerable<Fault?> Faults(AssessmentScheme scheme, ProgrammeDocument programme, int year, LocalDate on)
    {
        if (programme.FindZoneIn(Zone, Period.OfYear(year)) is null)
            yield return Fault.At("/zone", "zone-unknown", Zone);
        if (scheme.Vetoes.All(veto => veto.Id != Item))
            yield return Fault.At("/item", "item-unknown", Item, string.Join(", ", scheme.Vetoes.Select(veto => veto.Id)));
        foreach (var fault in Document.Faults(on))
            yield return fault;
    }
}
