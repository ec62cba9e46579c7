using Ledger.Api.Conference;
using Ledger.Api.Programme;
using Ledger.Domain.Conference;

namespace Ledger.Api.Tests.Sample;

/// <summary>The joint conference of the sample met once and shared the targets out.</summary>
[Collection(ReadersOfTheSample.Name)]
public class TheSampleConference(SampleHost host)
{
    [Fact]
    public async Task The_allocation_in_force_rests_on_its_decision_and_was_an_assumption_before()
    {
        using var client = await host.AsAsync("auditor");
        var meeting = (await client.AskAsync("/api/conference/meetings/2022-1")).Ok().Read<MeetingView>();
        (meeting.State, meeting.Attending, meeting.Quorum).ShouldBe((MeetingState.Closed, 8, 5));
        meeting.Decisions.Select(decision => decision.Outcome).ShouldBe([DecisionOutcome.Adopted, DecisionOutcome.Deferred]);
        var allocations = (await client.AskAsync("/api/programme/allocations")).Ok().Read<AllocationBoard>();
        allocations.Targets.ShouldAllBe(target => target.Assumptions.Count == 0);
        var centres = allocations.Targets.Single(target => target.Id == "Q10");
        centres.History.Select(step => (step.Decision, step.Parts["SNT"])).ShouldBe([("2022-1/1", 4m), (null, 3m)]);
        var resting = (await client.AskAsync("/api/conference/meetings/2022-1/decisions")).Ok().Read<IReadOnlyList<RestingView>>();
        resting[0].RestsOnIt.ShouldHaveSingleItem().Position.ShouldBe(centres.History[0].Position);
    }
}
