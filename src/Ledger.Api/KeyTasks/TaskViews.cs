using Ledger.Domain;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.KeyTasks;

/// <summary>All key tasks and safeguards, each with the parts of its zones and units.</summary>
/// <param name="Period">Only reports up to this quarter count; null: all do.</param>
/// <param name="Day">The day on which things stand so, from which days left are counted.</param>
/// <param name="Tallies">Of the key tasks, by zone.</param>
public sealed record TaskBoard(Period? Period, LocalDate Day, IReadOnlyList<TaskRow> Tasks, IReadOnlyList<TaskTally> Tallies);

/// <param name="IsSafeguard">It is one of the safeguards, which count in no tally.</param>
/// <param name="Parts">In the plan's order of units, the zones in the place of their governments.</param>
public sealed record TaskRow(string Id, string Section, Name Title, bool IsSafeguard, IReadOnlyList<TaskCell> Parts);

/// <summary>How one part stands.</summary>
/// <param name="Unit">A zone's code, or an organisation's.</param>
/// <param name="IsZone">Whether it is a zone's.</param>
/// <param name="Cause">Why it is stalled; null where it is not.</param>
/// <param name="Reported">The quarter of the last report that counts; null: nothing was reported.</param>
/// <param name="Review">What the office made of that report.</param>
/// <param name="Missing">Quarters since then whose reports are due and not made.</param>
/// <param name="NextDue">By when the next report is due; null: none is, or the part is done.</param>
/// <param name="Supervised">The supervision that goes on; null: none does.</param>
public sealed record TaskCell(
    string Unit, bool IsZone, TaskStanding Standing, StallCause? Cause, Period? Reported, ReviewState? Review, IReadOnlyList<Period> Missing,
    LocalDate? NextDue, int OpenQueries, SupervisionOfCell? Supervised);

public sealed record SupervisionOfCell(int Number, LocalDate DueOn, SupervisionState State, bool IsLate);

/// <summary>One task: the plan's words, and all that its parts have come to.</summary>
public sealed record TaskView(KeyTask Task, bool IsSafeguard, int ProgrammeVersion, LocalDate Day, IReadOnlyList<TaskPartView> Parts);

/// <summary>One part whole.</summary>
/// <param name="Course">Everything that happened to it, in order.</param>
/// <param name="Version">Of its stream, for <c>If-Match</c>.</param>
public sealed record TaskPartView(
    string Task, TaskCell Standing, IReadOnlyList<Milestone> Milestones, IReadOnlyList<TaskReport> Reports, IReadOnlyList<TaskQuery> Queries,
    IReadOnlyList<Supervision> Supervisions, IReadOnlyList<TaskStep> Course, LocalDate? LastActOn, long Version);

/// <summary>One act on a part, as the ledger holds it.</summary>
/// <param name="Type">The stored name of its kind.</param>
/// <param name="Officer">Who acted.</param>
public sealed record TaskStep(long Position, Instant RecordedAt, LocalDate On, string Type, string Officer, string Organisation, Period? Period);
