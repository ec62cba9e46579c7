using Ledger.Domain.KeyTasks;
using NodaTime;

namespace Ledger.Api.KeyTasks;

// Where a body says exactly what the command does, the command itself is read from it.

/// <summary>An act that says nothing but when.</summary>
public sealed record ConfirmRequest(LocalDate? On = null);

/// <param name="Results">Numbers of the kinds that the task counts; what is left out is not stated.</param>
/// <param name="Reached">Numbers of the milestones that are reached.</param>
/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record TaskReportRequest(
    TaskState State, string Text, IReadOnlyList<TaskResult>? Results = null, IReadOnlyList<int>? Reached = null,
    IReadOnlyList<string>? Evidence = null, LocalDate? On = null);

public sealed record TaskTextRequest(string Text, LocalDate? On = null);

public sealed record TaskReasonRequest(string Reason, LocalDate? On = null);

/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record SupervisionAnswerRequest(string Text, IReadOnlyList<string>? Evidence = null, LocalDate? On = null);

/// <param name="Source">The paper that sets it.</param>
/// <param name="DueOn">By when; null: by the end of the year.</param>
public sealed record MilestoneRequest(int Year, string Text, string Source, LocalDate? DueOn = null, LocalDate? On = null);
