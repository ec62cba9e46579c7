using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Domain.Assessment.Robustness;

/// <summary>The places that zones take when every criterion's weight is drawn anew around itself.</summary>
/// <remarks>
/// Scores stay; a node weighs what its criteria were drawn to; what does not apply gives its weight away as in the result. Reckoned in
/// decimals of 28 digits, ten thousand times, where the result itself is exact; the places are those of the scheme's own rounding.
/// </remarks>
internal sealed class WeightNoise
{
    /// <summary>Factors are drawn in ten-thousandths.</summary>
    private const int Grain = 10_000;

    private readonly AssessmentScheme scheme;
    private readonly ZoneScore[] zones;
    private readonly List<decimal> weights = [];
    private readonly Dictionary<string, int> index = [];

    public WeightNoise(AssessmentScheme scheme, IReadOnlyList<ZoneScore> zones)
    {
        this.scheme = scheme;
        this.zones = [.. zones.Where(zone => zone is { Place: not null, Final: not null })];
        Spread(scheme.Tree, scheme.OutOf);
    }

    public IReadOnlyList<PlaceInterval> Draw(long seed, int draws, int noisePercent)
    {
        var random = new Draws(seed);
        var span = noisePercent * (Grain / 100);
        var trees = Array.ConvertAll(zones, Weighed);
        var adjustments = Array.ConvertAll(zones, zone => zone.Bonus.Total.Round(12) - zone.Deduction.Total.Round(12));
        var times = Array.ConvertAll(zones, _ => new int[zones.Length]);
        var scores = new decimal[zones.Length];
        var drawn = new decimal[weights.Count];
        for (var draw = 0; draw < draws; draw++)
        {
            for (var criterion = 0; criterion < drawn.Length; criterion++)
                drawn[criterion] = weights[criterion] * (Grain - span + random.UpTo(2 * span)) / Grain;
            for (var zone = 0; zone < scores.Length; zone++)
                scores[zone] = Ranked((trees[zone].Score(drawn).Score * scheme.OutOf / 100) + adjustments[zone]);
            for (var zone = 0; zone < scores.Length; zone++)
                times[zone][scores.Count(score => score > scores[zone])]++;
        }

        return
        [
            .. zones.Select((zone, place) => new PlaceInterval(
                zone.Zone, zone.Place!.Value.Number, Percentile(times[place], draws, 5), Percentile(times[place], draws, 50),
                Percentile(times[place], draws, 95), times[place])),
        ];
    }

    private decimal Ranked(decimal final) => scheme.Ranking.On == RankedOn.Rounded
        ? decimal.Round(Math.Max(0, final), scheme.Rounding.Final, MidpointRounding.AwayFromZero)
        : Math.Max(0, final);

    private Node Weighed(ZoneScore zone)
    {
        var scores = zone.Criteria.ToDictionary(node => node.Id, node => node.State == ScoreState.NotApplicable ? null : node.Score?.Round(12));
        return Of(scheme.Tree);

        Node Of(SchemeNode node) => node.Children is null
            ? new Criterion(scores[node.Id], index[node.Id])
            : new Inner(
                [.. node.Children.Select(Of)], node.Aggregation == Aggregation.Geometric,
                scheme.NotApplicable == NotApplicablePolicy.RedistributeWithinDimension);
    }

    private void Spread(SchemeNode node, decimal weight)
    {
        if (node.Children is null)
        {
            index[node.Id] = weights.Count;
            weights.Add(weight);
            return;
        }

        var whole = node.Children.Sum(child => child.Weight ?? 1);
        foreach (var child in node.Children)
            Spread(child, weight * (child.Weight ?? 1) / whole);
    }

    private static int Percentile(int[] times, int draws, int percent)
    {
        var seen = 0;
        for (var place = 0; place < times.Length; place++)
        {
            seen += times[place];
            if (seen * 100L >= (long)draws * percent)
                return place + 1;
        }

        return times.Length;
    }

    private abstract class Node(bool applies)
    {
        public bool Applies { get; } = applies;

        /// <summary>The score, 0 to 100, and the weight drawn.</summary>
        public abstract (decimal Score, decimal Weight) Score(decimal[] drawn);
    }

    private sealed class Criterion(decimal? score, int criterion) : Node(score is not null)
    {
        public override (decimal Score, decimal Weight) Score(decimal[] drawn) => (score ?? 0, drawn[criterion]);
    }

    private sealed class Inner(Node[] children, bool isGeometric, bool keepsWhole) : Node(Array.Exists(children, child => child.Applies))
    {
        public override (decimal Score, decimal Weight) Score(decimal[] drawn)
        {
            decimal sum = 0, applying = 0, whole = 0;
            List<(Rational Score, Rational Weight)>? factors = isGeometric ? [] : null;
            foreach (var child in children)
            {
                var (score, weight) = child.Score(drawn);
                whole += weight;
                if (!child.Applies)
                    continue;
                applying += weight;
                sum += weight * score;
                factors?.Add((score, weight));
            }

            if (applying == 0)
                return (0, whole);
            var mean = factors is null
                ? sum / applying
                : Roots.WeightedProduct([.. factors.Select(factor => (factor.Score, factor.Weight / (Rational)applying))]).Round(12);
            return (mean, keepsWhole ? whole : applying);
        }
    }
}
