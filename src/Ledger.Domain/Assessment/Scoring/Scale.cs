using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>A rule with its settings, ready to score the zones of a year on one metric.</summary>
internal abstract class Scale
{
    /// <summary>One result for each entry, in their order.</summary>
    public abstract IReadOnlyList<CriterionResult> Score(IReadOnlyList<Entry> field, Span span);

    /// <param name="rule">Without faults, and not of ballots.</param>
    public static Scale Of(Rule rule) => rule.Kind switch
    {
        RuleKind.TargetLinear => new TargetLinear(rule),
        RuleKind.GrowthPath => new GrowthPath(rule),
        RuleKind.MinMax => new MinMax(rule),
        RuleKind.Goalposts => new Goalposts(rule),
        RuleKind.Rank => new ByRank(rule),
        RuleKind.Banded => new Banded(rule),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>The result that stands where a value is not known.</summary>
    protected static CriterionResult Unknown(MetricValue value, params IReadOnlyList<Term> terms) => value switch
    {
        MetricValue.Missing missing => CriterionResult.Missing(missing.Reason, terms),
        MetricValue.NotApplicable not => CriterionResult.NotApplicable(not.Reason, terms),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    protected static Rational Clamp(Rational value) => Rational.Min(Rational.Max(value, Rational.Zero), Rational.One);

    protected static Rational Of(decimal? setting) =>
        setting ?? throw new ArgumentNullException(nameof(setting), "A rule without faults states this setting.");
}

/// <summary>A zone as a rule sees it.</summary>
/// <param name="Baseline">Null where the rule does not start from one.</param>
/// <param name="Merged">Zones that have become part of it.</param>
internal readonly record struct Entry(string Zone, MetricValue Value, MetricValue? Baseline, IReadOnlyList<string> Merged);

/// <summary>How many years of how many have passed since the baseline year.</summary>
internal readonly record struct Span(int Passed, int Whole);

/// <summary>A rule that looks at each zone by itself.</summary>
internal abstract class ScaleOfOne : Scale
{
    public sealed override IReadOnlyList<CriterionResult> Score(IReadOnlyList<Entry> field, Span span)
    {
        var results = new CriterionResult[field.Count];
        for (var index = 0; index < results.Length; index++)
            results[index] = Score(field[index], span);
        return results;
    }

    protected abstract CriterionResult Score(Entry entry, Span span);
}
