using Ledger.Api.KeyTasks;
using Ledger.Api.Lists;
using Ledger.Api.Tests.Lists;
using Ledger.Domain.KeyTasks;

namespace Ledger.Api.Tests.KeyTasks;

[Collection<TasksCollection>]
public class ReportingByList(TasksHost host)
{
    private const string Headings = "task,unit,period,state,text,envoy_workstations,on\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_looked_at_then_recorded_whole_and_comes_out_again_as_it_went_in()
    {
        using var zone = await host.AsAsync("cjcy");
        const string list = Headings + "T5.2,CJCY,2023-Q2,stalled,=stopped,,2023-07-02\nT5.2,CJCY,2023 Q1,按进度推进,“一站”建成,1,2023/4/3\nT5.3,锡林郭勒承接产业开发区,2023-Q1,behind,籌設,,\n";
        var before = await HeadAsync();

        var preview = (await zone.SendListAsync("/api/tasks/import?dryRun=true", list)).Ok().Read<ListPreview>();
        preview.Faults.ShouldBeEmpty();
        preview.Recorded.Select(line => line.Row).ShouldBe([2, 3, 4]);
        (await HeadAsync()).ShouldBe(before, "a dry run records nothing");

        var receipt = (await zone.SendListAsync("/api/tasks/import", list, ("Idempotency-Key", "list-one"))).Receipt();
        receipt.Position.ShouldBe(before + 3);
        (await zone.SendListAsync("/api/tasks/import", list, ("Idempotency-Key", "list-one"))).Receipt().ShouldBe(receipt);
        (await zone.SendListAsync("/api/tasks/import", list)).Receipt().Events.ShouldBe(0, "it is so already");
        var part = (await zone.AskAsync("/api/tasks/T5.2/CJCY")).Ok().Read<TaskPartView>();
        part.Reports.Select(report => (report.Period.Quarter, report.State, report.Text)).ShouldBe([(1, TaskState.OnSchedule, "“一站”建成"), (2, TaskState.Stalled, "=stopped")]);

        foreach (var format in (string[])["csv", "xlsx"])
        {
            var file = await zone.GetByteArrayAsync($"/api/tasks/list?format={format}&asOf=@{receipt.Position}", Cancellation);
            (await zone.GetByteArrayAsync($"/api/tasks/list?format={format}&asOf=@{receipt.Position}", Cancellation)).ShouldBe(file);
            var again = (await zone.SendListAsync("/api/tasks/import?dryRun=true", file)).Ok().Read<ListPreview>();
            again.Recorded.ShouldBeEmpty(format);
            again.Faults.ShouldAllBe(fault => fault.Code == "not-your-part", "parts of others are in the list too");
        }

        (await zone.AskAsync("/api/tasks/list?period=2023-Q2")).Ok().Text.ShouldContain("'=stopped");
        (await zone.AskAsync($"/api/tasks/list?asOf=@{before}")).Ok().Text.ShouldNotContain("stopped");
        (await zone.AskAsync("/api/tasks/list?period=2030-Q1")).Refused(404, "period-outside-programme");
        (await zone.AskAsync("/api/tasks/list?format=doc")).Refused(400, "list-format-unknown");
    }

    [Fact]
    public async Task One_row_at_fault_keeps_all_from_being_recorded_and_every_fault_is_named_at_once()
    {
        using var zone = await host.AsAsync("snt");
        const string list = Headings
            + "T5.2,SNT,2023-Q1,done,x,,\n" // nothing is wrong with this one
            + "T5.2,DLN,2023-Q1,done,x,,\n"
            + "T5.2,SNT,2023-Q5,ready,,many,\n"
            + "T5.3,SNT,2023-Q1,done,x,2,\n"
            + "T5.1,SNT,2023-Q1,done,x,,2099-01-01\n"
            + "T5.2,SNT,2023-Q1,behind,y,,\n";
        var before = await HeadAsync();
        (string, string)[] expected =
        [
            ("/rows/2/unit", "not-your-part"),
            ("/rows/3/period", "cell-not-among"), ("/rows/3/state", "cell-not-among"), ("/rows/3/text", "cell-required"), ("/rows/3/envoy_workstations", "cell-not-a-number"),
            ("/rows/4/envoy_workstations", "result-unknown"),
            ("/rows/5/on", "date-in-future"),
            ("/rows/6/task", "row-repeated"),
        ];
        var preview = (await zone.SendListAsync("/api/tasks/import?dryRun=true", list)).Ok().Read<ListPreview>();
        preview.Faults.Select(fault => (fault.Pointer, fault.Code)).ShouldBe(expected, ignoreOrder: true);
        var state = preview.Faults.Single(fault => fault.Pointer == "/rows/3/state");
        (state.Cell, state.Heading).ShouldBe(("D4", "state"));
        state.Detail.ShouldContain("on_schedule");

        var refused = (await zone.SendListAsync("/api/tasks/import", list)).Refused(422, "list-at-fault");
        refused.Errors.Select(error => (error.Pointer, error.Code)).ShouldBe(expected, ignoreOrder: true);
        refused.Errors.ShouldContain(error => error.Detail.StartsWith("D4 (state): ", StringComparison.Ordinal));
        (await HeadAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Only_who_reports_may_import_and_only_one_file_that_is_a_list()
    {
        using var office = await host.AsAsync("stb");
        (await office.SendListAsync("/api/tasks/import", Headings)).Refused(403, "not-allowed");
        using var zone = await host.AsAsync("snt");
        (await zone.PostAsync("/api/tasks/import", new { })).Refused(400, "list-unreadable");
        (await zone.SendListAsync("/api/tasks/import", "")).Refused(422, "list-empty");
        (await zone.SendListAsync("/api/tasks/import", Headings, ("If-Match", "\"1\""))).Refused(400, "list-has-no-version");
        (await zone.SendListAsync("/api/tasks/import", "task,unit\nT1,SNT\n")).Faulty(
            422, "list-at-fault", ("/rows/0", "heading-missing"), ("/rows/0", "heading-missing"), ("/rows/0", "heading-missing"));
    }

    private async Task<long> HeadAsync() => (await host.Reader.HeadAsync(Cancellation)).Position;
}
