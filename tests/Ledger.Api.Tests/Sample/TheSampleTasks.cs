using Ledger.Api.KeyTasks;
using Ledger.Domain.KeyTasks;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Sample;

/// <summary>What happened to key tasks in the sample, as anybody may ask about it.</summary>
[Collection(ReadersOfTheSample.Name)]
public class TheSampleTasks(SampleHost host)
{
    [Fact]
    public async Task Most_parts_go_on_and_one_fell_silent_one_is_behind_twice_and_some_never_reported()
    {
        using var client = await host.AsAsync("auditor");
        var board = (await client.AskAsync("/api/tasks")).Ok().Read<TaskBoard>();
        var silent = board.Tasks.Single(task => task.Id == "T5.3").Parts.Single(part => part.Unit == "CJCY");
        (silent.Standing, silent.Cause).ShouldBe((TaskStanding.Stalled, StallCause.Silent));
        silent.Missing.ShouldBe([Period.OfQuarter(2025, 2), Period.OfQuarter(2025, 3), Period.OfQuarter(2025, 4)]);
        var late = board.Tasks.Single(task => task.Id == "T4.3").Parts.Single(part => part.Unit == "DLN");
        (late.Standing, late.Cause).ShouldBe((TaskStanding.Stalled, StallCause.Behind));
        var tally = board.Tallies.Single(tally => tally.Zone == "XLHT");
        (tally.Tasks, tally.OnSchedule, tally.Done, tally.Behind, tally.Unreported).ShouldBe((14, 10, 3, 1, 0));
        board.Tallies.Single(zone => zone.Zone == "SNT").Unreported.ShouldBe(7);
        board.Tallies.Single(zone => zone.Zone == "CJCY").Stalled.ShouldBe(1);
    }

    [Theory]
    [InlineData("2025-02-09", TaskStanding.Stalled, null)]
    [InlineData("2025-02-10", TaskStanding.Stalled, SupervisionState.Open)]
    [InlineData("2025-03-05", TaskStanding.Stalled, SupervisionState.Answered)]
    [InlineData("2025-03-12", TaskStanding.Stalled, null)]
    [InlineData("2025-04-20", TaskStanding.OnSchedule, null)]
    public async Task Another_was_behind_twice_supervised_answered_closed_and_back_on_schedule(
        string day, TaskStanding standing, SupervisionState? supervision)
    {
        using var client = await host.AsAsync("auditor");
        var part = (await client.AskAsync($"/api/tasks/T2.3/BYH?knownOn={day}")).Ok().Read<TaskPartView>();
        (part.Standing.Standing, part.Standing.Supervised?.State).ShouldBe((standing, supervision));
    }
}
