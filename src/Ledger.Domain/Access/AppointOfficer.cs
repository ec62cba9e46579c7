using NodaTime;

namespace Ledger.Domain.Access;

/// <summary>Gives a person an office, or another one than before.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>date-in-future</c>, <c>date-before-previous</c>, or <c>officer-faulty</c> with every field at
/// fault: <c>user-malformed</c>, <c>name-missing</c>, <c>organisation-unknown</c>, <c>zone-needed</c>, <c>zone-unknown</c>,
/// <c>zone-not-for-role</c>, <c>role-not-for-people</c>.
/// </remarks>
/// <param name="Zone">For a reporter, and only for one.</param>
public sealed record AppointOfficer(
    string User, string Name, string Organisation, Role Role, string? Zone, string? Basis, LocalDate? On = null)
{
    private const int LongestUser = 40;

    /// <param name="organisations">The codes of the programme in force; empty before any programme is adopted, when none is checked.</param>
    public Decision<OfficerEvent> Decide(
        Officer state, IReadOnlySet<string> organisations, IReadOnlySet<string> zones, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.AppointOfficers) is { } notAllowed)
            return notAllowed;
        var on = On ?? today;
        if (DocumentDate.Check(on, state.LastActOn, today) is { } wrongDate)
            return wrongDate;
        if (Faults(organisations, zones).ToList() is { Count: > 0 } faults)
            return Refusal.OfFaults(RefusalKind.Invalid, "officer-faulty", faults);
        if (!state.IsAppointed)
            return new OfficerAppointed(on, Name, Organisation, Role, Zone, Basis);
        return (state.Name, state.Organisation, state.Role, state.Zone) == (Name, Organisation, Role, Zone)
            ? Decision<OfficerEvent>.Accept()
            : new OfficerReassigned(on, Name, Organisation, Role, Zone, Basis);
    }

    private IEnumerable<Fault> Faults(IReadOnlySet<string> organisations, IReadOnlySet<string> zones)
    {
        if (User.Length is 0 or > LongestUser || !User.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-'))
            yield return Fault.At("/user", "user-malformed", User, LongestUser);
        if (string.IsNullOrWhiteSpace(Name))
            yield return Fault.At("/name", "name-missing");
        if (organisations.Count > 0 && !organisations.Contains(Organisation))
            yield return Fault.At("/organisation", "organisation-unknown", Organisation);
        if (Role == Role.Clock)
            yield return Fault.At("/role", "role-not-for-people");
        if (Role == Role.Reporter && Zone is null)
            yield return Fault.At("/zone", "zone-needed");
        else if (Role == Role.Reporter && zones.Count > 0 && !zones.Contains(Zone!))
            yield return Fault.At("/zone", "zone-unknown", Zone!);
        else if (Role != Role.Reporter && Zone is not null)
            yield return Fault.At("/zone", "zone-not-for-role", Role);
    }
}
