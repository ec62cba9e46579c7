namespace Ledger.Api.Transparency;

/// <summary>Makes a checkpoint whenever the ledger has grown, and says who signs.</summary>
public sealed class CheckpointClock(Checkpoints checkpoints, LogKeys keys, Cosignatures cosignatures, ILogger<CheckpointClock> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var said = "";
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                var checkpoint = await checkpoints.NowAsync(stoppingToken);
                var saying = await DescribeAsync(checkpoint, stoppingToken);
                if (saying.Text != said)
                    log.Log(saying.Level, "{Text}", saying.Text);
                said = saying.Text;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "No checkpoint could be made; it is tried again in {Seconds} seconds.", Interval.TotalSeconds);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<(LogLevel Level, string Text)> DescribeAsync(StoredCheckpoint? latest, CancellationToken cancellation)
    {
        var history = await keys.HistoryAsync(position: null, cancellation);
        if ((await keys.SignersAsync(cancellation)).Count == 0)
        {
            return (LogLevel.Warning, history.Current is { } missing
                ? $"The private half of the log's key {missing.Key} is not here: no checkpoint is made. Bring its file back, or replace the key with the command log-key."
                : "There is no place to keep the log's key: no checkpoint is made.");
        }

        return (LogLevel.Information, $"The log {history.Current!.Key.Name} is signed by {history.Current.Key}"
            + (cosignatures.Policy.Witnesses.Count is > 0 and var witnesses ? $", and known to {witnesses} witnesses." : ", without witnesses.")
            + (latest is null ? " It has no checkpoint yet." : ""));
    }
}
