using Ledger.Api.KeyTasks;
using Ledger.Domain.Access;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;

namespace Ledger.Api.Web.Overview;

/// <summary>What waits about key tasks: a unit's reports and queries as one line each, every supervision on its own.</summary>
public static class TaskMoves
{
    public static IEnumerable<Move> Of(ProgrammeDocument programme, TaskBoard board)
    {
        var parts = board.Tasks.SelectMany(task => task.Parts.Select(part => (task.Id, part))).ToList();
        foreach (var unit in parts.GroupBy(each => each.part.Unit))
        {
            if (Gathered(MoveKind.ReportTasks, [.. unit.Where(each => IsAsked(programme.TaskRules, board, each.part))]) is { } report)
                yield return report;
            if (Gathered(MoveKind.AnswerTaskQueries, [.. unit.Where(each => each.part.OpenQueries > 0)]) is { } answer)
                yield return answer with { DueOn = null, IsLate = false, Count = unit.Sum(each => each.part.OpenQueries) };
        }

        if (parts.Count(each => each.part.Review == ReviewState.Open) is > 0 and var unread)
            yield return new(MoveKind.ConfirmTaskReports, Role.Secretary, Party: null, Task: null, Period: null, unread, DueOn: null, IsLate: false, "/tasks");

        foreach (var (task, part) in parts.Where(each => each.part.Supervised is not null))
            yield return OfSupervision(task, part, part.Supervised!);
    }

    /// <summary>A report is overdue, or the quarter has ended for which the next one is due.</summary>
    private static bool IsAsked(TaskRules rules, TaskBoard board, TaskCell part) =>
        part.Missing.Count > 0 || part.NextDue?.PlusDays(-rules.DueDays) < board.Day;

    private static Move? Gathered(MoveKind kind, IReadOnlyList<(string Task, TaskCell Part)> parts) => parts switch
    {
        [] => null,
        [var (task, part)] => Units(kind, part, task, 1, part.Missing.Count > 0, $"/tasks/{task}/{part.Unit}"),
        [var (_, first), ..] => Units(kind, first, null, parts.Count, parts.Any(each => each.Part.Missing.Count > 0), "/tasks"),
    };

    private static Move Units(MoveKind kind, TaskCell part, string? task, int count, bool isLate, string address) =>
        new(kind, RoleOf(part), part.Unit, task, Period: null, count, isLate ? null : part.NextDue, isLate, address);

    private static Move OfSupervision(string task, TaskCell part, SupervisionOfCell supervised)
    {
        var isAnswered = supervised.State == SupervisionState.Answered;
        return new(
            isAnswered ? MoveKind.CloseSupervision : MoveKind.AnswerSupervision, isAnswered ? Role.Secretary : RoleOf(part), part.Unit, task,
            Period: null, 1, isAnswered ? null : supervised.DueOn, supervised.IsLate, $"/tasks/{task}/{part.Unit}");
    }

    private static Role RoleOf(TaskCell part) => part.IsZone ? Role.Reporter : Role.Unit;
}
