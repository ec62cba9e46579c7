using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Notices;

/// <summary>What a corrected figure changes in what notices show: for the zone and the league, in its own period and where it is a base.</summary>
internal sealed class CorrectionEffects(Yardstick before, Yardstick now, CellBook cells, Period until)
{
    private readonly ProgrammeDocument programme = now.Programme;
    private readonly NoticeRules rules = now.Programme.Notices;

    /// <summary>Only what is printed otherwise than before.</summary>
    public IEnumerable<CorrectionEffect> Of(string path, string zone, Series series, Period period) =>
        rules.Measures.SelectMany(measure => Touched(measure, series, period))
            .Concat(Targets(series, period))
            .Where(touched => touched.Period <= until)
            .SelectMany(touched => Concerned(touched, zone).Select(concerned => (Touched: touched, Zone: concerned)))
            .DistinctBy(entry => (entry.Touched.Quantity, entry.Touched.Subject, entry.Touched.Period, entry.Zone))
            .Select(entry => Print(path, entry.Touched, entry.Zone))
            .OfType<CorrectionEffect>();

    private static IEnumerable<string> Concerned(TouchedQuantity touched, string zone) =>
        touched.LeagueAlone ? [Zone.League] : [zone, Zone.League];

    private IEnumerable<TouchedQuantity> Touched(NoticeMeasure measure, Series series, Period period)
    {
        if (measure.Kind == NoticeMeasureKind.Growth)
            return measure.Subject == series.Code ? Growth(series, period) : [];
        var indicator = programme.FindIndicator(measure.Subject)!;
        if (indicator.Measure.Numerator != series.Code && indicator.Measure.Denominator != series.Code)
            return [];
        var places = PrintedPlaces.Of(programme, indicator);
        return measure.Kind switch
        {
            NoticeMeasureKind.Trajectory =>
            [
                .. Reached(indicator, period).SelectMany(reached => new[]
                {
                    Of(indicator, Quantities.Value, reached, places.Value, reading => reading.Value),
                    Of(indicator, Quantities.Gap, reached, places.Gap, reading => reading.Gap),
                }),
            ],
            NoticeMeasureKind.YearPlan =>
            [
                Of(indicator, Quantities.Attainment, period, places.Attainment, reading => reading.Attainment),
                .. new[] { period, YearAfter(period) }.Select(each => OfSeries(indicator.Code, series, Quantities.Growth, each)),
            ],
            NoticeMeasureKind.LeagueCount =>
                [Of(indicator, Quantities.Attainment, period, places.Attainment, reading => reading.Attainment) with { LeagueAlone = true }],
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };
    }

    /// <summary>The league's standing on every target that the series enters.</summary>
    private IEnumerable<TouchedQuantity> Targets(Series series, Period period) =>
        from indicator in programme.Indicators
        where indicator.Measure.Numerator == series.Code || indicator.Measure.Denominator == series.Code
        let places = PrintedPlaces.Of(programme, indicator)
        from reached in Reached(indicator, period)
        from touched in new[]
        {
            Of(indicator, Quantities.Value, reached, places.Value, reading => reading.Value),
            Of(indicator, Quantities.Attainment, reached, places.Attainment, reading => reading.Attainment),
        }
        select touched with { LeagueAlone = true };

    /// <summary>Growth here and where the figure is the base; and the single quarters on either side of a year to date.</summary>
    private IEnumerable<TouchedQuantity> Growth(Series series, Period period)
    {
        Period[] told = [period, YearAfter(period)];
        foreach (var each in told)
            yield return OfSeries(series.Code, series, Quantities.Growth, each);
        if (series.Kind != SeriesKind.Flow || !period.IsQuarter)
            yield break;
        Period[] quarters = period.Quarter < 4 ? [period, Period.OfQuarter(period.Year, period.Quarter + 1)] : [period];
        foreach (var quarter in quarters)
        {
            yield return OfSeries(series.Code, series, Quantities.Quarter, quarter);
            yield return OfSeries(series.Code, series, Quantities.QuarterGrowth, quarter);
            yield return OfSeries(series.Code, series, Quantities.QuarterGrowth, YearAfter(quarter));
        }
    }

    /// <summary>A flow counted over the years reaches on into every later notice; this one is told.</summary>
    private IEnumerable<Period> Reached(Indicator indicator, Period period) =>
        indicator.Measure.Kind == MeasureKind.CumulativeFlow && period.Year < until.Year ? [period, until] : [period];

    private static TouchedQuantity Of(Indicator indicator, string quantity, Period period, int places, Func<Reading, Derivation> which) =>
        new(indicator.Code, quantity, period, places, (yardstick, zone) => which(yardstick.Read(indicator.Code, zone, period)!));

    private TouchedQuantity OfSeries(string subject, Series series, string quantity, Period period) => new(
        subject, quantity, period, quantity == Quantities.Quarter ? series.Places : rules.PercentPlaces,
        (yardstick, zone) => Of(yardstick.ReadSeries(series.Code, zone, period)!, quantity));

    private static Derivation Of(SeriesReading reading, string quantity) => quantity switch
    {
        Quantities.Growth => reading.Growth,
        Quantities.Quarter => reading.Quarter,
        Quantities.QuarterGrowth => reading.QuarterGrowth,
        _ => throw new ArgumentOutOfRangeException(nameof(quantity)),
    };

    /// <returns>Null where the same is printed as before.</returns>
    private CorrectionEffect? Print(string path, TouchedQuantity touched, string zone)
    {
        var (was, isNow) = (touched.Of(before, zone).Printed(touched.Places), touched.Of(now, zone).Printed(touched.Places));
        if (was.Rounding == isNow.Rounding && was.Absence?.Reason == isNow.Absence?.Reason)
            return null;
        var at = $"{path}.{touched.Quantity}.{touched.Subject}.{zone}.{touched.Period}";
        return new(
            touched.Quantity, touched.Subject, zone, touched.Period,
            cells.Print($"{at}.before", was, touched.Places), cells.Print($"{at}.after", isNow, touched.Places));
    }

    private static Period YearAfter(Period period) =>
        period.IsYear ? Period.OfYear(period.Year + 1) : Period.OfQuarter(period.Year + 1, period.Quarter);

    private sealed record TouchedQuantity(
        string Subject, string Quantity, Period Period, int Places, Func<Yardstick, string, Derivation> Of, bool LeagueAlone = false);
}
