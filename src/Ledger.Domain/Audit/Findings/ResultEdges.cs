using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Audit.Findings;

/// <summary>A published score that is the least for its grade, and a measured amount or share that lies exactly on the edge of a band.</summary>
/// <remarks>Bands of counts have edges wherever a count can fall; those are not asked about.</remarks>
internal static class ResultEdges
{
    public static IEnumerable<AuditFinding> Of(FindingBasis basis) => basis.Results.SelectMany(result => Of(basis, result));

    private static IEnumerable<AuditFinding> Of(FindingBasis basis, PublishedResult result)
    {
        var (scheme, year) = (result.Content.Scheme, Period.OfYear(result.Content.Year));
        foreach (var zone in result.Content.Zones)
        {
            var earned = scheme.Grades.FirstOrDefault(grade => grade.Id == zone.EarnedGrade);
            if (zone.Final is { } final && earned is { From: > 0 } && final == earned.From)
            {
                yield return AuditFindings.Find(
                    FindingKind.OnTheEdge, "least-for-grade", zone.Zone, year, [Published(result)], basis.NameOf(zone.Zone), year, final, earned.Name) with
                {
                    Measures = [new("score", final), new("grade-from", earned.From)],
                };
            }

            foreach (var criterion in scheme.Tree.SelfAndBelow().Where(node => node.Rule is { Kind: RuleKind.Banded } rule && IsMeasured(basis, scheme.Metrics.Single(metric => metric.Id == rule.Metric))))
            {
                if (result.Content.Basis.Zones.Single(each => each.Zone == zone.Zone).Metrics[criterion.Rule!.Metric!] is MetricValue.Known(var value)
                    && criterion.Rule.Bands!.SelectMany(band => new[] { band.From, band.To }).OfType<decimal>().Any(edge => value == edge))
                {
                    yield return AuditFindings.Find(
                        FindingKind.OnTheEdge, "on-band-edge", zone.Zone, year, [Published(result)], criterion.Name, basis.NameOf(zone.Zone), year, value.Round(4)) with
                    {
                        Measures = [new("value", value.Round(4))],
                    };
                }
            }
        }
    }

    private static bool IsMeasured(FindingBasis basis, SchemeMetric metric) => metric.Of.Any(id =>
        (basis.Programme.FindIndicator(id) is { } indicator
            ? basis.Programme.FindSeries(indicator.Measure.Numerator)
            : basis.Programme.Series.FirstOrDefault(series => series.Id == id)) is { Places: > 0 });

    private static FindingEvent Published(PublishedResult result) => new(
        result.Position, result.EventId, AssessmentYear.StreamId(result.Content.Year), nameof(ResultPublished),
        result.Officer, result.Organisation, result.On, result.RecordedAt);
}
