using Ledger.Api.Lists;
using Ledger.Api.Reporting;
using Ledger.Api.Web.Http;
using Ledger.Domain.KeyTasks;

namespace Ledger.Api.KeyTasks;

/// <summary>Key tasks and safeguards over HTTP. Every signed-in officer reads them; who may act is decided by the commands.</summary>
public static class TaskEndpoints
{
    public static void MapTasks(this RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        tasks.MapGet("", BoardAsync)
            .Answers<TaskBoard>(
                "All tasks and safeguards by zone and unit, with each zone's tally; with a quarter, only reports up to it count",
                StatusCodes.Status404NotFound);
        tasks.MapGet("/list", ListAsync)
            .Answers<byte[]>("Every report as a list, of one quarter or of all; the same columns as are imported", StatusCodes.Status404NotFound);
        tasks.MapListImport<TaskLists>("Units report by a list: every row, in one transaction, or none; a dry run says what it would record");
        tasks.MapGet("/{task}", (string task, TaskParts parts, AsOf asOf, CancellationToken cancellation) => parts.TaskAsync(task, asOf, cancellation))
            .Answers<TaskView>("A task: the plan's words, and every part's milestones, reports, queries and supervision", StatusCodes.Status404NotFound);
        var part = tasks.MapGroup("/{task}/{unit}");
        part.MapGet("", PartAsync)
            .Answers<TaskPartView>("One zone's or unit's part of a task, with everything that happened to it", StatusCodes.Status404NotFound);
        MapUnitsActs(part);
        MapOfficesActs(part);
    }

    private static void MapUnitsActs(RouteGroupBuilder part)
    {
        part.MapPut("/reports/{period}", ReportAsync)
            .Records("The unit reports on a quarter: state, words, results, milestones, evidence; anew until the office confirms it");
        part.MapPost("/queries/{number:int}/answer", AnswerQueryAsync)
            .Records("The unit answers a query");
        part.MapPost("/supervisions/{number:int}/answer", AnswerAsync)
            .Records("The unit answers a supervision");
    }

    private static void MapOfficesActs(RouteGroupBuilder part)
    {
        part.MapPost("/reports/{period}/confirm", ConfirmAsync)
            .Records("The office confirms a report");
        part.MapPost("/reports/{period}/send-back", SendBackAsync)
            .Records("The office gives a report back to the unit; until it is made anew, it does not count");
        part.MapPost("/reports/{period}/queries", QueryAsync)
            .Records("The office asks about a report");
        part.MapPost("/supervisions", SuperviseAsync)
            .Records("The office supervises the part: what has to be done, and by when it has to be answered");
        part.MapPost("/supervisions/{number:int}/close", CloseAsync)
            .Records("The office closes a supervision that was answered");
        part.MapPost("/milestones", AddMilestoneAsync)
            .Records("The office enters a milestone, with the paper that sets it");
        part.MapPut("/milestones/{number:int}", SetMilestoneAsync)
            .Records("The office enters a milestone anew");
        part.MapPost("/milestones/{number:int}/withdraw", WithdrawMilestoneAsync)
            .Records("The office takes a milestone back; it stays in the history");
    }

    private static Task<TaskBoard> BoardAsync(string? period, TaskParts parts, AsOf asOf, CancellationToken cancellation) =>
        parts.BoardAsync(QuarterIn(period), asOf, cancellation);

    /// <summary>The list of <c>/api/tasks/list</c> for whoever is signed in by cookie: a page's link cannot carry a token.</summary>
    public static void MapTaskDownload(this WebApplication app) => app.MapListDownload(
        "/tasks/list",
        (http, asOf, cancellation) => ListAsync(
            http.Request.Query["period"], http.Request.Query["format"], http.RequestServices.GetRequiredService<TaskLists>(), asOf, http.Response, cancellation));

    private static async Task<IResult> ListAsync(
        string? period, string? format, TaskLists lists, AsOf asOf, HttpResponse response, CancellationToken cancellation) =>
        response.Download(
            ListHttp.FormatIn(format),
            await lists.WriteAsync(QuarterIn(period), ListHttp.FormatIn(format), asOf, cancellation),
            period is { Length: > 0 } ? $"tasks-{period}" : "tasks");

    private static Domain.Period? QuarterIn(string? period) => string.IsNullOrEmpty(period) ? null : ReturnAddress.PeriodIn(period);

    private static async Task<TaskPartView> PartAsync(
        string task, string unit, TaskParts parts, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        var view = await parts.PartAsync(task, unit, asOf, cancellation);
        http.Response.SetStreamVersion(view.Version);
        return view;
    }

    private static async Task<IResult> ReportAsync(
        string task, string unit, string period, TaskReportRequest body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.ReportAsync(
            task, unit,
            new(
                ReturnAddress.PeriodIn(period), body.State, body.Text, Entries.Whole("/results", body.Results), body.Reached ?? [],
                Entries.Whole("/evidence", body.Evidence), body.On),
            write.Context, cancellation)).ToHttp();

    private static async Task<IResult> AnswerQueryAsync(
        string task, string unit, int number, TaskTextRequest body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.AnswerQueryAsync(task, unit, new(number, body.Text, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> AnswerAsync(
        string task, string unit, int number, SupervisionAnswerRequest body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.AnswerAsync(
            task, unit, new(number, body.Text, Entries.Whole("/evidence", body.Evidence), body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> ConfirmAsync(
        string task, string unit, string period, ConfirmRequest? body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.ConfirmAsync(task, unit, new(ReturnAddress.PeriodIn(period), body?.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> SendBackAsync(
        string task, string unit, string period, TaskReasonRequest body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.SendBackAsync(task, unit, new(ReturnAddress.PeriodIn(period), body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> QueryAsync(
        string task, string unit, string period, TaskTextRequest body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.QueryAsync(task, unit, new(ReturnAddress.PeriodIn(period), body.Text, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> SuperviseAsync(
        string task, string unit, SuperviseTask body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.SuperviseAsync(task, unit, body, write.Context, cancellation)).ToHttp();

    private static async Task<IResult> CloseAsync(
        string task, string unit, int number, TaskTextRequest body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.CloseAsync(task, unit, new(number, body.Text, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> AddMilestoneAsync(
        string task, string unit, MilestoneRequest body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.SetMilestoneAsync(task, unit, new(body.Year, body.Text, body.Source, body.DueOn, Milestone: null, body.On), write.Context, cancellation))
        .ToHttp();

    private static async Task<IResult> SetMilestoneAsync(
        string task, string unit, int number, MilestoneRequest body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.SetMilestoneAsync(task, unit, new(body.Year, body.Text, body.Source, body.DueOn, number, body.On), write.Context, cancellation))
        .ToHttp();

    private static async Task<IResult> WithdrawMilestoneAsync(
        string task, string unit, int number, TaskReasonRequest body, WriteRequest write, TaskActs acts, CancellationToken cancellation) =>
        (await acts.WithdrawMilestoneAsync(task, unit, new(number, body.Reason, body.On), write.Context, cancellation)).ToHttp();
}
