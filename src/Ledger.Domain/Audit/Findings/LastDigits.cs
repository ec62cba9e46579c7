using Ledger.Domain.Programme;

namespace Ledger.Domain.Audit.Findings;

/// <summary>Whether the last digits of a zone's amounts are spread evenly, as those of measured amounts are.</summary>
/// <remarks>
/// Pearson's χ² = Σ (observed − n/10)² ÷ (n/10) over the ten digits, nine degrees of freedom, exactly. Amounts of less than a hundred steps
/// of their last place are left aside, whose last digit is nearly their only one, and counts, which are small; the test needs five
/// expected of each digit (Cochran, 1954), hence fifty amounts at least.
/// </remarks>
public static class LastDigits
{
    internal static IEnumerable<AuditFinding> Of(FindingBasis basis)
    {
        foreach (var zone in basis.Returns.GroupBy(history => history.Zone))
        {
            var told = zone.SelectMany(history => history.State.Standing.Select(figure => (History: history, Figure: figure, Series: basis.Programme.FindSeries(figure.Series))))
                .Where(each => each.Series is { Places: > 0 })
                .Select(each => (each.History, each.Figure, Steps: decimal.Truncate(each.Figure.Value / new decimal(1, 0, 0, isNegative: false, (byte)each.Series!.Places))))
                .Where(each => each.Steps >= 100)
                .ToList();
            if (told.Count < basis.Rules.DigitValues)
                continue;
            int[] counts = [.. Enumerable.Range(0, 10).Select(digit => told.Count(each => each.Steps % 10 == digit))];
            var chiSquare = ChiSquare(counts);
            if (chiSquare <= basis.Rules.DigitChiSquare)
                continue;
            var most = counts.Index().MaxBy(count => count.Item);
            var entries = told.Where(each => each.Steps % 10 == most.Index).Select(each => each.History.Stating(each.Figure.Series));
            yield return AuditFindings.Find(
                FindingKind.RepeatedDigits, "digits-uneven", zone.Key, period: null, entries,
                basis.NameOf(zone.Key), told.Count, most.Index, most.Item, chiSquare.Round(3), basis.Rules.DigitChiSquare) with
            {
                Measures =
                [
                    new("values", told.Count),
                    new("chi-square", chiSquare.Round(3)),
                    .. counts.Index().Select(count => new FindingMeasure(FormattableString.Invariant($"digit-{count.Index}"), count.Item)),
                ],
            };
        }
    }

    /// <param name="counts">How often each of the ten digits came.</param>
    public static Rational ChiSquare(IReadOnlyList<int> counts)
    {
        var expected = new Rational(counts.Sum(), 10);
        return counts.Aggregate(Rational.Zero, (sum, count) => sum + (((Rational)count - expected).Power(2) / expected));
    }
}
