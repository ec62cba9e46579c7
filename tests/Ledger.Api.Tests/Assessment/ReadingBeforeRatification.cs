using Ledger.Domain.Access;

namespace Ledger.Api.Tests.Assessment;

/// <summary>Until a result is ratified it is the committee's; from then on everybody in office reads it and its past.</summary>
public class ReadingBeforeRatification(AssessmentHost host) : IClassFixture<AssessmentHost>
{
    private const string At = "/api/assessments/2022";

    private static readonly string[] Material = ["/draft", "/scorecards", "/scorecards/DLN", "/robustness"];

    [Fact]
    public async Task A_result_is_the_committees_until_it_is_ratified_and_its_reopened_draft_is_again()
    {
        await host.AppointAsync("member-9", "STB", Role.Member);
        using var zone = await host.AsAsync("dln");
        using var stranger = await host.AsAsync("member-9");
        using var secretary = await host.AsAsync("stb");
        using var chair = await host.AsAsync("chair");
        await host.OpenToVoteAsync(2022);
        await host.VoteOnEverythingAsync(2022);
        var closed = (await chair.PostAsync($"{At}/close-voting", new { on = "2023-02-20" })).Receipt().Position;

        // Neither are its entries told word for word; others are.
        (await zone.AskAsync($"/api/log/entries?from={closed}&to={closed + 1}")).Refused(403, "not-allowed");
        (await zone.AskAsync("/api/log/proof/history?stream=assessment/2022")).Refused(403, "not-allowed");
        (await stranger.AskAsync($"/api/log/entries?from={closed}")).Refused(403, "not-a-member");
        (await zone.AskAsync("/api/log/entries?from=0&to=3")).Ok();

        foreach (var part in Material)
        {
            (await zone.AskAsync(At + part)).Refused(403, "not-allowed").Detail.ShouldContain("secretary");
            (await stranger.AskAsync(At + part)).Refused(403, "not-a-member");
        }

        using var administrator = await host.AsAsync("admin");
        (await administrator.AskAsync($"{At}/draft")).Refused(403, "not-allowed");
        (await zone.PostAsync($"{At}/what-if", new { })).Refused(403, "not-allowed");
        foreach (var officer in new[] { "member-1", "chair", "stb", "stat", "auditor" })
        {
            using var reader = await host.AsAsync(officer);
            foreach (var part in Material)
                (await reader.AskAsync(At + part)).Ok();
            (await reader.PostAsync($"{At}/what-if", new { })).Ok();
            (await BallotsAsync(reader, At)).ShouldBe(45);
        }

        (await BallotsAsync(zone, At)).ShouldBe(0);
        (await BallotsAsync(stranger, At)).ShouldBe(0);

        var ratified = (await chair.PostAsync($"{At}/ratify", new { minutes = "會議紀要", on = "2023-03-08" }))
            .Receipt().Position;
        (await zone.AskAsync(At)).Ok().Json["editions"]![0]!["ratification"]!["present"]!.AsArray().Select(member => (string)member!)
            .ShouldBe(AssessmentHost.Members);
        foreach (var part in Material)
        {
            (await zone.AskAsync(At + part)).Ok();
            (await zone.AskAsync($"{At}{part}?asOf=@{closed}")).Ok();
        }

        (await BallotsAsync(zone, At)).ShouldBe(45);
        (await zone.AskAsync($"/api/log/entries?from={closed}&to={closed + 1}")).Ok().Text.ShouldContain("voting_closed");
        (await zone.PostAsync($"{At}/what-if", new { })).Ok();
        // A moment is always answered alike.
        (await BallotsAsync(zone, $"{At}?asOf=@{closed}")).ShouldBe(0);

        (await chair.PostAsync($"{At}/reopen", new { to = "voting", reason = "補充材料", on = "2023-03-09" })).Ok();
        (await zone.AskAsync($"{At}/draft")).Refused(403, "not-allowed");
        (await secretary.AskAsync($"{At}/draft")).Ok();
        (await zone.AskAsync($"{At}/draft?asOf=@{ratified}")).Ok();
        (await zone.AskAsync($"{At}/scorecards")).Ok().Json["edition"]!.GetValue<int>().ShouldBe(1);
        (await zone.AskAsync($"{At}/scorecards/DLN?edition=1")).Ok();
    }

    [Fact]
    public async Task A_member_declares_their_interest_before_seeing_a_zone()
    {
        const string Year = "/api/assessments/2023";
        using var secretary = await host.AsAsync("stb");
        (await secretary.PostAsync($"{Year}/open", new
        {
            scheme = "xlg-htz-annual", version = 1, members = AssessmentHost.Members, chair = "chair", quorum = 2, on = "2024-02-01",
        })).Ok();
        using var member = await host.AsAsync("member-2");
        (await member.AskAsync($"{Year}/draft")).Refused(409, "interest-undeclared").Detail.ShouldContain("DLN");
        (await member.AskAsync($"{Year}/scorecards/DLN")).Refused(409, "interest-undeclared");
        (await member.PostAsync($"{Year}/declarations", new { zone = "DLN", interest = "conflict", text = "親屬任職", on = "2024-02-05" })).Ok();
        (await member.AskAsync($"{Year}/scorecards/DLN")).Refused(409, "figures-not-frozen");
        (await member.AskAsync($"{Year}/scorecards/SNT")).Refused(409, "interest-undeclared");
        (await member.PostAsync($"{Year}/what-if", new { })).Refused(409, "interest-undeclared").Detail.ShouldNotContain("DLN");
        using var chair = await host.AsAsync("chair");
        (await chair.AskAsync($"{Year}/draft")).Refused(409, "figures-not-frozen");
    }

    private static async Task<int> BallotsAsync(HttpClient reader, string year) =>
        (await reader.AskAsync(year)).Ok().Json["voting"]!["ballots"]!.AsArray().Count;
}
