namespace Ledger.Domain.Notices;

public static class NoticeCells
{
    /// <summary>Every printed number of the notice, in the order of the paper.</summary>
    public static IEnumerable<Cell> Cells(this NoticeContent content) =>
    [
        content.TimeProgress,
        .. content.Tables.SelectMany(table => table.Rows.Append(table.Total)).SelectMany(row => row.Cells),
        .. content.Targets.SelectMany(target => target.Cells()),
        .. content.Tasks is { } tasks ? tasks.Zones.Append(tasks.Total).Concat(tasks.Units).SelectMany(row => row.Cells()) : [],
        .. content.Decisions is { } decisions ? [decisions.Count] : Array.Empty<Cell>(),
        .. new[] { content.Tally.Due, content.Tally.OnTime, content.Tally.Late, content.Tally.Missing, content.Tally.Outstanding, content.Tally.Accepted },
        .. content.Register is { } register ? register.Series.SelectMany(line => line.Cells).Append(register.Agreeing).Append(register.Differing) : [],
        .. content.Corrections.SelectMany(entry => entry.Effects.SelectMany(effect => new[] { effect.Before, effect.After })
            .Prepend(entry.New).Prepend(entry.Old)),
    ];

    public static IEnumerable<Cell> Cells(this TargetStanding target) =>
        [target.Value, target.Target, target.YearTarget, target.Gap, target.Attainment, target.Lead, target.Progress, target.YearlyGrowth];

    /// <returns>Null when the table has no such column.</returns>
    public static Cell? Find(this NoticeTable table, NoticeRow row, string quantity)
    {
        var index = table.Columns.Index().FirstOrDefault(column => column.Item.Code == quantity, (-1, null!)).Index;
        return index < 0 ? null : row.Cells[index];
    }
}
