using System.Collections.Frozen;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Reporting;

/// <summary>A row of the facts: how a figure stood from a position on.</summary>
/// <param name="PositionTo">The position at which it stood otherwise; null while it stands. So with <paramref name="KnownTo"/>.</param>
internal sealed record FactRow(
    string Zone, string Series, Period Period, long PositionFrom, long? PositionTo, decimal Value, FigureStatus Status, int Version,
    LocalDate ReportedOn, LocalDate KnownOn, LocalDate? KnownTo, Guid EventId)
{
    private static readonly FrozenDictionary<string, FigureStatus> Statuses = Enum.GetValues<FigureStatus>()
        .ToFrozenDictionary(status => JsonSerializer.SerializeToElement(status, LedgerJson.Options).GetString()!);

    public int PeriodOrder => Period.ToOrder();

    public static FactRow Of(Figure figure) => new(
        figure.Zone, figure.Series, figure.Period, figure.Position, PositionTo: null, figure.Value, figure.Status, figure.Version,
        figure.ReportedOn, figure.KnownOn, KnownTo: null, figure.EventId);

    public static FigureStatus StatusOf(string text) => Statuses[text];
}

/// <summary>The rows that a stretch of one return's history makes.</summary>
internal sealed class FactRows
{
    private readonly List<FactRow> rows = [];
    private readonly Dictionary<string, int> standing = [];

    public IReadOnlyList<FactRow> All => rows;

    /// <summary>One event of a return was folded.</summary>
    public void Add(ZoneReturn before, ZoneReturn after)
    {
        foreach (var (series, figure) in after.Figures)
        {
            if (before.Figures.GetValueOrDefault(series)?.Standing == figure.Standing)
                continue;
            if (standing.TryGetValue(series, out var earlier))
                rows[earlier] = rows[earlier] with { PositionTo = figure.Standing.Position, KnownTo = figure.Standing.KnownOn };
            standing[series] = rows.Count;
            rows.Add(FactRow.Of(figure.Standing));
        }
    }
}

internal static class PeriodOrder
{
    /// <summary>Quarters in their order, each year after its fourth: 20231 … 20234, 20235.</summary>
    public static int ToOrder(this Period period) => (period.Year * 10) + (period.IsYear ? 5 : period.Quarter);
}
