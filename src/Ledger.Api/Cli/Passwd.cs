using Ledger.Api.Access;
using Ledger.Api.Web;
using Ledger.Domain;

namespace Ledger.Api.Cli;

/// <summary>For whoever runs the machine, when no administrator can sign in any more.</summary>
public sealed class Passwd : LedgerCommand
{
    public override string Name => "passwd";

    public override string Usage => "USER";

    public override string Summary => "Sets an officer's password, read from standard input.";

    public override async Task<int> RunAsync(WebApplication app, Arguments arguments, Terminal terminal)
    {
        var user = arguments.Next("USER");
        arguments.End();
        var texts = app.Services.GetRequiredService<ITexts>();
        if (await app.Services.GetRequiredService<Officers>().FindAsync(user, CancellationToken.None) is null)
            return await terminal.ComplainAsync(Refusal.Of(RefusalKind.NotFound, "officer-unknown", user), texts);

        var password = terminal.ReadPassword();
        if (AccessEndpoints.PasswordRequest.Check(password) is { } weak)
            return await terminal.ComplainAsync(weak, texts);
        await app.Services.GetRequiredService<Credentials>().SetAsync(user, password, sample: false, CancellationToken.None);
        return 0;
    }
}
