using System.Collections.Concurrent;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Reporting;
using Marten;
using Marten.Events.Projections;

namespace Ledger.Api.Reporting;

/// <summary>Keeps <see cref="Facts"/>: a row whenever a figure comes to stand otherwise, as the Domain's fold of its return says.</summary>
/// <remarks>
/// Run by the daemon, page by page in the order of <c>seq_id</c>. Within a stream that is the order of positions too, and
/// no row depends on two streams. See ops/decisions/0002.
/// </remarks>
public sealed class FactsProjection : ProjectionBase, IProjection
{
    /// <summary>The read model's name in the daemon's progress.</summary>
    public const string Shard = "facts:All";

    private const int MostReturnsRemembered = 2_000;

    private readonly LedgerReader reader;

    // A return as it was after the version last seen. History does not change, so what is remembered is never wrong.
    private readonly ConcurrentDictionary<string, (long Version, ZoneReturn State)> remembered = new(StringComparer.Ordinal);

    public FactsProjection(LedgerReader reader)
    {
        this.reader = reader;
        Name = "facts";
    }

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var rows = new List<FactRow>();
        foreach (var page in events.Where(e => e.Data is ReturnEvent).GroupBy(e => e.StreamKey!))
            rows.AddRange(await RowsAsync(page.Key, page.Min(e => e.Version), page.Max(e => e.Version), cancellation));
        if (rows.Count == 0)
            return;
        var json = FactTables.ToJson(rows);
        operations.QueueSqlCommand(FactTables.CloseWhatStood("?"), json);
        operations.QueueSqlCommand(FactTables.StoreWhatStands("?"), json);
    }

    private async Task<IEnumerable<FactRow>> RowsAsync(string streamId, long first, long last, CancellationToken cancellation)
    {
        var stream = ZoneReturn.StreamOf(streamId);
        var (version, state) = remembered.TryGetValue(streamId, out var known) && known.Version < first ? known : (0, stream.Initial);
        var rows = new FactRows();
        foreach (var recorded in await reader.VersionsAsync<ReturnEvent>(streamId, version, last, cancellation))
        {
            var before = state;
            state = Fold(stream, before, recorded);
            if (recorded.Provenance.Version >= first)
                rows.Add(before, state);
        }

        if (remembered.Count >= MostReturnsRemembered)
            remembered.Clear();
        remembered[streamId] = (last, state);
        return rows.All;
    }

    private static ZoneReturn Fold(EventStream<ZoneReturn, ReturnEvent> stream, ZoneReturn state, Recorded<ReturnEvent> recorded)
    {
        try
        {
            return stream.Evolve(state, recorded);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"The event at position {recorded.Provenance.Position} ({stream.Id}, version {recorded.Provenance.Version}) cannot be folded.",
                exception);
        }
    }
}
