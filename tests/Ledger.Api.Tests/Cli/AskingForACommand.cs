namespace Ledger.Api.Tests.Cli;

public class AskingForACommand
{
    private static readonly (string, string) Keys = ("LEDGER_KEYS_DIR", Path.Combine(Path.GetTempPath(), "never-made"));

    [Fact]
    public async Task Prints_every_command_when_help_is_asked_for()
    {
        var ending = await CommandLine.RunAsync("", ["--help"]);

        ending.ExitCode.ShouldBe(0);
        foreach (var command in Api.Cli.Commands.All)
            ending.Output.ShouldContain($"  {command.Name}");
    }

    [Theory]
    [InlineData("There is no command 'frobnicate'.", "frobnicate")]
    [InlineData("LEDGER_DATABASE is not set", "passwd", "admin")]
    public async Task Says_what_is_wrong_with_the_call(string complaint, params string[] arguments)
    {
        var ending = await CommandLine.RunAsync("", arguments);

        ending.ExitCode.ShouldBe(2);
        ending.Errors.ShouldStartWith(complaint);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("seed", "--password-file", "/nowhere/password")]
    public async Task Puts_no_keys_into_a_place_that_nobody_named(params string[] arguments)
    {
        var ending = await CommandLine.RunAsync("Host=/nowhere;Username=x", arguments, "", ("LEDGER_KEYS_DIR", ""));

        ending.ExitCode.ShouldBe(2);
        ending.Errors.ShouldStartWith("LEDGER_KEYS_DIR is not set");
    }

    [Fact]
    public async Task Refuses_an_option_it_does_not_know()
    {
        var ending = await CommandLine.RunAsync(await TestDatabase.CreateAsync(), ["passwd", "admin", "--quickly"]);

        ending.ShouldBe(new Ending(2, "", "'--quickly' is not known here.\nusage: passwd USER\n"));
    }

    [Fact]
    public async Task Says_in_plain_words_that_the_database_does_not_answer_or_is_not_migrated()
    {
        (await CommandLine.RunAsync("Host=/nowhere;Username=x", ["serve"], "", Keys)).Errors.ShouldStartWith("The database does not answer: ");
        var bare = new Npgsql.NpgsqlConnectionStringBuilder(TestDatabase.AsSuperuser(await TestDatabase.CreateAsync())) { Database = "template1" };
        (await CommandLine.RunAsync(bare.ConnectionString, ["serve"], "", Keys)).Errors.ShouldStartWith("The database has not been migrated");
    }
}
