using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.KeyTasks;

/// <summary>How a part of a task stands on a day: by the unit's last word, and by the rules that find what is stalled.</summary>
/// <param name="Cause">Only where it is stalled.</param>
/// <param name="Latest">The last report that was not sent back; null: there is none.</param>
/// <param name="Missing">Quarters whose reports are due and not made, since the last one; of a part that never reported, all that are due.</param>
public sealed record TaskProgress(TaskStanding Standing, StallCause? Cause, TaskReport? Latest, IReadOnlyList<Period> Missing)
{
    /// <summary>The reports by which it stands so: the last one, and of what was behind for too long all those quarters'; the latest first.</summary>
    public IReadOnlyList<TaskReport> By { get; init; } = [];

    /// <param name="upTo">Only quarters up to this one count; null: all that are due.</param>
    public static TaskProgress Of(TaskPart part, ProgrammeDocument programme, LocalDate day, Period? upTo = null)
    {
        var rules = programme.TaskRules;
        var heard = part.Reports.Values
            .Where(report => report.Review != ReviewState.SentBack && (upTo is null || report.Period <= upTo)).Reverse().ToList();
        var latest = heard.FirstOrDefault();
        Period[] missing = latest is { State: TaskState.Done }
            ? []
            :
            [
                .. programme.Quarters().Where(quarter =>
                    programme.IsThereIn(part.Unit, quarter) && rules.DueOn(quarter) < day && (upTo is null || quarter <= upTo) && (latest is null || quarter > latest.Period)),
            ];
        var cause = latest is null ? null : CauseOf(heard, missing.Length, rules);
        return new(cause is not null ? TaskStanding.Stalled : StandingOf(latest), cause, latest, missing)
        {
            By = [.. heard.Take(cause == StallCause.Behind ? rules.BehindQuarters : 1)],
        };
    }

    private static StallCause? CauseOf(List<TaskReport> heard, int missing, TaskRules rules)
    {
        if (heard[0].State == TaskState.Stalled)
            return StallCause.Said;
        if (missing >= rules.SilentQuarters)
            return StallCause.Silent;
        return IsBehindRunning(heard, rules.BehindQuarters) ? StallCause.Behind : null;
    }

    /// <summary>The last so many quarters, one after the other without a gap, were all behind.</summary>
    private static bool IsBehindRunning(List<TaskReport> heard, int quarters) =>
        heard.Count >= quarters
        && heard.Take(quarters).All(report => report.State is TaskState.Behind or TaskState.Stalled)
        && heard.Take(quarters).Zip(heard.Take(quarters).Skip(1)).All(pair => Ordinal(pair.First.Period) - Ordinal(pair.Second.Period) == 1);

    private static int Ordinal(Period quarter) => (quarter.Year * 4) + quarter.Quarter;

    private static TaskStanding StandingOf(TaskReport? latest) => latest?.State switch
    {
        null => TaskStanding.Unreported,
        TaskState.OnSchedule => TaskStanding.OnSchedule,
        TaskState.Behind => TaskStanding.Behind,
        TaskState.Stalled => TaskStanding.Stalled,
        TaskState.Done => TaskStanding.Done,
        _ => throw new ArgumentOutOfRangeException(nameof(latest)),
    };
}

public enum TaskStanding
{
    /// <summary>Nothing was reported yet: neither on schedule nor stalled is known.</summary>
    Unreported,
    OnSchedule,
    Behind,
    Stalled,
    Done,
}

/// <summary>Why a part counts as stalled.</summary>
public enum StallCause
{
    /// <summary>The unit says so.</summary>
    Said,

    /// <summary>Behind for too many quarters running.</summary>
    Behind,

    /// <summary>Too many reports due and not made.</summary>
    Silent,
}
