using System.Globalization;

namespace Ledger.Domain.Notices;

/// <summary>What one edition says otherwise than another; when and at which position they were drawn is not part of it.</summary>
public sealed record NoticeDifference(IReadOnlyList<CellChange> Cells, IReadOnlyList<OtherChange> Others)
{
    public bool IsNone => Cells.Count == 0 && Others.Count == 0;

    public static NoticeDifference Between(NoticeContent before, NoticeContent after) => new(
        [.. Pair(before.Cells(), after.Cells(), cell => cell.Id)
            .Where(pair => !Same(pair.Before, pair.After))
            .Select(pair => new CellChange((pair.After ?? pair.Before)!.Id, pair.Before, pair.After))],
        [.. Pair(Statements(before), Statements(after), statement => statement.What)
            .Where(pair => pair.Before.Text != pair.After.Text)
            .Select(pair => new OtherChange(pair.After.What ?? pair.Before.What, pair.Before.Text, pair.After.Text))]);

    /// <summary>By id, in the order of the new edition, what is gone at the end. What a table and the targets both say is one.</summary>
    private static IEnumerable<(T? Before, T? After)> Pair<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> id)
    {
        var old = before.DistinctBy(id).ToDictionary(id);
        foreach (var @new in after.DistinctBy(id))
        {
            old.Remove(id(@new), out var was);
            yield return (was, @new);
        }

        foreach (var gone in old.Values)
            yield return (gone, default);
    }

    private static bool Same(Cell? before, Cell? after) =>
        before is not null && after is not null
        && Printed(before) == Printed(after) && before.Reason == after.Reason && before.Note == after.Note
        && (before.Lacking ?? []).SequenceEqual(after.Lacking ?? []);

    // 12.5 and 12.50 are the same number and not the same print.
    private static string? Printed(Cell cell) => cell.Value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is said without a number.</summary>
    private static IEnumerable<(string What, string? Text)> Statements(NoticeContent content) =>
    [
        .. content.Zones.Select(zone => ($"ranked.{zone.Code}", zone.IsRanked ? "yes" : "no")),
        .. content.Returns.Select(entry => ($"return.{entry.Zone}", $"{entry.Timeliness} {entry.State}")),
        .. content.Targets.Select(target => ($"target.{target.Indicator}", $"{target.Verdict}")),
        .. content.Tasks is { } tasks ? TaskStatements(tasks) : [],
        .. (content.Decisions?.All ?? []).Select(decision => ($"decision.{decision.Reference}", $"{decision.Outcome}: {decision.Text}")),
        .. content.Corrections.Select(entry => ($"correction.{entry.Zone}.{entry.Period}.{entry.Number}", entry.Reason)),
        .. content.Red.Select(entry => ($"red.{entry.Zone}", Reasons(entry))),
        .. content.Black.Select(entry => ($"black.{entry.Zone}", Reasons(entry))),
        .. content.Assumptions.SelectMany(assumption => assumption.Values.Select(
            governed => ($"assumption.{assumption.Id}{governed.Pointer}", governed.Value))),
    ];

    private static IEnumerable<(string What, string? Text)> TaskStatements(NoticeTasks tasks) =>
    [
        .. tasks.Stalled.Select(part => ($"stalled.{part.Task}.{part.Unit}", $"{part.Cause}")),
        .. tasks.Supervised.Select(part => (
            FormattableString.Invariant($"supervised.{part.Task}.{part.Unit}.{part.Number}"), $"{part.State}{(part.IsLate ? " late" : "")}")),
    ];

    private static string Reasons(ListedZone entry) => string.Join("；", entry.Reasons.Select(reason => reason.Text.ZhHant));
}
