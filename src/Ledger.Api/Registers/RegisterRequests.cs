using Ledger.Domain.Registers;
using NodaTime;

namespace Ledger.Api.Registers;

// Where a body says exactly what the command does, the command itself is read from it.

/// <param name="Kind">A kind of the programme's register, such as <c>hte</c>.</param>
/// <param name="From">The date of the recognition, not of its announcement.</param>
/// <param name="Document">The paper by which it was recognised.</param>
/// <param name="Level">A level of the kind, of a listing its board; null for a kind without levels.</param>
/// <param name="Until">The last day on which it holds; null: as the kind's validity says .</param>
public sealed record RecognitionRequest(
    string Kind, LocalDate From, string Document, string? Level = null, string? Certificate = null, LocalDate? Until = null, LocalDate? On = null);

/// <param name="From">The first day of the new term.</param>
/// <param name="Document">The paper by which it was renewed.</param>
/// <param name="Until">The last day on which it holds; null: as the kind's validity says .</param>
public sealed record RenewalRequest(
    LocalDate From, string Document, string? Certificate = null, LocalDate? Until = null, LocalDate? On = null);

/// <param name="Cause">Withdrawn unless it says otherwise.</param>
/// <param name="From">The first day on which it holds no more; null: the date of the paper.</param>
public sealed record EndRequest(string Document, RecognitionEnd Cause = RecognitionEnd.Withdrawn, LocalDate? From = null, LocalDate? On = null);

/// <param name="Term">1 for what was granted, then one more for each renewal.</param>
/// <param name="Level">Of the recognition as a whole; null for a kind without levels.</param>
public sealed record RecognitionCorrectionRequest(
    LocalDate From, string Reason, int Term = 1, string? Level = null, string? Certificate = null, LocalDate? Until = null, LocalDate? On = null);

/// <summary>An act that undoes a mistake.</summary>
public sealed record RegisterReasonRequest(string Reason, LocalDate? On = null);
