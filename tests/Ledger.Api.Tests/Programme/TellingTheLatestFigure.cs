using Ledger.Api.Tests.Notices;
using Npgsql;

namespace Ledger.Api.Tests.Programme;

/// <summary>All figures of a return are accepted at one position: which of them is told as the latest is not left to the database.</summary>
public class TellingTheLatestFigure(NoticesHost host) : IClassFixture<NoticesHost>
{
    [Fact]
    public async Task The_order_in_which_figures_are_stored_changes_nothing()
    {
        using var auditor = await host.AsAsync("auditor");
        var at = (await auditor.AskAsync("/api/officers")).Position;
        var before = (await auditor.AskAsync($"/api/programme/coverage?asOf=@{at}")).Ok().Text;
        foreach (var order in new[] { "series", "series desc" })
        {
            await StoreAnewAsync(order);
            (await auditor.AskAsync($"/api/programme/coverage?asOf=@{at}")).Ok().Text.ShouldBe(before);
        }
    }

    private async Task StoreAnewAsync(string order)
    {
        await using var connection = new NpgsqlConnection(TestDatabase.AsOwner(host.Database));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"""
            create temporary table stored as select * from ledger.facts;
            delete from ledger.facts;
            insert into ledger.facts select * from stored order by {order};
            drop table stored;
            """, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
