using Ledger.Domain.Conference;
using NodaTime;

namespace Ledger.Domain.Tests.Conference;

public class DecidingAtAMeeting
{
    private static SeatPresence[] All(Presence presence = Presence.Present) => [.. Enumerable.Range(1, 5).Select(seat => new SeatPresence(seat, presence))];

    private static Refusal Refused<TEvent>(Decision<TEvent> decision, string code)
        where TEvent : notnull
    {
        decision.Events.ShouldBeEmpty();
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(code);
        return decision.Refusal;
    }

    [Fact]
    public void A_meeting_is_convened_held_decides_and_closes_its_minutes_in_this_order()
    {
        Refused(MeetingStory.Untouched.Decides(1), "meeting-unknown");
        Refused(MeetingStory.Convened.Decides(1), "meeting-not-held");
        Refused(new CloseMinutes(MeetingStory.Minutes.Sha256).Decide(MeetingStory.Convened.State, MeetingStory.Kept, MeetingStory.Office, MeetingStory.Today), "meeting-not-held");
        var held = MeetingStory.Convened.Holds(All()).Events.ShouldHaveSingleItem().ShouldBeOfType<MeetingHeld>();
        (held.Quorum, held.Attendance.Count, held.Attendance[1].Post).ShouldBe((3, 5, "職務2"));
        MeetingStory.Held.Decides(1).Events.ShouldHaveSingleItem().ShouldBeOfType<ItemDecided>();
        Refused(Close(MeetingStory.Adopted), "items-undecided");
        var both = MeetingStory.Adopted.With(new ItemDecided(MeetingStory.Day, 2, DecisionOutcome.Deferred, null, "緩議"));
        Close(both).Events.ShouldHaveSingleItem().ShouldBeOfType<MinutesClosed>().Minutes.ShouldBe(MeetingStory.Minutes);

        static Decision<MeetingEvent> Close(MeetingStory story) =>
            new CloseMinutes(MeetingStory.Minutes.Sha256, MeetingStory.Day).Decide(story.State, MeetingStory.Kept, MeetingStory.Office, MeetingStory.Today);
    }

    [Fact]
    public void Without_a_quorum_nothing_is_decided_and_a_deputy_counts_for_the_seat()
    {
        Refused(MeetingStory.Convened.Attended(2).Decides(1), "no-quorum").Arguments.ShouldBe([2, 3]);
        new CloseMinutes(MeetingStory.Minutes.Sha256).Decide(MeetingStory.Convened.Attended(2).State, MeetingStory.Kept, MeetingStory.Office, MeetingStory.Today)
            .Refusal.ShouldBeNull("there is nothing that it could decide");
        var represented = MeetingStory.Convened.Holds([new(1, Presence.Present), new(2, Presence.Represented), new(3, Presence.Represented), new(4, Presence.Absent), new(5, Presence.Absent)]);
        MeetingStory.Convened.With([.. represented.Events]).State.IsQuorate.ShouldBeTrue();
    }

    [Fact]
    public void Every_seat_of_that_day_is_accounted_for()
    {
        Refused(
            MeetingStory.Convened.Holds([new(1, Presence.Absent), new(2, Presence.Present), new(2, Presence.Present), new(9, Presence.Present)]),
            "request-at-fault").Faults.Select(fault => (fault.Pointer, fault.Code)).ShouldBe(
        [
            ("/attendance/2/seat", "presence-repeated"), ("/attendance/3/seat", "seat-absent-then"), ("/attendance", "presence-missing"),
            ("/attendance", "presence-missing"), ("/attendance", "presence-missing"), ("/presiding", "presiding-absent"),
        ]);
        var later = MeetingStory.Convened.Seated(new SeatEnded(new(2024, 3, 1), 5, "改組"));
        later.Holds(All()).Refusal.ShouldBeNull("on the day of the meeting the seat was there");
        Refused(later.Holds(All(), heldOn: new LocalDate(2024, 3, 1), on: new LocalDate(2024, 3, 1)), "request-at-fault");
        Refused(MeetingStory.Convened.Holds(All(), heldOn: new LocalDate(2024, 1, 21)), "request-at-fault").Faults[0].Code.ShouldBe("held-after-act");
        Refused((MeetingStory.Convened with { Seats = ConferenceSeats.Stream.Initial }).Holds(All()), "seats-none");
    }

    [Theory]
    [InlineData(DecisionOutcome.Adopted, 3, 1, 0, null)]
    [InlineData(DecisionOutcome.Adopted, 2, 1, 1, "votes-contradict")]
    [InlineData(DecisionOutcome.NotAdopted, 2, 2, 0, null)]
    [InlineData(DecisionOutcome.NotAdopted, 3, 1, 0, "votes-contradict")]
    [InlineData(DecisionOutcome.Deferred, 4, 0, 0, null)]
    [InlineData(DecisionOutcome.Adopted, 4, 1, 0, "votes-beyond-attendance")]
    [InlineData(DecisionOutcome.Adopted, 3, -1, 0, "votes-negative")]
    public void Votes_are_those_of_who_attended_and_carry_by_more_than_half(DecisionOutcome outcome, int @for, int against, int abstained, string? fault)
    {
        var decision = MeetingStory.Held.Decides(1, outcome, new(@for, against, abstained));
        if (fault is null)
            decision.Events.ShouldHaveSingleItem();
        else
            Refused(decision, "request-at-fault").Faults.ShouldHaveSingleItem().Code.ShouldBe(fault);
    }

    [Fact]
    public void What_was_decided_is_only_corrected_with_a_reason_and_what_stood_before_stays_told()
    {
        MeetingStory.Adopted.Decides(1).Events.ShouldBeEmpty();
        Refused(MeetingStory.Adopted.Decides(1, text: "不同意"), "item-decided");
        Refused(MeetingStory.Adopted.Holds(All()), "meeting-held");
        Refused(new ConveneMeeting(MeetingStory.Day, null, [new(DecisionKind.Other, "x")]).Decide(MeetingStory.Adopted.State, MeetingStory.Office, MeetingStory.Today), "meeting-held");
        Refused(Correct(MeetingStory.Held, 1, "錄入有誤"), "item-undecided");
        Refused(Correct(MeetingStory.Adopted, 1, " "), "request-at-fault");
        var corrected = MeetingStory.Adopted.With([.. Correct(MeetingStory.Adopted, 1, "錄入有誤").Events]).State;
        corrected.Decisions[1].Before!.Outcome.ShouldBe(DecisionOutcome.Adopted);
        corrected.CheckBasis(1).ShouldNotBeNull().Code.ShouldBe("decision-not-adopted");

        static Decision<MeetingEvent> Correct(MeetingStory story, int item, string reason) =>
            new CorrectDecision(item, DecisionOutcome.NotAdopted, null, "不同意", reason).Decide(story.State, MeetingStory.Programme, MeetingStory.Office, MeetingStory.Today);
    }

    [Fact]
    public void Only_what_was_adopted_is_a_basis()
    {
        MeetingStory.Adopted.State.CheckBasis(1).ShouldBeNull();
        MeetingStory.Adopted.State.CheckBasis(2).ShouldNotBeNull().Code.ShouldBe("decision-unknown");
        DecisionReference.TryParse("2024-1/2", out var reference).ShouldBeTrue();
        reference.ToString().ShouldBe("2024-1/2");
        foreach (var no in new[] { null, "", "2024-1", "2024-1/0", "2024-1/02", "24-1/1", "2024-1/1/1", "2024-a/1" })
            DecisionReference.TryParse(no, out _).ShouldBeFalse(no);
    }

    [Fact]
    public void Seats_are_kept_by_the_office_and_at_most_one_is_the_chairs()
    {
        var seats = MeetingStory.Untouched.Seats;
        Set(new("STAT", "職務6", SeatRole.Chair, "示例文件")).Refusal!.Faults.ShouldHaveSingleItem().Code.ShouldBe("chair-taken");
        Set(new("NONE", "", SeatRole.Member, "示例文件")).Refusal!.Faults.Select(fault => fault.Code).ShouldBe(["seat-organisation-unknown", "text-required"]);
        Set(new("STAT", "職務6", SeatRole.Member, "示例文件")).Events.ShouldHaveSingleItem().ShouldBeOfType<SeatSet>().Seat.ShouldBe(6);
        Refused(Set(new("STAT", "x", SeatRole.Member, "x", Seat: 9)), "seat-unknown");
        Refused(new SetSeat("STAT", "x", SeatRole.Member, "x").Decide(seats, MeetingStory.Programme, MeetingStory.Reporter, MeetingStory.Today), "not-allowed");
        Refused(MeetingStory.Held.Decides(1, actor: MeetingStory.Reporter), "not-allowed");
        var renamed = MeetingStory.Untouched.Seated(new SeatSet(new(2023, 1, 1), 2, "STAT", "新職務", SeatRole.Member, "示例文件")).Seats;
        renamed.On(new(2022, 12, 31))[1].Post.ShouldBe("職務2");
        renamed.On(new(2023, 1, 1))[1].Post.ShouldBe("新職務");

        Decision<ConferenceEvent> Set(SetSeat command) => command.Decide(seats, MeetingStory.Programme, MeetingStory.Office, MeetingStory.Today);
    }
}
