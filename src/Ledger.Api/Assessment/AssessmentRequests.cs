using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using NodaTime;

namespace Ledger.Api.Assessment;

// Where a body says exactly what the command does, the command itself is read from it.

/// <summary>An act that says nothing but when.</summary>
public sealed record DatedRequest(LocalDate? On = null);

/// <param name="Text">What the conflict is; may be left out where there is none.</param>
public sealed record DeclarationRequest(string Zone, Interest Interest, string? Text = null, LocalDate? On = null);

/// <param name="Evidence">At least one reference (<see cref="BallotEvidence"/>).</param>
public sealed record BallotRequest(decimal Level, string Reason, IReadOnlyList<string>? Evidence = null, LocalDate? On = null);

public sealed record AdjustmentRequest(
    string Zone, string Item, Document Document, int Count = 1, string? Text = null, LocalDate? On = null);

public sealed record VetoRequest(string Zone, string Item, Document Document, string? Text = null, LocalDate? On = null);

public sealed record LiftRequest(Document Document, string Reason, LocalDate? On = null);

/// <inheritdoc cref="RatifyResult"/>
public sealed record RatifyRequest(string Minutes, IReadOnlyList<string>? Present = null, LocalDate? On = null);

/// <inheritdoc cref="ReopenAssessment"/>
public sealed record ReopenRequest(string Reason, Phase? To = null, LocalDate? On = null);

/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record AppealRequest(
    string Zone, IReadOnlyList<string> Cells, string Grounds, IReadOnlyList<string>? Evidence = null, LocalDate? On = null);

/// <param name="Remedy">Needed where it is upheld, and only there.</param>
public sealed record DecisionRequest(AppealOutcome Outcome, string Reason, RemedyRequest? Remedy = null, LocalDate? On = null);

public enum AppealOutcome
{
    Upheld,
    Dismissed,
}

/// <inheritdoc cref="Remedy"/>
public sealed record RemedyRequest(
    long? Position = null, IReadOnlyList<int>? LiftAdjustments = null, IReadOnlyList<int>? LiftVetoes = null)
{
    internal Remedy Remedy => new(Position, LiftAdjustments ?? [], LiftVetoes ?? []);
}

public sealed record FollowRequest(string Text, IReadOnlyList<string>? Evidence = null, bool Completed = false, LocalDate? On = null);
