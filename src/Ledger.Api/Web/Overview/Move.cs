using Ledger.Domain.Access;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Web.Overview;

/// <summary>What is to be done next, and whose move it is.</summary>
/// <param name="Party">The code of the zone or unit whose matter it is; null: the league's.</param>
/// <param name="Task">The key task it is about; null where it is about none, or about several.</param>
/// <param name="Count">How many there are of what is asked; 1 where it is one act.</param>
/// <param name="DueOn">Null where nothing says by when.</param>
/// <param name="Address">Where it is done.</param>
public sealed record Move(
    MoveKind Kind, Role Who, string? Party, string? Task, Period? Period, int Count, LocalDate? DueOn, bool IsLate, string Address)
{
    /// <summary>What is late first, then by the day it is due, then by period; what has neither stands last. Equals stay in their order.</summary>
    public static IReadOnlyList<Move> InOrder(IEnumerable<Move> moves) =>
    [
        .. moves.OrderByDescending(move => move.IsLate)
            .ThenBy(move => move.DueOn ?? LocalDate.MaxIsoValue)
            .ThenBy(move => move.Period is null)
            .ThenBy(move => move.Period),
    ];
}

public enum MoveKind
{
    Report,
    Resubmit,
    Answer,
    Review,
    Rule,
    Issue,
    ReportTasks,
    AnswerTaskQueries,
    ConfirmTaskReports,
    AnswerSupervision,
    CloseSupervision,
    FollowOutcome,
}
