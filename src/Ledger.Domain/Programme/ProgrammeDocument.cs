namespace Ledger.Domain.Programme;

/// <summary>The plan as one versioned document: everything that is measured, by whom, against what, and when.</summary>
/// <remarks>
/// Data, never code. Facts are the plan's own words; what the plan does not say stands in <see cref="Assumptions"/>,
/// each of which names the places of this document that it governs. Validated as a whole before it is adopted (<see cref="ProgrammeFaults"/>),
/// and asked through <see cref="ProgrammeLookups"/>.
/// </remarks>
public sealed record ProgrammeDocument
{
    /// <summary>Stable, such as <c>xilingol</c>.</summary>
    public required string Id { get; init; }

    public required Name Title { get; init; }

    public required PlanSource Source { get; init; }

    /// <summary>The first and last year, both included.</summary>
    public required int FirstYear { get; init; }

    public required int LastYear { get; init; }

    /// <summary>The year growth and trajectories start from .</summary>
    public required int BaselineYear { get; init; }

    /// <summary>
    /// Every zone there is or was, in the plan's order, which is also the order that breaks ties in lists. Which of them there are at a
    /// time, and what they are called then, is asked through <see cref="ZoneLookups"/>.
    /// </summary>
    public required IReadOnlyList<Zone> Zones { get; init; }

    /// <summary>How zones became others, in the order in which they did.</summary>
    public IReadOnlyList<Succession> Successions { get; init; } = [];

    public required IReadOnlyList<Organisation> Organisations { get; init; }

    /// <summary>Which organisation does what in the ledger .</summary>
    public required Roles Roles { get; init; }

    public required IReadOnlyList<Series> Series { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>Targets that are shared out to the zones together, though each is checked on its own for the league.</summary>
    public required IReadOnlyList<CombinedTarget> CombinedTargets { get; init; }

    /// <summary>Where the zones' parts are meant not to come to the league's target.</summary>
    public IReadOnlyList<AllocationMargin> AllocationMargins { get; init; } = [];

    /// <summary>What the plan wants without a number.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    public required IReadOnlyList<KeyTask> Tasks { get; init; }

    public required IReadOnlyList<KeyTask> Safeguards { get; init; }

    /// <summary>What the third safeguard obliges to.</summary>
    public required IReadOnlyList<Requirement> Requirements { get; init; }

    public required ReportingCalendar Calendar { get; init; }

    /// <summary>Values of the baseline year, entered by the operator; the plan states none.</summary>
    public required IReadOnlyList<Baseline> Baselines { get; init; }

    public required NoticeRules Notices { get; init; }

    public required CheckRules Checks { get; init; }

    /// <summary>What auditors are asked to look at.</summary>
    public FindingRules Findings { get; init; } = FindingRules.Usual;

    /// <summary>How tasks and safeguards are followed.</summary>
    public TaskRules TaskRules { get; init; } = TaskRules.Usual;

    /// <summary>How the joint conference decides.</summary>
    public ConferenceRules Conference { get; init; } = ConferenceRules.Usual;

    /// <summary>What institutions are registered as; nothing in programmes that were adopted before there were registers.</summary>
    public IReadOnlyList<RegisterKind> RegisterKinds { get; init; } = [];

    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>What the plan leaves unclear; shown beside what it concerns, not decided in silence.</summary>
    public required IReadOnlyList<Ambiguity> Ambiguities { get; init; }

    public required IReadOnlyList<Term> Glossary { get; init; }
}
