using JasperFx.Resources;
using Npgsql;

namespace Ledger.Api.Store;

/// <summary>Brings the database's schema up to date: Marten's and Wolverine's tables, then ours, then the grants.</summary>
/// <remarks>Run as the owner; running it again changes nothing.</remarks>
public static class Migration
{
    public static async Task RunAsync(IHost host, CancellationToken cancellation)
    {
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        await using (var schema = database.CreateCommand(
            $"create schema if not exists {LedgerStore.Schema}; create schema if not exists {LedgerStore.MessageSchema}"))
        {
            await schema.ExecuteNonQueryAsync(cancellation);
        }

        await host.SetupResources(cancellation);
        foreach (var script in Scripts())
        {
            await using var command = database.CreateCommand(script);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static IEnumerable<string> Scripts()
    {
        var assembly = typeof(Migration).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
