using Ledger.Domain.Conference;
using NodaTime;

namespace Ledger.Api.Conference;

// Where a body says exactly what the command does, the command itself is read from it.

/// <param name="Source">The paper that says so.</param>
public sealed record SeatRequest(string Organisation, string Post, SeatRole Role, string Source, LocalDate? On = null);

public sealed record ConferenceReasonRequest(string Reason, LocalDate? On = null);

/// <param name="Items">In their order; the first is number 1.</param>
public sealed record MeetingRequest(LocalDate MeetsOn, IReadOnlyList<AgendaItem> Items, string? Place = null, LocalDate? On = null);

/// <param name="Presiding">The seat that presided.</param>
/// <param name="Attendance">Every seat of that day.</param>
public sealed record HeldRequest(LocalDate HeldOn, int Presiding, IReadOnlyList<SeatPresence> Attendance, LocalDate? On = null);

/// <param name="Votes">Left out: by consensus.</param>
public sealed record DecisionRequest(DecisionOutcome Outcome, string Text, Votes? Votes = null, LocalDate? On = null);

/// <param name="Votes">Left out: by consensus.</param>
public sealed record DecisionCorrectionRequest(DecisionOutcome Outcome, string Text, string Reason, Votes? Votes = null, LocalDate? On = null);

/// <param name="Minutes">Hash of a paper kept in the ledger.</param>
public sealed record MinutesCorrectionRequest(string Minutes, string Reason, LocalDate? On = null);
