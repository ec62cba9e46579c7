using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Reporting;

internal static class Past
{
    /// <summary>Accepted figures of XLHT.</summary>
    public static FigureBook Of(params (string Series, string Period, decimal Value)[] figures) => new(figures.Select(figure => new Figure(
        "XLHT", figure.Series, Period.Parse(figure.Period), figure.Value, FigureStatus.Accepted, 1, 0,
        Period.Parse(figure.Period).End, Period.Parse(figure.Period).End, Guid.Empty)));
}
