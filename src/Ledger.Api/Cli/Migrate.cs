using Ledger.Api.Store;

namespace Ledger.Api.Cli;

public sealed class Migrate : LedgerCommand
{
    public override string Name => "migrate";

    public override string Summary => $"Brings the database's schema up to date, as its owner ({LedgerStore.OwnerDatabase}).";

    public override Purpose Purpose => Purpose.Migrate;

    public override async Task<int> RunAsync(WebApplication app, Arguments arguments, Terminal terminal)
    {
        arguments.End();
        await Migration.RunAsync(app, CancellationToken.None);
        return 0;
    }
}
