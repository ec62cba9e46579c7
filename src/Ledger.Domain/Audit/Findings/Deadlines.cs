using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Audit.Findings;

/// <summary>Of each return: what was first stated, and what was changed, after it was due and before it was accepted.</summary>
internal static class Deadlines
{
    public static IEnumerable<AuditFinding> Of(FindingBasis basis)
    {
        foreach (var history in basis.Returns)
        {
            if (!basis.Programme.Covers(history.Period))
                continue;
            var dueAt = basis.Programme.DueAt(history.Period);
            var late = history.Changes
                .Where(change => change.Kind is FigureChangeKind.Stated or FigureChangeKind.Restated or FigureChangeKind.Withdrawn)
                .Where(change => !Timeliness.IsOnTime(change.Entry.Event.On, change.Entry.Provenance.RecordedAt, dueAt))
                .ToLookup(change => change.Kind == FigureChangeKind.Stated);
            var dueOn = basis.Programme.Calendar.DueOn(history.Period);
            foreach (var (isFirst, changes) in late.Select(group => (group.Key, group.ToList())))
            {
                var last = changes.Max(change => change.Entry.Event.On);
                var days = NodaTime.Period.DaysBetween(dueOn, last);
                var sentBack = changes.Count(change => change.SentBack);
                yield return AuditFindings.Find(
                    FindingKind.AfterDeadline, isFirst ? "stated-after-deadline" : "changed-after-deadline", history.Zone, history.Period,
                    changes.Select(change => change.Entry),
                    basis.NameOf(history.Zone), history.Period, changes.Select(change => change.After.Series).Distinct().Count(), last, days, dueOn) with
                {
                    Figures = [.. changes.Select(change => change.After).DistinctBy(figure => figure.Series).Select(FigureAtIssue.Of)],
                    Measures =
                    [
                        new("days-late", days),
                        .. sentBack == 0 ? [] : new[] { new FindingMeasure("sent-back", sentBack) },
                    ],
                    Given = changes.Select(change => change.Reason).FirstOrDefault(reason => reason is not null),
                };
            }
        }
    }
}
