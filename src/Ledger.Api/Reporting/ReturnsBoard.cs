using Ledger.Domain;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Reporting;

/// <summary>One period's returns, a zone a row, in the programme's order.</summary>
public sealed record ReturnsBoard(Period Period, Instant DueAt, IReadOnlyList<ReturnsBoardRow> Zones);

/// <param name="SubmittedOn">The paper's date of the first submission, by which timeliness is judged; null: none yet.</param>
/// <param name="OnTime">Null while nothing was submitted.</param>
/// <param name="OverdueSince">The deadline that passed without a submission, as recorded; also of a return that came late.</param>
/// <param name="Required">How many series have to be stated.</param>
/// <param name="Stated">How many of the required are.</param>
/// <param name="Optional">How many optional ones are stated.</param>
/// <param name="Errors">Findings that stand against submission, missing series included.</param>
/// <param name="Warnings">Findings that need an explanation.</param>
/// <param name="Outliers">How many figures moved unlike the zone's own earlier ones.</param>
/// <param name="Version">Of the return's stream, for <c>If-Match</c>.</param>
/// <param name="Position">Of the last act on the return; null: none.</param>
public sealed record ReturnsBoardRow(
    string Zone, Name Name, ReturnState State, LocalDate? SubmittedOn, bool? OnTime, Instant? OverdueSince, LocalDate? AcceptedOn,
    int Required, int Stated, int Optional, int Errors, int Warnings, int Outliers, int OpenQueries, int OpenCorrections,
    long Version, long? Position);
