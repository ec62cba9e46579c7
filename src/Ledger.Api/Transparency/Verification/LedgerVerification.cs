using Ledger.Api.Registers;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain.Transparency;
using Npgsql;

namespace Ledger.Api.Transparency.Verification;

/// <summary>Verifies the ledger in its own database: the history as a bundle's is, what of it a bundle cannot show, and the read models.</summary>
public sealed class LedgerVerification(
    NpgsqlDataSource database, LedgerReader reader, EventNames names, FactsCheck facts, RegisterCheck register, SignatureCheck check)
{
    public async Task<VerificationReport> RunAsync(
        TrustPolicy policy, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        // In this order: while it is looked at the ledger grows, and a checkpoint made after its end was read would say more.
        var checkpoints = await CheckpointsAsync(cancellation);
        var end = (await reader.HeadAsync(cancellation)).Size;
        var report = await new HistoryVerification(names, check).RunAsync(
            new DatabaseSource(database, 0, end), CompactRange.Empty, checkpoints, policy, progress, cancellation);
        var found = report.Divergences.ToList();
        if (await UnsealedAsync(cancellation) is { } unsealed)
            found.Add(new(DivergenceClass.Order, null, "event-not-sealed", unsealed.Stream, unsealed.Version));
        if (found.Count == 0 && await facts.FirstDifferenceAsync(end - 1, cancellation) is { } difference)
        {
            found.Add(new(
                DivergenceClass.ReadModel, difference.Position, "facts-differ", difference.Position, difference.Zone, difference.Series, difference.Period,
                Print(difference.ReadModel), Print(difference.Events)));
        }

        if (found.Count == 0 && await register.FirstDifferenceAsync(end - 1, cancellation) is var (code, position))
            found.Add(new(DivergenceClass.ReadModel, position, "register-rows-differ", position, code));
        return report with { Divergences = found };
    }

    private static object Print(decimal? value) => value is { } number ? number : "—";

    private async Task<IReadOnlyList<SignedNote>> CheckpointsAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select c.note || coalesce((
                       select string_agg(s.line || chr(10), '' order by s.witness)
                         from (select distinct on (witness) witness, line from ledger.log_cosignature where size = c.size order by witness, given_at desc) s), '')
              from ledger.log_checkpoint c order by c.size
            """);
        var notes = new List<SignedNote>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            notes.Add(SignedNote.TryParse(row.GetString(0), out var note) ? note : new SignedNote(row.GetString(0), []));
        return notes;
    }

    private async Task<(string Stream, long Version)?> UnsealedAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select e.stream_id, e.version from ledger.mt_events e left join ledger.ledger_entry l using (seq_id)
             where l.seq_id is null order by e.seq_id limit 1
            """);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetString(0), row.GetInt64(1)) : null;
    }
}
