using Ledger.Domain.Access;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Tests.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.KeyTasks;

/// <summary>Given what happened to XLHT's part of T1, when a command is decided, then events or a refusal.</summary>
internal sealed record TaskStory
{
    public static readonly Actor Reporter = new("xlht", "XLHT", Role.Reporter, "XLHT");
    public static readonly Actor Neighbour = new("byh", "BYH", Role.Reporter, "BYH");
    public static readonly Actor Bureau = new("stb.unit", "STB", Role.Unit);
    public static readonly Actor Office = new("stb", "STB", Role.Secretary);
    public static readonly LocalDate Today = new(2024, 12, 31);
    public static readonly Period Quarter = Period.OfQuarter(2024, 1);
    public static readonly Evidence Scan = new(new string('a', 64), "規劃.pdf", "application/pdf", 1024);

    private static readonly IReadOnlyDictionary<string, Evidence> Kept = new Dictionary<string, Evidence> { [Scan.Sha256] = Scan };

    public static ProgrammeDocument Programme { get; } = SoundProgramme.Document with
    {
        Tasks =
        [
            SoundProgramme.Document.Tasks[0] with { Results = [new("plans", new("規劃", "规划", "Plans"), new("份", "份", "documents"))] },
        ],
    };

    public TaskPart State { get; init; } = TaskPart.Stream("T1", "XLHT").Initial;

    public static TaskStory Untouched { get; } = new();

    public static TaskStory Reported { get; } = Untouched.Reporting(Quarter, TaskState.OnSchedule);

    public static TaskStory Confirmed { get; } = Reported.With(Office, new TaskConfirmed(Quarter.End.PlusDays(12), Quarter));

    public static TaskStory Supervised { get; } = Reported.With(Office, new TaskSupervised(new(2024, 4, 20), 1, "限期報送", new(2024, 5, 10)));

    public static TaskStory Answered { get; } = Supervised.With(Reporter, new SupervisionAnswered(new(2024, 5, 8), 1, "已報送", []));

    public TaskStory Reporting(Period period, TaskState state) =>
        With(Reporter, new TaskReported(period.End.PlusDays(5), period, state, "推進中", [], [], []));

    public TaskStory With(Actor actor, params TaskEvent[] events) => this with
    {
        State = events.Aggregate(State, (state, @event) => TaskPart.Evolve(
            state, new(@event, new(Guid.Empty, "task/T1/XLHT", 1, 1, Instant.FromUtc(2024, 1, 1, 0, 0), actor)))),
    };

    public Decision<TaskEvent> Reports(
        Period? period = null, TaskState state = TaskState.OnSchedule, string text = "推進中", IReadOnlyList<TaskResult>? results = null,
        IReadOnlyList<int>? reached = null, IReadOnlyList<string>? evidence = null, Actor? actor = null, LocalDate? on = null) =>
        new ReportTask(period ?? Quarter, state, text, results ?? [], reached ?? [], evidence ?? [], on)
            .Decide(State, Programme, Kept, actor ?? Reporter, Today);

    public TaskProgress On(LocalDate day) => TaskProgress.Of(State, Programme, day);
}
