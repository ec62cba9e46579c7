using System.Text.Json.Nodes;

namespace Ledger.Api.Tests.Assessment;

/// <summary>What happens over HTTP where a year does not go straight through: too few vote, an appeal fails, the committee votes again.</summary>
public class DecidingAYear(AssessmentHost host) : IClassFixture<AssessmentHost>
{
    [Fact]
    public async Task A_zone_that_is_scored_and_not_ranked_has_a_score_and_no_place()
    {
        const string At = "/api/assessments/2022";
        using var secretary = await host.AsAsync("stb");
        object Opening(params object[] unranked) => new
        {
            scheme = "xlg-htz-annual", version = 1, members = AssessmentHost.Members, chair = "chair", quorum = 2, on = "2023-02-01", unranked,
        };
        (await secretary.PostAsync($"{At}/open", Opening(
                new { zone = "NOWHERE", reason = "新設" }, new { zone = "DLN", reason = "" }, new { zone = "DLN", reason = "機構調整" })))
            .Faulty(422, "request-at-fault",
                ("/unranked/0/zone", "zone-unknown"), ("/unranked/1/reason", "text-required"), ("/unranked/2/zone", "zone-unranked-twice"));
        (await secretary.PostAsync($"{At}/open", Opening(new { zone = "DLN", reason = "機構調整" }))).Receipt().Events.ShouldBe(1);
        (await secretary.PostAsync($"{At}/open", Opening(new { zone = "DLN", reason = "機構調整" }))).Receipt().Events.ShouldBe(0);
        (await secretary.PostAsync($"{At}/open", Opening())).Refused(409, "assessment-open");
        (await secretary.AskAsync(At)).Ok().Json["unranked"]!.AsArray().Select(zone => ((string)zone!["zone"]!, (string)zone["reason"]!))
            .ShouldBe([("DLN", "機構調整")]);

        await host.DeclareAndFreezeAsync(2022);
        await host.VoteOnEverythingAsync(2022);
        using var chair = await host.AsAsync("chair");
        (await chair.PostAsync($"{At}/close-voting", new { on = "2023-02-20" })).Ok();
        var zones = (await chair.AskAsync($"{At}/draft")).Ok().Json["content"]!["zones"]!.AsArray().ToDictionary(zone => (string)zone!["zone"]!);
        zones["DLN"]!["final"].ShouldNotBeNull();
        zones["DLN"]!["grade"].ShouldNotBeNull();
        (zones["DLN"]!["place"], zones["DLN"]!["trackPlace"]).ShouldBe((null, null));
        zones.Values.Count(zone => zone!["place"] is not null).ShouldBe(4);
    }

    [Fact]
    public async Task Whoever_ratifies_is_told_what_is_missing_and_a_dismissed_appeal_leaves_the_result_as_it_is()
    {
        const string At = "/api/assessments/2023";
        using var secretary = await host.AsAsync("stb");
        using var chair = await host.AsAsync("chair");
        using var zone = await host.AsAsync("dln");
        await host.OpenToVoteAsync(2023);
        await host.VoteOnEverythingAsync(2023, "2024-02-15", "member-1", "member-2");
        (await chair.PostAsync($"{At}/close-voting", new { on = "2024-02-20" })).Ok();
        var pending = (await chair.PostAsync($"{At}/ratify", new { minutes = "會議紀要", on = "2024-03-01" })).Refused(409, "result-pending").Detail;
        foreach (var missing in new[] { "DLN/E1", "XLHT/E3" })
            pending.ShouldContain(missing);
        (await chair.PostAsync($"{At}/reopen", new { reason = "票數不足", on = "2024-03-01" })).Ok();
        await host.VoteOnEverythingAsync(2023, "2024-03-02", "member-3");
        (await chair.PostAsync($"{At}/close-voting", new { on = "2024-03-03" })).Ok();
        (await chair.PostAsync($"{At}/ratify", new { minutes = "會議紀要", present = new[] { "member-1" }, on = "2024-03-08" }))
            .Refused(409, "quorum-missing").Detail.ShouldBe("1 members are present and 2 are needed; 1 more.");
        (await chair.PostAsync($"{At}/ratify", new { minutes = "會議紀要", on = "2024-03-08" })).Ok();
        (await secretary.PostAsync($"{At}/publish", new { on = "2024-03-18" })).Ok();

        (await zone.PostAsync($"{At}/appeals", new { zone = "DLN", cells = new[] { "B4" }, grounds = "基數過小", on = "2024-03-19" })).Ok();
        (await zone.PostAsync($"{At}/appeals/1/decide", new { outcome = "dismissed", reason = "無", on = "2024-03-20" })).Refused(403, "not-allowed");
        (await chair.PostAsync(
                $"{At}/appeals/1/decide",
                new { outcome = "dismissed", reason = "依據不足", remedy = new { liftAdjustments = new[] { 1 } }, on = "2024-03-20" }))
            .Faulty(422, "request-at-fault",
                ("/remedy", "remedy-not-for-dismissal"), ("/remedy/liftAdjustments/0", "adjustment-unknown"));
        var dismissed = new { outcome = "dismissed", reason = "依據不足", on = "2024-03-20" };
        (await chair.PostAsync($"{At}/appeals/1/decide", dismissed)).Receipt().Events.ShouldBe(1);
        (await chair.PostAsync($"{At}/appeals/1/decide", dismissed)).Receipt().Events.ShouldBe(0);
        var head = (await chair.AskAsync(At)).Position;
        (await chair.PostAsync($"{At}/appeals/1/decide", new { outcome = "upheld", reason = "理由成立", remedy = new { position = head } }))
            .Refused(409, "appeal-decided");
        var appeal = (await zone.AskAsync($"{At}/appeals/1")).Ok().Json;
        ((int?)appeal["before"], (int?)appeal["after"], appeal["difference"]).ShouldBe((1, null, null));
        (appeal["appeal"]!["decision"]!["upheld"]!.GetValue<bool>(), (string)appeal["appeal"]!["decision"]!["reason"]!).ShouldBe((false, "依據不足"));
        (await zone.AskAsync(At)).Ok().Json["editions"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_member_who_votes_again_after_a_reopening_is_counted_anew_and_the_past_stays_readable()
    {
        const string At = "/api/assessments/2024";
        using var chair = await host.AsAsync("chair");
        using var member = await host.AsAsync("member-1");
        await host.OpenToVoteAsync(2024);
        await host.VoteOnEverythingAsync(2024);
        (await chair.PostAsync($"{At}/close-voting", new { on = "2025-02-20" })).Ok();
        (await chair.PostAsync($"{At}/ratify", new { minutes = "會議紀要", on = "2025-03-08" })).Ok();
        (await chair.PostAsync($"{At}/reopen", new { reason = "證據材料補正", to = "voting", on = "2025-03-09" })).Ok();

        var anew = new { level = 2, reason = "復核後下調", evidence = host.Evidence, on = "2025-03-10" };
        var cast = (await member.PutAsync($"{At}/ballots/DLN/E1", anew)).Receipt().Position;
        (await BallotAsync(chair, At)).ShouldBe((4m, "現場核查"));
        (await chair.AskAsync(At)).Ok().Text.ShouldNotContain(anew.reason);
        var own = (await member.AskAsync($"{At}/ballots")).Ok().Json.AsArray()
            .Single(ballot => (string)ballot!["zone"]! == "DLN" && (string)ballot["criterion"]! == "E1")!;
        (own["level"]!.GetValue<decimal>(), own["isSealed"]!.GetValue<bool>()).ShouldBe((2m, true));

        (await chair.PostAsync($"{At}/close-voting", new { on = "2025-03-11" })).Ok();
        (await BallotAsync(chair, At)).ShouldBe((2m, anew.reason));
        (await BallotAsync(chair, $"{At}?asOf=@{cast}")).ShouldBe((4m, "現場核查"));
        (await chair.PostAsync($"{At}/ratify", new { minutes = "會議紀要", on = "2025-03-12" })).Ok();
        (await LevelAsync(chair, $"{At}/scorecards?edition=1")).ShouldBe(4);
        (await LevelAsync(chair, $"{At}/scorecards?edition=2")).ShouldBe(2);
    }

    [Fact]
    public async Task A_ballot_refers_to_a_kept_paper_a_notice_a_cell_of_one_or_a_figure()
    {
        using var secretary = await host.AsAsync("stb");
        (await secretary.PostAsync("/api/notices/2022-Q3/issue", new { on = "2022-10-25" })).Ok();
        var notice = (await secretary.AskAsync("/api/notices/2022-Q3/1")).Ok().Json;
        var cell = (string)notice["cells"]! + (string)notice["content"]!["timeProgress"]!["id"]!;
        await host.OpenToVoteAsync(2025);
        using var member = await host.AsAsync("member-3");
        Task<Answer> Cast(params string[] evidence) => member.PutAsync(
            "/api/assessments/2025/ballots/DLN/E1", new { level = 5, reason = "現場核查", evidence, on = "2026-02-15" });
        (await Cast(host.Evidence[0], "notice/2022-Q3/1", cell, "figure/DLN/op_revenue/2023-Q3")).Receipt().Events.ShouldBe(1);
        (await Cast()).Faulty(422, "request-at-fault", ("/evidence", "evidence-missing"));
        (await Cast(new string('0', 64), "notice/2022-Q3/2", $"{cell}x", "figure/DLN/op_revenue/2025-Q3", "figure/DLN", "hearsay"))
            .Faulty(422, "request-at-fault", [
                ("/evidence/0", "evidence-unknown"),
                .. Enumerable.Range(1, 5).Select(index => ($"/evidence/{index}", "reference-unknown")),
            ]);
    }

    private static async Task<(decimal Level, string Reason)> BallotAsync(HttpClient reader, string year)
    {
        var ballot = (await reader.AskAsync(year)).Ok().Json["voting"]!["ballots"]!.AsArray().Single(IsIt)!;
        return (ballot["level"]!.GetValue<decimal>(), (string)ballot["reason"]!);
    }

    private static async Task<decimal> LevelAsync(HttpClient reader, string result) =>
        (await reader.AskAsync(result)).Ok().Json["content"]!["basis"]!["ballots"]!.AsArray().Single(IsIt)!["level"]!.GetValue<decimal>();

    private static bool IsIt(JsonNode? ballot) =>
        ((string)ballot!["member"]!, (string)ballot["zone"]!, (string)ballot["criterion"]!) == ("member-1", "DLN", "E1");
}
