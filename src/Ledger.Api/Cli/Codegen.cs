using JasperFx;

namespace Ledger.Api.Cli;

/// <summary>The message handlers' code, written out so that nothing is compiled at start.</summary>
public sealed class Codegen : LedgerCommand
{
    public override string Name => "codegen";

    public override string Usage => "write | test | preview";

    public override string Summary => "Writes the message handlers' generated code into the source tree, or compares it.";

    public override Task<int> RunAsync(WebApplication app, Arguments arguments, Terminal terminal) =>
        app.RunJasperFxCommands([Name, arguments.Next("write, test or preview")]);
}
