using System.Collections.Immutable;
using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.KeyTasks;

/// <param name="DueOn">Null: by the end of the year.</param>
/// <param name="Source">The paper that sets it.</param>
public sealed record Milestone(int Number, int Year, string Text, LocalDate? DueOn, string Source, LocalDate SetOn)
{
    /// <summary>The day by which it is to be reached.</summary>
    public LocalDate Due => DueOn ?? new LocalDate(Year, 12, 31);
}

/// <summary>The last word of a unit on a quarter, and what the office made of it.</summary>
/// <param name="Reached">Numbers of milestones.</param>
public sealed record TaskReport(
    Period Period, TaskState State, string Text, IReadOnlyList<TaskResult> Results, IReadOnlyList<int> Reached,
    IReadOnlyList<Evidence> Evidence, LocalDate On, Actor By)
{
    public ReviewState Review { get; init; }

    public LocalDate? ReviewedOn { get; init; }

    public Actor? ReviewedBy { get; init; }

    /// <summary>Why it was sent back; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Where in the ledger it stands.</summary>
    public long Position { get; init; }

    public Guid EventId { get; init; }
}

public enum ReviewState
{
    /// <summary>The office has not looked at it yet.</summary>
    Open,
    SentBack,
    Confirmed,
}

public sealed record TaskQuery(int Number, Period Period, string Text, LocalDate On, Actor By)
{
    /// <summary>Null: it is open.</summary>
    public TaskAnswer? Answer { get; init; }
}

public sealed record TaskAnswer(string Text, LocalDate On, Actor By, IReadOnlyList<Evidence> Evidence);

/// <summary>督辦 of one part.</summary>
public sealed record Supervision(int Number, string Text, LocalDate DueOn, LocalDate On, Actor By)
{
    /// <summary>Where in the ledger it was begun.</summary>
    public long Position { get; init; }

    public Guid EventId { get; init; }

    public ImmutableList<TaskAnswer> Answers { get; init; } = [];

    /// <summary>Null: it goes on.</summary>
    public TaskAnswer? Closing { get; init; }

    public SupervisionState State => Closing is not null ? SupervisionState.Closed
        : Answers.IsEmpty ? SupervisionState.Open
        : SupervisionState.Answered;

    /// <summary>The day has passed and nothing was answered.</summary>
    public bool IsLate(LocalDate day) => State == SupervisionState.Open && DueOn < day;
}

public enum SupervisionState
{
    Open,
    Answered,
    Closed,
}
