using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>What happened to a zone on its way to the region's level. Names and properties are the storage format.</summary>
/// <param name="On">The date of the paper that records the act.</param>
public abstract record CultivationEvent(LocalDate On);

/// <summary>The zone is a cultivation object (培育對象) on these terms, whether or not it was one on others before.</summary>
/// <param name="Goal">As the decision puts it.</param>
public sealed record ZoneSelected(LocalDate On, Track Track, ZoneGoal GoalCode, string Goal, Force Commitment, Basis Basis) : CultivationEvent(On);

/// <param name="To">One step further than before.</param>
public sealed record StageAdvanced(LocalDate On, Stage To, Basis Basis) : CultivationEvent(On)
{
    /// <summary>Null: every condition was found met, or the stage asks for none.</summary>
    public DespiteConditions? Despite { get; init; }
}

/// <summary>The application was turned down; the zone may be cultivated further.</summary>
public sealed record ApplicationTurnedDown(LocalDate On, string Reason, Basis Basis) : CultivationEvent(On);

/// <summary>Whether the zone meets a condition, as its own officer says; a later one replaces it.</summary>
/// <param name="Wording">Of the criterion that it is about.</param>
/// <param name="Value">What it comes to, with its unit; null where the condition asks for none.</param>
public sealed record FindingStated(
    LocalDate On, int Criterion, int Wording, Fulfilment Finding, string? Value, string Text, IReadOnlyList<Evidence> Evidence) : CultivationEvent(On);

public sealed record FindingConfirmed(LocalDate On, int Criterion) : CultivationEvent(On);

public sealed record FindingSentBack(LocalDate On, int Criterion, string Reason) : CultivationEvent(On);

/// <summary>Why a zone came a stage further though not every condition was found met.</summary>
/// <param name="Conditions">Those that were not found met then, as they stood; none where no condition had been typed in.</param>
public sealed record DespiteConditions(string Reason, IReadOnlyList<OpenCondition> Conditions);

/// <param name="Criterion">Its number.</param>
/// <param name="Wording">Of the criterion as it stood.</param>
public sealed record OpenCondition(int Criterion, int Wording, CriterionStanding Standing);

/// <summary>How far a zone has come.</summary>
public enum Stage
{
    Selected,
    Cultivating,
    Applied,
    Reviewed,
    Recognised,
    TurnedDown,
}

public enum Fulfilment
{
    Met,
    Unmet,

    /// <summary>Cannot be said yet.</summary>
    Unclear,
}
