using System.Numerics;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Audit.Findings;

/// <summary>A value that is the least which reaches its target: with a step of the reported figure's last place less it would miss.</summary>
/// <remarks>
/// A count of less than a hundred steps falls near its target by itself, and is asked about only where it meets it exactly; small counts
/// are not asked about.
/// </remarks>
internal static class Edges
{
    public static IEnumerable<AuditFinding> Of(FindingBasis basis)
    {
        var yardstick = basis.Yardstick;
        return
            from history in basis.Returns
            where history.State.State == ReturnState.Accepted
            from indicator in basis.Programme.Indicators
            where yardstick.Programme.IsAnnual(indicator) == history.Period.IsYear
            let reading = yardstick.Read(indicator.Code, history.Zone, history.Period)!
            from finding in Of(basis, history, indicator, reading)
            select finding;
    }

    private static IEnumerable<AuditFinding> Of(FindingBasis basis, ReturnHistory history, Indicator indicator, Reading reading)
    {
        var series = basis.Programme.FindSeries(indicator.Measure.Numerator)!;
        var figure = reading.Value.Figures().FirstOrDefault(each => each.Series == series.Code && each.Period == reading.Period);
        if (reading.Value.Exact is not { } value || figure is null || (series.Places == 0 && figure.Value <= basis.Programme.Checks.SmallCount))
            yield break;
        var step = new Rational(basis.Rules.EdgeSteps, BigInteger.Pow(10, series.Places));
        var isCoarse = 100 * step > figure.Value;
        if (indicator.Measure.Kind == MeasureKind.Share)
            step = 100 * step / reading.Value.Inputs.Single(input => input.Name == "denominator").Of.Exact!.Value;
        foreach (var mark in new[] { reading.Target.Exact, reading.YearTarget.Exact }.OfType<Rational>().Distinct())
        {
            if (mark.Sign <= 0 || (isCoarse ? value != mark : value < mark || value - step >= mark))
                continue;
            var places = PrintedPlaces.Of(basis.Programme, indicator);
            yield return AuditFindings.Find(
                FindingKind.OnTheEdge, "least-for-target", reading.Zone, reading.Period, [history.Stating(figure.Series)],
                indicator.Trajectory.Kind == TrajectoryKind.Growth ? series.Name : indicator.Name, basis.NameOf(reading.Zone), reading.Period, value.Round(places.Value), mark.Round(places.Target), basis.Rules.EdgeSteps) with
            {
                Figures = [FigureAtIssue.Of(figure)],
                Measures = [new("value", value.Round(places.Value)), new("target", mark.Round(places.Target)), new("step", step.Round(4))],
            };
        }
    }
}
