namespace Ledger.Domain.Programme.Validation;

/// <summary>A baseline is entered for a trajectory or a count that starts from it, once for each zone.</summary>
internal static class BaselineChecks
{
    public static IEnumerable<Fault> Of(ProgrammeDocument document)
    {
        var zones = document.Zones.Select(zone => zone.Code).Append(Zone.League).ToHashSet();
        // Of a share the start is the share itself, also for the league; of all else it is the series, and the league's is the sum.
        var shares = document.Indicators.Where(indicator => indicator.Measure.Kind == MeasureKind.Share)
            .Select(indicator => indicator.Code).ToHashSet();
        var series = document.Indicators
            .Where(indicator => indicator.Measure.Kind == MeasureKind.NewSinceBaseline || indicator.Trajectory.Kind == TrajectoryKind.Growth)
            .Select(indicator => indicator.Measure.Numerator).ToHashSet();
        var seen = new HashSet<(string, string)>();
        return document.Baselines.SelectMany((baseline, index) => One(baseline, $"/baselines/{index}")).OfType<Fault>();

        IEnumerable<Fault?> One(Baseline baseline, string at)
        {
            yield return Codes.Known($"{at}/zone", baseline.Zone, zones);
            if (!shares.Contains(baseline.Subject) && !series.Contains(baseline.Subject))
                yield return Fault.At($"{at}/subject", "baseline-unused", baseline.Subject);
            else if (baseline.Zone == Zone.League && !shares.Contains(baseline.Subject))
                yield return Fault.At($"{at}/zone", "baseline-summed", baseline.Subject);
            if (!seen.Add((baseline.Zone, baseline.Subject)))
                yield return Fault.At(at, "baseline-duplicated", baseline.Zone, baseline.Subject);
            if (baseline.Value < 0)
                yield return Fault.At($"{at}/value", "baseline-negative", baseline.Value);
        }
    }
}
