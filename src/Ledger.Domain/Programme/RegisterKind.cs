using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>What the register knows institutions to be recognised as: a kind of carrier, or of enterprise.</summary>
/// <param name="Code">Such as <c>hte</c>; the glossary's.</param>
/// <param name="ValidYears">How many years a recognition holds unless its paper says otherwise; null: without end.</param>
/// <param name="Levels">In rising order; of listed enterprises, the boards. Empty: the kind has none.</param>
/// <param name="Counted">Which series of a return it is counted into; empty: none.</param>
public sealed record RegisterKind(
    string Code, Name Name, RegisterSide Side, int? ValidYears, IReadOnlyList<RegisterLevel> Levels, IReadOnlyList<RegisterCounting> Counted)
{
    /// <summary>The last day on which a recognition from a day on holds: the corresponding day, which still counts .</summary>
    /// <returns>Null: it holds without end.</returns>
    public LocalDate? LastDayFrom(LocalDate day) => ValidYears is { } years ? day.PlusYears(years) : null;

    /// <summary>Codes of the levels at or above one; of all of them where none is named.</summary>
    public IEnumerable<string> LevelsFrom(string? lowest) =>
        Levels.Select(level => level.Code).SkipWhile(code => lowest is not null && code != lowest);
}

public enum RegisterSide
{
    /// <summary>平臺載體: laboratories, incubators and the like.</summary>
    Carrier,

    Enterprise,
}

/// <param name="Code">Such as <c>region</c>, or of a board <c>chinext</c>.</param>
public sealed record RegisterLevel(string Code, Name Name);

/// <summary>How a kind comes into a series of a return.</summary>
/// <param name="Series">The series' code.</param>
/// <param name="FromLevel">Only recognitions of this level or above; null: of any.</param>
public sealed record RegisterCounting(string Series, RegisterMode Mode, string? FromLevel);

public enum RegisterMode
{
    /// <summary>Those whose recognition holds on the period's last day.</summary>
    StockAtEnd,

    /// <summary>Those first recognised from 1 January to the period's last day; a renewal is not new.</summary>
    NewInYear,
}
