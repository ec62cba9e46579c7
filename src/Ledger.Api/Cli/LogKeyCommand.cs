using Ledger.Api.Access;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Api.Web;
using Ledger.Domain;

namespace Ledger.Api.Cli;

/// <summary>Shows the keys that sign the log, or brings another one into force. A change of key is in the ledger, with who made it.</summary>
public sealed class LogKeyCommand : LedgerCommand
{
    public override string Name => "log-key";

    public override string Usage => "[replace --officer USER --reason TEXT]";

    public override string Summary =>
        "Prints the public keys the log was signed with, the one in force last; or replaces it in the name of an administrator.";

    public override async Task<int> RunAsync(WebApplication app, Arguments arguments, Terminal terminal)
    {
        var keys = app.Services.GetRequiredService<LogKeys>();
        var replaces = arguments.Flag("replace");
        var (user, reason) = replaces ? (arguments.Needed("--officer"), arguments.Needed("--reason")) : ("", "");
        arguments.End();
        if (replaces && await ReplaceAsync(app, keys, user, reason) is { } refusal)
            return await terminal.ComplainAsync(refusal, app.Services.GetRequiredService<ITexts>());

        foreach (var key in (await keys.HistoryAsync(position: null, CancellationToken.None)).Keys)
            await terminal.SayAsync($"{key.Key}");
        return 0;
    }

    private static async Task<Refusal?> ReplaceAsync(WebApplication app, LogKeys keys, string user, string reason)
    {
        if (await app.Services.GetRequiredService<Officers>().FindAsync(user, CancellationToken.None) is not { } officer)
            return Refusal.Of(RefusalKind.NotFound, "officer-unknown", user);
        if (await keys.ReplaceAsync(officer.Actor, reason, on: null, CancellationToken.None) is WriteResult.Refused(var refusal))
            return refusal;
        // Signed by both keys, at once: whoever trusts the old one is led to the new.
        await app.Services.GetRequiredService<Checkpoints>().NowAsync(CancellationToken.None);
        return null;
    }
}
