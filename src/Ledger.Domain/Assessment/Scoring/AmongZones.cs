using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>A rule that compares the zones with one another; with fewer than two known values there is nothing to compare.</summary>
internal abstract class ScaleOfMany : Scale
{
    public sealed override IReadOnlyList<CriterionResult> Score(IReadOnlyList<Entry> field, Span span)
    {
        var known = field.Select(entry => entry.Value).OfType<MetricValue.Known>().Select(value => value.Exact).Order().ToArray();
        var score = known.Length < 2 ? _ => CriterionResult.NotApplicable(ScoreReasons.NothingToCompare) : Among(known);
        return [.. field.Select(entry => entry.Value is MetricValue.Known(var value) ? score(value) : Unknown(entry.Value))];
    }

    /// <param name="known">All known values, at least two, the smallest first.</param>
    protected abstract Func<Rational, CriterionResult> Among(Rational[] known);
}

/// <summary>s = low + (high − low)·(x − worst) ÷ (best − worst); all equal: a score of its own.</summary>
internal sealed class MinMax(Rule rule) : ScaleOfMany
{
    private readonly Rational low = Of(rule.Low);
    private readonly Rational span = Of(rule.High) - Of(rule.Low);
    private readonly Rational allEqual = Of(rule.AllEqual);

    protected override Func<Rational, CriterionResult> Among(Rational[] known)
    {
        var (worst, best) = rule.Direction == Direction.Down ? (known[^1], known[0]) : (known[0], known[^1]);
        return value => CriterionResult.Scored(
            worst == best ? allEqual : low + (span * ((value - worst) / (best - worst))),
            new Term("value", value), new Term("worst", worst), new Term("best", best));
    }
}

/// <summary>s = 100·(N − r + 1) ÷ N, r being the place among N, where equals share the better one (1, 2, 2, 4).</summary>
internal sealed class ByRank(Rule rule) : ScaleOfMany
{
    protected override Func<Rational, CriterionResult> Among(Rational[] known)
    {
        var places = Places.Of(rule.Direction == Direction.Down ? known : [.. known.Reverse()], Ties.Competition)
            .Zip(rule.Direction == Direction.Down ? known : known.Reverse())
            .DistinctBy(pair => pair.Second)
            .ToDictionary(pair => pair.Second, pair => pair.First);
        return value => CriterionResult.Scored(
            new Rational(100 * (known.Length - places[value] + 1), known.Length),
            new Term("value", value), new Term("place", places[value]), new Term("zones", known.Length));
    }
}
