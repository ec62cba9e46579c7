using Ledger.Domain.Programme;

namespace Ledger.Domain.Reporting.Checks;

/// <summary>What the checks look at: the values of one return, the zone's own past, and the register.</summary>
internal sealed record CheckContext(
    ProgrammeDocument Programme, string Zone, Period Period, IReadOnlyDictionary<string, decimal> Candidate, FigureBook History,
    IReadOnlyList<RegisteredCount> Registered)
{
    public IReadOnlyList<Series> Due { get; } = Programme.DueSeries(Period);

    public IEnumerable<(Series Series, decimal Value)> Stated =>
        Due.Where(series => Candidate.ContainsKey(series.Code)).Select(series => (series, Candidate[series.Code]));

    public CheckRules Rules => Programme.Checks;

    /// <summary>What the zone stated for another period; null when it stated nothing, or took it back.</summary>
    public decimal? Past(Series series, Period period) =>
        History.Find(Zone, series.Code, period) is { Status: not FigureStatus.Withdrawn } figure ? figure.Value : null;

    /// <summary>The periods of the same kind before this one for which the zone stated the series, oldest first.</summary>
    public IEnumerable<Period> PastPeriods(Series series) => History.All
        .Where(figure => figure.Zone == Zone && figure.Series == series.Code && figure.Status != FigureStatus.Withdrawn
            && figure.Period.IsYear == Period.IsYear && figure.Period < Period)
        .Select(figure => figure.Period)
        .Order();

    /// <summary>Counts have no places; their small movements say nothing in per cent.</summary>
    public bool IsSmallMovement(Series series, decimal value, decimal past) =>
        series.Places == 0 && Math.Abs(value - past) <= Rules.SmallCount;
}
