using Ledger.Domain.Reporting;

namespace Ledger.Domain.Measures;

/// <summary>One version of a figure, as something that numbers rest on.</summary>
/// <param name="Version">From 1.</param>
public sealed record UsedFigure(string Zone, string Series, Period Period, int Version)
{
    public static UsedFigure Of(Figure figure) => new(figure.Zone, figure.Series, figure.Period, figure.Version);
}
