using System.Diagnostics;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Robustness;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Benchmarks;

/// <summary>A year's result by the proposed scheme: from the accepted figures and the ballots to grades, every score with its derivation.</summary>
/// <remarks>Nothing is read from a database: it is the reckoning alone that is measured.</remarks>
public sealed class Score : Benchmark
{
    private const int League = 5;
    private const int Many = 1000;
    private const int Criteria = 19;

    public override string Name => "score";

    public override Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent)
    {
        var (many, draws) = extent == Extent.Tiny ? (10, 100) : (Many, Robust.DefaultDraws);
        var (few, lots) = (InventedYear.Of(League), InventedYear.Of(many));
        var whole = Measure(extent == Extent.Tiny ? 5 : 200, () => Check(few.Result(), League));
        var large = Measure(extent == Extent.Tiny ? 3 : 6, () => Check(lots.Result(), many));
        var basis = few.Basis().Basis;
        var drawing = Measure(extent == Extent.Tiny ? 2 : 9, () => Check(Robust.State(few.Scheme, basis, few.State.Year, draws), draws));
        var stating = Measure(extent == Extent.Tiny ? 2 : 9, () => Check(Robust.State(few.Scheme, basis, few.State.Year, draws: 1), 1));
        return Task.FromResult<IReadOnlyList<Reading>>(
        [
            Reading.AtMost($"{League} zones × {Criteria} criteria, figures to grades with derivations (median)", whole, 5, "ms"),
            Reading.AtMost($"{many} zones × {Criteria} criteria, figures to grades with derivations (median)", large, 1000, "ms"),
            // Linear: two hundred times the zones take about two hundred times as long.
            .. extent == Extent.Tiny
                ? Array.Empty<Reading>()
                : [Reading.AtMost($"{many} zones to {League} zones", large / whole, 400, "")],
            Reading.AtMost($"robustness over {League} zones, {draws:#,0} draws of weights (median)", drawing, 2000, "ms"),
            Reading.Told("of that, without the draws (median)", stating, "ms"),
        ]);
    }

    private static double Measure(int times, Action work)
    {
        var timings = new List<double>();
        for (var time = 0; time < times; time++)
        {
            var clock = Stopwatch.StartNew();
            work();
            timings.Add(clock.Elapsed.TotalMilliseconds);
        }

        // The first third warmed the program up.
        return timings.Skip(times / 3).Median();
    }

    private static void Check(ResultContent result, int zones)
    {
        if (result.Zones.Count != zones || result.Zones.Any(zone => zone.Place is null || zone.Criteria.Count() != Criteria))
            throw new InvalidOperationException("A zone has no place, or not every criterion, so less was scored than was to be measured.");
        if (result.Zones.SelectMany(zone => zone.Criteria).FirstOrDefault(criterion => criterion.State == ScoreState.Missing) is { } missing)
            throw new InvalidOperationException($"{missing.Id} lacks a figure ({missing.Criterion!.Reason}), so less was scored than was to be measured.");
    }

    private static void Check(RobustnessStatement statement, int draws)
    {
        if (statement.Weights.Count != League || statement.Weights.Any(zone => zone.Times.Sum() != draws))
            throw new InvalidOperationException("Not every draw ranked every zone.");
    }
}
