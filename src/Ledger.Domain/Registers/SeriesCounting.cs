using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>How a series of a return is counted from the register .</summary>
/// <param name="Kinds">The kinds that come into it, each with the levels that count; of a kind without levels the empty one.</param>
public sealed record SeriesCounting(Series Series, RegisterMode Mode, IReadOnlyList<CountedKind> Kinds)
{
    /// <summary>Of the series that are due for a period and that the register counts, in the dictionary's order.</summary>
    public static IReadOnlyList<SeriesCounting> Of(ProgrammeDocument programme, Period period) =>
    [
        .. from series in programme.DueSeries(period)
           let kinds = (
               from kind in programme.RegisterKinds
               from counting in kind.Counted
               where counting.Series == series.Code
               select (Counted: new CountedKind(kind.Code, kind.Levels.Count == 0 ? [""] : [.. kind.LevelsFrom(counting.FromLevel)]), counting.Mode)).ToList()
           where kinds.Count > 0
           select new SeriesCounting(series, kinds[0].Mode, [.. kinds.Select(one => one.Counted)]),
    ];

    /// <summary>The last day of the quarter before, to which what came and went is compared; null for a year.</summary>
    public static LocalDate? Before(Period period) => period.IsQuarter ? period.Start.PlusDays(-1) : null;
}

/// <param name="Kind">The kind's code.</param>
/// <param name="Levels">Codes of its levels.</param>
public sealed record CountedKind(string Kind, IReadOnlyList<string> Levels);
