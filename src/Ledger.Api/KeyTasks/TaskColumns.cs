using Ledger.Api.Lists;
using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;

namespace Ledger.Api.KeyTasks;

/// <summary>What a list of reports on tasks has for columns, and what its cells may say, under the programme in force.</summary>
internal sealed class TaskColumns(ProgrammeDocument programme, ITexts texts)
{
    public Column Task { get; } = new("task", texts.NameOf("tasklist.task"), IsRequired: true);

    public Column TaskTitle { get; } = new("task_title", texts.NameOf("tasklist.task_title"), IsShownOnly: true);

    public Column Unit { get; } = new("unit", texts.NameOf("tasklist.unit"), IsRequired: true);

    public Column UnitName { get; } = new("unit_name", texts.NameOf("tasklist.unit_name"), IsShownOnly: true);

    public Column Period { get; } = new("period", texts.NameOf("tasklist.period"), IsRequired: true);

    public Column State { get; } = new("state", texts.NameOf("tasklist.state"), IsRequired: true);

    public Column Text { get; } = new("text", texts.NameOf("tasklist.text"), IsRequired: true);

    /// <summary>Numbers of milestones.</summary>
    public Column Reached { get; } = new("reached", texts.NameOf("tasklist.reached"));

    /// <summary>Hashes of papers kept in the ledger.</summary>
    public Column Evidence { get; } = new("evidence", texts.NameOf("tasklist.evidence"));

    public Column On { get; } = new("on", texts.NameOf("tasklist.on"));

    public Column Review { get; } = new("review", texts.NameOf("tasklist.review"), IsShownOnly: true);

    /// <summary>One for each kind of result that any task counts, with the kind's code for its field.</summary>
    public IReadOnlyList<Column> Results { get; } =
    [
        .. Every(programme).SelectMany(task => task.Results, (task, kind) => new Column(kind.Code, Heading(task, kind))).DistinctBy(column => column.Field),
    ];

    /// <summary>The columns of a list; those of results that nobody states can be left out.</summary>
    public IReadOnlyList<Column> All(IEnumerable<Column>? results = null) =>
        [Task, TaskTitle, Unit, UnitName, Period, State, Text, .. results ?? Results, Reached, Evidence, On, Review];

    public IReadOnlyList<ListChoice<string>> Tasks { get; } =
        [.. Every(programme).Select(task => new ListChoice<string>(task.Id, task.Id, task.Title.ZhHant, task.Title.ZhHans, task.Title.En))];

    /// <summary>Zones and organisations under any name that they bear or bore.</summary>
    public IReadOnlyList<ListChoice<string>> Units { get; } =
    [
        .. from unit in Every(programme).SelectMany(programme.UnitsOf).Distinct()
           let names = programme.FindZone(unit) is { } zone
               ? [zone.Name, zone.ShortName, zone.ListName]
               : programme.Organisations.Where(one => one.Code == unit).Select(one => one.Name)
           select new ListChoice<string>(unit, unit, [.. names.SelectMany(name => name.InEvery())]),
    ];

    public IReadOnlyList<ListChoice<Period>> Quarters { get; } =
    [
        .. programme.Quarters().Select(quarter => new ListChoice<Period>(
            quarter, quarter.ToString(), [.. texts.NameOf($"period.q{quarter.Quarter}", quarter.Year).InEvery()])),
    ];

    public IReadOnlyList<ListChoice<TaskState>> States { get; } = ListChoices.OfEach<TaskState>(texts);

    private static IEnumerable<KeyTask> Every(ProgrammeDocument programme) => programme.Tasks.Concat(programme.Safeguards);

    // Kinds of two tasks may bear one name.
    private static Name Heading(KeyTask task, ResultKind kind) =>
        new($"{task.Id} {kind.Name.ZhHant}", $"{task.Id} {kind.Name.ZhHans}", $"{task.Id} {kind.Name.En}");
}
