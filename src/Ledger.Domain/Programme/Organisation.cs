using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>An organisation under one name for a time; a renamed one has a further entry under the same code.</summary>
/// <param name="PlanWords">As the plan writes it, verbatim, abbreviations included; null for a name it does not use.</param>
/// <param name="From">Null: from before the plan.</param>
/// <param name="Until">The last day of this name; null: still so.</param>
/// <param name="Note">What is known of it from outside the plan, and said so.</param>
public sealed record Organisation(string Code, Name Name, string? PlanWords, LocalDate? From, LocalDate? Until, Name? Note)
{
    public bool IsValidOn(LocalDate day) => (From is null || From <= day) && (Until is null || day <= Until);
}

/// <summary>Who does what, each an organisation's code. Zones report through their own committees.</summary>
/// <param name="Reviewer">Reviews returns.</param>
/// <param name="Drafter">Drafts and issues the quarterly notices.</param>
/// <param name="Approver">Approves the annual results.</param>
/// <param name="Recipient">Receives the annual results for the assessment of officials.</param>
public sealed record Roles(string Reviewer, string Drafter, string Approver, string Recipient);
