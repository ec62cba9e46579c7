using NodaTime;

namespace Ledger.Domain.Access;

/// <summary>An officer's standing: who they are, for whom they act, and whether they still may.</summary>
/// <param name="User">The sign-in name, stable for ever.</param>
public sealed record Officer(
    string User, bool IsAppointed, string Name, string Organisation, Role Role, string? Zone, LocalDate? LastActOn)
{
    public Actor Actor => new(User, Organisation, Role, Zone);

    public static EventStream<Officer, OfficerEvent> Stream(string user) => new(
        $"officer/{user}",
        new Officer(user, IsAppointed: false, "", "", Role.Auditor, Zone: null, LastActOn: null),
        Evolve);

    private static Officer Evolve(Officer state, Recorded<OfficerEvent> recorded) => recorded.Event switch
    {
        OfficerAppointed e => new Officer(state.User, IsAppointed: true, e.Name, e.Organisation, e.Role, e.Zone, e.On),
        OfficerReassigned e => new Officer(state.User, IsAppointed: true, e.Name, e.Organisation, e.Role, e.Zone, e.On),
        OfficerDismissed e => state with { IsAppointed = false, LastActOn = e.On },
        _ => throw new InvalidOperationException($"{recorded.Event.GetType().Name} is not folded into an officer."),
    };
}
