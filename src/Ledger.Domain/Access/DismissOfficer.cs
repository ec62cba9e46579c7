using NodaTime;

namespace Ledger.Domain.Access;

/// <summary>Ends an officer's standing; what they did stays theirs.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>officer-unknown</c>, <c>reason-missing</c>, <c>last-administrator</c>,
/// <c>date-in-future</c> or <c>date-before-previous</c>.
/// </remarks>
public sealed record DismissOfficer(string Reason, LocalDate? On = null)
{
    /// <param name="administrators">How many officers are administrators now.</param>
    public Decision<OfficerEvent> Decide(Officer state, int administrators, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.AppointOfficers) is { } notAllowed)
            return notAllowed;
        if (state.LastActOn is null)
            return Refusal.Of(RefusalKind.NotFound, "officer-unknown", state.User);
        if (!state.IsAppointed)
            return Decision<OfficerEvent>.Accept();
        var on = On ?? today;
        if (DocumentDate.Check(on, state.LastActOn, today) is { } wrongDate)
            return wrongDate;
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusal.Of(RefusalKind.Invalid, "reason-missing");
        if (state.Role == Role.Administrator && administrators <= 1)
            return Refusal.Of(RefusalKind.Conflict, "last-administrator", state.User);
        return new OfficerDismissed(on, Reason);
    }
}
