using NodaTime;

namespace Ledger.Domain.Access;

/// <summary>Gives a ledger its first administrator, who then appoints everybody else.</summary>
/// <remarks>
/// Nobody is in office yet who could appoint, so the act is the new administrator's own, done at the machine itself.
/// Refuses with <c>already-founded</c>, or as <see cref="AppointOfficer"/> does.
/// </remarks>
public sealed record AppointFirstAdministrator(string User, string Name, string Organisation)
{
    public Actor Actor => new(User, Organisation, Role.Administrator);

    /// <param name="administrators">How many officers are administrators now.</param>
    public Decision<OfficerEvent> Decide(Officer state, int administrators, LocalDate today) =>
        administrators > 0
            ? Refusal.Of(RefusalKind.Conflict, "already-founded")
            : new AppointOfficer(User, Name, Organisation, Role.Administrator, Zone: null, Basis: null)
                .Decide(state, new HashSet<string>(), new HashSet<string>(), Actor, today);
}
