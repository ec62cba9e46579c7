using System.Globalization;
using Ledger.Api.Store;

namespace Ledger.Api.Cli;

public sealed class Rebuild : LedgerCommand
{
    public override string Name => "rebuild";

    public override string Summary =>
        "Makes the read models again from the events, and says whether they differ; while the ledger is being served or not.";

    public override async Task<int> RunAsync(WebApplication app, Arguments arguments, Terminal terminal)
    {
        arguments.End();
        foreach (var readModel in app.Services.GetServices<IRebuildable>())
        {
            var rebuilt = await readModel.RebuildAsync(CancellationToken.None);
            await terminal.SayAsync(string.Create(
                CultureInfo.InvariantCulture, $"{rebuilt.Name}: {rebuilt.Rows} rows, {(rebuilt.Changed ? "which differ from those before" : "the same as before")}."));
        }

        return 0;
    }
}
