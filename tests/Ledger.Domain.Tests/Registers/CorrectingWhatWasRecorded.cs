using Ledger.Domain.Registers;
using NodaTime;

namespace Ledger.Domain.Tests.Registers;

public class CorrectingWhatWasRecorded
{
    private static readonly LocalDate Paper = new(2025, 3, 1);

    /// <summary>Every kind of act, numbered 1 to 8 as they stand here.</summary>
    private static readonly InstitutionEvent[] Life =
    [
        new InstitutionEntered(new(2020, 1, 10), "甲公司", "XLHT", new(2020, 1, 1), "名冊"),
        new RecognitionGranted(new(2021, 2, 1), 1, "hte", null, "GR1", new(2021, 1, 5), new(2024, 1, 5), "公告"),
        new InstitutionRenamed(new(2022, 2, 1), "乙公司", new(2022, 1, 5), "變更"),
        new InstitutionMoved(new(2023, 2, 1), "BYH", new(2023, 1, 5), "變更"),
        new RecognitionRenewed(new(2024, 2, 1), 1, "GR2", new(2024, 1, 6), new(2027, 1, 6), "公告"),
        new RecognitionEnded(new(2024, 6, 1), 1, RecognitionEnd.Withdrawn, new(2024, 5, 1), "撤銷"),
        new RecognitionGranted(new(2024, 9, 1), 2, "hte", null, "GR3", new(2024, 8, 1), new(2027, 8, 1), "公告"),
        new InstitutionClosed(new(2025, 1, 10), new(2025, 1, 1), "註銷"),
    ];

    private static readonly RegisterStory Lived = RegisterStory.Unknown.With(Life);

    [Fact]
    public void The_first_day_of_an_institution_and_of_a_certificate_is_as_it_is_in_truth()
    {
        var story = Corrected(Lived, 1, new("名冊", "甲公司", "XLHT", From: new(2020, 6, 1)));
        story.State.Exists(new(2020, 5, 31)).ShouldBeFalse();
        story.State.Exists(new(2020, 6, 1)).ShouldBeTrue();
        story.State.Names.Entries.Select(entry => entry.From).ShouldBe([new(2020, 6, 1), new(2022, 1, 5)]);

        story = Corrected(story, 2, new("公告（更正）", Kind: "hte", Certificate: "GR1", From: new(2021, 3, 5)));
        story.On(new(2021, 3, 4)).ShouldBeEmpty();
        story.On(new(2021, 3, 5)).ShouldHaveSingleItem();
        story.State.Recognitions[0].Terms[0].ShouldBe(new("GR1", new(2021, 3, 5), new(2024, 3, 5), "公告（更正）"), "until as the kind's validity says");
        story.State.LastActOn.ShouldBe(Paper);
    }

    /// <summary>Each field of each act: corrected, the ledger says what it would had it been recorded so at first.</summary>
    [Theory]
    [MemberData(nameof(Truths))]
    public void Whatever_an_act_says_can_be_corrected_and_is_then_as_if_it_had_been_recorded_so(int act, ActSaid truth)
    {
        var corrected = Corrected(Lived, act, truth);
        var atFirst = RegisterStory.Unknown.With([.. Life.Select((@event, index) => index == act - 1 ? truth.In(@event) : @event)]);
        Told(corrected).ShouldBe(Told(atFirst));
        Told(corrected).ShouldNotBe(Told(Lived));
        corrected.When(new CorrectAct(act, truth, "誤錄")).Events.ShouldBeEmpty("it is so already");
    }

    public static TheoryData<int, ActSaid> Truths => new()
    {
        { 1, new("名冊", "丙公司", "BYH", From: new(2020, 2, 1)) },
        { 1, new("名冊", "甲公司", null, From: null) },
        { 2, new("另一公告", Kind: "incubator", Level: "region", Certificate: null, From: new(2021, 1, 6), Until: new(2023, 1, 5)) },
        { 3, new("另一變更", "丁公司", From: new(2022, 2, 5)) },
        { 4, new("另一變更", Zone: null, From: new(2023, 2, 5)) },
        { 4, new("變更", Zone: "XLHT", From: new(2023, 1, 5)) },
        { 5, new("另一公告", Certificate: "GR9", From: new(2024, 1, 16), Until: new(2026, 1, 6)) },
        { 6, new("另一文", From: new(2024, 6, 1), Cause: RecognitionEnd.Relinquished) },
        { 8, new("另一文", From: new(2024, 12, 1)) },
    };

    [Fact]
    public void Any_act_can_be_struck_out_and_with_a_recognition_go_its_renewals_and_its_end()
    {
        Struck(Lived, 3).State.Names.Entries.ShouldHaveSingleItem().Value.ShouldBe("甲公司");
        Struck(Lived, 4).State.ZoneOn(new(2024, 1, 1)).ShouldBe("XLHT");
        Struck(Lived, 5).State.Recognitions[0].Terms.ShouldHaveSingleItem();
        Struck(Lived, 8).State.Exists(new(2025, 6, 1)).ShouldBeTrue("it goes on");
        var story = Struck(Lived, 2);
        story.State.Recognitions.Select(known => known.Struck is null).ShouldBe([false, true]);
        story.On(new(2022, 1, 1)).ShouldBeEmpty();
        Code(story.When(new CorrectAct(5, new("公告", Certificate: "GR9", From: new(2024, 1, 6)), "誤錄"))).ShouldBe("act-struck");
        story.When(new StrikeAct(2, "誤錄")).Events.ShouldBeEmpty();
    }

    [Fact]
    public void With_the_entry_goes_everything_and_it_can_be_entered_once_more()
    {
        var story = Struck(Lived, 1);
        story.State.IsEntered.ShouldBeFalse();
        InstitutionSpans.Of(story.State).ShouldSatisfyAllConditions(
            spans => spans.Residences.ShouldBeEmpty(), spans => spans.Standings.ShouldBeEmpty(), spans => spans.Firsts.ShouldBeEmpty());
        Code(story.When(new RenameInstitution("丙公司", "變更"))).ShouldBe("institution-unknown");

        var again = story.With([.. story.When(new EnterInstitution("甲公司", "BYH", "名冊", On: Paper)).Events]);
        again.State.ZoneOn(new(2024, 1, 1)).ShouldBe("BYH");
        again.State.Names.Entries.ShouldHaveSingleItem();
        again.When(new GrantRecognition("hte", null, new(2021, 1, 5), "公告")).Events.ShouldHaveSingleItem().ShouldBeOfType<RecognitionGranted>().Number.ShouldBe(3);
        Code(again.When(new StrikeAct(3, "誤錄"))).ShouldBe("act-struck");
    }

    [Fact]
    public void What_could_not_have_been_recorded_so_is_refused_as_recording_it_would_be_and_what_would_fall_with_it_is_named()
    {
        Faults(Lived.When(new CorrectAct(4, new("變更", Zone: "NOWHERE", From: new(2019, 1, 1)), " "))).ShouldBe(
            [("/zone", "zone-unknown"), ("/from", "before-entry"), ("/reason", "text-required")], ignoreOrder: true);
        Faults(Lived.When(new CorrectAct(5, new("", Certificate: "GR2", From: new(2021, 1, 5), Until: new(2020, 1, 1)), "誤錄"))).ShouldBe(
            [("/document", "text-required"), ("/from", "renewal-before-start"), ("/until", "until-before-from")], ignoreOrder: true);
        Faults(Lived.When(new CorrectAct(8, new("註銷", Name: "丙公司"), "誤錄"))).ShouldBe([("/name", "field-not-of-act"), ("/from", "text-required")]);
        Code(Lived.When(new CorrectAct(7, new("公告", Kind: "hte", Certificate: "GR3", From: new(2024, 4, 1)), "誤錄"))).ShouldBe("recognition-standing");

        var falling = Lived.When(new CorrectAct(2, new("公告", Kind: "hte", Certificate: "GR1", From: new(2024, 2, 5)), "誤錄")).Refusal.ShouldNotBeNull();
        falling.Code.ShouldBe("acts-then-impossible");
        ((IEnumerable<object>)falling.Arguments[1]).ShouldBe([5], "the renewal would begin before the recognition");
        ((IEnumerable<object>)Lived.When(new CorrectAct(1, new("名冊", "甲公司", "XLHT", From: new(2022, 6, 1)), "誤錄")).Refusal!.Arguments[1]).ShouldBe([3], "the renaming came before");
        ((IEnumerable<object>)Lived.When(new StrikeAct(6, "誤錄")).Refusal!.Arguments[1]).ShouldBe([7], "it was granted anew because the first had ended");

        Code(Lived.When(new CorrectAct(9, new("變更"), "誤錄"))).ShouldBe("act-unknown");
        var once = Corrected(Lived, 3, new("變更", "丙公司", From: new(2022, 1, 5)));
        Code(once.When(new StrikeAct(9, "誤錄"))).ShouldBe("act-is-correction");
        Corrected(once, 3, new("變更", "戊公司", From: new(2022, 1, 5))).State.NameOn(new(2022, 1, 5)).ShouldBe("戊公司", "a correction is corrected by correcting the act again");
        Code(Lived.When(new StrikeAct(3, "誤錄"), RegisterStory.Reporter)).ShouldBe("not-allowed");
        Code(RegisterStory.Unknown.When(new StrikeAct(1, "誤錄"))).ShouldBe("institution-unknown");
    }

    /// <summary>What was stored before every act could be corrected.</summary>
    [Fact]
    public void Corrections_of_the_older_kind_are_read_as_they_were_meant()
    {
        var story = Lived.With(
            new InstitutionReopened(Paper, "誤錄"),
            new RecognitionCorrected(Paper, 1, 2, null, "GR8", new(2024, 2, 6), new(2027, 2, 6), "誤錄"),
            new RecognitionStruck(Paper, 2, "誤錄"));
        story.State.Ending.ShouldBeNull();
        story.State.Recognitions[0].Terms.Select(term => term.Certificate).ShouldBe(["GR1", "GR8"]);
        story.State.Recognitions[1].Struck.ShouldBe("誤錄");
        story.State.Acts.Where(story.State.Stands).Select(act => act.Number).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    private static RegisterStory Corrected(RegisterStory story, int act, ActSaid truth)
    {
        var decision = story.When(new CorrectAct(act, truth, "誤錄", Paper));
        decision.Refusal.ShouldBeNull();
        return story.With([.. decision.Events]);
    }

    private static RegisterStory Struck(RegisterStory story, int act)
    {
        var decision = story.When(new StrikeAct(act, "誤錄", Paper));
        decision.Refusal.ShouldBeNull();
        return story.With([.. decision.Events]);
    }

    private static string Told(RegisterStory story) => string.Join('\n',
        story.State.Names.Entries.Select(entry => entry.ToString()).Concat(story.State.Zones.Entries.Select(entry => entry.ToString()))
            .Append(story.State.Ending?.ToString() ?? "")
            .Concat(story.State.Recognitions.Select(known => $"{known.Kind} {known.Level} {known.Ended} {string.Join(';', known.Terms)}"))
            .Concat(story.State.Acts.Where(story.State.Stands).Select(act => act.ToString())));

    private static string? Code(Decision<InstitutionEvent> decision) => decision.Refusal?.Code;

    private static IEnumerable<(string, string)> Faults(Decision<InstitutionEvent> decision) =>
        decision.Refusal.ShouldNotBeNull().Faults.Select(fault => (fault.Pointer, fault.Code));
}
