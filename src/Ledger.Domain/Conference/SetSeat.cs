using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Conference;

/// <summary>The office enters a seat of the conference, as a paper gives it, or enters it anew. The plan itself names none.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>seat-unknown</c>, a date rule, or <c>request-at-fault</c>: a missing text, <c>seat-organisation-unknown</c>,
/// <c>chair-taken</c>.
/// </remarks>
/// <param name="Post">The office that its holder holds, such as the deputy head of the league; no person is named.</param>
/// <param name="Source">The paper that says so.</param>
/// <param name="Seat">Null: a new one, which is given the next number.</param>
public sealed record SetSeat(string Organisation, string Post, SeatRole Role, string Source, int? Seat = null, LocalDate? On = null)
{
    public Decision<ConferenceEvent> Decide(ConferenceSeats state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.KeepConference) is { } notAllowed)
            return notAllowed;
        if (Seat is { } number && state.Find(number) is null)
            return Refusal.Of(RefusalKind.NotFound, "seat-unknown", number);
        if (state.All.Exists(seat => seat.Until is null && (Seat is null || seat.Number == Seat)
            && (seat.Organisation, seat.Post, seat.Role, seat.Source) == (Organisation, Post, Role, Source)))
        {
            return Decision<ConferenceEvent>.Accept();
        }

        if (RequestFaults.Any(
            programme.HasOrganisation(Organisation ?? "") ? null : Fault.At("/organisation", "seat-organisation-unknown", Organisation ?? ""),
            ConferenceCommandRules.Text("/post", Post), ConferenceCommandRules.Text("/source", Source),
            Role == SeatRole.Chair && state.All.Find(seat => seat.Until is null && seat.Role == SeatRole.Chair && seat.Number != Seat) is { } chair
                ? Fault.At("/role", "chair-taken", chair.Number) : null) is { } faults)
        {
            return faults;
        }

        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        return misdated is not null ? misdated : new SeatSet(on, Seat ?? state.Next, Organisation!, Post, Role, Source);
    }
}

/// <summary>The office ends a seat; it stays in the history, and in the meetings that were held with it.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>seat-unknown</c>, a date rule, or <c>request-at-fault</c>.</remarks>
public sealed record EndSeat(int Seat, string Reason, LocalDate? On = null)
{
    public Decision<ConferenceEvent> Decide(ConferenceSeats state, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.KeepConference) is { } notAllowed)
            return notAllowed;
        if (state.Find(Seat) is null)
        {
            return Seat > 0 && Seat < state.Next
                ? Decision<ConferenceEvent>.Accept()
                : Refusal.Of(RefusalKind.NotFound, "seat-unknown", Seat);
        }

        if (RequestFaults.Any(ConferenceCommandRules.Text("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        return misdated is not null ? misdated : new SeatEnded(on, Seat, Reason);
    }
}
