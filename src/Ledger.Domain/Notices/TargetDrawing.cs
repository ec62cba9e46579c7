using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Notices;

/// <summary>Where the league stands on every target of the plan.</summary>
internal sealed class TargetDrawing(Yardstick yardstick, Period period, CellBook cells)
{
    private readonly ProgrammeDocument programme = yardstick.Programme;

    public TargetStanding[] Draw() => [.. programme.Indicators.Select(Draw)];

    private TargetStanding Draw(Indicator indicator, int index)
    {
        var reading = yardstick.Read(indicator.Code, Zone.League, period)!;
        var places = PrintedPlaces.Of(programme, indicator);
        var measured = programme.FindSeries(indicator.Measure.Numerator)!;
        return new(
            indicator.Id, indicator.Code, indicator.Name, indicator.Clause, indicator.Section, indicator.Target, indicator.Level, reading.Settled,
            indicator.Measure.Kind == MeasureKind.Share ? indicator.Unit : measured.Unit,
            Print(Quantities.Value, reading.Value, places.Value),
            Print(Quantities.Target, reading.Target, places.Target),
            Print(Quantities.YearTarget, reading.YearTarget, places.YearTarget),
            Print(Quantities.Gap, reading.Gap, places.Gap),
            Print(Quantities.Attainment, reading.Attainment, places.Attainment),
            Print(Quantities.Lead, reading.Lead, places.Lead),
            Print(Quantities.Progress, reading.Progress, places.Progress),
            Print(Quantities.YearlyGrowth, reading.YearlyGrowth, places.YearlyGrowth),
            reading.Verdict,
            [.. Governing(indicator, index)],
            [.. programme.Ambiguities.Where(ambiguity => IsConcerned(ambiguity, indicator)).Select(ambiguity => ambiguity.Id)]);

        Cell Print(string quantity, Derivation derivation, int to) => cells.Print(indicator.Code, Zone.League, quantity, derivation, to);
    }

    /// <summary>Whatever sets how it is measured: of its own entry, of its share-out, of the year it starts from.</summary>
    private IEnumerable<string> Governing(Indicator indicator, int index)
    {
        List<string> pointers = [FormattableString.Invariant($"/indicators/{index}")];
        if (programme.CombinedTargetOf(indicator) is { } combined)
            pointers.Add(FormattableString.Invariant($"/combinedTargets/{programme.CombinedTargets.Index().First(entry => entry.Item == combined).Index}"));
        if (indicator.Trajectory.Kind is TrajectoryKind.LinearFromBaseline or TrajectoryKind.Growth)
            pointers.Add("/baselineYear");
        string?[] measured = [indicator.Measure.Numerator, indicator.Measure.Denominator];
        foreach (var (place, series) in programme.Series.Index().Where(series => measured.Contains(series.Item.Code)))
        {
            pointers.Add(FormattableString.Invariant($"/series/{place}"));
            if (series.Total == Totalling.OncePerHost)
                pointers.AddRange(programme.Zones.Select((_, zone) => FormattableString.Invariant($"/zones/{zone}/grpDenominator")));
        }

        return programme.Assumptions
            .Where(assumption => pointers.Exists(pointer => assumption.Governs.Any(governed => Reaches(governed, pointer))))
            .Select(assumption => assumption.Id);
    }

    private static bool Reaches(string governed, string pointer) =>
        governed.StartsWith(pointer, StringComparison.Ordinal) && (governed.Length == pointer.Length || governed[pointer.Length] == '/');

    private static bool IsConcerned(Ambiguity ambiguity, Indicator indicator) => ambiguity.Concerns.Any(code =>
        code == indicator.Code || code == indicator.Measure.Numerator || code == indicator.Measure.Denominator);
}
