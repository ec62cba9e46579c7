using System.Globalization;
using Ledger.Api.KeyTasks.Pages;
using Ledger.Api.Lists;
using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Access;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Api.KeyTasks;

/// <summary>Reports on tasks as a list, in and out: a row says what <see cref="ReportTask"/> says.</summary>
public sealed class TaskLists(
    TaskParts parts, TaskActs acts, Programmes programmes, EvidenceStore evidence, ListImporter importer, ITexts texts) : IListImport
{
    public string Name => "tasks";

    public Act Act => Act.ReportTasks;

    public async Task<IReadOnlyList<Column>> ColumnsAsync(CancellationToken cancellation) =>
        new TaskColumns((await programmes.InForceAsync(position: null, cancellation)).Document, texts).All();

    /// <summary>Every report that stands at a moment, in the plan's order; of one quarter, or of all.</summary>
    /// <exception cref="RefusedRequestException"><c>programme-missing</c>, <c>period-outside-programme</c>.</exception>
    public async Task<byte[]> WriteAsync(Domain.Period? period, ListFormat format, AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        var columns = new TaskColumns(programme, texts);
        var reports = await parts.ReportsAsync(period, asOf, cancellation);
        var stated = reports.SelectMany(one => one.Report.Results).Select(result => result.Kind).ToHashSet();
        Column[] results = [.. columns.Results.Where(column => stated.Count == 0 || stated.Contains(column.Field))];
        return ListFile.Write(
            format, columns.All(results),
            reports.Select(one => Row(one.Task, one.Unit, one.Report, results, programme)), Texts.Language);
    }

    public async Task<ListOutcome> ImportAsync(Sheet sheet, bool isDryRun, WriteContext context, CancellationToken cancellation)
    {
        var columns = new TaskColumns((await programmes.InForceAsync(position: null, cancellation)).Document, texts);
        var table = ListTable.Of(sheet, columns.All());
        StatedRow[] stated = table.IsHeaded ? [.. table.Rows.Select(row => Read(row, columns)).OfType<StatedRow>()] : [];
        ListTable.RefuseRepeated(stated, row => (row.Task, row.Unit, row.Command.Period), row => row.Row, columns.Task);
        var kept = await evidence.FindAsync(stated.SelectMany(row => row.Command.Evidence), cancellation);
        return await importer.ImportAsync(
            table, [.. stated.Where(row => !row.Row.IsAtFault).Select(row => ActOf(row, columns, kept, context.Actor, cancellation))],
            isDryRun, context, cancellation);
    }

    private static StatedRow? Read(ListRow row, TaskColumns columns)
    {
        var task = row.Code(columns.Task, columns.Tasks);
        var unit = row.Code(columns.Unit, columns.Units);
        var period = row.Choice(columns.Period, columns.Quarters);
        var state = row.Choice(columns.State, columns.States);
        var text = row.Text(columns.Text);
        TaskResult[] results = [.. columns.Results.Select(column => (column.Field, Count: row.Whole(column))).Where(stated => stated.Count is not null)
            .Select(stated => new TaskResult(stated.Field, stated.Count!.Value))];
        var reached = row.Wholes(columns.Reached);
        var papers = row.Texts(columns.Evidence);
        var on = row.Date(columns.On);
        return row.IsAtFault ? null : new(row, task!, unit!, new(period!.Value, state!.Value, text!, results, reached, papers, on));
    }

    private ListAct<TaskPart, TaskEvent> ActOf(
        StatedRow row, TaskColumns columns, IReadOnlyDictionary<string, Evidence> kept, Actor actor, CancellationToken cancellation)
    {
        var (_, task, unit, command) = row;
        return new(
            row.Row, command.On, texts["tasklist.line", task, unit, command.Period, command.State],
            acts.Reporting(task, unit, command, kept, actor, cancellation), FieldOf);

        string? FieldOf(string about) => about.Split('/') switch
        {
            ["", "text"] => columns.Text.Field,
            ["", "results", var index, _] => command.Results[int.Parse(index, CultureInfo.InvariantCulture)].Kind,
            ["", "reached", ..] => columns.Reached.Field,
            ["", "evidence", ..] => columns.Evidence.Field,
            ["task-unknown"] => columns.Task.Field,
            ["not-your-part" or "task-part-unknown"] => columns.Unit.Field,
            ["period-outside-programme" or "task-quarter-not-over" or "task-report-confirmed"] => columns.Period.Field,
            ["date-in-future" or "date-before-previous"] => columns.On.Field,
            _ => null,
        };
    }

    private object?[] Row(string task, string unit, TaskReport report, IEnumerable<Column> results, ProgrammeDocument programme) =>
    [
        task, programme.FindTask(task)?.Title.In(Texts.Language), unit, programme.UnitName(unit, report.On), report.Period.ToString(), texts[report.State.TextKey()],
        report.Text,
        .. results.Select(column => (object?)report.Results.FirstOrDefault(result => result.Kind == column.Field)?.Count),
        string.Join(';', report.Reached), string.Join(';', report.Evidence.Select(paper => paper.Sha256)), report.On, texts[report.Review.TextKey()],
    ];

    private sealed record StatedRow(ListRow Row, string Task, string Unit, ReportTask Command);
}
