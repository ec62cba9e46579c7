using System.Diagnostics;

namespace Ledger.Api.Tests.Ops;

/// <summary>A script of <c>ops/</c>, run as a person would.</summary>
public static class Shell
{
    public static async Task<Ending> RunAsync(string script, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(TestDatabase.Repository, "ops", script), arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("LEDGER_DATABASE");
        start.Environment.Remove("LEDGER_OWNER_DATABASE");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ending(process.ExitCode, await output, await errors);
    }
}
