using Ledger.Api.Store;

namespace Ledger.Api.Cli;

public sealed class Serve : LedgerCommand
{
    public override string Name => "serve";

    public override string Usage => "[--urls URL;…]";

    public override string Summary => "Answers requests until it is stopped. What is done when no command is named.";

    public override Purpose Purpose => Purpose.Serve;

    public override async Task<int> RunAsync(WebApplication app, Arguments arguments, Terminal terminal)
    {
        await app.RunAsync();
        return 0;
    }
}
