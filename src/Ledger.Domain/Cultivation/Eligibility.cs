using System.Collections.Immutable;
using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>The conditions for becoming a zone of the region's level (創建條件), as they were typed in from the official text.</summary>
public sealed record Eligibility
{
    public const string StreamId = "eligibility";

    /// <summary>By number; one that was withdrawn is not there.</summary>
    public ImmutableSortedDictionary<int, Criterion> Criteria { get; init; } = ImmutableSortedDictionary<int, Criterion>.Empty;

    /// <summary>The number that the next new criterion bears.</summary>
    public int Next { get; init; } = 1;

    /// <summary>The document date of the last act. The next one is never earlier.</summary>
    public LocalDate? LastActOn { get; init; }

    public static EventStream<Eligibility, EligibilityEvent> Stream { get; } = new(StreamId, new Eligibility(), Evolve);

    public static Eligibility Evolve(Eligibility state, Recorded<EligibilityEvent> recorded) =>
        Fold(state, recorded.Event) with { LastActOn = recorded.Event.On };

    private static Eligibility Fold(Eligibility state, EligibilityEvent @event) => @event switch
    {
        CriterionSet e => state with
        {
            Criteria = state.Criteria.SetItem(
                e.Criterion, new(e.Criterion, (state.Criteria.GetValueOrDefault(e.Criterion)?.Wording ?? 0) + 1, e.Terms, e.On)),
            Next = Math.Max(state.Next, e.Criterion + 1),
        },
        CriterionWithdrawn e => state with { Criteria = state.Criteria.Remove(e.Criterion) },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is not folded into the conditions."),
    };
}

/// <param name="Wording">From 1; every time it is set otherwise it has another, and what was found about an earlier one counts no more.</param>
public sealed record Criterion(int Number, int Wording, CriterionTerms Terms, LocalDate On);
