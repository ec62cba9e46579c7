using Ledger.Api.Programme;
using Ledger.Domain;
using Ledger.Domain.Cultivation;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.Cultivation;

/// <param name="From">The first day of the new name.</param>
/// <param name="CommitteeName">Its administrative committee's from then on.</param>
public sealed record RenameRequest(
    Name Name, Name ShortName, Name ListName, Name CommitteeName, LocalDate From, BasisRequest Basis, LocalDate? On = null);

/// <param name="Zones">Those that become part of the zone addressed, and end.</param>
public sealed record MergeRequest(IReadOnlyList<string> Zones, LocalDate From, BasisRequest Basis, LocalDate? On = null);

/// <param name="Parts">The new zones.</param>
/// <param name="Ends">Whether the zone addressed ends.</param>
public sealed record SplitRequest(IReadOnlyList<NewZone> Parts, bool Ends, LocalDate From, BasisRequest Basis, LocalDate? On = null);

/// <param name="From">The first day on which it is no longer there.</param>
public sealed record LeaveRequest(LocalDate From, BasisRequest Basis, LocalDate? On = null);

/// <param name="Host">An organisation's code; null: none is known.</param>
/// <param name="Name">Of an organisation the programme does not know yet.</param>
/// <param name="From">The first day on which it hosts the zone; left out where the entry that stands was missing or wrong.</param>
public sealed record HostRequest(string? Host, BasisRequest Basis, Name? Name = null, LocalDate? On = null, LocalDate? From = null);

/// <param name="Goal">As the paper puts it.</param>
public sealed record TrackRequest(Track Track, ZoneGoal GoalCode, string Goal, Force Commitment, BasisRequest Basis, LocalDate? On = null);

/// <param name="Despite">Why the zone comes further though conditions are open or found unmet; left out where none is.</param>
public sealed record StageRequest(Stage To, BasisRequest Basis, LocalDate? On = null, string? Despite = null);

public sealed record TurnDownRequest(string Reason, BasisRequest Basis, LocalDate? On = null);

/// <param name="Value">What it comes to, with its unit.</param>
/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record FindingRequest(
    Fulfilment Finding, string Text, string? Value = null, IReadOnlyList<string>? Evidence = null, LocalDate? On = null);

public sealed record ReasonedRequest(string Reason, LocalDate? On = null);

public sealed record DatedRequest(LocalDate? On = null);

/// <param name="Text">The condition, word for word.</param>
/// <param name="Source">The title of the official text.</param>
/// <param name="Article">Where in the text.</param>
/// <param name="Threshold">The bound it sets, with its unit, as the text writes it; left out where it sets none.</param>
/// <param name="DocumentNumber">Of the text; left out where it bears none.</param>
public sealed record CriterionRequest(
    string Title, string Text, string Source, string Article, string? Threshold = null, string? DocumentNumber = null, LocalDate? On = null)
{
    internal CriterionTerms Terms => new(Title, Text, Threshold, Source, DocumentNumber, Article);
}
