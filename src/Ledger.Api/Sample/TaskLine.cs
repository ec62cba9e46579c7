using System.Text.Json.Serialization;
using Ledger.Domain.KeyTasks;
using NodaTime;
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
