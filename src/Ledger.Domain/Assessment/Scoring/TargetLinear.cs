using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Measures;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>a = value ÷ τ (τ ÷ value where less is better); s = 100·clamp((a − floor) ÷ (full − floor), 0, 1).</summary>
/// <remarks>
/// As a cliff: nothing below the floor, else 100·min(a ÷ full, 1). A target of zero asks for nothing, so the criterion
/// does not apply, whether or not a value was stated.
/// </remarks>
internal sealed class TargetLinear(Rule rule) : ScaleOfOne
{
    private readonly Rational floor = Of(rule.Floor);
    private readonly Rational full = Of(rule.Full);
    private readonly bool isDown = rule.Direction == Direction.Down;

    protected override CriterionResult Score(Entry entry, Span span)
    {
        var target = Target(entry);
        var terms = new List<Term> { new("target", target) };
        if (target.Sign <= 0)
            return CriterionResult.NotApplicable(Reasons.NoTarget, terms);
        if (entry.Baseline is not (null or MetricValue.Known))
            return Unknown(entry.Baseline, terms);
        if (entry.Baseline is MetricValue.Known(var baseline))
            terms.Add(new("baseline", baseline));
        var due = Due(target, entry.Baseline, span);
        terms.Add(new("due", due));
        if (due.Sign <= 0)
            return CriterionResult.NotApplicable(Reasons.NoTarget, terms);
        if (entry.Value is not MetricValue.Known(var value))
            return Unknown(entry.Value, terms);
        terms.Add(new("value", value));

        // Where less is better and nothing is left, the target is met however far one looks beyond it.
        if (isDown && value.Sign <= 0)
            return CriterionResult.Scored(100, terms);
        var attainment = isDown ? due / value : value / due;
        terms.Add(new("attainment", attainment));
        return CriterionResult.Scored(100 * Share(attainment), terms) with { Attainment = attainment };
    }

    private Rational Share(Rational attainment) => rule.FloorMode == FloorMode.Cliff
        ? attainment < floor ? Rational.Zero : Rational.Min(attainment / full, Rational.One)
        : Clamp((attainment - floor) / (full - floor));

    private Rational Target(Entry entry) => rule.Path switch
    {
        // A zone that there was not yet when the target was shared out has no part in it; one that others became part of has theirs too.
        PathKind.CumAlloc or PathKind.AnnualAlloc => entry.Merged.Prepend(entry.Zone).Sum(zone => rule.Allocation!.GetValueOrDefault(zone)),
        _ => rule.ZoneTargets is { } own && own.TryGetValue(entry.Zone, out var target) ? target : Of(rule.Target),
    };

    private Rational Due(Rational target, MetricValue? baseline, Span span) => rule.Path switch
    {
        PathKind.LinearShare => OnLine(((MetricValue.Known)baseline!).Exact, target, span),
        PathKind.CumAlloc => target * new Rational(span.Passed, span.Whole),
        PathKind.AnnualAlloc or PathKind.Fixed => target,
        _ => throw new InvalidOperationException($"{rule.Path} is not a path."),
    };

    /// <summary>A zone already there at the start has the target itself to keep.</summary>
    private Rational OnLine(Rational baseline, Rational target, Span span) =>
        (isDown ? baseline <= target : baseline >= target)
            ? target
            : baseline + ((target - baseline) * new Rational(span.Passed, span.Whole));
}
