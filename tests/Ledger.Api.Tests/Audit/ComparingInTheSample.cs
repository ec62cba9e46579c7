using System.Diagnostics;
using Ledger.Api.Audit;
using Ledger.Api.Audit.Pages;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Tests.Sample;
using Ledger.Api.Web;
using Ledger.Domain.Audit.Comparison;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task An_event_of_every_kind_of_the_sample_makes_a_difference()
    {
        // The paper that bears the number says so itself.
        string[] silent = ["document_number_given"];
        var events = await host.Reader.OfTypeAsync<object>(fromExclusive: null, long.MaxValue, TestContext.Current.CancellationToken);
        var names = host.Services.GetRequiredService<EventNames>();
        var unseen = events.Select(entry => names.NameOf(entry.Event.GetType())).ToHashSet();
        foreach (var stream in events.GroupBy(entry => entry.Provenance.Stream).Select(stream => new StreamHistory(stream.Key, [.. stream])))
        {
            foreach (var entry in stream.Events)
            {
                var kind = names.NameOf(entry.Event.GetType());
                if (unseen.Contains(kind) && NetChange.Of([stream], entry.Provenance.Position - 1, entry.Provenance.Position).Changes.Count > 0)
                    unseen.Remove(kind);
            }
        }

        unseen.Except(silent).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_newer_sections_of_a_notice_are_consequences_and_every_change_leads_to_its_stream()
    {
        using var auditor = await host.AsAsync("auditor");
        var told = (await auditor.AskAsync($"{Diff}?from=@0")).Ok().Read<ComparisonView>();
        foreach (var kind in new[] { MatterKind.Rank, MatterKind.Verdict, MatterKind.Listing, MatterKind.TaskTally, MatterKind.RegisterDifference, MatterKind.NoticeDecision, MatterKind.Grade })
            told.Consequences.ShouldContain(change => change.Kind == kind, kind.ToString());
        told.Changes.ShouldAllBe(change => change.Stream != null && change.Events > 0);

        // Every one of them is said in full, with nothing left open.
        var programme = await host.Services.GetRequiredService<Programmes>().InForceAsync(told.To.Position, TestContext.Current.CancellationToken);
        var words = new ComparedWords(host.Services.GetRequiredService<ITexts>(), programme.Document, []);
        foreach (var change in told.Consequences.Concat(told.Changes))
        {
            words.Aspect(change).ShouldNotContain('{', change.ToString());
            words.Subject(change.Kind, change.Key).ShouldNotBeNullOrWhiteSpace();
            words.Value(change, change.After).ShouldNotBeNullOrEmpty(change.ToString());
        }

        // What is told of a quarter is what the drafts of the two moments say, whatever kind of event made it.
        foreach (var type in new[] { "task_supervised", "item_decided", "recognition_granted" })
        {
            var acts = (await auditor.AskAsync($"/api/audit/events?type={type}&limit=500")).Ok().Read<EventPage>().Events;
            var act = acts[acts.Count / 2];
            var one = (await auditor.AskAsync($"{Diff}?from=@{act.Position - 1}&to=@{act.Position}")).Ok().Read<ComparisonView>();
            one.Changes.ShouldContain(change => change.Stream == act.Stream, type);
            TestContext.Current.TestOutputHelper?.WriteLine($"{type} @{act.Position}: {string.Join("; ", one.Consequences.Select(change => $"{change.Kind} {change.Key} {change.Aspect} {change.Before} → {change.After}"))}");
        }
    }
}
