using Ledger.Domain.Access;
using Ledger.Domain.KeyTasks;
using NodaTime;

namespace Ledger.Domain.Tests.KeyTasks;

public class ReportingATask
{
    private static Refusal Refused(Decision<TaskEvent> decision, string code)
    {
        decision.Events.ShouldBeEmpty();
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(code);
        return decision.Refusal;
    }

    [Fact]
    public void A_zone_says_how_far_its_part_has_come_with_numbers_milestones_and_papers()
    {
        var story = TaskStory.Untouched.With(TaskStory.Office, new MilestoneSet(new(2024, 1, 10), 1, 2024, "印發", null, "示例文件"));
        var reported = story.Reports(results: [new("plans", 1)], reached: [1], evidence: [TaskStory.Scan.Sha256], on: new LocalDate(2024, 4, 5))
            .Events.ShouldHaveSingleItem().ShouldBeOfType<TaskReported>();
        reported.Results.ShouldBe([new("plans", 1)]);
        reported.Reached.ShouldBe([1]);
        reported.Evidence.ShouldBe([TaskStory.Scan]);
    }

    [Fact]
    public void Only_who_does_the_part_reports_on_it()
    {
        Refused(TaskStory.Untouched.Reports(actor: TaskStory.Neighbour), "not-your-part");
        Refused(TaskStory.Untouched.Reports(actor: TaskStory.Bureau), "not-your-part");
        Refused(TaskStory.Untouched.Reports(actor: TaskStory.Office), "not-allowed");
        var bureaus = new TaskStory { State = TaskPart.Stream("T1", "STB").Initial };
        bureaus.Reports(actor: TaskStory.Bureau).Refusal.ShouldBeNull();
        Refused((bureaus with { State = TaskPart.Stream("T1", "STAT").Initial }).Reports(actor: new("stat", "STAT", Role.Unit)), "task-part-unknown");
        Refused((bureaus with { State = TaskPart.Stream("T9", "STB").Initial }).Reports(actor: TaskStory.Bureau), "task-unknown");
    }

    [Fact]
    public void What_is_wrong_with_a_report_is_said_at_its_place() =>
        Refused(
            TaskStory.Untouched.Reports(
                text: " ", results: [new("plans", -1), new("plans", 2), new("labs", 1)], reached: [4], evidence: [new string('b', 64)]),
            "request-at-fault").Faults.Select(fault => (fault.Pointer, fault.Code)).ShouldBe(
        [
            ("/text", "text-required"), ("/results/0/count", "result-negative"), ("/results/1/kind", "result-repeated"),
            ("/results/2/kind", "result-unknown"), ("/reached/0", "milestone-unknown"), ("/evidence/0", "evidence-unknown"),
        ]);

    [Fact]
    public void A_quarter_is_reported_once_it_is_over_and_only_within_the_plan()
    {
        Refused(TaskStory.Untouched.Reports(on: new LocalDate(2024, 3, 30)), "task-quarter-not-over");
        TaskStory.Untouched.Reports(on: new LocalDate(2024, 3, 31)).Refusal.ShouldBeNull();
        Refused(TaskStory.Untouched.Reports(period: Period.OfQuarter(2026, 1)), "period-outside-programme");
        Refused(TaskStory.Untouched.Reports(period: Period.OfYear(2024)), "period-outside-programme");
    }

    [Fact]
    public void The_same_report_again_records_nothing_and_another_replaces_it_until_it_is_confirmed()
    {
        TaskStory.Reported.Reports().Events.ShouldBeEmpty();
        TaskStory.Reported.Reports(state: TaskState.Behind).Events.ShouldHaveSingleItem();
        Refused(TaskStory.Confirmed.Reports(state: TaskState.Behind), "task-report-confirmed");
        var back = TaskStory.Confirmed.With(TaskStory.Office, new TaskSentBack(new(2024, 5, 1), TaskStory.Quarter, "與實際不符"));
        back.Reports(state: TaskState.Behind).Events.ShouldHaveSingleItem();
        back.Reports().Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_office_confirms_what_was_reported_answered_and_not_written_by_the_same_officer()
    {
        Decision<TaskEvent> Confirms(TaskStory story, Actor? actor = null) =>
            new ConfirmReport(TaskStory.Quarter).Decide(story.State, TaskStory.Programme, actor ?? TaskStory.Office, TaskStory.Today);

        Confirms(TaskStory.Reported).Events.ShouldHaveSingleItem().ShouldBeOfType<TaskConfirmed>();
        Confirms(TaskStory.Confirmed).Events.ShouldBeEmpty();
        Refused(Confirms(TaskStory.Untouched), "task-not-reported");
        Refused(Confirms(TaskStory.Reported, TaskStory.Reporter), "not-allowed");
        Refused(Confirms(TaskStory.Reported, new("xlht", "STB", Role.Secretary)), "own-task-report");
        var asked = TaskStory.Reported.With(TaskStory.Office, new TaskQueried(new(2024, 4, 10), 1, TaskStory.Quarter, "依據何在"));
        Refused(Confirms(asked), "task-query-open");
        Confirms(asked.With(TaskStory.Reporter, new TaskQueryAnswered(new(2024, 4, 11), 1, TaskStory.Quarter, "見附件"))).Refusal.ShouldBeNull();
        var back = TaskStory.Reported.With(TaskStory.Office, new TaskSentBack(new(2024, 4, 10), TaskStory.Quarter, "與實際不符"));
        Refused(Confirms(back), "task-report-sent-back");
        back.On(TaskStory.Today).Latest.ShouldBeNull();
    }

    [Fact]
    public void A_supervision_is_answered_before_it_is_closed_and_closed_before_the_next()
    {
        Decision<TaskEvent> Supervises(TaskStory story, LocalDate due) =>
            new SuperviseTask("另行督辦", due, new(2024, 6, 1)).Decide(story.State, TaskStory.Programme, TaskStory.Office, TaskStory.Today);
        Decision<TaskEvent> Closes(TaskStory story) =>
            new CloseSupervision(1, "同意銷號").Decide(story.State, TaskStory.Programme, TaskStory.Office, TaskStory.Today);

        Supervises(TaskStory.Reported, new(2024, 6, 1)).Events.ShouldHaveSingleItem().ShouldBeOfType<TaskSupervised>();
        Refused(Supervises(TaskStory.Reported, new(2024, 5, 31)), "request-at-fault").Faults.Single().Code.ShouldBe("due-before-act");
        Refused(Supervises(TaskStory.Supervised, new(2024, 7, 1)), "supervision-open");
        Refused(Closes(TaskStory.Supervised), "supervision-unanswered");
        Refused(Closes(TaskStory.Reported), "supervision-unknown");
        var closed = TaskStory.Answered.With(TaskStory.Office, Closes(TaskStory.Answered).Events.ShouldHaveSingleItem());
        closed.State.Supervisions.Single().State.ShouldBe(SupervisionState.Closed);
        Refused(
            new AnswerSupervision(1, "補充", [], null).Decide(
                closed.State, TaskStory.Programme, new Dictionary<string, Domain.Reporting.Evidence>(), TaskStory.Reporter, TaskStory.Today),
            "supervision-closed");
        TaskStory.Supervised.State.Supervisions.Single().IsLate(new(2024, 5, 11)).ShouldBeTrue();
        TaskStory.Supervised.State.Supervisions.Single().IsLate(new(2024, 5, 10)).ShouldBeFalse();
        TaskStory.Answered.State.Supervisions.Single().IsLate(new(2024, 6, 11)).ShouldBeFalse();
    }

    [Fact]
    public void A_milestone_stands_with_the_paper_that_sets_it_and_keeps_its_number()
    {
        Decision<TaskEvent> Sets(TaskStory story, int year = 2024, string source = "示例文件", LocalDate? due = null, int? milestone = null) =>
            new SetMilestone(year, "印發", source, due, milestone).Decide(story.State, TaskStory.Programme, TaskStory.Office, TaskStory.Today);

        var set = Sets(TaskStory.Untouched).Events.ShouldHaveSingleItem();
        var one = TaskStory.Untouched.With(TaskStory.Office, set);
        Sets(one).Events.ShouldBeEmpty();
        Sets(one, year: 2025).Events.ShouldHaveSingleItem().ShouldBeOfType<MilestoneSet>().Milestone.ShouldBe(2);
        Sets(one, due: new LocalDate(2024, 9, 30), milestone: 1).Events.ShouldHaveSingleItem().ShouldBeOfType<MilestoneSet>().Milestone.ShouldBe(1);
        Refused(Sets(one, milestone: 2), "milestone-unknown");
        Refused(Sets(one, year: 2026, source: "", due: new LocalDate(2024, 9, 30)), "request-at-fault").Faults.Select(fault => fault.Code)
            .ShouldBe(["text-required", "milestone-year", "due-outside-year"]);
        var none = one.With(TaskStory.Office, new MilestoneWithdrawn(new(2024, 12, 31), 1, "誤錄"));
        none.State.Milestones.ShouldBeEmpty();
        Sets(none).Events.ShouldHaveSingleItem().ShouldBeOfType<MilestoneSet>().Milestone.ShouldBe(2);
        Refused(new SetMilestone(2024, "印發", "文件").Decide(one.State, TaskStory.Programme, TaskStory.Reporter, TaskStory.Today), "not-allowed");
    }
}
