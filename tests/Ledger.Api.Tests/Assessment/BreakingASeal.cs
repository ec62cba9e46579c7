using Ledger.Api.Access;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace Ledger.Api.Tests.Assessment;

/// <summary>A ballot that whoever operates the database tampers with is not counted: voting is not closed over it.</summary>
public class BreakingASeal(BreakingASeal.Host host) : IClassFixture<BreakingASeal.Host>
{
    private const string At = "/api/assessments/2022";

    [Fact]
    public async Task Closing_refuses_a_ballot_that_was_damaged_in_the_database()
    {
        await host.OpenToVoteAsync(2022);
        await host.VoteOnEverythingAsync(2022);
        await DamageAsync();

        // A program that starts now has nothing in its memory but what the database says.
        await using var started = new Started(host);
        await started.InitializeAsync();
        using var member = await started.AsAsync("member-2");
        (await member.AskAsync($"{At}/ballots")).Refused(409, "ballot-broken");
        using var chair = await started.AsAsync("chair");
        var refused = (await chair.PostAsync($"{At}/close-voting", new { on = "2023-02-20" })).Refused(409, "ballot-broken");
        foreach (var whose in new[] { "member-2", "SNT", "E2" })
            refused.Detail.ShouldContain(whose);
        (await chair.AskAsync(At)).Ok().Json["phase"]!.GetValue<string>().ShouldBe("voting");
    }

    /// <summary>As the superuser, past everything that guards the events: one letter of one sealed ballot.</summary>
    private async Task DamageAsync()
    {
        await using var database = new NpgsqlConnection(TestDatabase.AsSuperuser(host.Database));
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            set session_replication_role = replica;
            update ledger.mt_events
               set data = jsonb_set(data, '{sealed}', to_jsonb(overlay(data->>'sealed' placing
                          case substr(data->>'sealed', 200, 1) when 'A' then 'B' else 'A' end from 200 for 1)))
             where type = 'ballot_sealed' and data->>'member' = 'member-2' and data->>'zone' = 'SNT' and data->>'criterion' = 'E2'
            """,
            database);
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    /// <summary>A ledger whose keys outlive the program.</summary>
    public sealed class Host : AssessmentHost
    {
        public string Keys { get; } = Directory.CreateTempSubdirectory("ledger-keys-").FullName;

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(Keys, recursive: true);
            GC.SuppressFinalize(this);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(AccessModule.KeysDirectory, Keys);
        }
    }

    /// <summary>The program again, on the ledger as it is.</summary>
    private sealed class Started(Host before) : LedgerHost
    {
        public override async ValueTask InitializeAsync() => await StartAsync(before.Database);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(AccessModule.KeysDirectory, before.Keys);
        }
    }
}
