using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Audit.Findings;

/// <summary>All that questions are found in, as it stood at one position.</summary>
public sealed record FindingBasis
{
    public required ProgrammeDocument Programme { get; init; }

    /// <summary>Every return that was touched.</summary>
    public required IReadOnlyList<ReturnHistory> Returns { get; init; }

    /// <summary>In the order of the ledger.</summary>
    public required IReadOnlyList<Cut> Cuts { get; init; }

    /// <summary>The results in force that everyone may read, with the positions of their publication.</summary>
    public required IReadOnlyList<PublishedResult> Results { get; init; }

    public FindingRules Rules => Programme.Findings;

    public Yardstick Yardstick => new(Programme, new FigureBook(Returns.SelectMany(history => history.State.Figures.Values).Select(figure => figure.Standing)));

    internal Name NameOf(string zone) => Programme.FindZone(zone)?.ShortName ?? Said(zone);

    internal Name SeriesName(string series) => Programme.FindSeries(series)?.Name ?? Said(series);

    internal Name OrganisationName(string code, LocalDate on) => Programme.OrganisationName(code, on) ?? Said(code);

    private static Name Said(string code) => new(code, code, code);
}

/// <param name="Position">Of the event that published it.</param>
public sealed record PublishedResult(ResultContent Content, int Edition, long Position, Guid EventId, LocalDate On, Instant RecordedAt, string Officer, string Organisation);
