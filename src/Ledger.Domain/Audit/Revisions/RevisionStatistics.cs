namespace Ledger.Domain.Audit.Revisions;

/// <param name="Earlier">The value of the earlier release.</param>
/// <param name="Later">That of the later one, the same where nothing changed.</param>
public sealed record ReleasedPair(Rational Earlier, Rational Later)
{
    public Rational Revision => Later - Earlier;
}

/// <summary>
/// How far later values lie from earlier ones, as the OECD and Eurostat define it (OECD, Data and Metadata Reporting and Presentation Handbook, 2007;
/// McKenzie and Gamba, Interpreting the results of revision analyses, 2008): a revision is the later value less the earlier one.
/// </summary>
/// <remarks>
/// All but the standard deviation is exact. There is no test of bias: most figures are never revised, so a t-statistic, whatever its variance
/// is made robust against, would rest on a handful of revisions and on zeros; what there is to see is the mean, the signs and n.
/// </remarks>
/// <param name="Count">n: pairs, those without a revision included.</param>
/// <param name="Revised">Those whose later value is another.</param>
/// <param name="Upwards">Those whose later value is larger.</param>
public sealed record RevisionStatistics(int Count, int Revised, int Upwards)
{
    public int Downwards => Revised - Upwards;

    /// <summary>Σr ÷ n, in the series' unit.</summary>
    public Rational? Mean { get; init; }

    /// <summary>Σ|r| ÷ n.</summary>
    public Rational? MeanAbsolute { get; init; }

    /// <summary>Σ|r| ÷ Σ|later value|, in per cent; null where all later values are zero.</summary>
    public Rational? RelativeMeanAbsolute { get; init; }

    public Rational? Smallest { get; init; }

    public Rational? Largest { get; init; }

    /// <summary>Largest less smallest.</summary>
    public Rational? Range => Largest - Smallest;

    /// <summary>Of a sample: √(Σ(r − mean)² ÷ (n − 1)), to thirty places; null for less than two.</summary>
    public Rational? StandardDeviation { get; init; }

    public static RevisionStatistics Of(IReadOnlyCollection<ReleasedPair> pairs)
    {
        Rational[] revisions = [.. pairs.Select(pair => pair.Revision)];
        var statistics = new RevisionStatistics(revisions.Length, revisions.Count(r => !r.IsZero), revisions.Count(r => r.Sign > 0));
        if (revisions.Length == 0)
            return statistics;
        var absolute = Sum(revisions.Select(Absolute));
        var later = Sum(pairs.Select(pair => Absolute(pair.Later)));
        return statistics with
        {
            Mean = Sum(revisions) / revisions.Length,
            MeanAbsolute = absolute / revisions.Length,
            RelativeMeanAbsolute = later.IsZero ? null : 100 * absolute / later,
            Smallest = revisions.Min(),
            Largest = revisions.Max(),
            StandardDeviation = Deviation(revisions),
        };
    }

    /// <summary>Of a sample of any values.</summary>
    public static Rational? Deviation(IReadOnlyCollection<Rational> values)
    {
        if (values.Count < 2)
            return null;
        var mean = Sum(values) / values.Count;
        var variance = Sum(values.Select(value => (value - mean).Power(2))) / (values.Count - 1);
        return variance.IsZero ? Rational.Zero : Roots.Power(variance, new Rational(1, 2));
    }

    private static Rational Absolute(Rational value) => value.Sign < 0 ? -value : value;

    private static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Rational.Zero, (sum, value) => sum + value);
}
