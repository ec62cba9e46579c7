using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Audit.Findings;

/// <summary>A return that was reviewed from where it came: by the zone's own organisation, its host's, or someone who had reported for the zone.</summary>
/// <remarks>
/// Such an act is refused when it is tried. It comes to light afterwards where a host was entered later, or where an officer changed sides.
/// </remarks>
internal static class OneHand
{
    public static IEnumerable<AuditFinding> Of(FindingBasis basis)
    {
        foreach (var zone in basis.Returns.GroupBy(history => history.Zone))
        {
            var reported = zone.SelectMany(history => history.Events).Select(entry => entry.Provenance.Actor)
                .Where(actor => actor.Role == Role.Reporter).ToList();
            var persons = reported.Select(actor => actor.Officer).ToHashSet(StringComparer.Ordinal);
            foreach (var history in zone)
            {
                var organisations = reported.Select(actor => actor.Organisation).Append(zone.Key)
                    .Concat(basis.Programme.FindZone(zone.Key)?.HostsSince(history.Period.Start) ?? []).ToHashSet(StringComparer.Ordinal);
                var reviews = history.Events.Where(entry => IsReview(entry.Event)
                    && (persons.Contains(entry.Provenance.Actor.Officer) || organisations.Contains(entry.Provenance.Actor.Organisation)));
                foreach (var acts in reviews.GroupBy(entry => (entry.Provenance.Actor.Officer, entry.Provenance.Actor.Organisation)))
                {
                    var on = acts.Max(entry => entry.Event.On);
                    yield return AuditFindings.Find(
                        FindingKind.OneOrganisation, persons.Contains(acts.Key.Officer) ? "one-person" : "one-organisation",
                        history.Zone, history.Period, acts,
                        basis.NameOf(history.Zone), history.Period, new OfficerAtIssue(acts.Key.Officer), basis.OrganisationName(acts.Key.Organisation, on)) with
                    {
                        Measures = [new("acts", acts.Count())],
                    };
                }
            }
        }
    }

    private static bool IsReview(ReturnEvent @event) =>
        @event is FigureQueried or ReturnSentBack or ReturnAccepted or CorrectionApproved or CorrectionRefused;
}
