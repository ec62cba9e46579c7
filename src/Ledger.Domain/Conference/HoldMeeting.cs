using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Conference;

/// <summary>The office records that a meeting was held and who attended, every seat of that day named; anew until something is decided.</summary>
/// <remarks>
/// A meeting without a quorum is recorded like any other; it decides nothing. Refuses with <c>not-allowed</c>, <c>meeting-unknown</c>,
/// <c>meeting-cancelled</c>, <c>meeting-held</c>, <c>seats-none</c>, a date rule, or <c>request-at-fault</c>: <c>meeting-year</c>,
/// <c>held-after-act</c>, <c>seat-absent-then</c>, <c>presence-repeated</c>, <c>presence-missing</c>, <c>presiding-absent</c>.
/// </remarks>
/// <param name="Presiding">The seat that presided.</param>
public sealed record HoldMeeting(LocalDate HeldOn, int Presiding, IReadOnlyList<SeatPresence> Attendance, LocalDate? On = null)
{
    public Decision<MeetingEvent> Decide(Meeting state, ConferenceSeats seats, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (MeetingRules.ByOffice(state, actor) is { } refusal)
            return refusal;
        if (state.HeldOn == HeldOn && state.Presiding == Presiding
            && state.Attendance.Select(one => new SeatPresence(one.Seat, one.Presence)).SequenceEqual(Attendance.OrderBy(one => one.Seat)))
        {
            return Decision<MeetingEvent>.Accept();
        }

        if (state.State is MeetingState.Cancelled or MeetingState.Closed || !state.Decisions.IsEmpty)
            return MeetingRules.NotHeld(state)!;
        var there = seats.On(HeldOn);
        if (there.Count == 0)
            return Refusal.Of(RefusalKind.Conflict, "seats-none", HeldOn);
        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        if (RequestFaults.Any([
            MeetingRules.Year("/heldOn", state, HeldOn),
            HeldOn > on ? Fault.At("/heldOn", "held-after-act", HeldOn, on) : null,
            .. Faults(there)]) is { } faults)
        {
            return faults;
        }

        var presences = Attendance.ToDictionary(one => one.Seat, one => one.Presence);
        return misdated is not null
            ? misdated
            : new MeetingHeld(
                on, HeldOn, Presiding, [.. there.Select(seat => new Attendance(seat.Number, seat.Organisation, seat.Post, presences[seat.Number]))],
                programme.Conference.Quorum(there.Count));
    }

    private IEnumerable<Fault?> Faults(IReadOnlyList<Seat> there)
    {
        var seen = new HashSet<int>();
        foreach (var (index, one) in Attendance.Index())
        {
            if (there.All(seat => seat.Number != one.Seat))
                yield return Fault.At($"/attendance/{index}/seat", "seat-absent-then", one.Seat, HeldOn);
            else if (!seen.Add(one.Seat))
                yield return Fault.At($"/attendance/{index}/seat", "presence-repeated", one.Seat);
        }

        foreach (var seat in there.Where(seat => !seen.Contains(seat.Number)))
            yield return Fault.At("/attendance", "presence-missing", seat.Number, seat.Post);
        if (Attendance.All(one => one.Seat != Presiding || one.Presence == Presence.Absent))
            yield return Fault.At("/presiding", "presiding-absent", Presiding);
    }
}

public sealed record SeatPresence(int Seat, Presence Presence);
