using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Notices;

/// <summary>One table for each measure that the rules name, over any subject that has what it shows.</summary>
internal sealed class TableDrawing(Yardstick yardstick, Period period, CellBook cells, Func<string, bool> isAccepted)
{
    private readonly ProgrammeDocument programme = yardstick.Programme;
    private readonly NoticeRules rules = yardstick.Programme.Notices;

    public IReadOnlyList<DrawnTable> Draw() => [.. rules.Measures.Select(Draw)];

    private DrawnTable Draw(NoticeMeasure measure)
    {
        if (measure.Kind == NoticeMeasureKind.Growth)
        {
            var series = programme.FindSeries(measure.Subject)!;
            return Draw(measure, series.Id, series.Name, GrowthOf(series), rankedBy: Quantities.Growth, judgedBy: null);
        }

        var indicator = programme.FindIndicator(measure.Subject)!;
        var measured = programme.FindSeries(indicator.Measure.Numerator)!;
        var readings = new Dictionary<string, Reading>(StringComparer.Ordinal);
        return measure.Kind switch
        {
            NoticeMeasureKind.Trajectory => Draw(
                measure, indicator.Id, indicator.Name, AgainstTrajectory(indicator, measured, Read),
                rankedBy: Quantities.Gap, judgedBy: indicator.Measure.Kind == MeasureKind.Share ? Quantities.Gap : Quantities.Lead),
            NoticeMeasureKind.YearPlan => Draw(
                measure, indicator.Id, indicator.Trajectory.Kind == TrajectoryKind.Growth ? measured.Name : indicator.Name,
                AgainstYearPlan(indicator, measured, Read), rankedBy: Quantities.Attainment, judgedBy: Quantities.Lead),
            NoticeMeasureKind.LeagueCount => Draw(
                measure, indicator.Id, indicator.Name, OfCount(indicator, measured, Read), rankedBy: null, judgedBy: null),
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };

        Reading Read(string zone) => readings.TryGetValue(zone, out var reading)
            ? reading
            : readings[zone] = yardstick.Read(indicator.Code, zone, period)!;
    }

    private Column[] GrowthOf(Series series) =>
    [
        new(Quantities.Amount, series.Unit, series.Places, zone => yardstick.Value(series, zone, period)),
        new(Quantities.YearBefore, series.Unit, series.Places, zone => yardstick.Value(series, zone, period.YearBefore)),
        Growth(series),
        Column.Rank(Quantities.GrowthRank, Quantities.Growth),
    ];

    private Column[] AgainstTrajectory(Indicator indicator, Series measured, Func<string, Reading> read)
    {
        var places = PrintedPlaces.Of(programme, indicator);
        var isShare = indicator.Measure.Kind == MeasureKind.Share;
        var columns = new List<Column>();
        if (isShare)
            columns.Add(new(Quantities.Numerator, measured.Unit, measured.Places, zone => yardstick.Value(measured, zone, period)));
        if (indicator.Trajectory.Kind == TrajectoryKind.LinearFromBaseline)
        {
            columns.Add(new(
                Quantities.Baseline, indicator.Unit, isShare ? places.Target : measured.Places,
                zone => yardstick.Baseline(isShare ? indicator.Code : measured.Code, zone, isShare, read(zone).Settled)));
        }

        columns.Add(new(Quantities.Value, indicator.Unit, places.Value, zone => read(zone).Value));
        columns.Add(new(Quantities.Target, indicator.Unit, places.Target, zone => read(zone).Target));
        columns.Add(new(Quantities.Gap, isShare ? Words.Points : indicator.Unit, places.Gap, zone => read(zone).Gap));
        columns.Add(new(Quantities.Progress, Words.Percent, places.Progress, zone => read(zone).Progress));
        if (!isShare)
            columns.Add(new(Quantities.Lead, Words.Points, places.Lead, zone => read(zone).Lead));
        columns.Add(Column.Rank(Quantities.Rank, Quantities.Gap));
        return [.. columns];
    }

    private Column[] AgainstYearPlan(Indicator indicator, Series measured, Func<string, Reading> read)
    {
        var places = PrintedPlaces.Of(programme, indicator);
        var columns = new List<Column>
        {
            new(Quantities.Value, measured.Unit, places.Value, zone => read(zone).Value),
            new(Quantities.YearBefore, measured.Unit, measured.Places, zone => yardstick.Value(measured, zone, period.YearBefore)),
            Growth(measured),
            Column.Rank(Quantities.GrowthRank, Quantities.Growth),
        };
        if (indicator.Trajectory.Kind == TrajectoryKind.Growth)
        {
            columns.Add(new(
                Quantities.Baseline, measured.Unit, measured.Places, zone => yardstick.Baseline(measured.Code, zone, isShare: false, read(zone).Settled)));
        }

        columns.Add(HasYearTarget(indicator)
            ? new(Quantities.YearTarget, measured.Unit, places.YearTarget, zone => read(zone).YearTarget)
            : new(Quantities.Target, measured.Unit, places.Target, zone => read(zone).Target));
        columns.Add(new(Quantities.Attainment, Words.Percent, places.Attainment, zone => read(zone).Attainment));
        columns.Add(new(Quantities.Lead, Words.Points, places.Lead, zone => read(zone).Lead));
        columns.Add(Column.Rank(Quantities.Rank, Quantities.Attainment));
        return [.. columns];
    }

    private Column[] OfCount(Indicator indicator, Series measured, Func<string, Reading> read)
    {
        var places = PrintedPlaces.Of(programme, indicator);
        return
        [
            new(Quantities.Value, measured.Unit, places.Value, zone => read(zone).Value),
            new(Quantities.YearTarget, measured.Unit, places.YearTarget, zone => read(zone).YearTarget),
            new(Quantities.Target, measured.Unit, places.Target, zone => read(zone).Target),
            new(Quantities.Attainment, Words.Percent, places.Attainment, zone => read(zone).Attainment),
            new(Quantities.Lead, Words.Points, places.Lead, zone => read(zone).Lead),
        ];
    }

    private Column Growth(Series series) => new(
        Quantities.Growth, Words.Percent, rules.PercentPlaces,
        zone => yardstick.Growth(series, zone, period));

    /// <summary>Whether a year has a target of its own: a yearly flow, or a count of each year. Of a stock the path is what counts.</summary>
    private static bool HasYearTarget(Indicator indicator) =>
        indicator.Trajectory.Kind == TrajectoryKind.EachYear || indicator.Measure.Kind == MeasureKind.YearFlow;

    private DrawnTable Draw(
        NoticeMeasure measure, string number, Name name, Column[] columns, string? rankedBy, string? judgedBy)
    {
        var zones = measure.Kind == NoticeMeasureKind.LeagueCount ? [] : programme.ZonesIn(period);
        var rows = zones.ToDictionary(zone => zone.Code, zone => Row(measure.Subject, zone.Code, columns));
        var places = columns.Index().Where(column => column.Item.Ranks is not null)
            .ToDictionary(column => column.Item.Ranks!, column => Rank(measure.Subject, columns, column.Index, rows));
        var ranked = rankedBy is null ? new Dictionary<string, Place>() : places[rankedBy];
        var total = Row(measure.Subject, Zone.League, columns);
        foreach (var (index, column) in columns.Index().Where(column => column.Item.Ranks is not null))
            total[index] = cells.Print(measure.Subject, Zone.League, column.Code, Reckoning.NotApplicable(Formulas.Rank), 0);
        var table = new NoticeTable(
            measure.Subject, measure.Kind, number, name,
            [.. columns.Select(column => new NoticeColumn(column.Code, column.Unit))],
            [
                .. zones.OrderBy(zone => ranked.TryGetValue(zone.Code, out var place) ? place.Rank : int.MaxValue)
                    .Select(zone => new NoticeRow(zone.Code, zone.Name, rows[zone.Code])),
            ],
            new(Zone.League, Words.Total, total));
        return new(measure, table, ranked, rankedBy, judgedBy);
    }

    /// <summary>All but the places, which need the others' rows.</summary>
    private Cell[] Row(string subject, string zone, Column[] columns) =>
    [
        .. columns.Select(column => column.Ranks is null
            ? cells.Print(subject, zone, column.Code, column.Of(zone), column.Places)
            : null!),
    ];

    /// <summary>Places go by what is printed; a zone whose return is not accepted, or that has no value, has none.</summary>
    private IReadOnlyDictionary<string, Place> Rank(string subject, Column[] columns, int index, Dictionary<string, Cell[]> rows)
    {
        var by = Array.FindIndex(columns, column => column.Code == columns[index].Ranks);
        var competing = rows.Where(row => isAccepted(row.Key) && row.Value[by].Value is not null).ToList();
        var places = Ranking.Of(competing.Select(row => KeyValuePair.Create(row.Key, row.Value[by].Value!.Value)));
        // One list for all places of the ranking, or each of a thousand zones would hold a thousand.
        var ranking = new Derivation(Formulas.Ranking, Exact: null, Absence: null)
        {
            Inputs = [.. competing.Select(row => new Input(row.Key, cells.Of(row.Value[by])))],
        };
        foreach (var (zone, row) in rows)
            row[index] = cells.Print(subject, zone, columns[index].Code, Place(zone, row[by]), 0);
        return places;

        Derivation Place(string zone, Cell value)
        {
            Input[] inputs = [new("value", cells.Of(value)), new("ranking", ranking)];
            if (places.TryGetValue(zone, out var place))
                return new(Formulas.Rank, place.Rank, Absence: null) { Inputs = inputs, Note = place.IsTied ? Notes.Tied : null };
            var absence = isAccepted(zone) ? cells.Of(value).Absence! : Absence.Missing(Reasons.NotAccepted, zone);
            return Reckoning.None(Formulas.Rank, absence, inputs);
        }
    }

    /// <param name="Ranks">The column that a place is given by; null: the column bears a value.</param>
    private sealed record Column(string Code, Name? Unit, int Places, Func<string, Derivation> Of, string? Ranks = null)
    {
        public static Column Rank(string code, string by) =>
            new(code, Unit: null, 0, _ => throw new InvalidOperationException("A place needs the others' values."), by);
    }
}

/// <param name="Places">By the zone's code; only zones that are ranked.</param>
/// <param name="RankedBy">The quantity that the places go by; null: the table ranks nobody.</param>
/// <param name="JudgedBy">The quantity, in points, that says how far behind the plan a zone is; null: it is not measured against one.</param>
internal sealed record DrawnTable(
    NoticeMeasure Measure, NoticeTable Table, IReadOnlyDictionary<string, Place> Places, string? RankedBy, string? JudgedBy)
{
    public Cell Cell(NoticeRow row, string quantity) => Table.Find(row, quantity)!;

    public string RankQuantity => RankedBy == Quantities.Growth ? Quantities.GrowthRank : Quantities.Rank;
}
