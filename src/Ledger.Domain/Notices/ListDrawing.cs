using Ledger.Domain.Programme;

namespace Ledger.Domain.Notices;

/// <summary>紅黑榜: derived from what is printed, each entry with its reasons.</summary>
internal sealed class ListDrawing(ProgrammeDocument programme, Period period, IReadOnlyList<DrawnTable> tables, ReturnsDrawing returns)
{
    private readonly NoticeRules rules = programme.Notices;
    private readonly DrawnTable[] plans = [.. tables.Where(table => table.JudgedBy is not null)];
    private readonly Dictionary<(string Subject, NoticeMeasureKind Kind, string Zone), NoticeRow> rows = tables
        .SelectMany(table => table.Table.Rows.Select(row => (Key: (table.Table.Subject, table.Table.Kind, row.Zone), Row: row)))
        .ToDictionary(entry => entry.Key, entry => entry.Row);

    /// <summary>First in enough of the ranked measures, and every return of the year so far in time; not who is on the black list.</summary>
    public ListedZone[] Red(ListedZone[] black) => Listed(zone =>
    {
        ListReason[] firsts =
        [
            .. tables.Where(table => table.Places.TryGetValue(zone.Code, out var place) && place.Rank == 1)
                .Select(table => First(table, Row(table, zone))),
        ];
        var isPunctual = returns.JudgedOf(zone.Code).All(quarter => returns.TimelinessOf(zone.Code, quarter) == ReturnTimeliness.OnTime);
        // Where all are far behind, the first among them is no model.
        var isBlack = Array.Exists(black, listed => listed.Zone == zone.Code);
        return firsts.Length >= rules.RedFirstPlaces && isPunctual && !isBlack
            ? [.. firsts, new("all-on-time", [], Words.AllOnTime(period))]
            : [];
    });

    /// <summary>Behind by too much in every measure against a plan, or a return missing.</summary>
    public ListedZone[] Black() => Listed(zone =>
    [
        .. plans.Length > 0 && Array.TrueForAll(plans, table => Lag(table, zone) > rules.BlackLagPoints)
            ? plans.Select(table => Behind(table, Row(table, zone)))
            : [],
        .. returns.JudgedOf(zone.Code).Where(quarter => returns.TimelinessOf(zone.Code, quarter) == ReturnTimeliness.Missing)
            .Select(quarter => new ListReason("return-missing", [], Words.ReturnMissing(quarter))),
    ]);

    private ListedZone[] Listed(Func<Zone, IReadOnlyList<ListReason>> reasons) =>
    [
        .. programme.ZonesIn(period).Select(zone => new ListedZone(zone.Code, zone.Name, reasons(zone))).Where(listed => listed.Reasons.Count > 0),
    ];

    private NoticeRow Row(DrawnTable table, Zone zone) => rows[(table.Table.Subject, table.Table.Kind, zone.Code)];

    /// <returns>Null where it is not known; that is not behind.</returns>
    private decimal? Lag(DrawnTable table, Zone zone) => -table.Cell(Row(table, zone), table.JudgedBy!).Value;

    private static ListReason First(DrawnTable table, NoticeRow row)
    {
        var value = table.Cell(row, table.RankedBy!);
        var rank = table.Cell(row, table.RankQuantity);
        return new("first-place", [rank.Id, value.Id], Words.FirstIn(table.Table, value, rank));
    }

    private static ListReason Behind(DrawnTable table, NoticeRow row)
    {
        var value = table.Cell(row, table.JudgedBy!);
        return new("behind-plan", [value.Id], Words.BehindIn(table.Table, value));
    }
}
