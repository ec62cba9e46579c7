using CsCheck;
using Ledger.Api.Audit;
using Ledger.Api.Tests.Reporting;
using Ledger.Domain.Audit.Comparison;

namespace Ledger.Api.Tests.Audit;

/// <summary>Two moments of a ledger over HTTP, whatever happened between them.</summary>
public class ComparingMoments(ReportingHost host) : IClassFixture<ReportingHost>
{
    private const string Diff = "/api/audit/diff";

    private static int samples;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_told_applied_to_the_one_moment_gives_the_other() => await Gen.Select(
        GeneratedReturns.AnAct.Array[10, 60], Gen.Double[0, 1], Gen.Double[0, 1]).SampleAsync(
        async (acts, first, second) =>
        {
            using var auditor = await host.AsAsync("auditor");
            var start = (await host.Reader.HeadAsync(Cancellation)).Position;
            await host.Writer.PlayAsync(acts, $"C{Interlocked.Increment(ref samples)}", Cancellation);
            var end = (await host.Reader.HeadAsync(Cancellation)).Position;
            var (from, to) = (At(first), At(second));
            var told = (await auditor.AskAsync($"{Diff}?from=@{from}&to=@{to}")).Ok().Read<ComparisonView>();
            (told.From.Position, told.To.Position, told.Events).ShouldBe((from, to, Math.Abs(to - from)));

            var (before, after) = (await StateAsync(from), await StateAsync(to));
            before.With(told.Changes.Select(change => new AspectChange(new(change.Kind, change.Key, change.Aspect), change.Before, change.After)))
                .ShouldBe(after);
            var back = (await auditor.AskAsync($"{Diff}?from=@{to}&to=@{from}")).Ok().Read<ComparisonView>();
            back.Changes.ShouldBe(told.Changes.Select(change => change with { Before = change.After, After = change.Before }));
            (back.Unchanged, back.Consequences.Count).ShouldBe((told.Unchanged, told.Consequences.Count));

            long At(double part) => start + (long)Math.Round(part * (end - start));
        },
        iter: 12, threads: 1);

    [Fact]
    public async Task Refuses_what_is_no_moment_and_names_which()
    {
        using var auditor = await host.AsAsync("auditor");
        (await auditor.AskAsync(Diff)).Faulty(400, "comparison-faulty", ("/from", "value-missing"));
        (await auditor.AskAsync($"{Diff}?from=soon&to=@99999999")).Faulty(400, "comparison-faulty", ("/from", "as-of-malformed"), ("/to", "as-of-beyond-head"));
        (await auditor.AskAsync($"{Diff}?from=@3&to=@8&asOf=@5")).Faulty(400, "comparison-faulty", ("/to", "as-of-beyond-head"));
        (await auditor.AskAsync($"{Diff}?from=2199-01-01")).Faulty(400, "comparison-faulty", ("/from", "as-of-in-future"));
    }

    /// <summary>Folded from every event, not only from those between.</summary>
    private async Task<LedgerState> StateAsync(long position)
    {
        var events = await host.Reader.OfTypeAsync<object>(fromExclusive: null, position, Cancellation);
        return LedgerState.Of(
            events.GroupBy(entry => entry.Provenance.Stream).Select(stream => new StreamHistory(stream.Key, [.. stream])), position);
    }
}
