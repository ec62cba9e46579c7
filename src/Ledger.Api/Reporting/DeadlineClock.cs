using Ledger.Api.Programme;

namespace Ledger.Api.Reporting;

/// <summary>Sees to the deadlines when the program starts, and whenever another version of the programme has come into force.</summary>
public sealed class DeadlineClock(Deadlines deadlines, Programmes programmes, ILogger<DeadlineClock> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = 0;
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                var version = (await programmes.FindInForceAsync(position: null, stoppingToken))?.Number ?? 0;
                if (version == seen)
                    continue;
                await deadlines.KeepAsync(stoppingToken);
                seen = version;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "The deadlines could not be put on the clock; it is tried again in {Seconds} seconds.", Interval.TotalSeconds);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
