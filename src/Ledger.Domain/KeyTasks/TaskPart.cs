using System.Collections.Immutable;
using NodaTime;

namespace Ledger.Domain.KeyTasks;

/// <summary>What one zone, or one responsible unit, does of a key task or safeguard: milestones, quarterly reports, queries, supervision.</summary>
/// <remarks>Only the unit writes reports and answers; the office asks, sends back, confirms and supervises.</remarks>
public sealed record TaskPart
{
    /// <summary>Such as <c>T2.3</c>.</summary>
    public required string Task { get; init; }

    /// <summary>A zone's code, or an organisation's.</summary>
    public required string Unit { get; init; }

    /// <summary>By number; one that was withdrawn is not there.</summary>
    public ImmutableSortedDictionary<int, Milestone> Milestones { get; init; } = ImmutableSortedDictionary<int, Milestone>.Empty;

    /// <summary>The number that the next new milestone bears.</summary>
    public int NextMilestone { get; init; } = 1;

    public ImmutableSortedDictionary<Period, TaskReport> Reports { get; init; } = ImmutableSortedDictionary<Period, TaskReport>.Empty;

    /// <summary>In the order of their numbers, from 1.</summary>
    public ImmutableList<TaskQuery> Queries { get; init; } = [];

    /// <summary>In the order of their numbers, from 1.</summary>
    public ImmutableList<Supervision> Supervisions { get; init; } = [];

    /// <summary>The document date of the last act. The next one is never earlier.</summary>
    public LocalDate? LastActOn { get; init; }

    public static EventStream<TaskPart, TaskEvent> Stream(string task, string unit) =>
        new(StreamId(task, unit), new TaskPart { Task = task, Unit = unit }, Evolve);

    public static string StreamId(string task, string unit) => $"task/{task}/{unit}";

    /// <param name="streamId">As <see cref="StreamId"/> gives it.</param>
    /// <exception cref="FormatException">It names no part of a task.</exception>
    public static EventStream<TaskPart, TaskEvent> StreamOf(string streamId) =>
        streamId.Split('/') is ["task", var task, var unit]
            ? Stream(task, unit)
            : throw new FormatException($"'{streamId}' is not the stream of a part of a task, such as task/T2.3/XLHT.");

    public static TaskPart Evolve(TaskPart state, Recorded<TaskEvent> recorded) =>
        Fold(state, recorded.Event, recorded.Provenance) with { LastActOn = recorded.Event.On };

    private static TaskPart Fold(TaskPart state, TaskEvent @event, Provenance at)
    {
        var by = at.Actor;
        return @event switch
        {
            MilestoneSet e => state with
            {
                Milestones = state.Milestones.SetItem(e.Milestone, new(e.Milestone, e.Year, e.Text, e.DueOn, e.Source, e.On)),
                NextMilestone = Math.Max(state.NextMilestone, e.Milestone + 1),
            },
            MilestoneWithdrawn e => state with { Milestones = state.Milestones.Remove(e.Milestone) },
            TaskReported e => state.With(new TaskReport(e.Period, e.State, e.Text, e.Results, e.Reached, e.Evidence, e.On, by) { Position = at.Position, EventId = at.EventId }),
            TaskConfirmed e => state.With(state.Reports[e.Period] with { Review = ReviewState.Confirmed, ReviewedOn = e.On, ReviewedBy = by, Reason = null }),
            TaskSentBack e => state.With(state.Reports[e.Period] with { Review = ReviewState.SentBack, ReviewedOn = e.On, ReviewedBy = by, Reason = e.Reason }),
            TaskQueried e => state with { Queries = state.Queries.Add(new(e.Query, e.Period, e.Text, e.On, by)) },
            TaskQueryAnswered e => state with
            {
                Queries = state.Queries.SetItem(e.Query - 1, state.Queries[e.Query - 1] with { Answer = new(e.Text, e.On, by, []) }),
            },
            TaskSupervised e => state with { Supervisions = state.Supervisions.Add(new(e.Supervision, e.Text, e.DueOn, e.On, by) { Position = at.Position, EventId = at.EventId }) },
            SupervisionAnswered e => state.With(state.Supervisions[e.Supervision - 1] with
            {
                Answers = state.Supervisions[e.Supervision - 1].Answers.Add(new(e.Text, e.On, by, e.Evidence)),
            }),
            SupervisionClosed e => state.With(state.Supervisions[e.Supervision - 1] with { Closing = new(e.Text, e.On, by, []) }),
            _ => throw new InvalidOperationException($"{@event.GetType().Name} is not folded into a part of a task."),
        };
    }

    private TaskPart With(TaskReport report) => this with { Reports = Reports.SetItem(report.Period, report) };

    private TaskPart With(Supervision supervision) => this with { Supervisions = Supervisions.SetItem(supervision.Number - 1, supervision) };
}
