using System.Diagnostics;
using Ledger.Api.Store;
using Npgsql;

namespace Ledger.Benchmarks;

/// <summary>The throw-away server that all benchmarks of a run share; each makes a database of its own on it.</summary>
public sealed class Postgres(string superuser)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Ledger.Api.dll");

    /// <returns>The application's connection string to a database that is migrated and empty.</returns>
    public async Task<string> CreateAsync(string name)
    {
        await ExecuteAsync(superuser, $"create database {name} owner ledger_owner");
        await RunAsync("dotnet", [Program, "migrate"], ("LEDGER_OWNER_DATABASE", With(name, "ledger_owner")));
        return With(name, "ledger_app");
    }

    /// <summary>Keeps the ledger's clock waiting, which would record thousands of invented returns as overdue while others are measured.</summary>
    public static async Task<IAsyncDisposable> HoldDeadlinesAsync(string database)
    {
        var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var take = new NpgsqlCommand("select pg_advisory_lock($1)", connection);
        take.Parameters.AddWithValue(AdvisoryLocks.Deadlines);
        await take.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Lets the server finish what it puts off, so that it does not fall into a measurement.</summary>
    public async Task SettleAsync(string database)
    {
        await ExecuteAsync(new NpgsqlConnectionStringBuilder(database) { Username = "postgres" }.ConnectionString, "vacuum analyze");
        await ExecuteAsync(superuser, "checkpoint");
    }

    /// <returns>What the program printed.</returns>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static async Task<string> RunAsync(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    public static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }

    private string With(string database, string user) =>
        new NpgsqlConnectionStringBuilder(superuser) { Database = database, Username = user }.ConnectionString;
}
