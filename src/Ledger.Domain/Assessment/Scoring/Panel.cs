using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>The members' ballots on one criterion: each level's score, the extremes dropped, the mean of the rest.</summary>
/// <remarks>
/// Only valid ballots count: who is recused or has not voted is not in the denominator. With at least so many ballots as
/// the rule says one highest and one lowest are dropped; below the quorum there is no score yet.
/// </remarks>
internal sealed class Panel(Rule rule)
{
    private readonly Dictionary<decimal, Rational> scores =
        rule.Levels!.ToDictionary(level => level.Level, level => (Rational)level.Score);

    public CriterionResult Score(IReadOnlyList<Ballot> ballots, int recused)
    {
        var counted = ballots
            .Select(ballot => new CountedBallot(ballot.Member, ballot.Level, scores[ballot.Level], IsDropped: false))
            .OrderByDescending(ballot => ballot.Score)
            .ThenBy(ballot => ballot.Member, StringComparer.Ordinal)
            .ToArray();
        if (rule.DropExtremesFrom is { } from && counted.Length >= from)
        {
            counted[0] = counted[0] with { IsDropped = true };
            counted[^1] = counted[^1] with { IsDropped = true };
        }

        var kept = counted.Where(ballot => !ballot.IsDropped).Select(ballot => ballot.Score).ToList();
        Term[] terms = [new("ballots", counted.Length), new("recused", recused), new("kept", kept.Count)];
        var result = counted.Length < rule.Quorum!
            ? CriterionResult.Pending(ScoreReasons.QuorumNotReached, terms)
            : CriterionResult.Scored(kept.Aggregate(Rational.Zero, (sum, score) => sum + score) / kept.Count, terms);
        return result with { Ballots = counted };
    }
}

/// <summary>A valid ballot with what became of it.</summary>
/// <param name="IsDropped">It was the one highest, or the one lowest, that is left out.</param>
public sealed record CountedBallot(string Member, decimal Level, Rational Score, bool IsDropped);
