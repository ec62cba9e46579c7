using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Audit.Findings;

/// <summary>Entries that were recorded long after the dates of their papers; many that came together are one question.</summary>
internal static class Backdating
{
    public static IEnumerable<AuditFinding> Of(FindingBasis basis)
    {
        foreach (var zone in basis.Returns.GroupBy(history => history.Zone))
        {
            var late = zone.SelectMany(history => history.Events.Select(entry => (History: history, Entry: entry)))
                .Where(each => each.Entry.Event is not ReturnFellOverdue && Delay(each.Entry) > basis.Rules.BackdatedDays)
                .OrderBy(each => each.Entry.Provenance.Position).ToList();
            foreach (var together in Together(late, each => each.Entry.Provenance.RecordedAt, Duration.FromMinutes(basis.Rules.ClusterMinutes)))
            {
                var found = together.Count >= basis.Rules.ClusterEntries
                    ? [Cluster(basis, zone.Key, [.. together.Select(each => each.Entry)])]
                    : together.GroupBy(each => each.History).Select(group => Few(basis, group.Key, [.. group.Select(each => each.Entry)]));
                foreach (var finding in found)
                    yield return finding;
            }
        }
    }

    private static AuditFinding Few(FindingBasis basis, ReturnHistory history, Recorded<ReturnEvent>[] entries)
    {
        var most = entries.Max(Delay);
        return AuditFindings.Find(
            FindingKind.Backdated, "recorded-late", history.Zone, history.Period, entries,
            basis.NameOf(history.Zone), history.Period, entries.Length, Day(entries[^1]), most) with
        {
            Figures =
            [
                .. entries.Select(entry => entry.Event).OfType<FigureReported>().DistinctBy(e => e.Series)
                    .Select(e => new FigureAtIssue(history.Zone, e.Series, history.Period, e.Value)),
            ],
            Measures = [new("entries", entries.Length), new("days-after-paper", most)],
        };
    }

    private static AuditFinding Cluster(FindingBasis basis, string zone, Recorded<ReturnEvent>[] entries) =>
        AuditFindings.Find(
            FindingKind.Cluster, "recorded-together", zone, period: null, entries,
            basis.NameOf(zone), entries.Length, entries.Min(entry => entry.Event.On), entries.Max(entry => entry.Event.On),
            entries[0].Provenance.RecordedAt, entries[^1].Provenance.RecordedAt, entries.Max(Delay)) with
        {
            Measures =
            [
                new("entries", entries.Length),
                new("days-after-paper", entries.Max(Delay)),
                new("officers", entries.Select(entry => entry.Provenance.Actor.Officer).Distinct().Count()),
            ],
        };

    private static IEnumerable<List<T>> Together<T>(List<T> ordered, Func<T, Instant> at, Duration apart)
    {
        var together = new List<T>();
        foreach (var each in ordered)
        {
            if (together.Count > 0 && at(each) - at(together[^1]) > apart)
            {
                yield return together;
                together = [];
            }

            together.Add(each);
        }

        if (together.Count > 0)
            yield return together;
    }

    private static int Delay(Recorded<ReturnEvent> entry) => NodaTime.Period.DaysBetween(entry.Event.On, Day(entry));

    private static LocalDate Day(Recorded<ReturnEvent> entry) => entry.Provenance.RecordedAt.InZone(DocumentDate.Zone).Date;
}
