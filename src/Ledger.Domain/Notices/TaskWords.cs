using Ledger.Domain.KeyTasks;
using static Ledger.Domain.Notices.Words;

namespace Ledger.Domain.Notices;

/// <summary>What a notice says about the key tasks, in the three languages.</summary>
/// <remarks>Frozen with the notice, as <see cref="Words"/> are.</remarks>
internal static class TaskWords
{
    /// <summary>截至9月底，全盟5個培育對象承擔重點任務70項次，已完成2項次，…。</summary>
    public static Name Tally(Period period, int zones, TaskTallyRow total) => Sentence(
        [
            new(
                $"承擔重點任務{Of(total.Tasks)}項次", $"承担重点任务{Of(total.Tasks)}项次",
                $"had {Of(total.Tasks)} parts in the key tasks"),
            .. Standings(total),
        ],
        new(
            $"截至{Text(period.Months)}月底，全盟{Text(zones)}個培育對象", $"截至{Text(period.Months)}月底，全盟{Text(zones)}个培育对象",
            $"By the end of {Month(period)} {Text(period.Year)} the league's {Text(zones)} zones under cultivation "));

    /// <summary>其他責任單位承擔34項次，…。</summary>
    public static Name OtherUnits(IReadOnlyList<TaskTallyRow> units)
    {
        return Sentence(
        [
            new($"其他責任單位承擔{Sum(row => row.Tasks)}項次", $"其他责任单位承担{Sum(row => row.Tasks)}项次", $"the other responsible units had {Sum(row => row.Tasks)}"),
            .. Standings(row => Sum(row)),
        ]);

        int Sum(Func<TaskTallyRow, Cell> of) => units.Sum(row => (int)of(row).Value!.Value);
    }

    public static Name Stalled(StalledPart part, int behindQuarters)
    {
        var (hant, hans, english) = part.Cause switch
        {
            StallCause.Said => ("責任單位報告停滯", "责任单位报告停滞", "its unit says so"),
            StallCause.Behind => (
                $"連續{Text(behindQuarters)}個季度滯後", $"连续{Text(behindQuarters)}个季度滞后", $"behind for {Text(behindQuarters)} quarters running"),
            StallCause.Silent => (
                $"{Text(part.Missing.Count)}個季度應報未報", $"{Text(part.Missing.Count)}个季度应报未报", $"{Text(part.Missing.Count)} reports due and not made"),
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
        return new(
            $"{part.UnitName.ZhHant}“{part.Title.ZhHant}”停滯（{hant}）。", $"{part.UnitName.ZhHans}“{part.Title.ZhHans}”停滞（{hans}）。",
            $"“{part.Title.En}” of {part.UnitName.En} is stalled ({english}).");
    }

    public static Name Supervised(IReadOnlyList<SupervisedPart> parts)
    {
        var late = parts.Count(part => part.IsLate);
        var clauses = new List<Name> { new($"督辦事項{Text(parts.Count)}項", $"督办事项{Text(parts.Count)}项", $"{Text(parts.Count)} supervised") };
        foreach (var (state, count) in parts.CountBy(part => part.State).OrderBy(group => group.Key))
        {
            var (hant, hans, english) = state switch
            {
                SupervisionState.Open => ("待答復", "待答复", "to be answered"),
                SupervisionState.Answered => ("已答復待辦結", "已答复待办结", "answered and not closed"),
                SupervisionState.Closed => ("已辦結", "已办结", "closed"),
                _ => throw new ArgumentOutOfRangeException(nameof(parts)),
            };
            var isLate = state == SupervisionState.Open && late > 0;
            clauses.Add(new(
                $"{hant}{Text(count)}項{(isLate ? $"（逾期{Text(late)}項）" : "")}", $"{hans}{Text(count)}项{(isLate ? $"（逾期{Text(late)}项）" : "")}",
                $"{Text(count)} {english}{(isLate ? $" ({Text(late)} late)" : "")}"));
        }

        return Sentence(clauses);
    }

    private static IEnumerable<Name> Standings(TaskTallyRow row) => Standings(of => (int)of(row).Value!.Value);

    /// <summary>What is done and what is on schedule is always told, the rest where there is any.</summary>
    private static IEnumerable<Name> Standings(Func<Func<TaskTallyRow, Cell>, int> count)
    {
        var (behind, stalled, unreported) = (count(row => row.Behind), count(row => row.Stalled), count(row => row.Unreported));
        yield return Said("已完成", "已完成", count(row => row.Done), "done");
        yield return Said("按計劃推進", "按计划推进", count(row => row.OnSchedule), "on schedule");
        if (behind > 0)
            yield return Said("滯後", "滞后", behind, "behind");
        if (stalled > 0)
            yield return Said("停滯", "停滞", stalled, "stalled");
        if (unreported > 0)
            yield return Said("尚未報告", "尚未报告", unreported, "not reported yet");
    }

    private static Name Said(string hant, string hans, int count, string english) =>
        new($"{hant}{Text(count)}項次", $"{hans}{Text(count)}项次", $"{Text(count)} {english}");

    private static string Of(Cell cell) => Text(cell.Value!.Value);

    private static string Month(Period period) => period.Months switch
    {
        3 => "March",
        6 => "June",
        9 => "September",
        _ => "December",
    };
}
