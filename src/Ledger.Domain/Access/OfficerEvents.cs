using NodaTime;

namespace Ledger.Domain.Access;

/// <summary>What happened to one officer's standing. Names and properties are the storage format; passwords are never events.</summary>
/// <param name="On">The date of the paper that records the act.</param>
public abstract record OfficerEvent(LocalDate On);

/// <param name="Basis">The document the appointment rests on, if it has one.</param>
public sealed record OfficerAppointed(
    LocalDate On, string Name, string Organisation, Role Role, string? Zone, string? Basis) : OfficerEvent(On);

/// <summary>The officer's name, organisation or role is another from here on.</summary>
public sealed record OfficerReassigned(
    LocalDate On, string Name, string Organisation, Role Role, string? Zone, string? Basis) : OfficerEvent(On);

public sealed record OfficerDismissed(LocalDate On, string Reason) : OfficerEvent(On);
