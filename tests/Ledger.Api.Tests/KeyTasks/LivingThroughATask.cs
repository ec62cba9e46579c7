using Ledger.Api.KeyTasks;
using Ledger.Api.Tests.Reporting;
using Ledger.Domain.Access;
using Ledger.Domain.KeyTasks;

namespace Ledger.Api.Tests.KeyTasks;

/// <summary>The plan is in force; two bureaus have an officer for their part of key tasks.</summary>
public sealed class TasksHost : ReportingHost
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AppointAsync("hrb", "HRB", Role.Unit);
        await AppointAsync("fso", "FSO", Role.Unit);
    }
}

[CollectionDefinition]
public sealed class TasksCollection : ICollectionFixture<TasksHost>;

[Collection<TasksCollection>]
public class LivingThroughATask(TasksHost host)
{
    [Fact]
    public async Task A_unit_reports_the_office_asks_supervises_and_closes_and_every_moment_can_be_asked_about()
    {
        using var unit = await host.AsAsync("hrb");
        using var office = await host.AsAsync("stb");
        const string part = "/api/tasks/T2.4/HRB";
        (await unit.AskAsync(part)).Ok().Read<TaskPartView>().Standing.Standing.ShouldBe(TaskStanding.Unreported);

        var set = (await office.PostAsync($"{part}/milestones", new { year = 2024, text = "出臺引才辦法", source = "示例文件" })).Receipt();
        (await office.PostAsync($"{part}/milestones", new { year = 2024, text = "出臺引才辦法", source = "示例文件" })).Receipt().Events.ShouldBe(0);
        var report = new { state = "behind", text = "引才辦法在徵求意見", results = new[] { new { kind = "high_level_talents", count = 3 } } };
        var reported = (await unit.PutAsync($"{part}/reports/2024-Q1", report, ("Idempotency-Key", "one"))).Receipt();
        (await unit.PutAsync($"{part}/reports/2024-Q1", report, ("Idempotency-Key", "one"))).Receipt().Position.ShouldBe(reported.Position);
        (await unit.PutAsync($"{part}/reports/2024-Q1", new { state = "done", text = "x" }, ("If-Match", "\"1\""))).Refused(412, "version-stale");

        (await office.PostAsync($"{part}/reports/2024-Q1/queries", new { text = "何時出臺" })).Ok();
        (await office.PostAsync($"{part}/reports/2024-Q1/confirm")).Refused(409, "task-query-open");
        (await unit.PostAsync($"{part}/queries/1/answer", new { text = "六月底前" })).Ok();
        (await office.PostAsync($"{part}/reports/2024-Q1/send-back", new { reason = "請附徵求意見稿" })).Ok();
        (await unit.PutAsync($"{part}/reports/2024-Q1", new { state = "behind", text = "徵求意見稿已附", reached = new[] { 1 } })).Ok();
        (await office.PostAsync($"{part}/reports/2024-Q1/confirm")).Ok();
        (await unit.PutAsync($"{part}/reports/2024-Q1", report)).Refused(409, "task-report-confirmed");

        (await office.PostAsync($"{part}/supervisions", new { text = "限期出臺", dueOn = "2099-01-01" })).Ok();
        (await office.PostAsync($"{part}/supervisions/1/close", new { text = "同意" })).Refused(409, "supervision-unanswered");
        (await unit.PostAsync($"{part}/supervisions/1/answer", new { text = "已出臺" })).Ok();
        var closed = (await office.PostAsync($"{part}/supervisions/1/close", new { text = "同意銷號" })).Receipt();

        var now = (await unit.AskAsync(part)).Ok();
        now.ETag.ShouldStartWith($"\"{closed.Version}-");
        var view = now.Read<TaskPartView>();
        view.Course.Count.ShouldBe(10);
        view.Course[0].Position.ShouldBe(set.Position);
        view.Supervisions.Single().State.ShouldBe(SupervisionState.Closed);
        view.Reports.Single().Review.ShouldBe(ReviewState.Confirmed);
        view.Queries.Single().Answer!.Text.ShouldBe("六月底前");

        var told = (await unit.AskAsync("/api/audit/events?stream=task/T2.4/HRB")).Ok().Json["events"]!.AsArray();
        told.Count.ShouldBe(10);
        told[^1]!["sentence"]!.GetValue<string>().ShouldBe("Milestone 1 of 2024 was set for League Human Resources and Social Security Bureau in task T2.4: 出臺引才辦法");
        told.ShouldAllBe(one => one!["zone"] == null, "a bureau is no zone");

        var then = (await unit.AskAsync($"{part}?asOf=@{reported.Position}")).Ok();
        then.Read<TaskPartView>().Reports.Single().Results.ShouldBe([new("high_level_talents", 3)]);
        then.Read<TaskPartView>().Supervisions.ShouldBeEmpty();
        (await office.AskAsync($"{part}?asOf=@{reported.Position}")).Ok().ETag.ShouldBe(then.ETag);
        (await unit.AskAsync($"{part}?asOf=@{set.Position - 1}")).Ok().Read<TaskPartView>().Course.ShouldBeEmpty();
        (await unit.AskAsync($"{part}?knownOn=2020-01-01")).Ok().Read<TaskPartView>().Course.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_board_shows_every_task_by_zone_and_unit_and_a_quarter_cuts_it_off()
    {
        using var zone = await host.AsAsync("xlht");
        (await zone.PutAsync("/api/tasks/T5.3/XLHT/reports/2025-Q3", new { state = "behind", text = "基金池籌設中" })).Ok();
        (await zone.PutAsync("/api/tasks/T5.3/XLHT/reports/2025-Q4", new { state = "done", text = "基金池運行" })).Ok();
        var board = (await zone.AskAsync("/api/tasks")).Ok().Read<TaskBoard>();
        board.Tasks.Count.ShouldBe(17);
        board.Tasks.Count(task => task.IsSafeguard).ShouldBe(3);
        var row = board.Tasks.Single(task => task.Id == "T5.3");
        row.Parts.Select(part => part.Unit).ShouldBe(["XLHT", "BYH", "CJCY", "SNT", "DLN", "PBC", "CBIRC", "FSO", "FIB", "STB", "MSB"]);
        row.Parts[0].Standing.ShouldBe(TaskStanding.Done);
        var tally = board.Tallies.Single(tally => tally.Zone == "XLHT");
        (tally.Tasks, tally.Done).ShouldBe((14, 1));

        var before = (await zone.AskAsync("/api/tasks?period=2025-Q3")).Ok().Read<TaskBoard>();
        before.Tasks.Single(task => task.Id == "T5.3").Parts[0].Standing.ShouldBe(TaskStanding.Behind);
        (await zone.AskAsync("/api/tasks?period=soon")).Refused(400, "period-malformed");
        (await zone.AskAsync("/api/tasks?period=2030-Q1")).Refused(404, "period-outside-programme");
        (await zone.AskAsync("/api/tasks/T5.3")).Ok().Read<TaskView>().Parts.Count.ShouldBe(11);
        (await zone.AskAsync("/api/tasks/T9")).Refused(404, "task-unknown");
        (await zone.AskAsync("/api/tasks/T5.3/HRB")).Refused(404, "task-part-unknown");
    }

    [Theory]
    [InlineData("en", "on schedule")]
    [InlineData("zh-Hans", "按进度推进")]
    [InlineData("zh-Hant", "按進度推進")]
    public async Task Who_has_no_say_in_a_part_is_told_why_and_every_act_is_told_in_a_sentence(string language, string said)
    {
        using var other = await host.AsAsync("fso");
        other.DefaultRequestHeaders.AcceptLanguage.Clear();
        other.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        (await other.PutAsync("/api/tasks/T3.2/XLHT/reports/2024-Q1", new { state = "done", text = "x" })).Refused(403, "not-your-part");
        (await other.PostAsync("/api/tasks/T3.2/FSO/reports/2024-Q1/confirm")).Refused(403, "not-allowed");
        (await other.PostAsync("/api/tasks/T3.2/FSO/supervisions", new { text = "x", dueOn = "2099-01-01" })).Refused(403, "not-allowed");
        using var zone = await host.AsAsync("byh");
        zone.DefaultRequestHeaders.AcceptLanguage.Clear();
        zone.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        (await zone.PutAsync("/api/tasks/T3.3/BYH/reports/2024-Q1", new { state = "on_schedule", text = "x" })).Ok();
        var events = (await zone.AskAsync("/api/audit/events?type=task_reported&zone=BYH")).Ok().Json["events"]!.AsArray();
        events.ShouldNotBeEmpty();
        events[0]!["sentence"]!.GetValue<string>().ShouldContain(said);
        (await zone.PutAsync("/api/tasks/T3.3/BYH/reports/2024-Q1", new { state = "on_schedule", text = "", results = new[] { new { kind = "labs", count = -1 } } }))
            .Faulty(422, "request-at-fault", ("/text", "text-required"), ("/results/0/kind", "result-unknown"), ("/results/0/count", "result-negative"));
    }
}
