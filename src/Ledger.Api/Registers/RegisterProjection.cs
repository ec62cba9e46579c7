using JasperFx.Events;
using JasperFx.Events.Projections;
using Ledger.Api.Store;
using Ledger.Domain.Registers;
using Marten;
using Marten.Events.Projections;

namespace Ledger.Api.Registers;

/// <summary>Keeps the tables of <see cref="Register"/>, as the Domain's fold of each institution says.</summary>
/// <remarks>Run by the daemon, page by page in the order of <c>seq_id</c>. No row depends on two streams, nor on the programme.</remarks>
public sealed class RegisterProjection : ProjectionBase, IProjection
{
    /// <summary>The read model's name in the daemon's progress.</summary>
    public const string Shard = "register:All";

    private readonly LedgerReader reader;

    public RegisterProjection(LedgerReader reader)
    {
        this.reader = reader;
        Name = "register";
    }

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var pages = events.Where(e => e.Data is InstitutionEvent).GroupBy(e => e.StreamKey!).ToList();
        if (pages.Count == 0)
            return;
        var histories = await reader.HistoriesAsync<InstitutionEvent>(pages.Select(page => page.Key), position: null, cancellation);
        var rows = new RegisterRows();
        foreach (var page in pages)
        {
            var (first, last) = (page.Min(e => e.Version), page.Max(e => e.Version));
            rows.Fold(Institution.StreamOf(page.Key), histories[page.Key].TakeWhile(recorded => recorded.Provenance.Version <= last), first);
        }

        foreach (var (sql, json) in RegisterTables.Statements(rows, "?"))
            operations.QueueSqlCommand(sql, json);
    }
}
