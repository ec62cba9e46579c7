using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.KeyTasks;

/// <summary>The facts of a zone's key tasks: how many stand how. Safeguards are not among them.</summary>
/// <param name="Tasks">How many of the tasks have a part of this zone.</param>
/// <param name="Supervised">How many are under supervision.</param>
public sealed record TaskTally(string Zone, int Tasks, int OnSchedule, int Behind, int Stalled, int Done, int Unreported, int Supervised)
{
    /// <param name="zone">A zone, or another unit that has parts.</param>
    /// <param name="parts">By task and unit; a part that is not there is one of which nothing happened.</param>
    /// <param name="upTo">Only quarters up to this one count; null: all that are due.</param>
    public static TaskTally Of(
        string zone, ProgrammeDocument programme, IReadOnlyDictionary<(string Task, string Unit), TaskPart> parts, LocalDate day,
        Period? upTo = null)
    {
        var own = programme.Tasks
            .Where(task => programme.UnitsOf(task).Contains(zone))
            .Select(task => parts.GetValueOrDefault((task.Id, zone)) ?? TaskPart.Stream(task.Id, zone).Initial)
            .ToList();
        var standings = own.CountBy(part => TaskProgress.Of(part, programme, day, upTo).Standing).ToDictionary();
        return new(
            zone, own.Count, Count(TaskStanding.OnSchedule), Count(TaskStanding.Behind), Count(TaskStanding.Stalled), Count(TaskStanding.Done),
            Count(TaskStanding.Unreported), own.Count(part => part.Supervisions.Any(supervision => supervision.State != SupervisionState.Closed)));

        int Count(TaskStanding standing) => standings.GetValueOrDefault(standing);
    }
}
