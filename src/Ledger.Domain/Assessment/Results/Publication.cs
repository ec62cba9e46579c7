using Ledger.Domain.Assessment.Scoring;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>What publishing an edition decides: which outcomes follow, and which of the edition before no longer do.</summary>
internal static class Publication
{
    public static ResultPublished Of(AssessmentYear state, Scorecards result, LocalDate on)
    {
        var due = result.Content.Zones
            .SelectMany(zone => zone.Outcomes.Select(outcome => (zone.Zone, Due: outcome)))
            .ToList();
        var standing = state.Outcomes.Where(outcome => outcome.State != OutcomeState.Reversed).ToList();
        int[] reversed =
        [
            .. standing.Where(outcome => !due.Exists(d => IsSame(outcome, d.Zone, d.Due))).Select(outcome => outcome.Decision.Number),
        ];

        // What the edition before already led to goes on as it is, with its own date.
        var fresh = due.Where(d => !standing.Exists(outcome => IsSame(outcome, d.Zone, d.Due)));
        var number = state.Outcomes.Count;
        return new ResultPublished(
            on, result.Edition, state.PublishedEdition,
            [.. fresh.Select(d => new OutcomeDecision(++number, d.Zone, d.Due.Outcome.Id, DueOn(d.Due, on), d.Due.WeakCriteria))],
            reversed);
    }

    private static bool IsSame(FollowedOutcome outcome, string zone, OutcomeDue due) =>
        outcome.Decision.Zone == zone && outcome.Decision.Outcome == due.Outcome.Id
        && outcome.Decision.WeakCriteria.SequenceEqual(due.WeakCriteria);

    private static LocalDate? DueOn(OutcomeDue due, LocalDate on) => due.Outcome switch
    {
        { DueDays: { } days } => on.PlusDays(days),
        { DueMonths: { } months } => on.PlusMonths(months),
        _ => null,
    };
}
