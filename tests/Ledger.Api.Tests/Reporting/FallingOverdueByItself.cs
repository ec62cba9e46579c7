using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Api.Tests.Reporting;

public class FallingOverdueByItself
{
    private static readonly string[] Zones = ["XLHT", "BYH", "CJCY", "SNT", "DLN"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Happens_at_the_deadline_to_every_return_that_was_not_submitted()
    {
        await using var host = await DeadlineHost.OverAsync();
        var dueAt = InSeconds(8);
        await SubmitAsync(host, "BYH");
        await host.AdoptAsync(dueAt, Cancellation);
        await UntilAsync(() => host.Deadlines.OnTheClockAsync(Cancellation), times => times.Contains(dueAt));
        (await host.RecordedAsync(Cancellation)).ShouldBeEmpty();

        var recorded = await UntilAsync(() => host.RecordedAsync(Cancellation), events => events.Count == 4);
        recorded.Select(entry => entry.Provenance.Stream)
            .ShouldBe(Zones.Where(zone => zone != "BYH").Select(zone => ZoneReturn.StreamId(zone, DeadlineHost.Quarter)));
        recorded.ShouldAllBe(entry => entry.Event.DueAt == dueAt && entry.Provenance.RecordedAt >= dueAt && entry.Provenance.Actor == Actor.Clock);
    }

    [Fact]
    public async Task Is_made_up_for_when_nothing_ran_at_the_deadline()
    {
        var first = await DeadlineHost.OverAsync();
        var dueAt = InSeconds(8);
        await first.AdoptAsync(dueAt, Cancellation);
        await UntilAsync(() => first.Deadlines.OnTheClockAsync(Cancellation), times => times.Contains(dueAt));
        var database = first.Database;
        await first.DisposeAsync();
        await Task.Delay((dueAt - SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(1)).ToTimeSpan(), Cancellation);

        await using var second = await DeadlineHost.OverAsync(database);
        (await UntilAsync(() => second.RecordedAsync(Cancellation), events => events.Count == 5)).ShouldAllBe(entry => entry.Event.DueAt == dueAt);
        await second.Deadlines.KeepAsync(Cancellation);
        (await second.RecordedAsync(Cancellation)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Follows_a_deadline_that_is_moved()
    {
        await using var host = await DeadlineHost.OverAsync();
        var (near, far) = (InSeconds(10), InSeconds(100_000));
        await host.AdoptAsync(near, Cancellation);
        await UntilAsync(() => host.Deadlines.OnTheClockAsync(Cancellation), times => times.Contains(near) && times.Count == 5);

        await host.AdoptAsync(far, Cancellation);
        await UntilAsync(() => host.Deadlines.OnTheClockAsync(Cancellation), times => times.Contains(far) && times.Count == 5);
        await Task.Delay((near - SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(3)).ToTimeSpan(), Cancellation);
        (await host.RecordedAsync(Cancellation)).ShouldBeEmpty();

        await host.AdoptAsync(InSeconds(-3_600), Cancellation);
        await UntilAsync(() => host.RecordedAsync(Cancellation), events => events.Count == 5);
    }

    [Fact]
    public async Task Waits_while_an_old_history_is_loaded_and_is_put_on_the_clock_once()
    {
        await using var host = await DeadlineHost.OverAsync();
        (await host.Overdue.RecordDueAsync(InSeconds(0), Cancellation)).ShouldBe(0, "No programme is in force.");
        await using (await host.Overdue.HoldAsync(Cancellation))
        {
            await host.AdoptAsync(InSeconds(-86_400), Cancellation);
            await Task.Delay(TimeSpan.FromSeconds(4), Cancellation);
            (await host.RecordedAsync(Cancellation)).ShouldBeEmpty();

            (await host.Overdue.RecordDueAsync(InSeconds(-90_000), Cancellation)).ShouldBe(0, "It was not due by then.");
            (await host.Overdue.RecordDueAsync(InSeconds(-80_000), Cancellation)).ShouldBe(5);
            (await host.Overdue.RecordDueAsync(InSeconds(0), Cancellation)).ShouldBe(0, "It has been recorded.");
        }

        await UntilAsync(() => host.Deadlines.OnTheClockAsync(Cancellation), times => times.Count > 0);
        var times = await host.Deadlines.OnTheClockAsync(Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.Deadlines.KeepAsync(Cancellation)));
        (await host.Deadlines.OnTheClockAsync(Cancellation)).ShouldBe(times);
        times.Distinct().Count().ShouldBe(times.Count);
        (await host.RecordedAsync(Cancellation)).Count.ShouldBe(5);
    }

    private static Instant InSeconds(int seconds) =>
        Instant.FromUnixTimeSeconds(SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds() + seconds);

    private static async Task SubmitAsync(DeadlineHost host, string zone)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(host.Database);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await RawEvents.InsertAsync(
            connection, ZoneReturn.StreamId(zone, DeadlineHost.Quarter), 1, "return_submitted",
            """{"on": "2025-01-10", "signatories": [], "explanations": []}""", Cancellation);
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var seen = await look();
            if (isSo(seen))
                return seen;
            await Task.Delay(100, patience.Token);
        }
    }
}
