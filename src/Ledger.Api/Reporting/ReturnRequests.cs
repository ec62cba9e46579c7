using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Api.Reporting;

// Where a body says exactly what the command does, the command itself is read from it.

/// <summary>Why, where a reason is needed.</summary>
public sealed record ReasonRequest(string Reason, LocalDate? On = null);

/// <summary>The zone's signature.</summary>
/// <param name="Explanations">One for each warning; may be left out where there is none.</param>
public sealed record SubmitRequest(
    IReadOnlyList<Signatory> Signatories, IReadOnlyList<Explanation>? Explanations = null, LocalDate? On = null);

public sealed record AnswerRequest(string Text, LocalDate? On = null);

/// <param name="Series">What has to be looked at again; left out: the whole return.</param>
public sealed record SendBackRequest(string Reason, IReadOnlyList<string>? Series = null, LocalDate? On = null);

/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record CorrectionRequest(
    string Series, decimal Value, CorrectionKind Kind, string Reason, IReadOnlyList<string>? Evidence = null, LocalDate? On = null);

/// <param name="Reason">May be left out: the zone's own reason is granted.</param>
public sealed record ApproveRequest(string? Reason = null, LocalDate? On = null);
