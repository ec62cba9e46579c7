using Ledger.Api.Transparency;
using Ledger.Domain.Transparency;
using NodaTime;

namespace Ledger.Api.Cli;

/// <summary>A witness, for a zone, the audit office or anybody outside: looks at a ledger's log, and cosigns it if it only grew.</summary>
public sealed class WitnessCommand : OfflineCommand
{
    public override string Name => "witness";

    public override string Usage => "--state DIR --name NAME [--ledger URL --log KEY…]";

    public override string Summary =>
        """
        Looks once at the log of a ledger, cosigns its checkpoint if nothing of what was seen before has changed, and hands the
              cosignature in. DIR keeps the witness's own key and what it saw last; KEY is the log's public key, got from somewhere else
              than the ledger itself. Without --ledger it prints the witness's public key, made at the first time.
              Exit codes: 0 cosigned, 3 the log shrank, 4 its history is another one, 5 not signed with a key given, 6 cosigned but not taken.
        """;

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal)
    {
        var (directory, name, ledger) = (arguments.Needed("--state"), arguments.Needed("--name"), arguments.Option("--ledger"));
        var logs = new List<NoteKey>();
        while (arguments.Option("--log") is { } text)
            logs.Add(NoteKey.TryParse(text, out var key) && key.Kind == NoteKeyKind.Log ? key : throw new UsageException($"{text} is no key of a log."));
        arguments.End();
        if (ledger is null == logs.Count > 0)
            throw new UsageException("--ledger and --log belong together.");

        var state = new WitnessState(directory);
        var signer = state.OpenKey(name);
        if (ledger is null)
        {
            await terminal.SayAsync($"{signer.Key}");
            return 0;
        }

        if (!Uri.TryCreate(ledger.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new UsageException($"{ledger} is no address of a ledger.");
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 1024 * 1024 };
        var sight = await new WitnessRound(http, state, signer, new Witness(logs), SystemClock.Instance).LookAsync(CancellationToken.None);
        return sight.ExitCode == 0
            ? await SayAsync(terminal, sight.Text)
            : await terminal.ComplainAsync(sight.Text, sight.ExitCode);
    }

    private static async Task<int> SayAsync(Terminal terminal, string text)
    {
        await terminal.SayAsync(text);
        return 0;
    }
}
