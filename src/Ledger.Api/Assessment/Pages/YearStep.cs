using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using NodaTime;

namespace Ledger.Api.Assessment.Pages;

/// <summary>One step of a year's course: a single act, or all acts of a kind between two steps that take the year on.</summary>
/// <param name="Acts">At least one, in order.</param>
public sealed record YearStep(StepKind Kind, IReadOnlyList<Recorded<AssessmentEvent>> Acts)
{
    /// <summary>What is still to come, in order, while the year is in a phase.</summary>
    private static readonly StepKind[] Order =
    [
        StepKind.Opened, StepKind.Declared, StepKind.Frozen, StepKind.Voted, StepKind.VotingClosed, StepKind.Adjusted,
        StepKind.Ratified, StepKind.Displayed, StepKind.Published, StepKind.Appealed, StepKind.Closed,
    ];

    public LocalDate From => Acts[0].Event.On;

    public LocalDate Until => Acts[^1].Event.On;

    /// <summary>Everybody who acted, once each.</summary>
    public IReadOnlyList<Actor> By => [.. Acts.Select(act => act.Provenance.Actor).Distinct()];

    /// <summary>The first of the step's events that is of this type.</summary>
    public TEvent The<TEvent>() => Acts.Select(act => act.Event).OfType<TEvent>().First();

    public int Count<TEvent>(Func<TEvent, bool>? where = null) => Acts.Select(act => act.Event).OfType<TEvent>().Count(where ?? (_ => true));

    /// <summary>What was done, in order.</summary>
    public static IReadOnlyList<YearStep> Of(IEnumerable<Recorded<AssessmentEvent>> history)
    {
        var steps = new List<(StepKind Kind, List<Recorded<AssessmentEvent>> Acts)>();
        var since = 0;
        foreach (var act in history)
        {
            // Scorecards are recorded with the act that decides them.
            if (act.Event is ScorecardsRecorded)
                continue;
            var kind = KindOf(act.Event);
            var isGathered = kind is StepKind.Declared or StepKind.Voted or StepKind.Adjusted or StepKind.Appealed or StepKind.Followed;
            if (isGathered && steps.FindIndex(since, step => step.Kind == kind) is >= 0 and var at)
                steps[at].Acts.Add(act);
            else
                steps.Add((kind, [act]));
            if (!isGathered)
                since = steps.Count;
        }

        return [.. steps.Select(step => new YearStep(step.Kind, step.Acts))];
    }

    /// <summary>The step that a phase is for; null once the year is closed.</summary>
    public static StepKind? Now(Phase phase) => phase switch
    {
        Phase.None => StepKind.Opened,
        Phase.Declaring => StepKind.Declared,
        Phase.Voting => StepKind.Voted,
        Phase.Adjusting => StepKind.Adjusted,
        Phase.Ratified => StepKind.Displayed,
        Phase.Published => StepKind.Appealed,
        Phase.Closed => null,
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };

    /// <summary>The steps after that of the phase.</summary>
    public static IEnumerable<StepKind> Ahead(Phase phase) =>
        Now(phase) is { } now ? Order.SkipWhile(kind => kind != now).Skip(1) : [];

    private static StepKind KindOf(AssessmentEvent act) => act switch
    {
        AssessmentOpened => StepKind.Opened,
        InterestDeclared => StepKind.Declared,
        FiguresFrozen => StepKind.Frozen,
        BallotSealed => StepKind.Voted,
        VotingClosed => StepKind.VotingClosed,
        AdjustmentRecorded or AdjustmentLifted or VetoRecorded or VetoLifted => StepKind.Adjusted,
        ResultRatified => StepKind.Ratified,
        ResultPublished => StepKind.Published,
        AppealLodged or AppealDecided => StepKind.Appealed,
        OutcomeReported or OutcomeCompleted => StepKind.Followed,
        AssessmentReopened => StepKind.Reopened,
        AssessmentClosed => StepKind.Closed,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act.GetType().Name, message: null),
    };
}

public enum StepKind
{
    Opened,
    Declared,
    Frozen,
    Voted,
    VotingClosed,
    Adjusted,
    Ratified,

    /// <summary>The public display (公示), which no act begins or ends by itself.</summary>
    Displayed,
    Published,
    Appealed,
    Followed,
    Reopened,
    Closed,
}
