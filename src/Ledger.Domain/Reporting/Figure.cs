using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>One version of a figure, as it stood at a position: a row of the bitemporal facts.</summary>
/// <param name="Series">The series' code.</param>
/// <param name="Version">Which statement of this figure it is, from 1. Accepting does not make a new version.</param>
/// <param name="Position">The ledger position of the act that made it stand as it does.</param>
/// <param name="ReportedOn">The date of the paper on which the zone stated this value.</param>
/// <param name="KnownOn">The date of the paper by which it came to stand as it does (accepted, approved …).</param>
/// <param name="EventId">The event of <paramref name="Position"/>.</param>
public sealed record Figure(
    string Zone, string Series, Period Period, decimal Value, FigureStatus Status, int Version,
    long Position, LocalDate ReportedOn, LocalDate KnownOn, Guid EventId);

public enum FigureStatus
{
    Reported,
    Accepted,
    Withdrawn,

    /// <summary>Accepted, and the zone has asked for a correction; the value is still the accepted one.</summary>
    CorrectionRequested,
}

/// <summary>The figures that stand at one position (and, where asked, were known on one day).</summary>
public sealed class FigureBook
{
    private readonly Dictionary<(string Zone, string Series, Period Period), Figure> figures;

    public FigureBook(IEnumerable<Figure> figures) =>
        this.figures = figures.ToDictionary(f => (f.Zone, f.Series, f.Period));

    public static FigureBook Empty { get; } = new([]);

    public IReadOnlyCollection<Figure> All => figures.Values;

    public Figure? Find(string zone, string series, Period period) => figures.GetValueOrDefault((zone, series, period));

    /// <summary>Only what the bureau has accepted; a notice is drawn from nothing else .</summary>
    public FigureBook Accepted() => new(figures.Values.Where(
        f => f.Status is FigureStatus.Accepted or FigureStatus.CorrectionRequested));
}
