using System.Globalization;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Measures;

/// <summary>To how many places each quantity of a target is printed, wherever it is printed (A-24).</summary>
public sealed record PrintedPlaces(
    int Value, int Target, int YearTarget, int Gap, int Attainment, int Lead, int Progress, int YearlyGrowth)
{
    public static PrintedPlaces Of(ProgrammeDocument programme, Indicator indicator)
    {
        var rules = programme.Notices;
        var counted = programme.FindSeries(indicator.Measure.Numerator)?.Places ?? 0;
        if (indicator.Measure.Kind == MeasureKind.Share)
        {
            return new(
                indicator.Places, rules.SharePlaces, rules.SharePlaces, rules.SharePlaces, rules.PercentPlaces, rules.SharePlaces,
                rules.SharePlaces, indicator.Places);
        }

        return indicator.Trajectory.Kind == TrajectoryKind.Growth
            ? new(
                counted, rules.TargetPlaces, rules.TargetPlaces, rules.TargetPlaces, rules.PercentPlaces, rules.PercentPlaces,
                rules.SharePlaces, indicator.Places)
            : new(
                indicator.Places, rules.CountPlaces, Math.Max(counted, Scale(indicator.Target.Value)), rules.CountPlaces, rules.CountPlaces,
                rules.CountPlaces, rules.SharePlaces, indicator.Places);
    }

    /// <summary>Of a combined target: that of its first indicator.</summary>
    public static PrintedPlaces Of(ProgrammeDocument programme, CombinedTarget combined) =>
        Of(programme, programme.FindIndicator(combined.Indicators[0])!);

    /// <summary>The places a number is written with, closing zeros aside.</summary>
    private static int Scale(decimal value) =>
        value.ToString("0.############", CultureInfo.InvariantCulture) is var text && text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point
            ? text.Length - point - 1
            : 0;
}
