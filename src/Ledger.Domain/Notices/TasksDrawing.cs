using Ledger.Domain.KeyTasks;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>How the key tasks stand, what is stalled, and what is supervised.</summary>
internal sealed class TasksDrawing
{
    private readonly NoticeBasis basis;
    private readonly CellBook cells;
    private readonly ProgrammeDocument programme;
    private readonly Dictionary<(string Task, string Unit), TaskPart> parts;
    private readonly StandingPart[] standing;

    public TasksDrawing(NoticeBasis basis, CellBook cells)
    {
        this.basis = basis;
        this.cells = cells;
        programme = basis.Programme.Document;
        parts = basis.Tasks.ToDictionary(part => (part.Task, part.Unit));
        standing = [.. programme.Tasks.SelectMany(PartsOf).Select(part => new StandingPart(part, TaskProgress.Of(part, programme, basis.Day, basis.Period)))];
    }

    /// <returns>Null of a programme without key tasks.</returns>
    public NoticeTasks? Draw()
    {
        if (programme.Tasks.Count == 0)
            return null;
        var byUnit = standing.ToLookup(each => each.Part.Unit);
        var zones = programme.ZonesIn(basis.Period).Select(zone => Row(zone.Code, zone.Name, [.. byUnit[zone.Code]])).ToList();
        return new()
        {
            Zones = zones,
            Total = Total(zones),
            Units =
            [
                .. byUnit.Where(unit => programme.FindZone(unit.Key) is null)
                    .Select(unit => Row(unit.Key, programme.OrganisationName(unit.Key, basis.Period.End)!, [.. unit])),
            ],
            Stalled = [.. standing.Where(each => each.Progress.Standing == TaskStanding.Stalled).Select(Stalled)],
            Supervised = [.. programme.Tasks.Concat(programme.Safeguards).SelectMany(PartsOf).SelectMany(Supervised)],
        };
    }

    /// <summary>The latest date of any paper that the section rests on; null: of none.</summary>
    public LocalDate? KnownOn()
    {
        LocalDate[] dates =
        [
            .. from each in standing
               from report in each.Progress.By
               select report.On,
            .. from part in programme.Tasks.Concat(programme.Safeguards).SelectMany(PartsOf)
               from supervision in OfTheQuarter(part)
               select supervision.Closing?.On ?? supervision.Answers.LastOrDefault()?.On ?? supervision.On,
        ];
        return dates.Length == 0 ? null : dates.Max();
    }

    private IEnumerable<TaskPart> PartsOf(KeyTask task) =>
        programme.UnitsOn(task, basis.Period.End).Select(unit => parts.GetValueOrDefault((task.Id, unit)) ?? TaskPart.Stream(task.Id, unit).Initial);

    private TaskTallyRow Row(string unit, Name name, StandingPart[] own)
    {
        return new(
            unit, name,
            Count("tasks", own), Count("done", Standing(TaskStanding.Done)), Count("on_schedule", Standing(TaskStanding.OnSchedule)),
            Count("behind", Standing(TaskStanding.Behind)), Count("stalled", Standing(TaskStanding.Stalled)),
            Count("unreported", Standing(TaskStanding.Unreported)),
            Print("supervised",
            [
                .. from each in own
                   from begun in OfTheQuarter(each.Part)
                   select new Input(each.Part.Task, Counted(Formulas.Supervision, each.Part, begun.Position, begun.EventId)),
            ]));

        StandingPart[] Standing(TaskStanding standing) => [.. own.Where(each => each.Progress.Standing == standing)];

        Cell Count(string what, StandingPart[] counted) =>
            Print(what, [.. counted.Select(each => new Input(each.Part.Task, DerivationOf(each)))]);

        Cell Print(string what, Input[] counted) =>
            cells.Print("tasks", unit, what, Reckoning.Sum(counted) with { Formula = Formulas.Count }, 0);
    }

    private TaskTallyRow Total(IReadOnlyList<TaskTallyRow> zones)
    {
        return new(
            Zone.League, Words.Total, Sum("tasks", row => row.Tasks), Sum("done", row => row.Done), Sum("on_schedule", row => row.OnSchedule),
            Sum("behind", row => row.Behind), Sum("stalled", row => row.Stalled), Sum("unreported", row => row.Unreported),
            Sum("supervised", row => row.Supervised));

        Cell Sum(string what, Func<TaskTallyRow, Cell> of) => cells.Print(
            "tasks", Zone.League, what, Reckoning.Sum([.. zones.Select(row => new Input(row.Unit, cells.Of(of(row)) with { Rounding = null }))]), 0);
    }

    /// <summary>A part counts as it does by its reports, and where a rule finds it stalled, by the rule's limits.</summary>
    private Derivation DerivationOf(StandingPart each)
    {
        var (part, progress) = each;
        var rules = programme.TaskRules;
        Input[] limits = progress.Cause switch
        {
            StallCause.Behind => [Limit("behindQuarters", "/taskRules/behindQuarters", rules.BehindQuarters)],
            StallCause.Silent =>
            [
                Limit("silentQuarters", "/taskRules/silentQuarters", rules.SilentQuarters), Limit("dueDays", "/taskRules/dueDays", rules.DueDays),
            ],
            _ => [],
        };
        return Reckoning.Given(Formulas.TaskPart, Rational.One) with
        {
            Inputs =
            [
                .. progress.By.Select(report => new Input($"{report.Period}", Counted(Formulas.TaskReport, part, report.Position, report.EventId))),
                .. limits,
            ],
            Note = progress.Cause switch
            {
                null => null,
                StallCause.Said => Notes.StalledSaid,
                StallCause.Behind => Notes.StalledBehind,
                StallCause.Silent => Notes.StalledSilent,
                _ => throw new ArgumentOutOfRangeException(nameof(each)),
            },
        };
    }

    private static Input Limit(string name, string pointer, int value) => new(name, Derivation.Of(new Constant(pointer, value)));

    private static Derivation Counted(string formula, TaskPart part, long position, Guid eventId) =>
        Reckoning.Given(formula, Rational.One) with { Act = new(TaskPart.StreamId(part.Task, part.Unit), position, eventId) };

    private StalledPart Stalled(StandingPart each)
    {
        var (part, progress) = each;
        var latest = progress.Latest!;
        return new(
            part.Task, programme.FindTask(part.Task)!.Title, part.Unit, NameOf(part.Unit), progress.Cause!.Value, latest.Period, progress.Missing,
            latest.Position);
    }

    private IEnumerable<SupervisedPart> Supervised(TaskPart part) => OfTheQuarter(part).Select(supervision => new SupervisedPart(
        part.Task, programme.FindTask(part.Task)!.Title, part.Unit, NameOf(part.Unit), supervision.Number, supervision.Text,
        supervision.On, supervision.DueOn, supervision.State, supervision.IsLate(basis.Day), supervision.Answers.LastOrDefault()?.On,
        supervision.Closing?.On, supervision.Position));

    /// <summary>
    /// A notice goes out in the quarter that follows: what is begun then belongs to it already. What was begun later is for later notices,
    /// also where this one is drawn anew after them.
    /// </summary>
    private IEnumerable<Supervision> OfTheQuarter(TaskPart part)
    {
        var period = basis.Period;
        return part.Supervisions.Where(supervision =>
            supervision.On <= period.Next.End && (supervision.Closing is null || supervision.Closing.On >= period.Start));
    }

    private Name NameOf(string unit) => programme.ZoneNamedOn(unit, basis.Period.End)?.ShortName ?? programme.OrganisationName(unit, basis.Period.End)!;

    private sealed record StandingPart(TaskPart Part, TaskProgress Progress);
}
