using Ledger.Domain.Conference;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>What the joint conference decided at meetings held in the quarter.</summary>
/// <param name="All">In the order of the meetings and their agendas.</param>
/// <param name="Count">How many.</param>
public sealed record NoticeDecisions(Cell Count, IReadOnlyList<ConferenceDecision> All);

/// <param name="Reference">As an act names it as its basis: <c>2023-1/2</c>.</param>
/// <param name="Text">As it stood at the cut.</param>
/// <param name="Position">Of the event that records it so.</param>
public sealed record ConferenceDecision(
    string Reference, string Meeting, LocalDate HeldOn, DecisionKind Kind, string Title, DecisionOutcome Outcome, string Text, LocalDate On, long Position);
