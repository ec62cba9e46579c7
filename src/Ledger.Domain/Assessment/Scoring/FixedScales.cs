using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>s = low + (high − low)·(x − worse post) ÷ (better post − worse post), clipped to the posts or not.</summary>
internal sealed class Goalposts(Rule rule) : ScaleOfOne
{
    private readonly Rational low = Of(rule.Low);
    private readonly Rational span = Of(rule.High) - Of(rule.Low);
    private readonly Rational worse = Of(rule.Direction == Direction.Down ? rule.UpperPost : rule.LowerPost);
    private readonly Rational better = Of(rule.Direction == Direction.Down ? rule.LowerPost : rule.UpperPost);

    protected override CriterionResult Score(Entry entry, Span span)
    {
        if (entry.Value is not MetricValue.Known(var value))
            return Unknown(entry.Value);
        var share = (value - worse) / (better - worse);
        return CriterionResult.Scored(
            low + (this.span * (rule.Clip == true ? Clamp(share) : share)),
            new Term("value", value), new Term("worst", worse), new Term("best", better));
    }
}

/// <summary>The score of the band that the value lies in.</summary>
internal sealed class Banded(Rule rule) : ScaleOfOne
{
    protected override CriterionResult Score(Entry entry, Span span)
    {
        if (entry.Value is not MetricValue.Known(var value))
            return Unknown(entry.Value);
        var band = rule.Bands!.First(band => Holds(band, value));
        return CriterionResult.Scored(band.Score, new Term("value", value));
    }

    private bool Holds(Band band, Rational value) => rule.Direction == Direction.Down
        ? (band.From is not { } below || value > below) && (band.To is not { } upTo || value <= upTo)
        : (band.From is not { } from || value >= from) && (band.To is not { } above || value < above);
}
