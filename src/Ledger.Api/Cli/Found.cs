using Ledger.Api.Access;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Domain.Access;

namespace Ledger.Api.Cli;

/// <summary>How a new ledger gets its first officer, who then appoints all others in the ordinary way.</summary>
public sealed class Found : LedgerCommand
{
    public override string Name => "found";

    public override string Usage => "USER --name NAME --organisation CODE";

    public override string Summary =>
        "Appoints the first administrator of a ledger that has none; the password is read from standard input.";

    public override async Task<int> RunAsync(WebApplication app, Arguments arguments, Terminal terminal)
    {
        var command = new AppointFirstAdministrator(arguments.Next("USER"), arguments.Needed("--name"), arguments.Needed("--organisation"));
        arguments.End();
        var texts = app.Services.GetRequiredService<ITexts>();
        var password = terminal.ReadPassword();
        if (AccessEndpoints.PasswordRequest.Check(password) is { } weak)
            return await terminal.ComplainAsync(weak, texts);

        var administrators = (await app.Services.GetRequiredService<Officers>().AllAsync(position: null, CancellationToken.None))
            .Count(standing => standing.Officer is { IsAppointed: true, Role: Role.Administrator });
        var result = await app.Services.GetRequiredService<LedgerWriter>().WriteAsync(
            Officer.Stream(command.User),
            state => command.Decide(state, administrators, app.Services.GetRequiredService<Today>().Date),
            new WriteContext(command.Actor),
            CancellationToken.None);
        if (result is WriteResult.Refused(var refusal))
            return await terminal.ComplainAsync(refusal, texts);

        await app.Services.GetRequiredService<Credentials>().SetAsync(command.User, password, sample: false, CancellationToken.None);
        await terminal.SayAsync($"{command.User} is the administrator of this ledger.");
        return 0;
    }
}
