using System.Collections.Immutable;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>A zone on its way to the region's level: the terms it was selected on, the stage it has come to, and what was found about each condition.</summary>
public sealed record CultivatedZone
{
    /// <summary>The zone's code.</summary>
    public required string Zone { get; init; }

    /// <summary>The terms in force; null: it was not selected.</summary>
    public Selection? Selection { get; init; }

    /// <summary>Null: it was not selected.</summary>
    public Stage? Stage { get; init; }

    /// <summary>In order, the selection first.</summary>
    public ImmutableList<StageStep> Course { get; init; } = [];

    /// <summary>The last one of each criterion, by its number.</summary>
    public ImmutableSortedDictionary<int, StatedFinding> Findings { get; init; } = ImmutableSortedDictionary<int, StatedFinding>.Empty;

    /// <summary>The document date of the last act. The next one is never earlier.</summary>
    public LocalDate? LastActOn { get; init; }

    public static EventStream<CultivatedZone, CultivationEvent> Stream(string zone) =>
        new(StreamId(zone), new CultivatedZone { Zone = zone }, Evolve);

    public static string StreamId(string zone) => $"cultivation/{zone}";

    /// <param name="streamId">As <see cref="StreamId"/> gives it.</param>
    /// <exception cref="FormatException">It names no zone's cultivation.</exception>
    public static EventStream<CultivatedZone, CultivationEvent> StreamOf(string streamId) =>
        streamId.Split('/') is ["cultivation", var zone]
            ? Stream(zone)
            : throw new FormatException($"'{streamId}' is not the stream of a zone's cultivation, such as cultivation/XLHT.");

    public static CultivatedZone Evolve(CultivatedZone state, Recorded<CultivationEvent> recorded) =>
        Fold(state, recorded.Event, recorded.Provenance.Actor) with { LastActOn = recorded.Event.On };

    private static CultivatedZone Fold(CultivatedZone state, CultivationEvent @event, Actor by) => @event switch
    {
        ZoneSelected e => state with
        {
            Selection = new(e.Track, e.GoalCode, e.Goal, e.Commitment, e.Basis, e.On),
            Stage = state.Stage ?? Cultivation.Stage.Selected,
            Course = state.Stage is null ? [new(Cultivation.Stage.Selected, e.On, e.Basis, Reason: null)] : state.Course,
        },
        StageAdvanced e => state with { Stage = e.To, Course = state.Course.Add(new(e.To, e.On, e.Basis, Reason: null) { Despite = e.Despite }) },
        ApplicationTurnedDown e => state with
        {
            Stage = Cultivation.Stage.TurnedDown,
            Course = state.Course.Add(new(Cultivation.Stage.TurnedDown, e.On, e.Basis, e.Reason)),
        },
        FindingStated e => state.With(new(e.Criterion, e.Wording, e.Finding, e.Value, e.Text, e.Evidence, e.On, by)),
        FindingConfirmed e => state.With(state.Findings[e.Criterion] with { Review = FindingReview.Confirmed, ReviewedOn = e.On, ReviewedBy = by, Reason = null }),
        FindingSentBack e => state.With(state.Findings[e.Criterion] with { Review = FindingReview.SentBack, ReviewedOn = e.On, ReviewedBy = by, Reason = e.Reason }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is not folded into a zone's cultivation."),
    };

    private CultivatedZone With(StatedFinding finding) => this with { Findings = Findings.SetItem(finding.Criterion, finding) };
}

/// <param name="Goal">As the decision puts it.</param>
public sealed record Selection(Track Track, ZoneGoal GoalCode, string Goal, Force Commitment, Basis Basis, LocalDate On);

/// <param name="Reason">Only where an application was turned down.</param>
public sealed record StageStep(Stage Stage, LocalDate On, Basis Basis, string? Reason)
{
    /// <summary>Only where not every condition was found met that the stage asks for.</summary>
    public DespiteConditions? Despite { get; init; }
}

/// <summary>What a zone says of one condition, and what the secretary made of it.</summary>
/// <param name="Wording">Of the criterion that it is about.</param>
public sealed record StatedFinding(
    int Criterion, int Wording, Fulfilment Finding, string? Value, string Text, IReadOnlyList<Evidence> Evidence, LocalDate On, Actor By)
{
    public FindingReview Review { get; init; }

    public LocalDate? ReviewedOn { get; init; }

    public Actor? ReviewedBy { get; init; }

    /// <summary>Why it was sent back.</summary>
    public string? Reason { get; init; }
}

public enum FindingReview
{
    /// <summary>Nobody but the zone has said so yet.</summary>
    Open,
    Confirmed,
    SentBack,
}
