using Ledger.Domain.Access;
using Ledger.Domain.Cultivation;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Cultivation;

public class CultivatingAZone
{
    [Fact]
    public void It_is_selected_on_a_paper_and_its_terms_may_be_set_anew()
    {
        var select = new SelectZone(Track.Excellence, ZoneGoal.Established, "建成", Force.Strive, CultivationStory.Paper);
        Decide(select, CultivationStory.Untouched).Events.ShouldHaveSingleItem().ShouldBeOfType<ZoneSelected>().On.ShouldBe(CultivationStory.Today);
        CultivationStory.Selected.State.Stage.ShouldBe(Stage.Selected);
        Decide(select, CultivationStory.Selected).Events.ShouldBeEmpty();
        Decide(select with { GoalCode = ZoneGoal.BasicallyEligible }, CultivationStory.Applied).Events.ShouldHaveSingleItem();
        Decide(select with { Goal = " ", Basis = CultivationStory.Paper with { Organ = "" } }, CultivationStory.Untouched).Refusal!
            .Faults.Select(fault => fault.Pointer).ShouldBe(["/goal", "/basis/organ"]);
        select.Decide(CultivationStory.Untouched.State, CultivationStory.Untouched.Programme, CultivationStory.Reporter, CultivationStory.Today)
            .Refusal!.Code.ShouldBe("not-allowed");
    }

    [Fact]
    public void Stages_follow_one_another_and_a_leap_is_told_what_comes_next()
    {
        CultivationStory.Untouched.Advances(Stage.Cultivating).Refusal!.Code.ShouldBe("zone-not-selected");
        var leap = CultivationStory.Selected.Advances(Stage.Applied).Refusal!;
        (leap.Code, leap.Arguments[2]).ShouldBe(("stage-leap", Stage.Cultivating));
        CultivationStory.Selected.Advances(Stage.Cultivating).Events.ShouldHaveSingleItem();
        CultivationStory.Applied.Advances(Stage.Applied).Events.ShouldBeEmpty();
        CultivationStory.Applied.Advances(Stage.Cultivating).Refusal!.Code.ShouldBe("stage-leap", "never back");
        var recognised = CultivationStory.Applied.At(Stage.Reviewed).At(Stage.Recognised);
        recognised.State.Course.Select(step => step.Stage).ShouldBe(
            [Stage.Selected, Stage.Cultivating, Stage.Applied, Stage.Reviewed, Stage.Recognised]);
        recognised.Advances(Stage.Cultivating).Refusal!.Code.ShouldBe("cultivation-over");
    }

    [Fact]
    public void A_zone_applies_with_every_condition_found_met_or_for_a_reason_that_is_kept()
    {
        var cultivating = CultivationStory.Confirmed.At(Stage.Cultivating);
        cultivating.Advances(Stage.Applied).Events.ShouldHaveSingleItem().ShouldBeOfType<StageAdvanced>().Despite.ShouldBeNull();
        cultivating.Advances(Stage.Applied, "不需要").Refusal!.Faults.ShouldBe([Fault.At("/despite", "despite-needless")]);

        var open = CultivationStory.Stated.At(Stage.Cultivating);
        open.Advances(Stage.Applied).Refusal!.Faults.ShouldBe([Fault.At("/despite", "conditions-open", "1 示例條件")]);
        var applied = open.Advances(Stage.Applied, "自治區要求先行申報").Events.ShouldHaveSingleItem();
        var despite = applied.ShouldBeOfType<StageAdvanced>().Despite.ShouldNotBeNull();
        (despite.Reason, despite.Conditions.Single()).ShouldBe(("自治區要求先行申報", new OpenCondition(1, 1, CriterionStanding.Unconfirmed)));
        open.With(CultivationStory.Office, applied).State.Course[^1].Despite.ShouldBe(despite);

        CultivationStory.Confirmed.WordedAnew().At(Stage.Applied).Advances(Stage.Reviewed).Refusal!.Faults.Single().Code.ShouldBe("conditions-open");
        (cultivating with { Eligibility = new() }).Advances(Stage.Applied).Refusal!.Faults.Single().Code.ShouldBe("conditions-none");
        CultivationStory.Selected.Advances(Stage.Cultivating).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_application_may_be_turned_down_and_the_zone_is_cultivated_again()
    {
        var turnDown = new TurnDown("創建條件未達到", CultivationStory.Paper);
        turnDown.Decide(CultivationStory.Selected.State, CultivationStory.Selected.Programme, CultivationStory.Office, CultivationStory.Today)
            .Refusal!.Code.ShouldBe("nothing-to-turn-down");
        var decided = turnDown.Decide(CultivationStory.Applied.State, CultivationStory.Applied.Programme, CultivationStory.Office, CultivationStory.Today);
        var after = CultivationStory.Applied.With(CultivationStory.Office, decided.Events.ShouldHaveSingleItem());
        after.State.Stage.ShouldBe(Stage.TurnedDown);
        after.Advances(Stage.Reviewed).Refusal!.Code.ShouldBe("stage-leap");
        after.Advances(Stage.Cultivating).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_finding_is_the_zones_own_shown_by_evidence_and_counts_once_another_has_confirmed_it()
    {
        CultivationStory.Selected.Standing().Of(1).ShouldBe(CriterionStanding.NotStated);
        CultivationStory.Selected.States().Events.ShouldHaveSingleItem();
        CultivationStory.Selected.States(evidence: []).Refusal!.Faults.Single().Code.ShouldBe("finding-evidence-missing");
        CultivationStory.Selected.States(Fulfilment.Unclear, evidence: []).Events.ShouldHaveSingleItem();
        CultivationStory.Selected.States(actor: new("byh", "BYH", Role.Reporter, "BYH")).Refusal!.Code.ShouldBe("not-your-zone");
        CultivationStory.Selected.States(actor: CultivationStory.Office).Refusal!.Code.ShouldBe("not-allowed");
        CultivationStory.Selected.States(criterion: 9).Refusal!.Code.ShouldBe("criterion-unknown");

        CultivationStory.Stated.Standing().Of(1).ShouldBe(CriterionStanding.Unconfirmed);
        CultivationStory.Stated.States().Events.ShouldBeEmpty();
        CultivationStory.Stated.Confirms().Events.ShouldHaveSingleItem();
        CultivationStory.Confirmed.Standing().Checklist.Met.ShouldBe(1);
        CultivationStory.Confirmed.States(Fulfilment.Unmet).Refusal!.Code.ShouldBe("finding-confirmed");
    }

    [Fact]
    public void Nobody_judges_their_own_zone()
    {
        CultivationStory.Stated.Confirms(CultivationStory.Office with { Officer = CultivationStory.Reporter.Officer }).Refusal!.Code.ShouldBe("own-finding");
        CultivationStory.Stated.Confirms(CultivationStory.Office with { Organisation = "XLHT" }).Refusal!.Code.ShouldBe("own-finding");
        CultivationStory.Stated.Confirms(CultivationStory.Office with { Organisation = "HOST" }).Refusal!.Code.ShouldBe("own-finding");
        CultivationStory.Selected.Confirms().Refusal!.Code.ShouldBe("finding-not-stated");
    }

    [Fact]
    public void A_condition_worded_anew_makes_what_was_found_outdated()
    {
        var anew = CultivationStory.Confirmed.WordedAnew();
        anew.Standing().Of(1).ShouldBe(CriterionStanding.Outdated);
        CultivationStory.Stated.WordedAnew().Confirms().Refusal!.Code.ShouldBe("finding-outdated");
        anew.States().Events.ShouldHaveSingleItem().ShouldBeOfType<FindingStated>().Wording.ShouldBe(2);
    }

    [Fact]
    public void A_finding_sent_back_does_not_count_until_it_is_stated_anew()
    {
        CultivationStory.Confirmed.SendsBack("").Refusal!.Code.ShouldBe("request-at-fault");
        var back = CultivationStory.Confirmed.With(CultivationStory.Office, CultivationStory.Confirmed.SendsBack().Events.Single());
        back.Standing().Of(1).ShouldBe(CriterionStanding.SentBack);
        back.Confirms().Refusal!.Code.ShouldBe("finding-sent-back");
        back.States().Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Conditions_are_typed_in_from_the_text_that_sets_them_and_taken_back_with_a_reason()
    {
        var terms = CultivationStory.Terms;
        var state = CultivationStory.Untouched.Eligibility;
        new SetCriterion(terms with { Source = "", Article = "" }).Decide(new Eligibility(), CultivationStory.Office, CultivationStory.Today)
            .Refusal!.Faults.Select(fault => fault.Pointer).ShouldBe(["/source", "/article"]);
        new SetCriterion(terms).Decide(state, CultivationStory.Office, CultivationStory.Today).Events.ShouldBeEmpty();
        new SetCriterion(terms with { Title = "二" }).Decide(state, CultivationStory.Office, CultivationStory.Today).Events.Single()
            .ShouldBeOfType<CriterionSet>().Criterion.ShouldBe(2);
        new SetCriterion(terms, Criterion: 3).Decide(state, CultivationStory.Office, CultivationStory.Today).Refusal!.Code.ShouldBe("criterion-unknown");
        new SetCriterion(terms).Decide(state, CultivationStory.Reporter, CultivationStory.Today).Refusal!.Code.ShouldBe("not-allowed");
        new WithdrawCriterion(1, "文本已廢止").Decide(state, CultivationStory.Office, CultivationStory.Today).Events.ShouldHaveSingleItem();
        new SetCriterion(terms with { Title = "二" }, On: new LocalDate(2022, 1, 1)).Decide(state, CultivationStory.Office, CultivationStory.Today)
            .Refusal!.Code.ShouldBe("date-before-previous");
    }

    [Fact]
    public void A_zone_that_is_there_no_longer_is_cultivated_no_further()
    {
        var programme = CultivationStory.Selected.Programme;
        var ended = CultivationStory.Selected with
        {
            Programme = programme with { Zones = [.. programme.Zones.Select(zone => zone.Code == "XLHT" ? zone with { Until = new(2024, 6, 30) } : zone)] },
        };
        ended.Advances(Stage.Cultivating).Refusal!.Code.ShouldBe("zone-ended");
        ended.States().Refusal!.Code.ShouldBe("zone-ended");
    }

    private static Decision<CultivationEvent> Decide(SelectZone command, CultivationStory story) =>
        command.Decide(story.State, story.Programme, CultivationStory.Office, CultivationStory.Today);
}
