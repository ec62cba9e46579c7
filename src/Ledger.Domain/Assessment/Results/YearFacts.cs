using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>All that a year's result rests on, as it stood when the figures were frozen; see <see cref="YearBasis.Of"/>.</summary>
public sealed record YearFacts(
    AssessmentScheme Scheme, ProgrammeDocument Programme, FigureBook Accepted, IReadOnlyCollection<ZoneReturn> Returns,
    AssessmentYear State, IReadOnlyDictionary<string, string>? LastGrades, LocalDate FrozenOn)
{
    public DerivedBasis Basis() => YearBasis.Of(Scheme, Programme, Accepted, Returns, State, LastGrades, FrozenOn);

    /// <summary>The result as it is now, nothing recorded.</summary>
    /// <exception cref="InvalidOperationException">No figures are frozen yet.</exception>
    public ResultContent Result() => ResultContent.Of(
        State.ProgrammeVersion,
        State.FiguresPosition ?? throw new InvalidOperationException($"The figures of {State.Year} are not frozen."),
        Scheme, Basis().Basis);
}
