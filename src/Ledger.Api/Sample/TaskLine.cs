using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Api.Store;
using Ledger.Domain.KeyTasks;
using NodaTime;
using NodaTime.Text;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Sample;

/// <summary>A line of <c>tasks.json</c>: what happened to a unit's part of a key task.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(Aim), "milestone")]
[JsonDerivedType(typeof(Report), "report")]
[JsonDerivedType(typeof(Confirm), "confirm")]
[JsonDerivedType(typeof(GiveBack), "send_back")]
[JsonDerivedType(typeof(Ask), "query")]
[JsonDerivedType(typeof(Reply), "answer_query")]
[JsonDerivedType(typeof(Press), "supervise")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(End), "close")]
internal abstract record TaskLine(LocalDate On, string Task, string Unit)
{
    /// <summary>Whether the unit acts, and not the office.</summary>
    [JsonIgnore]
    public virtual bool IsUnits => false;

    [JsonIgnore]
    public abstract object Command { get; }

    /// <summary>A line of <c>progress.csv</c>: a report of which nothing is told but that it came and, where it was, was confirmed.</summary>
    public static IEnumerable<TaskLine> Progress(SampleFiles.TableRow row)
    {
        var (task, unit, period) = (row.Need("task"), row.Need("unit"), Period.Parse(row.Need("period")));
        yield return new Report(
            LocalDatePattern.Iso.Parse(row.Need("reported")).Value, task, unit, period,
            JsonSerializer.Deserialize<TaskState>($"\"{row.Need("state")}\"", LedgerJson.Options), row.Need("text"),
            [.. (row["results"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(result => result.Split(' '))
                .Select(result => new TaskResult(result[0], int.Parse(result[1], CultureInfo.InvariantCulture)))],
            Reached: []);
        if (row["confirmed"] is { } confirmed)
            yield return new Confirm(LocalDatePattern.Iso.Parse(confirmed).Value, task, unit, period);
    }

    internal sealed record Aim(LocalDate On, string Task, string Unit, int Year, string Text, string Source) : TaskLine(On, Task, Unit)
    {
        public override object Command => new SetMilestone(Year, Text, Source, On: On);
    }

    internal sealed record Report(
        LocalDate On, string Task, string Unit, Period Period, TaskState State, string Text, IReadOnlyList<TaskResult> Results,
        IReadOnlyList<int> Reached) : TaskLine(On, Task, Unit)
    {
        public override bool IsUnits => true;

        public override object Command => new ReportTask(Period, State, Text, Results, Reached, [], On);
    }

    internal sealed record Confirm(LocalDate On, string Task, string Unit, Period Period) : TaskLine(On, Task, Unit)
    {
        public override object Command => new ConfirmReport(Period, On);
    }

    internal sealed record GiveBack(LocalDate On, string Task, string Unit, Period Period, string Reason) : TaskLine(On, Task, Unit)
    {
        public override object Command => new SendReportBack(Period, Reason, On);
    }

    internal sealed record Ask(LocalDate On, string Task, string Unit, Period Period, string Text) : TaskLine(On, Task, Unit)
    {
        public override object Command => new QueryReport(Period, Text, On);
    }

    internal sealed record Reply(LocalDate On, string Task, string Unit, int Query, string Text) : TaskLine(On, Task, Unit)
    {
        public override bool IsUnits => true;

        public override object Command => new AnswerTaskQuery(Query, Text, On);
    }

    internal sealed record Press(LocalDate On, string Task, string Unit, string Text, LocalDate DueOn) : TaskLine(On, Task, Unit)
    {
        public override object Command => new SuperviseTask(Text, DueOn, On);
    }

    internal sealed record Answer(LocalDate On, string Task, string Unit, string Text) : TaskLine(On, Task, Unit)
    {
        public override bool IsUnits => true;

        public override object Command => new AnswerSupervision(Supervision: 1, Text, [], On);
    }

    internal sealed record End(LocalDate On, string Task, string Unit, int Supervision, string Text) : TaskLine(On, Task, Unit)
    {
        public override object Command => new CloseSupervision(Supervision, Text, On);
    }
}
