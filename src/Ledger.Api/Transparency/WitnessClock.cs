using Ledger.Domain.Transparency;
using NodaTime;

namespace Ledger.Api.Transparency;

/// <summary>Brings each new checkpoint to the witnesses that have an address, and says when witnesses stay away.</summary>
public sealed class WitnessClock(
    WitnessCall call, Checkpoints checkpoints, Cosignatures cosignatures, WitnessAttendance attendance, IClock clock, ILogger<WitnessClock> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>A witness that did not cosign is asked again after so long.</summary>
    private static readonly Duration Rest = Duration.FromMinutes(1);

    private readonly Dictionary<NoteKey, (string Complaint, Instant At)> complaints = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (cosignatures.Policy.Witnesses.Count == 0)
            return;
        var said = "";
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await AskAsync(stoppingToken);
                var (level, saying) = await DescribeAsync(stoppingToken);
                if (saying != said && saying.Length > 0)
                    log.Log(level, "{Text}", saying);
                said = saying;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "The witnesses could not be asked; it is tried again in {Seconds} seconds.", Interval.TotalSeconds);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        if (await checkpoints.LatestAsync(cancellation) is not { } latest)
            return;
        var last = (await cosignatures.LastOfEachAsync(latest.Size, cancellation)).ToDictionary(one => one.Cosignature.Witness, one => one.Size);
        var now = clock.GetCurrentInstant();
        NoteKey[] waiting =
        [
            .. cosignatures.Policy.Witnesses.Where(witness => last.GetValueOrDefault(witness) < latest.Size
                && (!complaints.TryGetValue(witness, out var before) || now - before.At > Rest)),
        ];
        // One that does not answer does not hold up the others.
        var answers = waiting
            .Select(witness => (Witness: witness, Address: cosignatures.Policy.AddressOf(witness)))
            .Where(one => one.Address is not null)
            .Select(async one => (one.Witness, Complaint: await call.AskAsync(one.Witness, one.Address!, latest, last.GetValueOrDefault(one.Witness), cancellation)));
        foreach (var (witness, complaint) in await Task.WhenAll(answers))
            Note(witness, complaint, now);
    }

    private void Note(NoteKey witness, string? complaint, Instant now)
    {
        var before = complaints.GetValueOrDefault(witness).Complaint;
        if (complaint is null)
            complaints.Remove(witness);
        else
            complaints[witness] = (complaint, now);
        if (complaint is null && before is not null)
            log.LogInformation("The witness {Witness} cosigns again.", witness.Name);
        else if (complaint is not null && complaint != before)
            log.LogWarning("The witness {Witness} did not cosign: {Complaint}", witness.Name, complaint);
    }

    private async Task<(LogLevel Level, string Text)> DescribeAsync(CancellationToken cancellation)
    {
        if (await attendance.QuorumAwayAsync(cancellation) is { } quorum)
            return (LogLevel.Critical, $"Too few witnesses come: they vouch for {quorum.Size} entries, and what was signed since {quorum.Since} waits. The next check of the ledger will say so.");
        var away = await attendance.AwayAsync(cancellation);
        return away.Count == 0
            ? (LogLevel.Information, "")
            : (LogLevel.Warning, $"These witnesses stay away: {string.Join(", ", away.Select(one => $"{one.Key.Name} since {one.Value}"))}.");
    }
}
