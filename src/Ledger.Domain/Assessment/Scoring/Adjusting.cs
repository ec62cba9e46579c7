using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>Bonus and deduction points: each item up to its cap, all together up to the group's.</summary>
internal static class Adjusting
{
    public static AdjustmentScore Of(AdjustmentGroup group, string zone, Basis basis, NodeScore tree)
    {
        var items = group.Items
            .Select(item => (Item: item, Count: Count(item, zone, basis, tree)))
            .Where(counted => counted.Count > 0)
            .Select(counted => Points(counted.Item, counted.Count))
            .ToList();
        var sum = items.Aggregate(Rational.Zero, (total, item) => total + item.Points);
        return new AdjustmentScore(items, Rational.Min(sum, group.Cap), sum > group.Cap);
    }

    private static ItemScore Points(AdjustmentItem item, int count)
    {
        var points = item.Each * (Rational)count;
        return item.Cap is { } cap && points > cap
            ? new ItemScore(item, count, cap, IsCapped: true)
            : new ItemScore(item, count, points, IsCapped: false);
    }

    private static int Count(AdjustmentItem item, string zone, Basis basis, NodeScore tree)
    {
        var recorded = basis.Occurrences.Where(occurrence => occurrence.Zone == zone && occurrence.Item == item.Id)
            .Sum(occurrence => occurrence.Count);
        if (item.EarnedBy is not { } earned)
            return recorded;
        if (recorded != 0)
            throw new ArgumentException($"{item.Id} is earned by figures and is not recorded.", nameof(basis));
        return tree.SelfAndBelow().Count(node =>
            earned.Criteria.Contains(node.Id) && node.Criterion?.Attainment >= earned.Attainment);
    }
}
