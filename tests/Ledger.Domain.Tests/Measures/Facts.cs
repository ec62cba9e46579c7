using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Measures;

/// <summary>Accepted figures, said shortly.</summary>
internal static class Facts
{
    private static readonly string[] Zones = ["XLHT", "BYH", "CJCY", "SNT", "DLN"];

    /// <summary>One figure for each zone, in the plan's order; null where a zone has none.</summary>
    public static IEnumerable<Figure> Of(string series, string period, params decimal?[] values) =>
        values.Index().Where(value => value.Item is not null).Select(value => One(Zones[value.Index], series, period, value.Item!.Value));

    public static Figure One(string zone, string series, string period, decimal value) => new(
        zone, series, Period.Parse(period), value, FigureStatus.Accepted, 1, 7, Period.Parse(period).End.PlusDays(10),
        Period.Parse(period).End.PlusDays(20), Guid.Empty);

    public static FigureBook Book(params IEnumerable<Figure>[] figures) => new(figures.SelectMany(each => each));
}
