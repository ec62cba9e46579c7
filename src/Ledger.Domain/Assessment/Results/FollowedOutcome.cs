using System.Collections.Immutable;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>What a grade leads to, decided for one zone when the result is published.</summary>
/// <param name="Number">From 1, within the year, over all editions.</param>
/// <param name="Outcome">Of the scheme.</param>
/// <param name="DueOn">By when it has to be done; null: it has no date.</param>
/// <param name="WeakCriteria">Those it names, where it names any.</param>
public sealed record OutcomeDecision(int Number, string Zone, string Outcome, LocalDate? DueOn, IReadOnlyList<string> WeakCriteria);

/// <param name="Edition">The result that it follows from.</param>
public sealed record FollowedOutcome(OutcomeDecision Decision, int Edition, LocalDate DecidedOn)
{
    public OutcomeState State { get; init; }

    public ImmutableList<OutcomeReport> Reports { get; init; } = [];

    public bool IsLate(LocalDate today) => State == OutcomeState.Open && Decision.DueOn < today;
}

public sealed record OutcomeReport(string Text, IReadOnlyList<Evidence> Evidence, LocalDate On);

public enum OutcomeState
{
    Open,
    Completed,

    /// <summary>The result it followed from was superseded, and the new one does not lead to it.</summary>
    Reversed,
}
