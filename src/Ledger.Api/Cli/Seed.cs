using System.Security.Cryptography;
using Ledger.Api.Sample;

namespace Ledger.Api.Cli;

/// <summary>Loads the sample ledger, or goes on with it where it was interrupted.</summary>
public sealed class Seed : LedgerCommand
{
    // No letter or digit that is taken for another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public override string Name => "seed";

    public override string Usage => "--password-file FILE [--if-empty]";

    public override string Summary =>
        """
        Loads the sample ledger into an empty one. Its officers' password is the one in the file, or is made and written there.
              --if-empty: where there is a ledger already, nothing is done, and that is no error.
        """;

    /// <summary>The sample's ballots are sealed.</summary>
    public override bool KeepsKeys => true;

    public override async Task<int> RunAsync(WebApplication app, Arguments arguments, Terminal terminal)
    {
        var file = arguments.Needed("--password-file");
        var ifEmpty = arguments.Flag("--if-empty");
        arguments.End();

        var sample = app.Services.GetRequiredService<SampleLedger>();
        if (!await sample.IsWantedAsync(CancellationToken.None))
            return ifEmpty ? 0 : await terminal.ComplainAsync("There is a ledger already; the sample is loaded into an empty one only.");

        await terminal.SayAsync("Loading the sample ledger: invented figures of five zones, 2021 to 2025 …");
        await app.StartAsync();
        await sample.LoadAsync(Password(file), app.Lifetime.ApplicationStopping);
        await app.StopAsync();
        return 0;
    }

    /// <summary>Only the file's owner may read it; it is there before anybody has the password.</summary>
    private static string Password(string file)
    {
        if (File.Exists(file))
            return File.ReadAllText(file).Trim();
        var password = string.Join('-', RandomNumberGenerator.GetString(Letters, 16).Chunk(4).Select(part => new string(part)));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(new FileStream(file, options));
        writer.WriteLine(password);
        return password;
    }
}
