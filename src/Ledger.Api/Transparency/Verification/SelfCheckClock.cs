using Ledger.Domain;
using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Api.Transparency.Verification;

/// <summary>Has the ledger verify itself every night, at two o'clock in Beijing, when nobody reports.</summary>
public sealed class SelfCheckClock(SelfChecks checks, IClock clock, ILogger<SelfCheckClock> log) : BackgroundService
{
    private static readonly LocalTime Hour = new(2, 0);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>The last time before a moment at which the check was due.</summary>
    public static Instant DueBefore(Instant now)
    {
        var today = now.InZone(DocumentDate.Zone).Date.At(Hour).InZoneLeniently(DocumentDate.Zone).ToInstant();
        return today <= now ? today : today - Duration.FromDays(1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What was due before it started is not made up for: a check looks at the whole history whenever it comes.
        var seen = clock.GetCurrentInstant();
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var due = DueBefore(clock.GetCurrentInstant());
            if (due <= seen)
                continue;
            try
            {
                // Another program over the same ledger may have been first.
                if ((await checks.AllAsync(position: null, stoppingToken)).Last is not { } last || last.Provenance.RecordedAt < due)
                    await CheckAsync(stoppingToken);
                seen = due;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "The ledger could not be verified; it is tried again in {Seconds} seconds.", Interval.TotalSeconds);
            }
        }
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        await checks.RunAsync(Actor.Clock, progress: null, cancellation);
        if ((await checks.AllAsync(position: null, cancellation)).Last?.Found is { } found && !found.Holds())
        {
            log.LogCritical(
                "The ledger does not hold: {Code} at position {Position}. See /integrity.", found.Divergences[0].Code, found.Divergences[0].Position);
        }
    }
}
