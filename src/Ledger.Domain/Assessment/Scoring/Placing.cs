using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>Places over all zones that are ranked: by the final score, inside each track, and by every node.</summary>
internal sealed class Placing(AssessmentScheme scheme, Basis basis)
{
    private readonly HashSet<string> ranked = [.. basis.Zones.Where(zone => zone.IsRanked).Select(zone => zone.Zone)];

    public IReadOnlyList<ZoneScore> Of(IReadOnlyList<ZoneScore> zones)
    {
        var contestants = zones.Where(zone => ranked.Contains(zone.Zone)).ToList();
        var overall = By(contestants, zone => zone.Exact);
        var tracks = contestants.GroupBy(zone => zone.Track).SelectMany(track => By([.. track], zone => zone.Exact)).ToDictionary();
        var nodes = scheme.Tree.SelfAndBelow().Select(node => node.Id).ToList();
        var flat = contestants.ToDictionary(zone => zone.Zone, zone => zone.Tree.SelfAndBelow().ToDictionary(node => node.Id));
        var byNode = nodes.ToDictionary(node => node, node => By(contestants, zone => flat[zone.Zone][node].Score));
        return
        [
            .. zones.Select(zone => !ranked.Contains(zone.Zone) ? zone : zone with
            {
                Place = Find(overall, zone.Zone),
                TrackPlace = Find(tracks, zone.Zone),
                Tree = Placed(zone.Tree, zone.Zone, byNode),
            }),
        ];
    }

    private static NodeScore Placed(
        NodeScore node, string zone, Dictionary<string, IReadOnlyDictionary<string, Place>> byNode) => node with
    {
        Place = Find(byNode[node.Id], zone),
        Children = [.. node.Children.Select(child => Placed(child, zone, byNode))],
    };

    private IReadOnlyDictionary<string, Place> By(List<ZoneScore> zones, Func<ZoneScore, Rational?> score) =>
        Places.Of(
            zones.Select(zone => (zone.Zone, Score: score(zone)))
                .Where(contestant => contestant.Score is not null)
                .Select(contestant => (contestant.Zone, Ranked(contestant.Score!.Value))),
            scheme.Ranking.Ties);

    private Rational Ranked(Rational score) =>
        scheme.Ranking.On == RankedOn.Rounded ? score.Round(scheme.Rounding.Final) : score;

    private static Place? Find(IReadOnlyDictionary<string, Place> places, string zone) =>
        places.TryGetValue(zone, out var place) ? place : null;
}
