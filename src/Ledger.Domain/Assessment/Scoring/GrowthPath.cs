using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Measures;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>need = b·(1 + rate)ⁿ; s = 100·clamp((x − b) ÷ (need − b), 0, 1).</summary>
/// <remarks>
/// On a base of zero no growth is defined: anything at all is full (for a path that falls: nothing at all), and
/// the score is flagged. The yearly growth achieved, (x ÷ b)^(1/n) − 1, is stated for information.
/// </remarks>
internal sealed class GrowthPath(Rule rule) : ScaleOfOne
{
    private readonly Rational factor = Rational.One + Of(rule.Rate);

    protected override CriterionResult Score(Entry entry, Span span)
    {
        if (entry.Baseline is not MetricValue.Known(var baseline))
            return Unknown(entry.Baseline!);
        if (entry.Value is not MetricValue.Known(var value))
            return Unknown(entry.Value, new Term("baseline", baseline));
        var terms = new List<Term> { new("baseline", baseline), new("value", value) };
        if (baseline.Sign < 0 || span.Passed <= 0)
            return CriterionResult.NotApplicable(baseline.Sign < 0 ? Reasons.NegativeBase : Reasons.NoTarget, terms);
        if (baseline.IsZero)
        {
            var isMet = factor > Rational.One ? value.Sign > 0 : value.Sign <= 0;
            return CriterionResult.Scored(isMet ? 100 : 0, terms) with { Flag = Reasons.ZeroBase };
        }

        var need = baseline * factor.Power(span.Passed);
        terms.Add(new("need", need));
        if (value.Sign >= 0)
            terms.Add(new("yearlyGrowth", YearlyGrowth(value / baseline, span.Passed)));
        return CriterionResult.Scored(100 * Clamp((value - baseline) / (need - baseline)), terms);
    }

    private static Rational YearlyGrowth(Rational ratio, int years) =>
        Roots.Power(ratio, new Rational(1, years)) - Rational.One;
}
