namespace Ledger.Domain.Assessment.Scoring;

/// <summary>What a rule made of one zone.</summary>
/// <param name="Score">0 to 100, exact before any declared rounding; null where there is none.</param>
/// <param name="Reason">Why there is no score, a code of <see cref="Measures.Reasons"/> or <see cref="ScoreReasons"/>; null where there is one.</param>
/// <param name="Terms">The quantities of the formula, by their names in it, in its order.</param>
public sealed record CriterionResult(
    ScoreState State, Rational? Score, string? Reason, IReadOnlyList<Term> Terms)
{
    /// <summary>The share of the target reached, 1 for the target itself; only where the rule knows one.</summary>
    public Rational? Attainment { get; init; }

    /// <summary>What a reader must know beside the score, such as <c>zero-base</c>.</summary>
    public string? Flag { get; init; }

    /// <summary>Highest first; only where members vote.</summary>
    public IReadOnlyList<CountedBallot> Ballots { get; init; } = [];

    public static CriterionResult Scored(Rational score, params IReadOnlyList<Term> terms) =>
        new(ScoreState.Scored, score, Reason: null, terms);

    public static CriterionResult NotApplicable(string reason, params IReadOnlyList<Term> terms) =>
        new(ScoreState.NotApplicable, Score: null, reason, terms);

    public static CriterionResult Missing(string reason, params IReadOnlyList<Term> terms) =>
        new(ScoreState.Missing, Score: null, reason, terms);

    public static CriterionResult Pending(string reason, params IReadOnlyList<Term> terms) =>
        new(ScoreState.Pending, Score: null, reason, terms);
}

/// <summary>One quantity of a formula, such as the year's target.</summary>
public sealed record Term(string Name, Rational Value);

public enum ScoreState
{
    Scored,

    /// <summary>Data that is due is not there: no points, flagged, and the weight stays.</summary>
    Missing,

    /// <summary>The criterion says nothing about this zone: its weight goes to others.</summary>
    NotApplicable,

    /// <summary>Not decided yet: no total and no result until it is.</summary>
    Pending,
}

/// <summary>What the rules made of every criterion of every zone.</summary>
public sealed class JudgedCriteria
{
    private readonly IReadOnlyDictionary<string, Dictionary<string, CriterionResult>> results;

    internal JudgedCriteria(IReadOnlyDictionary<string, Dictionary<string, CriterionResult>> results) => this.results = results;

    /// <summary>By the criterion's id.</summary>
    public IReadOnlyDictionary<string, CriterionResult> Of(string zone) => results[zone];

    /// <summary>As if a criterion said nothing about any zone: its weight goes to others.</summary>
    public JudgedCriteria Without(string criterion) => new(results.ToDictionary(
        zone => zone.Key,
        zone => new Dictionary<string, CriterionResult>(zone.Value) { [criterion] = CriterionResult.NotApplicable(ScoreReasons.LeftOut) }));
}
