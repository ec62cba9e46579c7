using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.KeyTasks;

/// <summary>Key tasks and safeguards as of any moment, folded from their own events. Every signed-in officer may read them.</summary>
/// <remarks>Of papers dated later than <see cref="AsOf.KnownOn"/> nothing is told.</remarks>
public sealed class TaskParts(LedgerReader reader, Programmes programmes, EventNames names, Today today)
{
    /// <param name="period">Only reports up to this quarter count; null: all do.</param>
    /// <exception cref="RefusedRequestException"><c>programme-missing</c>, <c>period-outside-programme</c>.</exception>
    public async Task<TaskBoard> BoardAsync(Period? period, AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        RefuseUnlessWithin(period, programme);
        var parts = await PartsAsync(asOf.Position, asOf.KnownOn, cancellation);
        var day = asOf.Day(today);
        return new(
            period, day,
            [
                .. programme.Tasks.Concat(programme.Safeguards).Select(task => new TaskRow(
                    task.Id, task.Section, task.Title, programme.Safeguards.Contains(task),
                    [.. programme.UnitsOn(task, day).Select(unit => Cell(Part(parts, task.Id, unit), programme, day, period))])),
            ],
            [.. programme.ZonesOn(day).Select(zone => TaskTally.Of(zone.Code, programme, parts, day))]);
    }

    /// <exception cref="RefusedRequestException"><c>programme-missing</c>, <c>task-unknown</c>.</exception>
    public async Task<TaskView> TaskAsync(string id, AsOf asOf, CancellationToken cancellation)
    {
        var programme = await programmes.InForceAsync(asOf.Position, cancellation);
        var task = programme.Document.FindTask(id) ?? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "task-unknown", id));
        var units = programme.Document.UnitsOf(task);
        var histories = await reader.HistoriesAsync<TaskEvent>(
            units.Select(unit => TaskPart.StreamId(id, unit)), asOf.Position, cancellation);
        return new(
            task, programme.Document.Safeguards.Contains(task), programme.Number, asOf.Day(today),
            [.. units.Select(unit => View(id, unit, [.. histories[TaskPart.StreamId(id, unit)]], programme.Document, asOf))]);
    }

    /// <exception cref="RefusedRequestException"><c>programme-missing</c>, <c>task-unknown</c>, <c>task-part-unknown</c>.</exception>
    public async Task<TaskPartView> PartAsync(string id, string unit, AsOf asOf, CancellationToken cancellation)
    {
        var task = await TaskAsync(id, asOf, cancellation);
        return task.Parts.FirstOrDefault(part => part.Standing.Unit == unit)
            ?? throw new RefusedRequestException(Refusal.Of(
                RefusalKind.NotFound, "task-part-unknown", id, unit, string.Join(", ", task.Parts.Select(part => part.Standing.Unit))));
    }

    /// <summary>What every part has reported, in the plan's order of tasks and units.</summary>
    /// <param name="period">Of this quarter alone; null: of all.</param>
    /// <exception cref="RefusedRequestException"><c>programme-missing</c>, <c>period-outside-programme</c>.</exception>
    public async Task<IReadOnlyList<(string Task, string Unit, TaskReport Report)>> ReportsAsync(
        Period? period, AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        RefuseUnlessWithin(period, programme);
        var parts = await PartsAsync(asOf.Position, asOf.KnownOn, cancellation);
        return
        [
            .. from task in programme.Tasks.Concat(programme.Safeguards)
               from unit in programme.UnitsOf(task)
               from report in Part(parts, task.Id, unit).Reports.Values
               where period is null || report.Period == period
               select (task.Id, unit, report),
        ];
    }

    /// <summary>The facts of a zone's key tasks at a position, on the day that position was recorded.</summary>
    public async Task<TaskTally> TallyAsync(string zone, long position, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(position, cancellation)).Document;
        var moment = await reader.AtAsync(position, cancellation);
        return TaskTally.Of(
            zone, programme, await PartsAsync(position, knownOn: null, cancellation), moment.RecordedAt.InZone(DocumentDate.Zone).Date);
    }

    /// <summary>Every part to which something happened.</summary>
    public async Task<IReadOnlyCollection<TaskPart>> TouchedAsync(long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        var events = await reader.OfTypeAsync<TaskEvent>(fromExclusive: null, position, cancellation);
        return
        [
            .. events.Where(recorded => knownOn is null || recorded.Event.On <= knownOn)
                .GroupBy(recorded => recorded.Provenance.Stream)
                .Select(history => TaskPart.StreamOf(history.Key).Fold(history)),
        ];
    }

    private async Task<IReadOnlyDictionary<(string Task, string Unit), TaskPart>> PartsAsync(
        long position, LocalDate? knownOn, CancellationToken cancellation) =>
        (await TouchedAsync(position, knownOn, cancellation)).ToDictionary(part => (part.Task, part.Unit));

    private static void RefuseUnlessWithin(Period? period, ProgrammeDocument programme)
    {
        if (period is { } asked && !programme.Quarters().Contains(asked))
            throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "period-outside-programme", asked, programme.FirstYear, programme.LastYear));
    }

    private static TaskPart Part(IReadOnlyDictionary<(string Task, string Unit), TaskPart> parts, string task, string unit) =>
        parts.GetValueOrDefault((task, unit)) ?? TaskPart.Stream(task, unit).Initial;

    private TaskPartView View(string task, string unit, IReadOnlyList<Recorded<TaskEvent>> all, ProgrammeDocument programme, AsOf asOf)
    {
        Recorded<TaskEvent>[] history = [.. all.Where(recorded => asOf.Knows(recorded.Event.On))];
        var part = TaskPart.Stream(task, unit).Fold(history);
        return new(
            task, Cell(part, programme, asOf.Day(today), upTo: null), [.. part.Milestones.Values], [.. part.Reports.Values], part.Queries,
            part.Supervisions, [.. history.Select(Step)], part.LastActOn, history is [.., var last] ? last.Provenance.Version : 0);
    }

    private TaskStep Step(Recorded<TaskEvent> recorded) => new(
        recorded.Provenance.Position, recorded.Provenance.RecordedAt, recorded.Event.On, names.NameOf(recorded.Event.GetType()),
        recorded.Provenance.Actor.Officer, recorded.Provenance.Actor.Organisation, recorded.Event switch
        {
            TaskReported e => e.Period,
            TaskConfirmed e => e.Period,
            TaskSentBack e => e.Period,
            TaskQueried e => e.Period,
            TaskQueryAnswered e => e.Period,
            _ => null,
        });

    private static TaskCell Cell(TaskPart part, ProgrammeDocument programme, LocalDate day, Period? upTo)
    {
        var progress = TaskProgress.Of(part, programme, day, upTo);
        var going = part.Supervisions.Find(supervision => supervision.State != SupervisionState.Closed);
        var isDone = progress.Standing == TaskStanding.Done;
        var next = programme.Quarters()
            .Where(quarter => programme.IsThereIn(part.Unit, quarter) && (progress.Latest is null || quarter > progress.Latest.Period) && programme.TaskRules.DueOn(quarter) >= day)
            .Select(quarter => (Period?)quarter).FirstOrDefault();
        return new(
            part.Unit, programme.FindZone(part.Unit) is not null, progress.Standing, progress.Cause, progress.Latest?.Period,
            progress.Latest?.Review, progress.Missing, isDone || next is null ? null : programme.TaskRules.DueOn(next.Value),
            part.Queries.Count(query => query.Answer is null),
            going is null ? null : new(going.Number, going.DueOn, going.State, going.IsLate(day)));
    }
}
