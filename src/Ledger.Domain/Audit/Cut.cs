using NodaTime;

namespace Ledger.Domain.Audit;

/// <summary>A position at which figures were cut off, to be shown or judged as they stood there.</summary>
/// <param name="Period">The notice's quarter, or the year that is assessed.</param>
/// <param name="Edition">Of the notice or the result; 0 where there is none.</param>
/// <param name="Number">The document's number; null where it has none.</param>
/// <param name="Through">The last position whose figures count.</param>
/// <param name="ThroughAt">The ledger's time at it.</param>
/// <param name="On">The date of the paper that cut them off.</param>
/// <param name="Position">Of the event that did.</param>
public sealed record Cut(
    CutKind Kind, Period Period, int Edition, string? Number, long Through, Instant ThroughAt, LocalDate On, long Position, Instant RecordedAt)
{
    /// <summary>Whether the figures were seen outside from here on.</summary>
    public bool IsPublished => Kind != CutKind.Figures;

    /// <summary>Whether figures of the period belong to it: a notice shows its quarter and what came before, a year's assessment its year.</summary>
    public bool Covers(Period period) => Kind == CutKind.Notice ? period <= Period : period.Year == Period.Year;
}

public enum CutKind
{
    /// <summary>A notice was issued: cut off and published at once.</summary>
    Notice,

    /// <summary>The figures of a year's assessment were frozen.</summary>
    Figures,

    /// <summary>A year's result was published, on the figures frozen before.</summary>
    Result,
}
