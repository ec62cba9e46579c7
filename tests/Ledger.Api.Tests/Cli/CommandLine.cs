using System.Diagnostics;

namespace Ledger.Api.Tests.Cli;

/// <summary>The program itself, started as a person would at a terminal.</summary>
public static class CommandLine
{
    public static async Task<Ending> RunAsync(string database, string[] arguments, string input = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Api.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LEDGER_DATABASE"] = database;
        start.Environment["LANG"] = "en_GB.UTF-8";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Ending(process.ExitCode, await output, await errors);
    }
}
