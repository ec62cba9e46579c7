using Ledger.Domain.Reporting;

namespace Ledger.Domain.Audit.Findings;

/// <summary>A corrected figure: after it was published where a notice or a result had gone out with the value before, else after its acceptance.</summary>
internal static class LateChanges
{
    public static IEnumerable<AuditFinding> Of(FindingBasis basis) =>
        from history in basis.Returns
        from change in history.Changes
        where change.Kind == FigureChangeKind.Corrected
        select Of(basis, history, change);

    private static AuditFinding Of(FindingBasis basis, ReturnHistory history, FigureChange change)
    {
        var (before, after, entry) = (change.Before!, change.After, change.Entry);
        Cut[] published =
        [
            .. basis.Cuts.Where(cut => cut.IsPublished && cut.Covers(history.Period)
                && cut.Through >= change.StoodSince && cut.Position < entry.Provenance.Position),
        ];
        var accepted = history.State.AcceptedOn!.Value;
        var first = published is [var earliest, ..] ? earliest : null;
        var code = first switch
        {
            null => "changed-after-acceptance",
            { Kind: CutKind.Notice } => "changed-after-notice",
            _ => "changed-after-result",
        };
        return AuditFindings.Find(
            first is null ? FindingKind.AfterAcceptance : FindingKind.AfterPublication, code, history.Zone, history.Period, Asked(history, change),
            basis.SeriesName(after.Series), basis.NameOf(history.Zone), history.Period, before.Value, after.Value, entry.Event.On,
            first?.On ?? accepted, first?.Number ?? "", first?.Period ?? history.Period) with
        {
            Figures = [FigureAtIssue.Of(after)],
            Measures =
            [
                new("before", before.Value),
                new("after", after.Value),
                .. before.Value == 0 ? [] : new[] { new FindingMeasure("percent", (100 * (((Rational)after.Value / before.Value) - 1)).Round(2)) },
                new("days-since", NodaTime.Period.DaysBetween(first?.On ?? accepted, entry.Event.On)),
                .. published.Length == 0 ? [] : new[] { new FindingMeasure("times-published", published.Length) },
            ],
            Given = change.Reason,
        };
    }

    private static IEnumerable<Recorded<ReturnEvent>> Asked(ReturnHistory history, FigureChange change)
    {
        var number = ((CorrectionApproved)change.Entry.Event).Correction;
        return history.Events.Where(entry => entry.Event is CorrectionRequested asked && asked.Correction == number).Append(change.Entry);
    }
}
