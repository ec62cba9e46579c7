using System.Text.RegularExpressions;
using Ledger.Domain.Assessment.Schemes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Assessment;

/// <summary>Before voting is closed nobody reads a ballot but whoever cast it, by whatever way they try.</summary>
public partial class KeepingBallotsSealed(KeepingBallotsSealed.Host host) : IClassFixture<KeepingBallotsSealed.Host>
{
    private const string At = "/api/assessments/2022";
    private const string Reason = "told-to-nobody";

    /// <summary>The level voted: like no other number in the ledger.</summary>
    private const decimal Level = 4.8125m;

    [Fact]
    public async Task No_route_tells_a_sealed_ballot_and_closing_tells_it()
    {
        await host.OpenToVoteAsync(2022);
        using var member = await host.AsAsync("member-1");
        var before = (await member.AskAsync(At)).Position;
        var addresses = EveryAddress.Of(host.Services.GetRequiredService<EndpointDataSource>());
        foreach (var known in new[] { "/assessments/2022/scoring/DLN", $"{At}/draft", "/api/explain/scorecard.2022.draft.DLN.E1", "/programme" })
            addresses.ShouldContain(known);
        var others = new Dictionary<string, (HttpClient Client, Dictionary<string, int> Told)>();
        foreach (var officer in new[] { "member-2", "chair", "stb", "auditor", "admin" })
        {
            others[officer] = (await SignedInAsync(officer), []);
            foreach (var address in addresses)
                others[officer].Told[address] = await LevelsToldAsync(others[officer].Client, address);
        }

        var key = ("Idempotency-Key", "one-of-my-own");
        var ballot = new { level = Level, reason = Reason, evidence = host.Evidence, on = "2023-02-15" };
        (await member.PutAsync($"{At}/ballots/DLN/E1", ballot with { level = 3 }, key)).Receipt().Events.ShouldBe(1);
        var cast = (await member.PutAsync($"{At}/ballots/DLN/E1", ballot, key)).Receipt();
        (await member.PutAsync($"{At}/ballots/DLN/E1", ballot)).Receipt().Events.ShouldBe(0);

        // What is said after casting says the level no more often than what was said before, where the scheme itself lists it.
        foreach (var (officer, (other, told)) in others)
        {
            foreach (var address in addresses)
                (await LevelsToldAsync(other, address)).ShouldBe(told[address], $"{officer} {address}");
            (await other.PostAsync($"{At}/what-if", new { })).Text.ShouldNotContain(Reason);
        }

        foreach (var address in addresses)
        {
            var (then, now) = ($"{address}?asOf=@{before}", $"{address}?asOf=@{cast.Position}");
            (await LevelsToldAsync(others["chair"].Client, now)).ShouldBe(await LevelsToldAsync(others["chair"].Client, then), now);
        }

        foreach (var stored in await StoredAsync())
            stored.ShouldNotContain(Reason);
        var own = (await member.AskAsync($"{At}/ballots")).Ok().Json.AsArray().ShouldHaveSingleItem()!;
        (own["reason"]!.GetValue<string>(), own["level"]!.GetValue<decimal>(), own["times"]!.GetValue<int>()).ShouldBe((Reason, Level, 2));
        (await member.PostAsync($"{At}/close-voting", new { on = "2023-02-20" })).Refused(403, "not-allowed");

        var chair = others["chair"].Client;
        (await chair.PostAsync($"{At}/close-voting", new { on = "2023-02-20" })).Ok();
        (await chair.AskAsync(At)).Ok().Text.ShouldContain(Reason);
        (await chair.AskAsync($"{At}?asOf=@{cast.Position}")).Ok().Text.ShouldNotContain(Reason);
        foreach (var (other, _) in others.Values)
            other.Dispose();
    }

    /// <summary>How often the answer says the level, as where it lists the scheme's levels.</summary>
    private static async Task<int> LevelsToldAsync(HttpClient reader, string address)
    {
        var answer = await reader.AskAsync(address);
        ((int)answer.Status).ShouldNotBe(500, $"{address}: {answer.Text}");
        answer.Text.ShouldNotContain(Reason, Case.Sensitive, address);
        return LevelTold().Count(answer.Text);
    }

    /// <summary>By token for the API and by cookie for pages.</summary>
    private async Task<HttpClient> SignedInAsync(string officer)
    {
        var client = await host.AsAsync(officer);
        var page = await client.AskAsync("/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Token().Match(page.Text).Groups["token"].Value,
            ["Form.User"] = officer,
            ["Form.Password"] = LedgerHost.Password,
        });
        using var answer = await client.PostAsync("/sign-in", form, TestContext.Current.CancellationToken);
        (await client.AskAsync("/programme")).Ok().Text.ShouldContain(officer);
        return client;
    }

    /// <summary>Every event and every kept key, as whoever operates the database reads them.</summary>
    private async Task<IReadOnlyList<string>> StoredAsync()
    {
        await using var database = new NpgsqlConnection(TestDatabase.AsSuperuser(host.Database));
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select e::text from ledger.mt_events e", database);
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var stored = new List<string>();
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
            stored.Add(row.GetString(0));
        stored.Count(text => text.Contains("ballot_sealed", StringComparison.Ordinal)).ShouldBe(2);
        return stored;
    }

    [GeneratedRegex(@"4\.8125", RegexOptions.None, 1000)]
    private static partial Regex LevelTold();

    [GeneratedRegex(@"name=""__RequestVerificationToken"" value=""(?<token>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    /// <summary>A ledger whose committee votes by a level that no other number looks like.</summary>
    public sealed class Host : AssessmentHost
    {
        protected override AssessmentScheme Scheme => base.Scheme with { Tree = Marked(base.Scheme.Tree) };

        private static SchemeNode Marked(SchemeNode node) => node with
        {
            Children = node.Children?.Select(Marked).ToList(),
            Rule = node.Rule?.Levels is not { } levels ? node.Rule : node.Rule with
            {
                Levels = [.. levels.Select(level => level.Level == 5 ? level with { Level = Level } : level)],
            },
        };
    }
}
