using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>What happened to a zone's return for one period. Names and properties are the storage format.</summary>
/// <param name="On">The date of the paper that records the act; never before that of the previous act of the stream.</param>
public abstract record ReturnEvent(LocalDate On);

/// <param name="Value">In the series' unit, at the series' places. A value stated again replaces the earlier one.</param>
/// <param name="Reason">Why an earlier value is replaced; null for the first statement or before submission.</param>
public sealed record FigureReported(
    LocalDate On, string Series, decimal Value, string? Note, string? Reason, IReadOnlyList<Evidence> Evidence) : ReturnEvent(On);

public sealed record FigureWithdrawn(LocalDate On, string Series, string Reason) : ReturnEvent(On);

public sealed record ReturnSubmitted(
    LocalDate On, IReadOnlyList<Signatory> Signatories, IReadOnlyList<Explanation> Explanations) : ReturnEvent(On);

/// <param name="Query">The query's number within the return, from 1.</param>
public sealed record FigureQueried(LocalDate On, int Query, string Series, string Text) : ReturnEvent(On);

/// <param name="Series">The series that was asked about, so that the event is read without the question.</param>
public sealed record QueryAnswered(LocalDate On, int Query, string Series, string Text) : ReturnEvent(On);

/// <param name="Series">What has to be looked at again; empty: the whole return.</param>
public sealed record ReturnSentBack(LocalDate On, string Reason, IReadOnlyList<string> Series) : ReturnEvent(On);

public sealed record ReturnAccepted(LocalDate On) : ReturnEvent(On);

/// <param name="Correction">The correction's number within the return, from 1.</param>
public sealed record CorrectionRequested(
    LocalDate On, int Correction, string Series, decimal Value, CorrectionKind Kind, string Reason, IReadOnlyList<Evidence> Evidence)
    : ReturnEvent(On);

/// <param name="Value">What the bureau approved: the value that was asked for.</param>
public sealed record CorrectionApproved(
    LocalDate On, int Correction, string Series, decimal Value, CorrectionKind Kind, string? Reason) : ReturnEvent(On);

public sealed record CorrectionRefused(LocalDate On, int Correction, string Series, string Reason) : ReturnEvent(On);

/// <summary>The deadline passed and the return had not been submitted.</summary>
/// <remarks>
/// No officer's act: <see cref="ReturnEvent.On"/> is the day of the deadline, and later acts may carry an earlier paper's date.
/// </remarks>
/// <param name="DueAt">The deadline that passed.</param>
public sealed record ReturnFellOverdue(LocalDate On, Instant DueAt) : ReturnEvent(On);

/// <summary>Why a figure that was accepted changes: an error is nobody's plan, a revision was announced.</summary>
public enum CorrectionKind
{
    Error,
    Revision,
}

/// <param name="Role">Such as 填報人, 統計負責人, 單位負責人.</param>
public sealed record Signatory(string Role, string Name);

/// <param name="Check">The check's id, such as <c>jump/op_revenue</c>.</param>
public sealed record Explanation(string Check, string Text);

/// <summary>A paper that bears a statement out. The bytes are kept under their hash, apart from the events.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Size">In bytes.</param>
public sealed record Evidence(string Sha256, string Name, string MediaType, long Size);
