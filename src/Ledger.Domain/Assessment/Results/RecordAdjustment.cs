using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>The secretary records that a bonus or deduction item occurred, on a paper that says so.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>assessment-phase</c>, <c>adjustment-recorded</c> (the same item on the same paper twice), a date
/// rule, or <c>request-at-fault</c>: <c>zone-unknown</c>, <c>item-unknown</c>, <c>item-earned</c>, <c>count-out-of-range</c>, and the document's faults.
/// </remarks>
public sealed record RecordAdjustment(string Zone, string Item, int Count, Document Document, string? Text, LocalDate? On = null)
{
    private const int MostAtOnce = 100;

    public Decision<AssessmentEvent> Decide(
        AssessmentYear state, AssessmentScheme scheme, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (AssessmentRules.Check(state, actor, Act.RunAssessments, Phase.Voting, Phase.Adjusting) is { } refusal)
            return refusal;
        if (state.Adjustments.Find(adjustment => adjustment.Lifted is null && adjustment.Zone == Zone && adjustment.Item == Item
            && adjustment.Document == Document) is { } standing)
        {
            return (standing.Count, standing.Text) == (Count, Text)
                ? Decision<AssessmentEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "adjustment-recorded", standing.Number, Item, Zone, Document.Number);
        }

        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        return RequestFaults.Any(Faults(scheme, programme, state.Year, on)) is { } faults
            ? faults
            : new AdjustmentRecorded(on, state.Adjustments.Count + 1, Zone, Item, Count, Document, Text);
    }

    private IEnumerable<Fault?> Faults(AssessmentScheme scheme, ProgrammeDocument programme, int year, LocalDate on)
    {
        if (programme.FindZoneIn(Zone, Period.OfYear(year)) is null)
            yield return Fault.At("/zone", "zone-unknown", Zone);
        var items = scheme.Bonus.Items.Concat(scheme.Deduction.Items).ToList();
        if (items.Find(item => item.Id == Item) is not { } known)
            yield return Fault.At("/item", "item-unknown", Item, string.Join(", ", items.Select(item => item.Id)));
        else if (known.EarnedBy is not null)
            yield return Fault.At("/item", "item-earned", Item);
        if (Count is < 1 or > MostAtOnce)
            yield return Fault.At("/count", "count-out-of-range", Count, MostAtOnce);
        foreach (var fault in Document.Faults(on))
            yield return fault;
    }
}
