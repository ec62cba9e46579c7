using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Domain.Assessment.Robustness;

/// <summary>Works out the statement of robustness of a year's result.</summary>
public static class Robust
{
    public const int DefaultDraws = 10_000;
    public const int DefaultNoisePercent = 25;

    /// <param name="seed">Recorded with the statement; by custom the year.</param>
    public static RobustnessStatement State(
        AssessmentScheme scheme, Basis basis, long seed, int draws = DefaultDraws, int noisePercent = DefaultNoisePercent)
    {
        var scorer = Scorer.For(scheme);
        var judged = scorer.Judge(basis);
        var result = scorer.Finish(basis, judged).Zones;
        var members = basis.Ballots.Select(ballot => ballot.Member).Distinct().Order(StringComparer.Ordinal);
        var criteria = scheme.Tree.SelfAndBelow().Where(node => node.IsCriterion).Select(node => node.Id);
        return new RobustnessStatement(
            seed, draws, noisePercent,
            AgreementOf.Ballots(basis),
            [.. members.Select(member => new MemberInfluence(member, Shifts(result, scorer.Score(Without(basis, member)).Zones)))],
            new WeightNoise(scheme, result).Draw(seed, draws, noisePercent),
            [.. criteria.Select(criterion => new Alternative(criterion, Shifts(result, scorer.Finish(basis, judged.Without(criterion)).Zones)))],
            [.. OtherRules.Of(scheme).Select(other => new Alternative(other.Code, Shifts(result, Scorer.ForVariation(other.Scheme).Score(basis).Zones)))]);
    }

    private static Basis Without(Basis basis, string member) =>
        basis with { Ballots = [.. basis.Ballots.Where(ballot => ballot.Member != member)] };

    private static List<ZoneShift> Shifts(IReadOnlyList<ZoneScore> result, IReadOnlyList<ZoneScore> other) =>
        [.. result.Zip(other, (now, would) => new ZoneShift(now.Zone, now.Final, would.Final, now.Place?.Number, would.Place?.Number))];
}
