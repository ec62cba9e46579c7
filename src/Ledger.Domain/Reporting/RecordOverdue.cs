using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The ledger notes that a deadline passed without a submission. A fact beside the state; it stops nothing.</summary>
/// <remarks>Refuses with <c>not-yet-due</c>, as when the deadline was moved after it had been put on the clock.</remarks>
public sealed record RecordOverdue(Instant Now)
{
    public Decision<ReturnEvent> Decide(ZoneReturn state, ProgrammeDocument programme, Actor actor)
    {
        if (ReturnRules.ByClock(state, programme, actor) is { } refusal)
            return refusal;
        if (!state.Submissions.IsEmpty || state.OverdueSince is not null)
            return Decision<ReturnEvent>.Accept();
        var dueAt = programme.DueAt(state.Period);
        return Now < dueAt
            ? Refusal.Of(RefusalKind.Conflict, "not-yet-due", state.Zone, state.Period, dueAt)
            : new ReturnFellOverdue(dueAt.InZone(DocumentDate.Zone).Date, dueAt);
    }
}
