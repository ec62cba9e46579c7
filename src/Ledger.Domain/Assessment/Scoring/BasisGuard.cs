using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>Refuses a basis that does not fit the scheme; nothing in it may go by without effect.</summary>
internal static class BasisGuard
{
    /// <exception cref="ArgumentException">It does not fit; commands see to it that this is never so.</exception>
    public static void Check(AssessmentScheme scheme, Basis basis)
    {
        if (Misfits(scheme, basis).FirstOrDefault() is { } misfit)
            throw new ArgumentException(misfit, nameof(basis));
    }

    private static IEnumerable<string> Misfits(AssessmentScheme scheme, Basis basis)
    {
        var criteria = scheme.Tree.SelfAndBelow().Where(node => node.IsCriterion).ToDictionary(node => node.Id, node => node.Rule!);
        var zones = basis.Zones.Select(zone => zone.Zone).ToHashSet();
        if (zones.Count != basis.Zones.Count)
            yield return "A zone stands twice in the basis.";
        if (basis.Year <= scheme.BaselineYear || basis.Year > scheme.TargetYear)
            yield return $"{basis.Year} is not a year of the scheme.";
        foreach (var misfit in basis.Zones.SelectMany(zone => Values(zone, criteria.Values)))
            yield return misfit;
        foreach (var misfit in Votes(basis, zones, criteria))
            yield return misfit;

        var items = scheme.Bonus.Items.Concat(scheme.Deduction.Items).Select(item => item.Id).ToHashSet();
        foreach (var occurrence in basis.Occurrences)
        {
            if (!zones.Contains(occurrence.Zone) || !items.Contains(occurrence.Item) || occurrence.Count < 1)
                yield return $"{occurrence} fits no item.";
        }

        var vetoes = scheme.Vetoes.Select(veto => veto.Id).ToHashSet();
        foreach (var veto in basis.Vetoes.Where(veto => !zones.Contains(veto.Zone) || !vetoes.Contains(veto.Item)))
            yield return $"{veto} fits no veto item.";
    }

    private static IEnumerable<string> Values(ZoneBasis zone, IEnumerable<Rule> rules)
    {
        foreach (var rule in rules.Where(rule => rule.Metric is not null))
        {
            if (!zone.Metrics.ContainsKey(rule.Metric!))
                yield return $"{zone.Zone} has no value, not even a missing one, for {rule.Metric}.";
            if (RuleSettings.StartsFromBaseline(rule) && !zone.Baselines.ContainsKey(rule.Metric!))
                yield return $"{zone.Zone} has no baseline, not even a missing one, for {rule.Metric}.";
        }
    }

    private static IEnumerable<string> Votes(Basis basis, HashSet<string> zones, Dictionary<string, Rule> criteria)
    {
        foreach (var ballot in basis.Ballots)
        {
            if (!zones.Contains(ballot.Zone) || !criteria.TryGetValue(ballot.Criterion, out var rule) || rule.Levels is null)
                yield return $"No ballot is taken on {ballot.Criterion} of {ballot.Zone}.";
            else if (!rule.Levels.Any(level => level.Level == ballot.Level))
                yield return $"{ballot.Level} is not a level of {ballot.Criterion}.";
        }

        if (basis.Ballots.DistinctBy(ballot => (ballot.Member, ballot.Zone, ballot.Criterion)).Count() != basis.Ballots.Count)
            yield return "A member has two ballots on one criterion of one zone.";
        foreach (var recusal in basis.Recusals.Where(recusal => !zones.Contains(recusal.Zone)))
            yield return $"{recusal} is for no zone of the basis.";
    }
}
