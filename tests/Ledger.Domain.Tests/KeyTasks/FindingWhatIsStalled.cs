using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using Ledger.Domain.Tests.Programme;

namespace Ledger.Domain.Tests.KeyTasks;

/// <summary>By the rules of the programme: behind for two quarters running, or two due reports missing .</summary>
public class FindingWhatIsStalled
{
    private static readonly Period First = Period.OfQuarter(2024, 1);
    private static readonly Period Second = Period.OfQuarter(2024, 2);
    private static readonly Period Third = Period.OfQuarter(2024, 3);

    [Fact]
    public void A_part_that_never_reported_is_called_so_and_not_stalled()
    {
        var progress = TaskStory.Untouched.On(new(2024, 12, 31));
        (progress.Standing, progress.Cause).ShouldBe((TaskStanding.Unreported, null));
        progress.Missing.Count.ShouldBe(15);
    }

    [Fact]
    public void Behind_once_is_behind_and_twice_running_is_stalled()
    {
        var once = TaskStory.Untouched.Reporting(First, TaskState.Behind);
        once.On(new(2024, 4, 10)).Standing.ShouldBe(TaskStanding.Behind);
        var twice = once.Reporting(Second, TaskState.Behind).On(new(2024, 7, 10));
        (twice.Standing, twice.Cause).ShouldBe((TaskStanding.Stalled, StallCause.Behind));
        once.Reporting(Second, TaskState.OnSchedule).On(new(2024, 7, 10)).Standing.ShouldBe(TaskStanding.OnSchedule);
        once.Reporting(Third, TaskState.Behind).On(new(2024, 10, 10)).Standing.ShouldBe(TaskStanding.Behind, "a quarter lies between");
    }

    [Fact]
    public void A_report_is_missing_from_the_day_after_it_was_due_and_two_are_a_stall()
    {
        var silent = TaskStory.Untouched.Reporting(First, TaskState.OnSchedule);
        silent.On(new(2024, 10, 20)).Missing.ShouldBe([Second]);
        silent.On(new(2024, 10, 20)).Standing.ShouldBe(TaskStanding.OnSchedule);
        var stalled = silent.On(new(2024, 10, 21));
        (stalled.Standing, stalled.Cause).ShouldBe((TaskStanding.Stalled, StallCause.Silent));
        stalled.Missing.ShouldBe([Second, Third]);
    }

    [Fact]
    public void What_is_done_owes_no_further_report_and_what_says_that_it_is_stalled_is()
    {
        var done = TaskStory.Untouched.Reporting(First, TaskState.Done).On(new(2025, 12, 31));
        (done.Standing, done.Missing.Count).ShouldBe((TaskStanding.Done, 0));
        var said = TaskStory.Untouched.Reporting(First, TaskState.Stalled).On(new(2024, 4, 10));
        (said.Standing, said.Cause).ShouldBe((TaskStanding.Stalled, StallCause.Said));
    }

    [Fact]
    public void The_rules_are_the_programmes_own()
    {
        var strict = TaskStory.Programme with { TaskRules = new("HOST", DueDays: 0, BehindQuarters: 1, SilentQuarters: 1) };
        TaskProgress.Of(TaskStory.Untouched.Reporting(First, TaskState.Behind).State, strict, new(2024, 4, 10)).Cause.ShouldBe(StallCause.Behind);
        TaskProgress.Of(TaskStory.Reported.State, strict, new(2024, 7, 1)).Cause.ShouldBe(StallCause.Silent);
        TaskProgress.Of(TaskStory.Reported.State, strict, new(2024, 6, 30)).Standing.ShouldBe(TaskStanding.OnSchedule);
    }

    [Fact]
    public void Up_to_a_quarter_only_what_was_reported_for_it_and_before_counts()
    {
        var part = TaskStory.Untouched.Reporting(First, TaskState.Behind).Reporting(Second, TaskState.Done).State;
        TaskProgress.Of(part, TaskStory.Programme, new(2024, 12, 31), First).Standing.ShouldBe(TaskStanding.Behind);
        TaskProgress.Of(part, TaskStory.Programme, new(2024, 12, 31)).Standing.ShouldBe(TaskStanding.Done);
    }

    [Fact]
    public void A_zones_tally_counts_its_key_tasks_and_no_safeguard()
    {
        var task = SoundProgramme.Document.Tasks[0];
        var programme = SoundProgramme.Document with
        {
            Tasks = [task, task with { Id = "T2" }, task with { Id = "T3" }, task with { Id = "T4", Units = ["STB"] }],
            Safeguards = [task with { Id = "S1" }],
        };
        var parts = new Dictionary<(string, string), TaskPart>
        {
            [("T1", "XLHT")] = TaskStory.Supervised.State,
            [("T2", "XLHT")] = TaskStory.Untouched.Reporting(First, TaskState.Stalled).State,
            [("S1", "XLHT")] = TaskStory.Untouched.Reporting(First, TaskState.Stalled).State,
        };
        TaskTally.Of("XLHT", programme, parts, new(2024, 4, 25)).ShouldBe(new("XLHT", 3, 1, 0, 1, 0, 1, 1));
        TaskTally.Of("BYH", programme, parts, new(2024, 4, 25)).ShouldBe(new("BYH", 3, 0, 0, 0, 0, 3, 0));
    }

    [Fact]
    public void The_governments_part_falls_to_the_zones_in_its_place_of_the_plans_order() =>
        TaskStory.Programme.UnitsOf(TaskStory.Programme.Tasks[0]).ShouldBe(["XLHT", "BYH", "DLN", "STB"]);
}
