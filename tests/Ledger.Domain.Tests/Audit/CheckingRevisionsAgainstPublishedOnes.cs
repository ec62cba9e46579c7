using System.Globalization;
using Ledger.Domain.Audit.Revisions;

namespace Ledger.Domain.Tests.Audit;

/// <summary>Against what the package reviser prints of its real-time data of gross domestic product; see Reference/README.md.</summary>
public class CheckingRevisionsAgainstPublishedOnes
{
    private static readonly IReadOnlyList<string[]> Vintages = Read("vintages.csv");

    public static TheoryData<string, int, int, string, string> Published =>
        new(Read("published.csv").Select(row => (row[0], int.Parse(row[1], CultureInfo.InvariantCulture), int.Parse(row[2], CultureInfo.InvariantCulture), row[3], row[4])));

    [Theory]
    [MemberData(nameof(Published))]
    public void The_mean_revision_and_its_spread_are_those_that_were_published(string area, int release, int count, string mean, string noise)
    {
        var pairs = Pairs(area, release);
        var statistics = RevisionStatistics.Of(pairs);
        statistics.Count.ShouldBe(count);
        statistics.Mean!.Value.Round(3).ShouldBe(Number(mean));
        var signal = RevisionStatistics.Deviation([.. pairs.Select(pair => pair.Later)])!.Value;
        (statistics.StandardDeviation!.Value / signal).Round(3).ShouldBe(Number(noise));
    }

    [Fact]
    public void What_was_not_published_agrees_with_a_reckoning_in_binary_numbers()
    {
        foreach (var pairs in new[] { Pairs("EA", 0), Pairs("US", 2) })
        {
            var statistics = RevisionStatistics.Of(pairs);
            double[] later = [.. pairs.Select(pair => Binary(pair.Later))];
            double[] revisions = [.. pairs.Select(pair => Binary(pair.Later) - Binary(pair.Earlier))];
            Binary(statistics.MeanAbsolute!.Value).ShouldBe(revisions.Average(Math.Abs), 1e-9);
            Binary(statistics.RelativeMeanAbsolute!.Value).ShouldBe(100 * revisions.Sum(Math.Abs) / later.Sum(Math.Abs), 1e-9);
            Binary(statistics.Range!.Value).ShouldBe(revisions.Max() - revisions.Min(), 1e-9);
            (statistics.Upwards, statistics.Downwards).ShouldBe((revisions.Count(r => r > 1e-12), revisions.Count(r => r < -1e-12)));
        }
    }

    private static IReadOnlyList<ReleasedPair> Pairs(string area, int release) =>
    [
        .. from row in Vintages
           where row[0] == area && row[2 + (2 * release)].Length > 0
           select new ReleasedPair(Growth(row[2 + (2 * release)], row[3 + (2 * release)]), Growth(row[10], row[11])),
    ];

    private static Rational Growth(string before, string value) => 100 * ((Number(value) / (Rational)Number(before)) - 1);

    private static double Binary(Rational value) => (double)value.Round(12);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<string[]> Read(string file) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Audit", "Reference", "gdp", file)).Skip(1).Select(line => line.Split(',')),
    ];
}
