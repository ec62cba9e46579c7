using Ledger.Domain.Transparency;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Transparency;

/// <summary>Whether the witnesses still come: how long what the log signed has waited for them.</summary>
/// <param name="patience">For how long it may.</param>
public sealed class WitnessAttendance(NpgsqlDataSource database, Cosignatures cosignatures, IClock clock, Duration patience)
{
    /// <summary>The largest size on which enough witnesses agree, and since when what came after has waited too long; null when nothing has, or none is needed.</summary>
    public async Task<(long Size, Instant Since)?> QuorumAwayAsync(CancellationToken cancellation)
    {
        if (!cosignatures.Policy.NeedsWitnesses)
            return null;
        var size = await cosignatures.LatestWitnessedAsync(cancellation) is { } witnessed ? witnessed.Checkpoint.Size : 0;
        return await TooLongSinceAsync(size, cancellation) is { } since ? (size, since) : null;
    }

    /// <summary>The witnesses for whom something has waited too long, and since when. Enough others may have come.</summary>
    public async Task<IReadOnlyDictionary<NoteKey, Instant>> AwayAsync(CancellationToken cancellation)
    {
        var last = (await cosignatures.LastOfEachAsync(long.MaxValue, cancellation)).ToDictionary(one => one.Cosignature.Witness, one => one.Size);
        var away = new Dictionary<NoteKey, Instant>();
        foreach (var witness in cosignatures.Policy.Witnesses)
        {
            if (await TooLongSinceAsync(last.GetValueOrDefault(witness), cancellation) is { } since)
                away.Add(witness, since);
        }

        return away;
    }

    private async Task<Instant?> TooLongSinceAsync(long size, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select min(made_at) from ledger.log_checkpoint where size > $1");
        command.Parameters.AddWithValue(size);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        Instant? since = await row.IsDBNullAsync(0, cancellation) ? null : row.GetFieldValue<Instant>(0);
        return since is { } first && clock.GetCurrentInstant() - first > patience ? first : null;
    }
}
