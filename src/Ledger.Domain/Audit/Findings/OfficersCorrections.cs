using Ledger.Domain.Reporting;

namespace Ledger.Domain.Audit.Findings;

/// <summary>Corrections that one officer asked for within a stretch of time, whatever became of them.</summary>
internal static class OfficersCorrections
{
    public static IEnumerable<AuditFinding> Of(FindingBasis basis)
    {
        var asked =
            from history in basis.Returns
            from entry in history.Events
            where entry.Event is CorrectionRequested
            group (History: history, Entry: entry, Asked: (CorrectionRequested)entry.Event) by entry.Provenance.Actor.Officer;
        foreach (var officer in asked)
        {
            var all = officer.OrderBy(each => each.Entry.Event.On).ThenBy(each => each.Entry.Provenance.Position).ToList();
            for (var first = 0; first < all.Count;)
            {
                var until = all[first].Entry.Event.On.PlusDays(basis.Rules.OfficerDays);
                var together = all.Skip(first).TakeWhile(each => each.Entry.Event.On <= until).ToList();
                if (together.Count < basis.Rules.OfficerCorrections)
                {
                    first++;
                    continue;
                }

                first += together.Count;
                string[] zones = [.. together.Select(each => each.History.Zone).Distinct()];
                yield return AuditFindings.Find(
                    FindingKind.RepeatedCorrections, "repeated-corrections", zones is [var zone] ? zone : null, period: null,
                    together.Select(each => each.Entry),
                    new OfficerAtIssue(officer.Key), zones.Select(basis.NameOf).ToList(), together.Count, together[0].Entry.Event.On, together[^1].Entry.Event.On) with
                {
                    Figures = [.. together.Select(each => new FigureAtIssue(each.History.Zone, each.Asked.Series, each.History.Period, each.Asked.Value)).Distinct()],
                    Measures =
                    [
                        new("corrections", together.Count),
                        new("errors", together.Count(each => each.Asked.Kind == CorrectionKind.Error)),
                        new("revisions", together.Count(each => each.Asked.Kind == CorrectionKind.Revision)),
                    ],
                };
            }
        }
    }
}
