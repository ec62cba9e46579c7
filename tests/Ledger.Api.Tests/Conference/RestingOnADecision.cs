using System.Text;
using Ledger.Api.Audit;
using Ledger.Api.Conference;
using Ledger.Api.Programme;
using Ledger.Api.Tests.Reporting;
using Ledger.Api.Tests.Transparency;
using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Conference;
using Ledger.Domain.Measures;
using Ledger.Domain.Transparency;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Conference;

/// <summary>The plan is in force, the joint conference has seats, and met once.</summary>
public sealed class ConferenceHost : ReportingHost
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        using var office = await AsAsync("stb");
        foreach (var (organisation, post, role) in new[] { ("XLA", "分管副盟長", "chair"), ("STB", "局長", "member"), ("STAT", "局長", "member") })
            (await office.PostAsync("/api/conference/seats", new { organisation, post, role, source = "示例文件", on = "2021-12-01" })).Ok();
        (await office.PutAsync("/api/conference/meetings/2022-1", new
        {
            meetsOn = "2022-01-20",
            items = new[] { new { kind = "allocation", title = "目標分解" }, new { kind = "emerging_industry", title = "認定產業" }, new { kind = "other", title = "其他" } },
            on = "2022-01-10",
        })).Ok();
        var attendance = new[] { new { seat = 1, presence = "present" }, new { seat = 2, presence = "represented" }, new { seat = 3, presence = "absent" } };
        (await office.PostAsync("/api/conference/meetings/2022-1/held", new { heldOn = "2022-01-20", presiding = 1, attendance, on = "2022-01-20" })).Ok();
        (await office.PutAsync("/api/conference/meetings/2022-1/decisions/1", new { outcome = "adopted", text = "同意", on = "2022-01-20" })).Ok();
        (await office.PutAsync("/api/conference/meetings/2022-1/decisions/2", new { outcome = "deferred", text = "緩議", votes = new { @for = 1, against = 0, abstained = 1 }, on = "2022-01-20" })).Ok();
    }
}

public class RestingOnADecision(ConferenceHost host) : IClassFixture<ConferenceHost>
{
    [Fact]
    public async Task An_act_names_the_decision_it_rests_on_and_both_lead_to_each_other()
    {
        using var unit = await host.AsAsync("xlht");
        const string address = "/api/tasks/T1/XLHT/reports/2024-Q1";
        var body = new { state = "done", text = "已完成" };
        (await unit.PutAsync(address, body, ("Ledger-Decision", "2022-1/9"))).Faulty(422, "decision-unknown", ("/decision", "decision-unknown"));
        (await unit.PutAsync(address, body, ("Ledger-Decision", "the one of last week"))).Faulty(422, "decision-unknown", ("/decision", "decision-unknown"));
        (await unit.PutAsync(address, body, ("Ledger-Decision", "2022-1/2"))).Faulty(409, "decision-not-adopted", ("/decision", "decision-not-adopted"));
        var written = (await unit.PutAsync(address, body, ("Ledger-Decision", "2022-1/1"), ("Idempotency-Key", "rests"))).Receipt();
        (await unit.PutAsync(address, body, ("Ledger-Decision", "2022-1/1"), ("Idempotency-Key", "rests"))).Receipt().Position.ShouldBe(written.Position);
        (await unit.PutAsync(address, body, ("Idempotency-Key", "rests"))).Refused(422, "idempotency-key-reused");

        var whole = (await unit.AskAsync($"/api/audit/events/{written.Position}")).Ok().Read<WholeEvent>();
        whole.Event.Decision.ShouldBe("2022-1/1");
        whole.Text.ShouldNotBeNull().ShouldContain("\"decision\": \"2022-1/1\"", customMessage: "the leaf covers it");
        (await unit.AskAsync("/api/audit/events?decision=2022-1/1")).Ok().Read<EventPage>().Events.Select(one => one.Position).ShouldContain(written.Position);
        (await unit.AskAsync("/api/audit/events?decision=2022-1/")).Ok().Read<EventPage>().Events.Select(one => one.Position).ShouldContain(written.Position);
        (await unit.AskAsync("/api/audit/events?decision=2022-1/2")).Ok().Read<EventPage>().Events.ShouldBeEmpty();
        (await unit.AskAsync("/api/audit/events?decision=last")).Faulty(400, "events-faulty", ("/decision", "decision-malformed"));
        var resting = (await unit.AskAsync("/api/conference/meetings/2022-1/decisions")).Ok().Read<IReadOnlyList<RestingView>>();
        resting[0].RestsOnIt.Select(one => one.Position).ShouldContain(written.Position);
        resting[1].RestsOnIt.ShouldBeEmpty();
        (await unit.AskAsync($"/api/conference/meetings/2022-1/decisions?asOf=@{written.Position - 1}")).Ok().Read<IReadOnlyList<RestingView>>()[0]
            .RestsOnIt.Select(one => one.Position).ShouldNotContain(written.Position);
    }

    [Fact]
    public async Task A_meeting_is_told_whole_at_every_moment_and_only_its_office_keeps_it()
    {
        using var office = await host.AsAsync("stb");
        using var auditor = await host.AsAsync("auditor");
        (await auditor.PutAsync("/api/conference/meetings/2023-1", new { meetsOn = "2023-01-20", items = new[] { new { kind = "other", title = "x" } } })).Refused(403, "not-allowed");
        (await office.PutAsync("/api/conference/meetings/soon", new { meetsOn = "2023-01-20", items = new[] { new { kind = "other", title = "x" } } })).Refused(400, "meeting-malformed");
        (await office.PutAsync("/api/conference/meetings/2023-1", new { meetsOn = "2024-01-20", items = Array.Empty<object>() }))
            .Faulty(422, "request-at-fault", ("/meetsOn", "meeting-year"), ("/items", "agenda-empty"));
        (await auditor.AskAsync("/api/conference/meetings/2023-1")).Refused(404, "meeting-unknown");
        (await office.PutAsync("/api/conference/meetings/2023-1", new { meetsOn = "2023-01-20", items = new[] { new { kind = "other", title = "x" } }, on = "2023-01-10" })).Ok();
        (await office.PostAsync("/api/conference/meetings/2023-1/cancel", new { reason = "併入下次會議", on = "2023-01-15" })).Ok();

        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("會議紀要")), "file", "紀要.txt" } };
        var kept = await office.PostAsync("/api/evidence", form, TestContext.Current.CancellationToken);
        var hash = System.Text.Json.Nodes.JsonNode.Parse(await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["sha256"]!.GetValue<string>();
        (await office.PostAsync("/api/conference/meetings/2022-1/minutes", new { minutes = hash })).Refused(409, "items-undecided");
        (await office.PutAsync("/api/conference/meetings/2022-1/decisions/3", new { outcome = "not_adopted", text = "不同意", on = "2022-01-20" })).Ok();
        var closed = (await office.PostAsync("/api/conference/meetings/2022-1/minutes", new { minutes = hash, on = "2022-01-25" })).Receipt();
        (await office.PostAsync("/api/conference/meetings/2022-1/decisions/3/correct", new { outcome = "deferred", text = "緩議", reason = "以紀要為準" })).Ok();

        var now = (await auditor.AskAsync("/api/conference/meetings/2022-1")).Ok().Read<MeetingView>();
        (now.State, now.Minutes!.Sha256, now.Attending, now.Quorum).ShouldBe((MeetingState.Closed, hash, 2, 2));
        now.Decisions[2].Before!.Outcome.ShouldBe(DecisionOutcome.NotAdopted);
        var then = (await auditor.AskAsync($"/api/conference/meetings/2022-1?asOf=@{closed.Position}")).Ok();
        then.Read<MeetingView>().Decisions[2].Outcome.ShouldBe(DecisionOutcome.NotAdopted);
        (await office.AskAsync($"/api/conference/meetings/2022-1?asOf=@{closed.Position}")).Ok().ETag.ShouldBe(then.ETag);
        (await auditor.AskAsync("/api/conference?knownOn=2022-01-15")).Ok().Read<ConferenceView>().Meetings.ShouldHaveSingleItem().State.ShouldBe(MeetingState.Convened);
        var conference = (await auditor.AskAsync("/api/conference")).Ok().Read<ConferenceView>();
        conference.Seats.Select(seat => seat.Role).ShouldBe([SeatRole.Chair, SeatRole.Member, SeatRole.Member]);
        conference.Meetings.Select(meeting => meeting.State).ShouldBe([MeetingState.Cancelled, MeetingState.Closed]);
        var told = (await auditor.AskAsync("/api/audit/events?stream=meeting/2022-1")).Ok().Read<EventPage>();
        told.Events[^1].Sentence.ShouldBe("Meeting 2022-1 of the joint conference was convened for 2022-01-20 on 3 items");
    }

    [Fact]
    public async Task An_allocation_is_amended_as_the_conference_decided_once_its_effect_was_confirmed()
    {
        using var office = await host.AsAsync("stb");
        const string address = "/api/programme/allocations";
        var parts = Parts(10, 6, 6, 4, 3);
        var before = (await office.AskAsync(address)).Ok().Read<AllocationBoard>();
        before.Targets.Select(target => target.Subject).ShouldBe(["rd_inst_new", "svc_inst_new", "key_lab", "ent_rd_center", "carriers", "tech_sme_cult", "hte_cult"]);
        before.Targets.ShouldAllBe(target => target.Assumptions.Contains("A-22") && target.Sum == target.Target);

        (await office.PostAsync($"{address}/effect", new { subject = "Q10", parts = Parts(30, 0, 0, 0, 0) }))
            .Faulty(422, "request-at-fault", ("/difference", "allocation-difference"));
        (await office.PostAsync($"{address}/effect", new { subject = "Q02", parts })).Refused(404, "allocation-subject-unknown");
        var shown = (await office.PostAsync($"{address}/effect", new { subject = "Q10", parts })).Ok().Read<AllocationEffectShown>();
        shown.Effect.Zones.Select(zone => zone.Bearing).ShouldBe([Bearing.Gains, Bearing.Same, Bearing.Same, Bearing.Loses, Bearing.Same]);

        (await office.PostAsync(address, new { subject = "Q10", parts, confirmed = shown.Hash })).Faulty(422, "decision-needed", ("/decision", "decision-needed"));
        (await office.PostAsync(address, new { subject = "Q10", parts, confirmed = shown.Hash }, ("Ledger-Decision", "2022-1/2"))).Refused(409, "decision-not-adopted");
        (await office.PostAsync(address, new { subject = "Q10", parts, confirmed = "another" }, ("Ledger-Decision", "2022-1/1"))).Refused(409, "effect-not-confirmed");
        using var reviewer = await host.AsAsync("stat");
        (await reviewer.PostAsync(address, new { subject = "Q10", parts, confirmed = shown.Hash }, ("Ledger-Decision", "2022-1/1"))).Refused(403, "not-allowed");
        var amended = (await office.PostAsync(address, new { subject = "Q10", parts, confirmed = shown.Hash }, ("Ledger-Decision", "2022-1/1"))).Receipt();
        (await office.PostAsync(address, new { subject = "Q10", parts }, ("Ledger-Decision", "2022-1/1"))).Receipt().Events.ShouldBe(0);

        var row = (await office.AskAsync(address)).Ok().Read<AllocationBoard>().Targets[3];
        (row.Parts["SNT"], row.Assumptions.Contains("A-22"), row.History.Count).ShouldBe((4, false, 2));
        (row.History[0].Decision, row.History[0].Position, row.History[0].Basis.Date, row.History[0].Organisation).ShouldBe(("2022-1/1", amended.Position, new(2022, 1, 20), "STB"));
        (await office.AskAsync($"{address}?asOf=@{amended.Position - 1}")).Ok().Read<AllocationBoard>().Targets[3].Parts["SNT"].ShouldBe(3);
        (await office.AskAsync("/api/programme/versions")).Ok().Read<IReadOnlyList<VersionAnswer>>()[^1].Decision.ShouldBe("2022-1/1");
        (await office.AskAsync("/api/conference/meetings/2022-1/decisions")).Ok().Read<IReadOnlyList<RestingView>>()[0]
            .RestsOnIt.Select(one => one.Type).ShouldContain("programme_amended");
    }

    [Fact]
    public async Task What_the_plan_says_of_growth_stands_side_by_side_and_a_determined_figure_names_its_decision()
    {
        using var zone = await host.AsAsync("dln");
        var board = (await zone.AskAsync("/api/programme/conflicts")).Ok().Read<ConflictBoard>();
        board.Conflicts.Select(conflict => (conflict.Ambiguity, string.Join(' ', conflict.Sides.Select(side => side.Id)))).ShouldBe(
            [("U-2", "Q06 T3.1 Q15"), ("U-3", "Q14 Q15")]);
        board.Conflicts[0].Sides[1].Words.ShouldContain("雙倍增");
        (board.Conflicts[0].Sides[1].Goal.Times, board.Conflicts[0].Sides[2].Goal.Value).ShouldBe((2, 150));

        (await zone.PutAsync("/api/returns/DLN/2022/figures", ReportingHost.Batch("sei_count", 1m), ("Ledger-Decision", "2022-1/1"))).Ok();
        var history = (await zone.AskAsync("/api/figures/DLN/sei_count/2022/history")).Ok();
        history.Json["versions"]![0]!["decision"]!.GetValue<string>().ShouldBe("2022-1/1");
        history.Json["acts"]![0]!["decision"]!.GetValue<string>().ShouldBe("2022-1/1");
    }

    [Fact]
    public async Task A_batch_is_taken_whole_and_the_decision_is_the_basis_of_what_it_determines_alone()
    {
        using var zone = await host.AsAsync("byh");
        const string address = "/api/returns/BYH/2022/figures";
        var batch = Both(1m, 2.5m);
        (await zone.PutAsync(address, batch, ("Ledger-Decision", "2022-1/9"))).Faulty(422, "decision-unknown", ("/decision", "decision-unknown"));
        (await zone.PutAsync(address, Both(1m, 2.555m), ("Ledger-Decision", "2022-1/1"))).Refused(422, "request-at-fault");
        (await zone.AskAsync("/api/returns/BYH/2022")).Ok().Json["version"]!.GetValue<int>().ShouldBe(0);

        var written = (await zone.PutAsync(address, batch, ("Ledger-Decision", "2022-1/1"), ("Idempotency-Key", "both"))).Receipt();
        written.Events.ShouldBe(2);
        (await zone.PutAsync(address, batch, ("Ledger-Decision", "2022-1/1"), ("Idempotency-Key", "both"))).Receipt().ShouldBe(written);
        (await zone.PutAsync(address, batch, ("Idempotency-Key", "both"))).Refused(422, "idempotency-key-reused");
        (await DecisionsAsync(zone, "stream=return/BYH/2022")).ShouldBe([null, "2022-1/1"]);

        // The figure that is only stated again makes no event; the one beside it was not decided by anybody.
        (await zone.PutAsync(address, Both(1m, 2.6m), ("Ledger-Decision", "2022-1/1"))).Receipt().Events.ShouldBe(1);
        (await DecisionsAsync(zone, "stream=return/BYH/2022")).ShouldBe([null, null, "2022-1/1"]);
        (await DecisionsAsync(zone, "stream=return/BYH/2022&decision=2022-1/1")).ShouldBe(["2022-1/1"]);
        (await zone.AskAsync("/api/figures/BYH/rd_exp/2022/history")).Ok().Json["versions"]!.AsArray()
            .ShouldAllBe(version => version!["decision"] == null);
        (await zone.AskAsync("/api/figures/BYH/sei_count/2022/history")).Ok().Json["versions"]![0]!["decision"]!.GetValue<string>().ShouldBe("2022-1/1");

        static object Both(decimal industries, decimal expenditure) =>
            ReportingHost.Batch(new Dictionary<string, decimal> { ["sei_count"] = industries, ["rd_exp"] = expenditure });

        static async Task<IEnumerable<string?>> DecisionsAsync(HttpClient zone, string which) =>
            (await zone.AskAsync($"/api/audit/events?{which}")).Ok().Read<EventPage>().Events.Select(one => one.Decision);
    }

    [Fact]
    public async Task Whoever_writes_past_the_program_is_found_to_rest_on_nothing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var forged = new LogHost();
        await forged.InitializeAsync();
        await using (var source = NpgsqlDataSource.Create(forged.Database))
        await using (var connection = await source.OpenConnectionAsync(cancellation))
        await using (var transaction = await connection.BeginTransactionAsync(cancellation))
        {
            await RawEvents.InsertAsync(
                connection, "conference", 1, "conference_seat_set",
                """{"seat": 1, "organisation": "STB", "post": "x", "role": "member", "source": "x", "on": "2022-01-01"}""", cancellation,
                """{"role": "secretary", "organisation": "STB", "decision": "2022-1/1"}""");
            await transaction.CommitAsync(cancellation);
        }

        await forged.Services.GetRequiredService<Checkpoints>().NowAsync(cancellation);
        var key = (await forged.Services.GetRequiredService<LogKeys>().HistoryAsync(position: null, cancellation)).Current!.Key;
        var report = await forged.Services.GetRequiredService<LedgerVerification>().RunAsync(TrustPolicy.Of(key), progress: null, cancellation);
        report.Divergences.Select(found => found.Code).ShouldContain("basis-not-decided");
    }

    private static Dictionary<string, decimal> Parts(params decimal[] parts) =>
        new[] { "XLHT", "BYH", "CJCY", "SNT", "DLN" }.Zip(parts).ToDictionary(part => part.First, part => part.Second);
}
