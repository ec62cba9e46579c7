using Ledger.Domain;
using Ledger.Domain.KeyTasks;

namespace Ledger.Api.KeyTasks;

/// <summary>Which parts a number of a tally counts: a zone's, all or those that stand in one way. Safeguards are in none.</summary>
public static class CountedParts
{
    public const string All = "all";
    public const string Supervised = "supervised";

    /// <returns>Null where the word is of no standing.</returns>
    public static TaskStanding? StandingOf(string? counted) =>
        Enum.GetValues<TaskStanding>().Cast<TaskStanding?>().FirstOrDefault(standing => standing!.Value.Word() == counted);

    /// <summary>Of the board that bears the number.</summary>
    /// <param name="counted">As it stands in an address; what is none of these words counts all.</param>
    public static IReadOnlyList<(TaskRow Task, TaskCell Cell)> Of(TaskBoard board, string zone, string? counted) =>
    [
        .. from task in board.Tasks
           where !task.IsSafeguard
           from cell in task.Parts
           where cell.Unit == zone && Counts(cell, counted)
           select (task, cell),
    ];

    /// <summary>The page that lists them.</summary>
    public static string Address(Domain.Period? period, string zone, string counted) =>
        $"/tasks?{(period is null ? "" : $"period={period}&")}zone={Uri.EscapeDataString(zone)}&counted={counted}#counted";

    private static bool Counts(TaskCell cell, string? counted) => counted == Supervised
        ? cell.Supervised is not null
        : StandingOf(counted) is not { } standing || cell.Standing == standing;
}
