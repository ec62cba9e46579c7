using Ledger.Api.Tests;
using Npgsql;

namespace Ledger.Browser.Tests;

public sealed class LosingTheDatabase(BrowserHost host) : IClassFixture<BrowserHost>
{
    [Fact]
    public async Task The_page_about_the_failure_is_whole_and_tells_no_secrets_and_all_is_well_when_it_is_back()
    {
        await using var reader = await host.SignInAsync("auditor", "zh-Hans");
        await SetConnectionsAsync(allowed: false);
        var answer = await reader.Page.GotoAsync("/programme");
        answer!.Status.ShouldBe(500);
        await Expect(reader.Title).ToHaveTextAsync("页面出错");
        (await reader.Page.Locator("body").InnerTextAsync()).ShouldNotContain("Npgsql");

        await SetConnectionsAsync(allowed: true);
        await reader.OpenAsync("/");
        await Expect(reader.Title).ToHaveTextAsync("总览");
    }

    private async Task SetConnectionsAsync(bool allowed)
    {
        var super = new NpgsqlConnectionStringBuilder(TestDatabase.AsSuperuser(host.Database));
        var name = super.Database;
        super.Database = "postgres";
        await using var server = NpgsqlDataSource.Create(super);
        await using var command = server.CreateCommand(
            $"""alter database "{name}" allow_connections {(allowed ? "true" : "false")}""");
        await command.ExecuteNonQueryAsync();
        if (allowed)
            return;
        await using var end = server.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1");
        end.Parameters.AddWithValue(name!);
        await end.ExecuteNonQueryAsync();
    }
}
