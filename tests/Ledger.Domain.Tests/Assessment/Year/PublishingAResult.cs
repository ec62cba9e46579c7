using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Reporting;
using NodaTime;
using static Ledger.Domain.Tests.Assessment.Year.YearStory;

namespace Ledger.Domain.Tests.Assessment.Year;

public class PublishingAResult
{
    private static readonly IReadOnlyDictionary<string, Evidence> Nothing = new Dictionary<string, Evidence>();

    [Fact]
    public void Ratifying_records_the_scorecards_with_their_hash()
    {
        var events = YearStory.Closed.When(Ratify("member-1", "member-2", "member-3")).Events;
        var recorded = events[0].ShouldBeOfType<ScorecardsRecorded>();
        recorded.Edition.ShouldBe(1);
        recorded.Hash.ShouldMatch("^[0-9a-f]{64}$");
        events[1].ShouldBeOfType<ResultRatified>().Edition.ShouldBe(1);
        Ratified.When(Ratify("member-1", "member-2", "member-3")).ThenNothing();
    }

    [Fact]
    public void Without_quorum_it_is_refused_saying_how_many_are_missing() =>
        YearStory.Closed.When(Ratify("member-1", "member-2")).ThenRefused("quorum-missing", RefusalKind.Conflict)
            .Arguments.ShouldBe([2, 3, 1]);

    [Fact]
    public void Without_enough_ballots_it_is_refused_naming_what_waits() =>
        YearStory.Voting.With(Sealed(Cast(new("member-1", "DLN", "E1", 4))))
            .After(state => new CloseVoting(new(2024, 2, 20)).Decide(state, Open, Chair, Today))
            .When(Ratify("member-1", "member-2", "member-3"))
            .ThenRefused("result-pending", RefusalKind.Conflict).Arguments[0].ShouldBe("XLHT/E1, XLHT/E2, XLHT/E3, DLN/E1, DLN/E2, DLN/E3");

    [Fact]
    public void Only_members_are_present_and_minutes_are_kept() =>
        YearStory.Closed.When(state => new RatifyResult(["member-1", "auditor"], "").Decide(state, Drawn(state), Chair, Today))
            .ThenFaults("/present/1 present-unknown", "/minutes text-required");

    [Fact]
    public void Present_are_those_whose_ballots_count_where_nobody_is_named()
    {
        var ratified = YearStory.Closed
            .With(new InterestDeclared(new(2024, 2, 20), "member-5", "DLN", Interest.Conflict, "親屬任職"))
            .When(state => new RatifyResult(Present: null, "會議紀要", new(2024, 3, 8)).Decide(state, DrawnWithRecusals(state), Chair, Today));
        // The fifth sits for XLHT's host and is recused from DLN: none of their ballots counts.
        ratified.Events[1].ShouldBeOfType<ResultRatified>().Present.ShouldBe(["member-1", "member-2", "member-3", "member-4"]);
    }

    [Fact]
    public void A_result_is_displayed_for_five_working_days_before_it_is_published()
    {
        // Ratified on a Friday: the fifth working day is the Friday after.
        Ratified.When(state => new PublishResult(new(2024, 3, 15)).Decide(state, Secretary, Today))
            .ThenRefused("publicity-not-over", RefusalKind.Conflict).Arguments[1].ShouldBe(new LocalDate(2024, 3, 15));
        Ratified.When(state => new PublishResult(new(2024, 3, 16)).Decide(state, Secretary, Today)).Then<ResultPublished>();
    }

    [Fact]
    public void What_the_grades_lead_to_is_decided_with_publication()
    {
        var published = Published.State;
        published.PublishedEdition.ShouldBe(1);
        published.Published!.Content.Find("DLN")!.Grade.ShouldBe("fail");
        published.Outcomes.Where(outcome => outcome.Decision.Zone == "DLN").Select(outcome => (outcome.Decision.Outcome, outcome.Decision.DueOn))
            .ShouldBe([("no-new-priority", new LocalDate(2025, 3, 18)), ("summons", null), ("rectify", new LocalDate(2024, 9, 18))]);
        published.Outcomes.Select(outcome => outcome.Decision.Number).ShouldBe(Enumerable.Range(1, published.Outcomes.Count));
    }

    [Fact]
    public void An_adjustment_on_a_paper_counts_until_it_is_lifted()
    {
        var deducted = YearStory.Closed.After(
            state => new RecordAdjustment("XLHT", "M1", 2, Paper, null, new(2024, 3, 2)).Decide(state, DefaultScheme.V1, Plan, Secretary, Today));
        Drawn(deducted.State).Content.Find("XLHT")!.Deduction.Total.ShouldBe(2);
        var lifted = deducted.After(state => new LiftAdjustment(1, Paper, "認定有誤", new(2024, 3, 3)).Decide(state, Secretary, Today));
        Drawn(lifted.State).Content.Find("XLHT")!.Deduction.Total.ShouldBe(0);
        lifted.State.Adjustments.ShouldHaveSingleItem().Lifted!.Reason.ShouldBe("認定有誤");
    }

    [Fact]
    public void The_same_item_on_the_same_paper_counts_once()
    {
        var command = new RecordAdjustment("XLHT", "P2", 1, Paper, null, new(2024, 3, 2));
        var once = YearStory.Closed.After(state => command.Decide(state, DefaultScheme.V1, Plan, Secretary, Today));
        once.When(state => command.Decide(state, DefaultScheme.V1, Plan, Secretary, Today)).ThenNothing();
        once.When(state => (command with { Count = 2 }).Decide(state, DefaultScheme.V1, Plan, Secretary, Today))
            .ThenRefused("adjustment-recorded", RefusalKind.Conflict);
    }

    [Fact]
    public void Every_fault_of_an_adjustment_is_named() =>
        YearStory.Closed.When(state => new RecordAdjustment("NOWHERE", "P4", 0, new("", new(2024, 4, 1), ""), null, new(2024, 3, 2))
                .Decide(state, DefaultScheme.V1, Plan, Secretary, Today))
            .ThenFaults(
                "/zone zone-unknown", "/item item-earned", "/count count-out-of-range", "/document/number document-number-missing",
                "/document/organ document-organ-missing", "/document/date document-after-act");

    [Fact]
    public void A_veto_forces_the_grade_and_a_lifting_act_reverses_it()
    {
        var vetoed = YearStory.Closed.After(
            state => new RecordVeto("XLHT", "V1", Paper, null, new(2024, 3, 2)).Decide(state, DefaultScheme.V1, Plan, Secretary, Today));
        Drawn(vetoed.State).Content.Find("XLHT")!.Grade.ShouldBe("fail");
        vetoed.When(state => new RecordVeto("XLHT", "V1", Paper, null, new(2024, 3, 2)).Decide(state, DefaultScheme.V1, Plan, Secretary, Today))
            .ThenNothing();
        var lifted = vetoed.After(state => new LiftVeto(1, Paper, "復核撤銷", new(2024, 3, 4)).Decide(state, Secretary, Today));
        Drawn(lifted.State).Content.Find("XLHT")!.Grade.ShouldBe("good");
    }

    [Fact]
    public void An_upheld_appeal_publishes_a_superseding_result_and_reverses_what_no_longer_follows()
    {
        // A deduction took XLHT from 86 to below 80 points: good became pass.
        var deducted = YearStory.Closed
            .After(state => new RecordAdjustment("XLHT", "M1", 7, Paper, null, new(2024, 3, 2)).Decide(state, DefaultScheme.V1, Plan, Secretary, Today))
            .After(Ratify("member-1", "member-2", "member-3"))
            .After(state => new PublishResult(new(2024, 3, 18)).Decide(state, Secretary, Today));
        deducted.State.Published!.Content.Find("XLHT")!.Grade.ShouldBe("pass");
        var appealed = deducted.After(state => new LodgeAppeal("XLHT", ["total"], "報表已按時報送", [], new(2024, 3, 20))
            .Decide(state, Nothing, new("xlht", "XLHT", Domain.Access.Role.Reporter, "XLHT"), Today));
        var remedied = appealed.With(new AdjustmentLifted(new(2024, 3, 25), 1, Paper, "—")).State;
        var upheld = appealed.After(state => new DecideAppeal(1, Upheld: true, new(null, [1], []), "報送回執屬實", new(2024, 3, 25))
            .Decide(state, Drawn(remedied), Chair, Today));

        upheld.State.PublishedEdition.ShouldBe(2);
        upheld.State.Published!.Content.Find("XLHT")!.Grade.ShouldBe("good");
        upheld.State.Results[0].Content.Find("XLHT")!.Grade.ShouldBe("pass");
        upheld.State.Appeals[0].Decision!.Upheld.ShouldBeTrue();
        upheld.State.Outcomes.Single(outcome => outcome.Decision.Outcome == "rectification-plan").State.ShouldBe(OutcomeState.Reversed);
        upheld.State.Outcomes.Count(outcome => outcome.Decision.Zone == "DLN").ShouldBe(3);
        upheld.State.Outcomes.Where(outcome => outcome.Decision.Zone == "DLN").ShouldAllBe(outcome => outcome.Edition == 1);
    }

    [Fact]
    public void An_upheld_appeal_names_a_remedy_that_changes_something()
    {
        var appealed = Published.After(Appeal);
        appealed.When(state => new DecideAppeal(1, true, null, "理由成立", new(2024, 3, 25)).Decide(state, Drawn(state), Chair, Today))
            .ThenFaults("/remedy remedy-missing");
        appealed.When(state => new DecideAppeal(1, true, new(4711, [], []), "理由成立", new(2024, 3, 25)).Decide(state, Drawn(state), Chair, Today))
            .ThenRefused("remedy-changes-nothing", RefusalKind.Conflict);
        appealed.When(state => new DecideAppeal(1, false, new(null, [9], [9]), "", new(2024, 3, 25)).Decide(state, null, Chair, Today))
            .ThenFaults(
                "/reason text-required", "/remedy remedy-not-for-dismissal", "/remedy/liftAdjustments/0 adjustment-unknown",
                "/remedy/liftVetoes/0 veto-unknown");
    }

    [Fact]
    public void A_zone_appeals_for_itself_and_in_time()
    {
        Published.When(state => new LodgeAppeal("XLHT", ["B4"], "基數過小", []).Decide(state, Nothing, Zone, Today))
            .ThenRefused("not-your-zone", RefusalKind.NotAllowed);
        Published.When(state => new LodgeAppeal("DLN", ["B4"], "基數過小", [], new(2024, 3, 26)).Decide(state, Nothing, Zone, Today))
            .ThenRefused("appeal-time-over", RefusalKind.Conflict);
        Published.When(state => new LodgeAppeal("DLN", ["X9"], "", [new string('0', 64)], new(2024, 3, 25)).Decide(state, Nothing, Zone, Today))
            .ThenFaults("/cells/0 cell-unknown", "/grounds text-required", "/evidence/0 evidence-unknown");
        Published.After(Appeal).When(Appeal).ThenNothing();
    }

    [Fact]
    public void A_year_is_closed_when_appeals_are_decided_and_their_time_is_over()
    {
        var appealed = Published.After(Appeal);
        appealed.When(state => new CloseAssessment(new(2024, 4, 1)).Decide(state, Secretary, Today)).ThenRefused("appeal-open", RefusalKind.Conflict);
        var decided = appealed.After(state => new DecideAppeal(1, false, null, "依據不足", new(2024, 3, 25)).Decide(state, null, Chair, Today));
        decided.When(state => new CloseAssessment(new(2024, 3, 25)).Decide(state, Secretary, Today)).ThenRefused("appeal-time-not-over", RefusalKind.Conflict);
        decided.After(state => new CloseAssessment(new(2024, 4, 1)).Decide(state, Secretary, Today)).State.Phase.ShouldBe(Phase.Closed);
    }

    [Fact]
    public void Reopening_needs_a_reason_and_leaves_everything_readable()
    {
        Published.When(state => new ReopenAssessment(Phase.Voting, "").Decide(state, Chair, Today)).ThenFaults("/reason text-required");
        Published.When(state => new ReopenAssessment(Phase.Closed, "重審").Decide(state, Chair, Today)).ThenFaults("/to reopen-target");
        var reopened = Published.After(state => new ReopenAssessment(Phase.Voting, "證據材料補正", new(2024, 4, 1)).Decide(state, Chair, Today));
        reopened.State.Published!.Edition.ShouldBe(1);
        reopened.State.Opened.Count.ShouldBe(YearStory.Closed.State.Opened.Count);
        var revoted = reopened
            .With(Sealed(Cast(new("member-3", "DLN", "E1", 5))) with { On = new(2024, 4, 2) })
            .After(state => new CloseVoting(new(2024, 4, 3)).Decide(state, Open, Chair, Today));
        revoted.State.Opened[new("member-3", "DLN", "E1")].Level.ShouldBe(5);
        revoted.State.Opened.Count.ShouldBe(YearStory.Closed.State.Opened.Count);
        revoted.After(state => new RatifyResult(["member-1", "member-2", "member-3"], "紀要", new(2024, 4, 5)).Decide(state, Drawn(state), Chair, Today))
            .State.Latest!.Edition.ShouldBe(2);
    }

    [Fact]
    public void Reopening_leads_one_step_back_unless_it_says_where_to()
    {
        YearStory.Closed.When(Reopen).Then<AssessmentReopened>().To.ShouldBe(Phase.Voting);
        Ratified.When(Reopen).Then<AssessmentReopened>().To.ShouldBe(Phase.Adjusting);
        Published.When(Reopen).Then<AssessmentReopened>().To.ShouldBe(Phase.Adjusting);
        Published.With(new AssessmentClosed(new(2024, 4, 1))).When(Reopen).Then<AssessmentReopened>().To.ShouldBe(Phase.Adjusting);
        YearStory.Voting.When(Reopen).ThenRefused("assessment-phase", RefusalKind.Conflict);

        static Decision<AssessmentEvent> Reopen(AssessmentYear state) => new ReopenAssessment(To: null, "證據材料補正").Decide(state, Chair, Today);
    }

    [Fact]
    public void An_outcome_is_followed_until_it_is_done()
    {
        var number = Published.State.Outcomes.Single(outcome => outcome.Decision.Outcome == "rectify").Decision.Number;
        var reported = Published.After(state => new FollowOutcome(number, "已整改兩項", [], Completed: false, new(2024, 5, 1)).Decide(state, Nothing, Zone, Today));
        reported.State.Outcomes[number - 1].IsLate(new(2024, 9, 18)).ShouldBeFalse();
        reported.State.Outcomes[number - 1].IsLate(new(2024, 9, 19)).ShouldBeTrue();
        reported.When(state => new FollowOutcome(number, "完成", [], Completed: true, new(2024, 9, 1)).Decide(state, Nothing, Zone, Today))
            .ThenRefused("not-allowed", RefusalKind.NotAllowed);
        var done = reported.After(state => new FollowOutcome(number, "復查通過", [], Completed: true, new(2024, 9, 1)).Decide(state, Nothing, Secretary, Today));
        done.State.Outcomes[number - 1].State.ShouldBe(OutcomeState.Completed);
        done.When(state => new FollowOutcome(number, "再報", [], Completed: false, new(2024, 9, 2)).Decide(state, Nothing, Zone, Today))
            .ThenRefused("outcome-over", RefusalKind.Conflict);
    }

    private static DrawnResult DrawnWithRecusals(AssessmentYear state)
    {
        var drawn = Drawn(state);
        var recusals = Plan.Zones.SelectMany(zone => state.Members
            .Where(member => state.IsRecused(member.Officer, zone)).Select(member => new Recusal(member.Officer, zone.Code)));
        return drawn with { Content = drawn.Content with { Basis = drawn.Content.Basis with { Recusals = [.. recusals] } } };
    }

    private static Func<AssessmentYear, Decision<AssessmentEvent>> Ratify(params string[] present) =>
        state => new RatifyResult(present, "會議紀要", new(2024, 3, 8)).Decide(state, Drawn(state), Chair, Today);

    private static Decision<AssessmentEvent> Appeal(AssessmentYear state) =>
        new LodgeAppeal("DLN", ["B4"], "基數過小", [], new(2024, 3, 22)).Decide(state, Nothing, Zone, Today);
}
