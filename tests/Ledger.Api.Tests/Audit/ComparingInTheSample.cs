using System.Diagnostics;
using Ledger.Api.Audit;
using Ledger.Api.Tests.Sample;
using Ledger.Domain.Audit.Comparison;

namespace Ledger.Api.Tests.Audit;

/// <summary>What a correction of the sample changes, and whose place or verdict it moves.</summary>
public class ComparingInTheSample(SampleHost host) : IClassFixture<SampleHost>
{
    private const string Diff = "/api/audit/diff";

    [Fact]
    public async Task A_correction_changes_one_figure_and_says_whose_place_it_moves()
    {
        using var auditor = await host.AsAsync("auditor");
        var approved = (await auditor.AskAsync("/api/audit/events?type=correction_approved&limit=500")).Ok().Read<EventPage>().Events;
        approved.Count.ShouldBeGreaterThan(3);
        var moved = 0;
        foreach (var correction in approved)
        {
            var told = (await auditor.AskAsync($"{Diff}?from=@{correction.Position - 1}&to=@{correction.Position}")).Ok().Read<ComparisonView>();
            var figures = told.Changes.Where(change => change.Kind == MatterKind.Figure).ToList();
            figures.Select(change => change.Key).Distinct().ShouldHaveSingleItem().ShouldStartWith($"{correction.Zone}/");
            figures.ShouldContain(change => change.Aspect == "value" && change.Stream == correction.Stream && change.Events == 1);
            told.Consequences.ShouldAllBe(change => change.Kind == MatterKind.Rank || change.Kind == MatterKind.Verdict);
            moved += told.Consequences.Count;

            // What is said to have moved is what the drafts of the two moments say.
            foreach (var change in told.Consequences.Where(change => change.Kind == MatterKind.Verdict))
            {
                var parts = change.Key.Split('/');
                foreach (var (position, verdict) in new[] { (correction.Position - 1, change.Before), (correction.Position, change.After) })
                {
                    var draft = (await auditor.AskAsync($"/api/notices/{parts[0]}/draft?asOf=@{position}")).Ok().Json["content"]!["targets"]!.AsArray();
                    draft.Single(target => target!["indicator"]!.GetValue<string>() == parts[1])!["verdict"]!.GetValue<string>().ShouldBe(verdict);
                }
            }
        }

        moved.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_whole_history_is_compared_with_nothing()
    {
        using var auditor = await host.AsAsync("auditor");
        var head = (await auditor.AskAsync("/api/audit/events?limit=1")).Position;
        var watch = Stopwatch.StartNew();
        var told = (await auditor.AskAsync($"{Diff}?from=@0")).Ok().Read<ComparisonView>();
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed} for {told.Events} events");
        (told.Events, told.To.Position).ShouldBe((head, head));
        foreach (var kind in new[] { MatterKind.Figure, MatterKind.Return, MatterKind.Notice, MatterKind.Programme, MatterKind.Officer })
            told.Changes.ShouldContain(change => change.Kind == kind);
        told.Changes.Count(change => change.Kind == MatterKind.Notice).ShouldBe(
            (await auditor.AskAsync("/api/notices")).Ok().Json.AsArray().Sum(chain => chain!["editions"]!.AsArray().Count));
    }
}
