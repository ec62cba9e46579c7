using System.Diagnostics;
using Npgsql;

namespace Ledger.Api.Tests;

/// <summary>The PostgreSQL of this test run: given by LEDGER_TEST_DATABASE, or a private one started for the run.</summary>
/// <remarks>The schema is migrated once into a template; each host gets a copy of its own.</remarks>
public static class TestDatabase
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static string? super;
    private static int copies;

    /// <returns>The connection string of the application role to a database that is migrated and empty.</returns>
    public static async Task<string> CreateAsync()
    {
        await Gate.WaitAsync();
        try
        {
            super ??= await PrepareAsync();
            var name = $"test_{Environment.ProcessId}_{++copies}";
            await ExecuteAsync(super, $"create database {name} template {Template} owner ledger_owner");
            return With(super, name, "ledger_app");
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A copy of a database whose program has ended; connections that it left are closed.</summary>
    public static async Task<string> CopyAsync(string connection)
    {
        await Gate.WaitAsync();
        try
        {
            var of = new NpgsqlConnectionStringBuilder(connection).Database;
            await ExecuteAsync(super!, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{of}'");
            var name = $"test_{Environment.ProcessId}_{++copies}";
            await ExecuteAsync(super!, $"create database {name} template {of} owner ledger_owner");
            return With(super!, name, "ledger_app");
        }
        finally
        {
            Gate.Release();
        }
    }

    public static string AsOwner(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Username = "ledger_owner" }.ConnectionString;

    public static string AsSuperuser(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Username = "postgres" }.ConnectionString;

    public static string Repository { get; } = FindRepository();

    private static string Template => $"template_{Environment.ProcessId}";

    private static async Task<string> PrepareAsync()
    {
        var given = Environment.GetEnvironmentVariable("LEDGER_TEST_DATABASE");
        var connection = string.IsNullOrEmpty(given) ? await StartAsync() : given;
        await ExecuteAsync(connection, $"create database {Template} owner ledger_owner");
        await RunAsync(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Ledger.Api.dll"), "migrate"],
            ("LEDGER_OWNER_DATABASE", With(connection, Template, "ledger_owner") + ";Pooling=false"));
        return connection;
    }

    private static async Task<string> StartAsync()
    {
        var directory = Directory.CreateTempSubdirectory("ledger-test-").FullName;
        var script = Path.Combine(Repository, "ops", "postgres");
        await RunAsync(script, ["start", directory, "--test"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            using var drop = Process.Start(script, ["drop", directory]);
            drop.WaitForExit();
        };
        return (await RunAsync(script, ["url", directory, "super"])).Trim();
    }

    public static async Task<string> RunAsync(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) 
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        // The server that a start script leaves behind keeps its pipes, so what is read ends with the process, not with the pipe.
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(500));
        return process.ExitCode == 0
            ? output.IsCompleted ? await output : ""
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {(errors.IsCompleted ? await errors : "")}");
    }

    private static string With(string connection, string database, string user) =>
        new NpgsqlConnectionStringBuilder(connection) { Database = database, Username = user }.ConnectionString;

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Ledger.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        return directory.FullName;
    }
}
