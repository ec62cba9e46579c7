using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>Works out a year's result from a scheme and a basis. Pure and exact: the same basis gives the same result.</summary>
public sealed class Scorer
{
    private readonly AssessmentScheme scheme;
    private readonly Weighing weighing;
    private readonly IReadOnlyList<(SchemeNode Node, Scale? Scale, Panel? Panel)> criteria;

    private Scorer(AssessmentScheme scheme)
    {
        this.scheme = scheme;
        weighing = new Weighing(scheme);
        criteria =
        [
            .. scheme.Tree.SelfAndBelow().Where(node => node.IsCriterion).Select(node => node.Rule!.Kind == RuleKind.Committee
                ? (node, (Scale?)null, new Panel(node.Rule))
                : (node, Scale.Of(node.Rule), (Panel?)null)),
        ];
    }

    /// <exception cref="ArgumentException">The scheme has faults; ask <see cref="SchemeFaults"/> first.</exception>
    public static Scorer For(AssessmentScheme scheme) => SchemeFaults.Of(scheme) is [var fault, ..]
        ? throw new ArgumentException($"The scheme cannot score: {fault.Code} at {fault.Pointer}.", nameof(scheme))
        : new Scorer(scheme);

    /// <summary>For a variation of a scheme that has no faults: inside a node, weights are only taken in proportion.</summary>
    internal static Scorer ForVariation(AssessmentScheme scheme) => new(scheme);

    /// <exception cref="ArgumentException">The basis speaks of what the scheme does not know, or lacks a metric it needs.</exception>
    public AssessmentResult Score(Basis basis) => Finish(basis, Judge(basis));

    /// <summary>The first half: what the rules make of every criterion, before any weight.</summary>
    /// <exception cref="ArgumentException">As of <see cref="Score"/>.</exception>
    public JudgedCriteria Judge(Basis basis)
    {
        BasisGuard.Check(scheme, basis);
        var results = basis.Zones.ToDictionary(zone => zone.Zone, _ => new Dictionary<string, CriterionResult>());
        foreach (var (node, scale, panel) in criteria)
        {
            var scores = scale is null ? Votes(node, panel!, basis) : Measured(node, scale, basis);
            for (var index = 0; index < scores.Count; index++)
                results[basis.Zones[index].Zone][node.Id] = scores[index];
        }

        return new JudgedCriteria(results);
    }

    /// <summary>The second half: weights, totals, adjustments, grades and places.</summary>
    /// <param name="judged">By this scheme, or by one that differs in weights only.</param>
    public AssessmentResult Finish(Basis basis, JudgedCriteria judged)
    {
        var zones = basis.Zones.Select(zone => Total(zone, judged.Of(zone.Zone), basis)).ToList();
        return new AssessmentResult(scheme.Id, scheme.Version, basis.Year, new Placing(scheme, basis).Of(zones));
    }

    private IReadOnlyList<CriterionResult> Measured(SchemeNode node, Scale scale, Basis basis)
    {
        var metric = node.Rule!.Metric!;
        return scale.Score(
            [.. basis.Zones.Select(zone => new Entry(zone.Zone, zone.Metrics[metric], RuleSettings.StartsFromBaseline(node.Rule) ? zone.Baselines[metric] : null, zone.Merged ?? []))],
            new Span(basis.Year - scheme.BaselineYear, scheme.TargetYear - scheme.BaselineYear));
    }

    private static List<CriterionResult> Votes(SchemeNode node, Panel panel, Basis basis)
    {
        var ballots = basis.Ballots.Where(ballot => ballot.Criterion == node.Id).ToLookup(ballot => ballot.Zone);
        var recused = basis.Recusals.ToLookup(recusal => recusal.Zone, recusal => recusal.Member);
        return
        [
            .. basis.Zones.Select(zone =>
            {
                var recusedHere = recused[zone.Zone].ToHashSet();
                return panel.Score([.. ballots[zone.Zone].Where(ballot => !recusedHere.Contains(ballot.Member))], recusedHere.Count);
            }),
        ];
    }

    private ZoneScore Total(ZoneBasis zone, IReadOnlyDictionary<string, CriterionResult> results, Basis basis)
    {
        var tree = weighing.Of(results);
        var bonus = Adjusting.Of(scheme.Bonus, zone.Zone, basis, tree);
        var deduction = Adjusting.Of(scheme.Deduction, zone.Zone, basis, tree);
        Rational? exact = tree.Points is { } points
            ? Rational.Max(Rational.Zero, points + bonus.Total - deduction.Total)
            : null;
        var score = new ZoneScore
        {
            Zone = zone.Zone,
            Track = zone.Track,
            Tree = tree,
            Bonus = bonus,
            Deduction = deduction,
            Exact = exact,
            Final = exact?.Round(scheme.Rounding.Final),
        };
        return Grading.Grade(score, scheme, zone, [.. scheme.Vetoes.Where(veto => basis.Vetoes.Contains(new ZoneVeto(zone.Zone, veto.Id)))]);
    }
}
