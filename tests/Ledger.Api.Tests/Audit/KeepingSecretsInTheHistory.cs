using Ledger.Api.Audit;
using Ledger.Api.Tests.Assessment;

namespace Ledger.Api.Tests.Audit;

/// <summary>The history says no more of ballots and of conflicts of interest than the assessment's own pages.</summary>
public class KeepingSecretsInTheHistory(AssessmentHost host) : IClassFixture<AssessmentHost>
{
    private const string Events = "/api/audit/events";
    private const string Reason = "told-to-nobody";
    private const string Conflict = "an-aunt-of-mine";

    [Fact]
    public async Task Tells_of_a_ballot_that_it_was_cast_and_of_a_conflict_that_there_is_one()
    {
        await host.OpenToVoteAsync(2022);
        using var member = await host.AsAsync("member-1");
        (await member.PutAsync("/api/assessments/2022/ballots/DLN/E1", new { level = 5, reason = Reason, evidence = host.Evidence, on = "2023-02-15" })).Ok();
        var cast = (await member.AskAsync($"{Events}?limit=1")).Ok().Read<EventPage>().Events[0];
        (cast.Type, cast.Officer, cast.Zone, cast.IsWithheld).ShouldBe(("ballot_sealed", "member-1", "DLN", false));

        foreach (var (officer, isToldWho) in new[] { ("member-2", false), ("stat", false), ("dln", false), ("admin", false), ("stb", true), ("chair", true), ("auditor", true) })
        {
            using var other = await host.AsAsync(officer);
            var seen = (await other.AskAsync($"{Events}/{cast.Position}")).Ok().Read<WholeEvent>();
            seen.Text.ShouldBeNull(officer);
            (seen.Event.IsWithheld, seen.Event.Zone, seen.Event.LeafHash).ShouldBe((true, null, cast.LeafHash));
            seen.Event.Officer.ShouldBe(isToldWho ? "member-1" : null, officer);
            seen.Event.Sentence.ShouldNotContain("E1");
            foreach (var question in new[] { "zone=DLN&type=ballot_sealed", "text=E1&type=ballot_sealed", "text=member-1&type=ballot_sealed", "" })
            {
                var found = (await other.AskAsync($"{Events}?limit=500&{question}")).Ok().Read<EventPage>().Events;
                found.Any(one => one.Position == cast.Position).ShouldBe(question.Length == 0, $"{officer} {question}");
            }

            foreach (var question in new[] { "officer=member-1", "role=member" })
            {
                var found = (await other.AskAsync($"{Events}?type=ballot_sealed&period=2022&{question}")).Ok().Read<EventPage>().Events;
                found.Count.ShouldBe(isToldWho ? 1 : 0, $"{officer} {question}");
            }

            foreach (var format in new[] { "csv", "jsonl" })
            {
                var file = (await other.AskAsync($"{Events}/export?format={format}&type=ballot_sealed&period=2022")).Ok().Text;
                file.ShouldNotContain("E1", Case.Sensitive);
                file.ShouldNotContain("DLN");
                file.Contains("member-1", StringComparison.Ordinal).ShouldBe(isToldWho && format == "csv");
            }
        }
    }

    [Fact]
    public async Task Tells_opened_ballots_to_whoever_may_read_a_draft_and_to_all_once_the_result_is_ratified()
    {
        await host.OpenToVoteAsync(2023);
        await host.VoteOnEverythingAsync(2023);
        using var chair = await host.AsAsync("chair");
        var closed = (await chair.PostAsync("/api/assessments/2023/close-voting", new { on = "2024-02-20" })).Receipt().Position;
        using var reviewer = await host.AsAsync("stat");
        using var reporter = await host.AsAsync("dln");
        (await reviewer.AskAsync($"{Events}/{closed}")).Ok().Text.ShouldContain("現場核查");
        var hidden = (await reporter.AskAsync($"{Events}/{closed}")).Ok();
        (hidden.Read<WholeEvent>().Text, hidden.Read<WholeEvent>().Event.IsWithheld).ShouldBe((null, true));
        (await reporter.AskAsync($"{Events}?text=現場核查&type=voting_closed&from=@{closed}")).Ok().Read<EventPage>().Events.ShouldBeEmpty();

        (await chair.PostAsync("/api/assessments/2023/ratify", new
        {
            present = AssessmentHost.Members, minutes = "會議紀要〔2024〕2號", on = "2024-03-08",
        })).Ok();
        (await reporter.AskAsync($"{Events}/{closed}")).Ok().Text.ShouldContain("現場核查");
        (await reporter.AskAsync($"{Events}/{closed}?asOf=@{closed}")).Ok().Text.ShouldBe(hidden.Text);
    }

    [Fact]
    public async Task Tells_what_a_conflict_is_to_its_member_and_to_those_who_lead_the_year()
    {
        using (var secretary = await host.AsAsync("stb"))
        {
            (await secretary.PostAsync("/api/assessments/2024/open", new
            {
                scheme = "xlg-htz-annual", version = 1, members = AssessmentHost.Members, chair = "chair", quorum = 2, on = "2025-02-01",
            })).Ok();
        }

        using var member = await host.AsAsync("member-3");
        var declared = (await member.PostAsync("/api/assessments/2024/declarations", new
        {
            zone = "SNT", interest = "conflict", text = Conflict, on = "2025-02-05",
        })).Receipt().Position;
        foreach (var (officer, isTold) in new[] { ("member-3", true), ("auditor", true), ("stb", true), ("chair", true), ("member-1", false), ("stat", false), ("snt", false) })
        {
            using var reader = await host.AsAsync(officer);
            var seen = (await reader.AskAsync($"{Events}/{declared}")).Ok();
            seen.Text.Contains(Conflict, StringComparison.Ordinal).ShouldBe(isTold, officer);
            seen.Read<WholeEvent>().Event.Sentence.ShouldContain("member-3");
            (await reader.AskAsync($"{Events}?text={Conflict}")).Ok().Read<EventPage>().Events.Count.ShouldBe(isTold ? 1 : 0, officer);
            (await reader.AskAsync($"{Events}/export?format=jsonl&from=@{declared}&to=@{declared}")).Ok().Text
                .Contains(Conflict, StringComparison.Ordinal).ShouldBe(isTold, officer);
        }
    }
}
