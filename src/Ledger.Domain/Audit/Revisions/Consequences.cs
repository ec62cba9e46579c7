using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Measures;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Audit.Revisions;

/// <summary>What reads otherwise with a figure as it stands than it would with its first release, all else as it stands.</summary>
/// <param name="Grades">Of years whose result is published.</param>
public sealed record Consequence(
    string Zone, string Series, Period Period, decimal First, decimal Latest,
    IReadOnlyList<VerdictChange> Verdicts, IReadOnlyList<PlaceChange> Places, IReadOnlyList<GradeChange> Grades)
{
    public bool IsNone => Verdicts.Count + Places.Count + Grades.Count == 0;
}

public sealed record VerdictChange(string Indicator, string Zone, Period Period, Verdict First, Verdict Latest);

/// <param name="Subject">What a notice ranks by: a series or an indicator.</param>
/// <param name="First">Null: no place.</param>
public sealed record PlaceChange(string Subject, string Zone, Period Period, int? First, int? Latest);

public sealed record GradeChange(int Year, string Zone, Standing? First, Standing? Latest)
{
    public bool IsOfGrade => First?.Grade != Latest?.Grade;
}

/// <summary>Works out <see cref="Consequence"/>s.</summary>
/// <param name="now">Over the figures as they stand.</param>
/// <param name="years">Of each published result what it rests on.</param>
public sealed class Consequences(Yardstick now, IReadOnlyCollection<YearFacts> years)
{
    private readonly ProgrammeDocument programme = now.Programme;
    private readonly Period? until = now.Accepted.Count == 0 ? null : now.Accepted.Max(figure => figure.Period);
    private readonly HashSet<(string Zone, Period Period)> accepted = [.. now.Accepted.Select(figure => (figure.Zone, figure.Period))];

    /// <returns>Null for a figure that was never revised, or that stands no longer.</returns>
    public Consequence? Of(FigureReleases figure)
    {
        if (!figure.IsRevised
            || now.Accepted.FirstOrDefault(each => (each.Zone, each.Series, each.Period) == (figure.Zone, figure.Series, figure.Period)) is not { } standing)
        {
            return null;
        }

        var then = now.With([standing with { Value = figure.First.Value }]);
        return new(
            figure.Zone, figure.Series, figure.Period, figure.First.Value, figure.Latest.Value,
            [.. Verdicts(then, figure)], [.. Places(then, figure)], [.. Grades(figure)]);
    }

    private IEnumerable<VerdictChange> Verdicts(Yardstick then, FigureReleases figure) =>
        from indicator in programme.Indicators
        where indicator.Measure.Numerator == figure.Series || indicator.Measure.Denominator == figure.Series
        from period in Reached(indicator, figure.Period)
        from zone in new[] { figure.Zone, Zone.League }
        let before = then.Read(indicator.Code, zone, period)!
        let after = now.Read(indicator.Code, zone, period)!
        where before.Verdict != after.Verdict
        select new VerdictChange(indicator.Code, zone, period, before.Verdict, after.Verdict);

    /// <summary>Its own period; of a series told by quarters the year, which is its fourth; what is counted over the years reaches up to the last one told.</summary>
    private IEnumerable<Period> Reached(Indicator indicator, Period period)
    {
        yield return period;
        if (period.Quarter == 4 && !programme.IsAnnual(indicator))
            yield return Period.OfYear(period.Year);
        if (indicator.Measure.Kind == MeasureKind.CumulativeFlow && until is { } last && last.Year > period.Year)
            yield return last;
    }

    /// <summary>In the notices that show it: of its own quarter, of the year after, where it is the base, and of an annual figure those that settle by it.</summary>
    private IEnumerable<PlaceChange> Places(Yardstick then, FigureReleases figure)
    {
        Period[] quarters = figure.Period.IsQuarter
            ? [figure.Period, Period.OfQuarter(figure.Period.Year + 1, figure.Period.Quarter)]
            : [.. Enumerable.Range(1, 4).Select(quarter => Period.OfQuarter(figure.Period.Year + 1, quarter))];
        foreach (var quarter in quarters.Where(quarter => programme.ZonesIn(quarter).Any(zone => accepted.Contains((zone.Code, quarter)))))
        {
            var (before, after) = (Tables(then, quarter), Tables(now, quarter));
            foreach (var (was, table) in before.Zip(after))
            {
                foreach (var zone in programme.ZonesIn(quarter))
                {
                    var (first, latest) = (Place(was, zone.Code), Place(table, zone.Code));
                    if (first != latest)
                        yield return new(table.Measure.Subject, zone.Code, quarter, first, latest);
                }
            }
        }
    }

    private IReadOnlyList<DrawnTable> Tables(Yardstick yardstick, Period quarter) =>
        new TableDrawing(yardstick, quarter, new CellBook(quarter), zone => accepted.Contains((zone, quarter))).Draw();

    private static int? Place(DrawnTable table, string zone) => table.Places.TryGetValue(zone, out var place) ? place.Rank : null;

    private IEnumerable<GradeChange> Grades(FigureReleases figure) =>
        from facts in years
        let book = facts.Accepted
        where book.Find(figure.Zone, figure.Series, figure.Period) is { Status: FigureStatus.Accepted or FigureStatus.CorrectionRequested }
        let before = With(facts, figure, figure.First.Value).Result()
        let after = With(facts, figure, figure.Latest.Value).Result()
        from zone in ResultDifference.Between(before, after).Zones
        where zone.Before?.Grade != zone.After?.Grade || zone.Before?.Place != zone.After?.Place
        select new GradeChange(facts.State.Year, zone.Zone, zone.Before, zone.After);

    private static YearFacts With(YearFacts facts, FigureReleases figure, decimal value) => facts with
    {
        Accepted = new(facts.Accepted.All.Select(each =>
            (each.Zone, each.Series, each.Period) == (figure.Zone, figure.Series, figure.Period) ? each with { Value = value } : each)),
    };
}
