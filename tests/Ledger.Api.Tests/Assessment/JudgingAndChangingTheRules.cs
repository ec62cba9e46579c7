using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Api.Tests.Assessment;

/// <summary>Who judges which zone, and what happens when the scheme changes while they do.</summary>
public class JudgingAndChangingTheRules(AssessmentHost host) : IClassFixture<AssessmentHost>
{
    [Fact]
    public async Task Who_declares_a_conflict_does_not_vote_on_the_zone()
    {
        await host.OpenToVoteAsync(2022);
        using var member = await host.AsAsync("member-1");
        (await member.PostAsync("/api/assessments/2022/declarations", new { zone = "DLN", interest = "conflict", text = "親屬任職", on = "2023-02-12" })).Ok();
        var ballot = new { level = 5, reason = "現場核查", evidence = host.Evidence, on = "2023-02-15" };
        (await member.PutAsync("/api/assessments/2022/ballots/DLN/E1", ballot)).Refused(403, "recused");
        (await member.PutAsync("/api/assessments/2022/ballots/SNT/E1", ballot)).Ok();
        using var other = await host.AsAsync("member-2");
        (await other.AskAsync("/api/assessments/2022")).Ok().Text.ShouldNotContain("親屬任職");
        using var stranger = await host.AsAsync("stat");
        (await stranger.PutAsync("/api/assessments/2022/ballots/SNT/E1", ballot)).Refused(403, "not-allowed");
    }

    [Fact]
    public async Task A_scheme_whose_year_has_begun_is_superseded_only_once_its_effect_was_confirmed()
    {
        await host.OpenToVoteAsync(2023);
        using var secretary = await host.AsAsync("stb");
        var scheme = PublishedPapers.Scheme with { Version = 2 };
        var effect = (await secretary.PostAsync("/api/schemes/effect", new { scheme, fromYear = 2023 })).Ok().Json;
        effect["zones"]!.AsArray().Count.ShouldBe(5);
        // It tells the result before it is ratified.
        using var zone = await host.AsAsync("dln");
        (await zone.PostAsync("/api/schemes/effect", new { scheme, fromYear = 2023 })).Refused(403, "not-allowed");
        var basis = new { documentNumber = (string?)null, date = "2024-02-20", organ = "錫林郭勒盟行政公署", note = (string?)null };
        object Adoption(string confirmed) => new
        {
            scheme, fromYear = 2023, basis, on = "2024-02-20", supersession = new { reason = "文字勘誤", confirmed },
        };
        (await secretary.PostAsync("/api/schemes", Adoption("no hash"))).Refused(409, "effect-not-confirmed");
        (await secretary.PostAsync("/api/schemes", Adoption(effect["hash"]!.GetValue<string>()))).Ok();
        (await secretary.AskAsync("/api/schemes")).Ok().Json[0]!["versions"]!.AsArray().Count.ShouldBe(2);
        var recorded = (await secretary.AskAsync("/api/schemes/xlg-htz-annual/versions/2")).Ok().Json;
        (recorded["reason"]!.GetValue<string>(), recorded["effect"]!.AsArray().Count).ShouldBe(("文字勘誤", 5));
        (await zone.AskAsync("/api/schemes/xlg-htz-annual/versions/2")).Ok().Json["effect"]!.AsArray().ShouldBeEmpty();
        (await zone.AskAsync("/api/schemes")).Ok().Json[0]!["versions"]![1]!["effect"]!.AsArray().ShouldBeEmpty();
        (await secretary.AskAsync("/api/schemes/xlg-htz-annual/versions/3")).Refused(404, "scheme-version-unknown");

        // Once a result is ratified, the scheme that made it can no longer be another for its year; any other scheme can.
        await host.VoteOnEverythingAsync(2023, "2024-02-21", AssessmentHost.Members);
        using var chair = await host.AsAsync("chair");
        (await chair.PostAsync("/api/assessments/2023/close-voting", new { on = "2024-02-22" })).Ok();
        (await chair.PostAsync("/api/assessments/2023/ratify", new { minutes = "會議紀要", on = "2024-03-08" })).Ok();
        async Task<Answer> AdoptAsync(AssessmentScheme changed)
        {
            var hash = (await secretary.PostAsync("/api/schemes/effect", new { scheme = changed, fromYear = 2023 })).Ok().Json["hash"];
            return await secretary.PostAsync("/api/schemes", new
            {
                scheme = changed, fromYear = 2023, basis, on = "2024-03-10", supersession = new { reason = "文字勘誤", confirmed = hash },
            });
        }

        (await AdoptAsync(scheme with { Version = 3 })).Refused(409, "year-ratified");
        (await AdoptAsync(scheme with { Id = "another", Version = 1 })).Ok();
    }
}
