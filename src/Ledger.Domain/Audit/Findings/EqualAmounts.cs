using Ledger.Domain.Programme;

namespace Ledger.Domain.Audit.Findings;

/// <summary>The same amount in a row: of a flow in the same period of one year after another, of a stock in one period after another.</summary>
/// <remarks>Counts repeat by themselves and are left aside; so is zero, which says that there was nothing.</remarks>
internal static class EqualAmounts
{
    public static IEnumerable<AuditFinding> Of(FindingBasis basis)
    {
        var amounts =
            from history in basis.Returns
            from figure in history.State.Standing
            let series = basis.Programme.FindSeries(figure.Series)
            where series is { Places: > 0 }
            group (Figure: figure, Entry: history.Stating(figure.Series)) by (figure.Zone, figure.Series, Kind: series.Kind == SeriesKind.Flow ? figure.Period.Quarter : figure.Period.IsYear ? 0 : 1);
        foreach (var row in amounts)
        {
            var ordered = row.OrderBy(each => each.Figure.Period).ToList();
            for (var first = 0; first < ordered.Count;)
            {
                var equal = ordered.Skip(first).TakeWhile(each => each.Figure.Value == ordered[first].Figure.Value).ToList();
                first += equal.Count;
                if (equal.Count < basis.Rules.EqualValues || equal[0].Figure.Value == 0)
                    continue;
                yield return AuditFindings.Find(
                    FindingKind.EqualValues, "amounts-equal", row.Key.Zone, equal[^1].Figure.Period, equal.Select(each => each.Entry),
                    basis.SeriesName(row.Key.Series), basis.NameOf(row.Key.Zone), equal[0].Figure.Value, equal.Count, equal[0].Figure.Period, equal[^1].Figure.Period) with
                {
                    Figures = [.. equal.Select(each => FigureAtIssue.Of(each.Figure))],
                    Measures = [new("times", equal.Count)],
                };
            }
        }
    }
}
