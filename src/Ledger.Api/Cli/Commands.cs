using System.Globalization;
using System.Net.Sockets;
using Ledger.Api.Access;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Npgsql;

namespace Ledger.Api.Cli;

/// <summary>What the program can be started for; <c>serve</c> unless told otherwise.</summary>
public static class Commands
{
    public static IReadOnlyList<Command> All { get; } =
        [new Serve(), new Migrate(), new Seed(), new Once(), new Found(), new Passwd(), new LogKeyCommand(), new WitnessCommand(), new Rebuild(), new Verify(), new VerifyHistory(), new Codegen()];

    public static string Usage { get; } = $"""
        usage: Ledger.Api [COMMAND]

        {string.Join("\n\n", All.Select(command => $"  {command.Name} {command.Usage}".TrimEnd() + $"\n      {command.Summary}"))}

        {LedgerStore.ApplicationDatabase} holds the connection string of the database, as the role that may only read and append.
        {AccessModule.KeysDirectory} names the directory of the keys that sign-ins and ballots are sealed with; serve and seed need it.
        """;

    /// <summary>The command that is asked for; null: help, or none that is known, and then <paramref name="exitCode"/> says which.</summary>
    public static Command? Choose(string[] words, out int exitCode)
    {
        var help = words.Any(word => word is "--help" or "-h") || words is ["help", ..];
        var chosen = words is [{ Length: > 0 } first, ..] && first[0] != '-' ? first : "serve";
        var command = help ? null : All.FirstOrDefault(command => command.Name == chosen);
        exitCode = help || command is not null ? 0 : 2;
        if (help)
            Console.Out.WriteLine(Usage);
        else if (command is null)
            Console.Error.WriteLine($"There is no command '{chosen}'.\n\n{Usage}");
        return command;
    }

    /// <summary>A command that does not serve opens no port, and keeps the terminal for its own words.</summary>
    /// <returns>False when the database it works on, or the place of its keys, is not named; that has been said.</returns>
    public static bool TryAdd(this WebApplicationBuilder builder, LedgerCommand command)
    {
        var database = LedgerStore.SettingFor(command.Purpose);
        if (string.IsNullOrEmpty(builder.Configuration[database]))
        {
            Console.Error.WriteLine($"{database} is not set: it holds the connection string of the ledger's database.");
            return false;
        }

        // While the program itself is worked on, its keys may end with it.
        if (command.KeepsKeys && !builder.Environment.IsDevelopment() && string.IsNullOrEmpty(builder.Configuration[AccessModule.KeysDirectory]))
        {
            Console.Error.WriteLine($"""
                {AccessModule.KeysDirectory} is not set: it names the directory of the keys that sign-ins and ballots are sealed with.
                Give one that survives, that only this program's user reads, and that is kept apart from the database and its backups.
                """);
            return false;
        }

        if (command.Serves)
            return true;
        builder.Services.AddSingleton<IServer, NoServer>();
        builder.Logging.AddFilter(level => level >= LogLevel.Warning);
        SpeakTheLanguageOfTheTerminal();
        return true;
    }

    public static async Task<int> RunAsync(WebApplication app, LedgerCommand command, string[] words) => await RunAsync(command, async terminal =>
        command.Purpose != Purpose.Migrate && !await IsMigratedAsync(app)
            ? await terminal.ComplainAsync("The database has not been migrated: run the command migrate first.")
            : await command.RunAsync(app, new Arguments(words.Skip(1)), terminal));

    public static Task<int> RunAsync(OfflineCommand command, string[] words)
    {
        SpeakTheLanguageOfTheTerminal();
        return RunAsync(command, terminal => command.RunAsync(new Arguments(words.Skip(1)), terminal));
    }

    private static async Task<int> RunAsync(Command command, Func<Terminal, Task<int>> run)
    {
        var terminal = Terminal.Console;
        try
        {
            return await run(terminal);
        }
        catch (UsageException mistake)
        {
            return await terminal.ComplainAsync($"{mistake.Message}\nusage: {command.Name} {command.Usage}", exitCode: 2);
        }
        catch (Exception exception) when (InPlainWords(exception) is { } plain)
        {
            return await terminal.ComplainAsync(plain);
        }
    }

    private static async Task<bool> IsMigratedAsync(WebApplication app)
    {
        await using var schema = app.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select to_regclass('ledger.ledger_entry') is not null");
        return await schema.ExecuteScalarAsync() is true;
    }

    // What is wrong with the machine rather than with the program is said without a stack trace.
    private static string? InPlainWords(Exception exception) => exception switch
    {
        AddressInUseException taken => taken.Message,
        PrivateKeyException unusable => unusable.Message,
        HttpRequestException unreachable => $"The ledger does not answer: {unreachable.Message}",
        NpgsqlException { InnerException: SocketException or TimeoutException } unreachable => $"The database does not answer: {unreachable.Message}",
        { InnerException: { } inner } => InPlainWords(inner),
        _ => null,
    };

    private static void SpeakTheLanguageOfTheTerminal() =>
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = LanguageOf(CultureInfo.CurrentUICulture);

    private static CultureInfo LanguageOf(CultureInfo culture) => CultureInfo.GetCultureInfo(culture.Name switch
    {
        "zh-Hant" or "zh-TW" or "zh-HK" or "zh-MO" => "zh-Hant",
        ['z', 'h', ..] => "zh-Hans",
        _ => "en",
    });
}
