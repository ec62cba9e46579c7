using Ledger.Api.Access;
using Ledger.Domain.Access;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Cli;

public class FoundingALedger
{
    private static readonly string[] Found = ["found", "first", "--name", "The First", "--organisation", "XLA"];

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Appoints_one_administrator_who_can_sign_in_and_no_second_one()
    {
        var database = await TestDatabase.CreateAsync();

        (await CommandLine.RunAsync(database, Found, "short\n")).Errors.ShouldContain("at least 12 characters");
        (await CommandLine.RunAsync(database, Found, "a password of its own\n")).ShouldBe(
            new Ending(0, "first is the administrator of this ledger.\n", ""));
        (await CommandLine.RunAsync(database, ["found", "second", "--name", "X", "--organisation", "XLA"], "a password of its own\n")).ShouldBe(
            new Ending(1, "", "The ledger has an administrator already, who appoints all others.\n"));

        await using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(
            builder => builder.UseSetting("LEDGER_DATABASE", database));
        var signIn = host.Services.GetRequiredService<SignIn>();
        (await signIn.TryAsync("first", "a password of its own", cancellation))
            .ShouldBeOfType<SignInResult.SignedIn>().Officer.Role.ShouldBe(Role.Administrator);
        (await signIn.TryAsync("second", "a password of its own", cancellation)).ShouldBeOfType<SignInResult.Wrong>();
    }

    [Fact]
    public async Task Lets_whoever_runs_the_machine_set_a_lost_password_anew()
    {
        var database = await TestDatabase.CreateAsync();
        await CommandLine.RunAsync(database, Found, "a password of its own\n");

        (await CommandLine.RunAsync(database, ["passwd", "first"], "another password, then\n")).ExitCode.ShouldBe(0);
        (await CommandLine.RunAsync(database, ["passwd", "nobody"], "another password, then\n")).Errors.ShouldBe("There is no officer nobody.\n");

        await using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(
            builder => builder.UseSetting("LEDGER_DATABASE", database));
        var signIn = host.Services.GetRequiredService<SignIn>();
        (await signIn.TryAsync("first", "another password, then", cancellation)).ShouldBeOfType<SignInResult.SignedIn>();
        (await signIn.TryAsync("first", "a password of its own", cancellation)).ShouldBeOfType<SignInResult.Wrong>();
    }
}
