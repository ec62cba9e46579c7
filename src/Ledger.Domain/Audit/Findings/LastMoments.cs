using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Audit.Findings;

/// <summary>A value that was changed shortly before figures were cut off.</summary>
/// <remarks>
/// The ledger's clock judges where the cut was itself recorded in time. Where it was entered long after its paper, as when old papers are
/// brought in, the papers' dates judge.
/// </remarks>
internal static class LastMoments
{
    public static IEnumerable<AuditFinding> Of(FindingBasis basis)
    {
        Cut[] cuts = [.. basis.Cuts.Where(cut => cut.Kind != CutKind.Result).OrderBy(cut => cut.Through)];
        foreach (var history in basis.Returns)
        {
            foreach (var change in history.Changes.Where(IsOne))
            {
                var next = Array.Find(cuts, cut => cut.Through >= change.Entry.Provenance.Position && cut.Covers(history.Period));
                if (next is null || DaysBefore(basis, next, change.Entry) is not { } days || days > basis.Rules.BeforeCutDays)
                    continue;
                yield return AuditFindings.Find(
                    FindingKind.BeforeCut, next.Kind == CutKind.Notice ? "changed-before-notice" : "changed-before-freeze",
                    history.Zone, history.Period, [change.Entry],
                    basis.SeriesName(change.After.Series), basis.NameOf(history.Zone), history.Period, change.Entry.Event.On, days,
                    next.Number ?? "", next.Period) with
                {
                    Figures = [FigureAtIssue.Of(change.After)],
                    Measures =
                    [
                        .. change.Before is { } before ? new[] { new FindingMeasure("before", before.Value) } : [],
                        new("after", change.After.Value),
                        new("cut-position", next.Through),
                    ],
                    Given = change.Reason,
                };
            }
        }
    }

    private static bool IsOne(FigureChange change) =>
        change.Kind is FigureChangeKind.Restated or FigureChangeKind.Withdrawn or FigureChangeKind.Corrected;

    /// <returns>Null where the papers stand the other way round.</returns>
    private static int? DaysBefore(FindingBasis basis, Cut cut, Recorded<ReturnEvent> entry)
    {
        var days = NodaTime.Period.DaysBetween(cut.On, Day(cut.RecordedAt)) <= basis.Rules.BackdatedDays
            ? NodaTime.Period.DaysBetween(Day(entry.Provenance.RecordedAt), Day(cut.ThroughAt))
            : NodaTime.Period.DaysBetween(entry.Event.On, cut.On);
        return days < 0 ? null : days;
    }

    private static LocalDate Day(Instant at) => at.InZone(DocumentDate.Zone).Date;
}
