using Ledger.Api.Transparency;
using Ledger.Domain.Transparency;
using NodaTime;

namespace Ledger.Api.Cli;

/// <summary>A witness, for a zone, the audit office or anybody outside: looks at a ledger's log, and cosigns it if it only grew.</summary>
public sealed class WitnessCommand : OfflineCommand
{
    public override string Name => "witness";

    public override string Usage => "--state DIR --name NAME [(--ledger URL | --serve URL) --log KEY…]";

    public override string Summary =>
        """
        Looks once at the log of a ledger, cosigns its checkpoint if nothing of what was seen before has changed, and hands the
              cosignature in. DIR keeps the witness's own key and what it saw last; KEY is the log's public key, got from somewhere else
              than the ledger itself. With --serve it stays, and logs bring their checkpoints themselves (POST /add-checkpoint, C2SP
              tlog-witness). Without either it prints the witness's public key, made at the first time.
              Exit codes: 0 cosigned, 3 the log shrank, 4 its history is another one, 5 not signed with a key given, 6 cosigned but not taken.
        """;

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal)
    {
        var (directory, name) = (arguments.Needed("--state"), arguments.Needed("--name"));
        var (ledger, serve) = (arguments.Option("--ledger"), arguments.Option("--serve"));
        var logs = new List<NoteKey>();
        while (arguments.Option("--log") is { } text)
            logs.Add(NoteKey.TryParse(text, out var key) && key.Kind == NoteKeyKind.Log ? key : throw new UsageException($"{text} is no key of a log."));
        arguments.End();
        if (ledger is not null && serve is not null)
            throw new UsageException("A witness either looks, with --ledger, or is asked, with --serve.");
        if ((ledger ?? serve) is null == logs.Count > 0)
            throw new UsageException("--ledger or --serve, and --log, belong together.");

        var state = new WitnessState(directory);
        var signer = state.OpenKey(name);
        if (serve is not null)
            return await ServeAsync(serve, state, signer, new Witness(logs), terminal);
        if (ledger is null)
            return await SayAsync(terminal, $"{signer.Key}");
        if (!Uri.TryCreate(ledger.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new UsageException($"{ledger} is no address of a ledger.");
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 1024 * 1024 };
        var sight = await new WitnessRound(http, state, signer, new Witness(logs), SystemClock.Instance).LookAsync(CancellationToken.None);
        return sight.ExitCode == 0
            ? await SayAsync(terminal, sight.Text)
            : await terminal.ComplainAsync(sight.Text, sight.ExitCode);
    }

    private static async Task<int> ServeAsync(string address, WitnessState state, NoteSigner signer, Witness witness, Terminal terminal)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not "http")
            throw new UsageException($"{address} is no address to answer at: it is http://HOST:PORT, and TLS is for a proxy in front.");
        var server = new WitnessServer(state, signer, witness, SystemClock.Instance, terminal.Output.WriteLine);
        await using var app = await server.StartAsync(address);
        await terminal.SayAsync($"{signer.Key.Name} takes checkpoints at {WitnessServer.AddressOf(app)}; in the ledger's policy:\nwitness NAME {signer.Key} {WitnessServer.AddressOf(app)}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> SayAsync(Terminal terminal, string text)
    {
        await terminal.SayAsync(text);
        return 0;
    }
}
