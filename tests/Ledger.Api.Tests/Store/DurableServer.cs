using System.Diagnostics;
using System.Globalization;
using Ledger.Api.Tests.Ops;
using Npgsql;

namespace Ledger.Api.Tests.Store;

/// <summary>A PostgreSQL of its own that keeps what it acknowledged, to be killed and started again.</summary>
public sealed class DurableServer : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("ledger-durable-").FullName;

    public string Database { get; private set; } = "";

    public static async Task<DurableServer> StartAsync()
    {
        var server = new DurableServer();
        await server.ComeUpAsync();
        server.Database = await server.UrlAsync("app");
        await TestDatabase.RunAsync(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Api.dll"), "migrate"], ("LEDGER_OWNER_DATABASE", await server.UrlAsync("owner")));
        return server;
    }

    /// <summary>Kills the server as a power cut would, and starts it again on what it left on disk.</summary>
    public async Task KillAndStartAsync()
    {
        using (var postmaster = Process.GetProcessById(await PostmasterAsync()))
            postmaster.Kill();

        // Its sessions notice one after another that it is gone; until the last has, no other may take its place.
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await ComeUpAsync();
                return;
            }
            catch (InvalidOperationException) when (patience.Elapsed < TimeSpan.FromSeconds(15))
            {
                await Task.Delay(200);
            }
        }
    }

    public async ValueTask DisposeAsync() => await Shell.RunAsync("postgres", ["drop", directory]);

    private async Task<string> UrlAsync(string role) => (await Shell.RunAsync("postgres", ["url", directory, role])).Output.Trim();

    private async Task ComeUpAsync() => await TestDatabase.RunAsync(Path.Combine(TestDatabase.Repository, "ops", "postgres"), ["start", directory]);

    // The parent of whichever process serves a session.
    private async Task<int> PostmasterAsync()
    {
        await using var connection = new NpgsqlConnection(Database + ";Pooling=false");
        await connection.OpenAsync();
        var parent = (await File.ReadAllLinesAsync($"/proc/{connection.ProcessID}/status")).Single(line => line.StartsWith("PPid:", StringComparison.Ordinal));
        return int.Parse(parent["PPid:".Length..], CultureInfo.InvariantCulture);
    }
}
