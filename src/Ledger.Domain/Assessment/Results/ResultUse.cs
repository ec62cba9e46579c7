using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Measures;

namespace Ledger.Domain.Assessment.Results;

/// <summary>What of one zone's scorecard rests on a figure. Where a criterion does, the final score and the grade do.</summary>
/// <param name="Criteria">In the scheme's order; none where only the zone's place does.</param>
/// <param name="IsPlaced">Whether its place rests on it: that of every ranked zone does once any ranked zone's final score does.</param>
public sealed record ResultUse(string Zone, IReadOnlyList<string> Criteria, bool IsPlaced)
{
    /// <returns>The zones of which anything does, in the result's order.</returns>
    public static IReadOnlyList<ResultUse> Of(ResultContent content, DerivedBasis derived, FigureUse figure)
    {
        var measured = content.Scheme.Tree.SelfAndBelow().Where(node => node.Rule?.Metric is not null).ToList();
        var touched = content.Zones.ToDictionary(
            score => score.Zone,
            score => measured.Where(node => Rests(node.Rule!, score.Zone)).Select(node => node.Id).ToList());
        var ranked = content.Basis.Zones.Where(zone => zone.IsRanked).Select(zone => zone.Zone).ToHashSet();
        var isPlaced = ranked.Any(zone => touched[zone].Count > 0);
        return
        [
            .. content.Zones.Select(score => new ResultUse(score.Zone, touched[score.Zone], isPlaced && ranked.Contains(score.Zone)))
                .Where(use => use.Criteria.Count > 0 || use.IsPlaced),
        ];

        bool Rests(Rule rule, string zone) =>
            (RuleSettings.ComparesZones(rule) ? content.Zones.Select(score => score.Zone) : [zone])
                .Any(compared => figure.In(derived.Metrics[(compared, rule.Metric!)]))
            || (derived.Baselines.TryGetValue((zone, rule.Metric!), out var baseline) && figure.In(baseline));
    }
}
