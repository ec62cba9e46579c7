using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Robustness;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Assessment;

/// <summary>What a year's result rests on, brought together from the ledger, and the result that follows from it.</summary>
public sealed class AssessmentFacts(LedgerReader reader, Programmes programmes, Schemes schemes, Facts facts, Returns returns)
{
    /// <summary>The facts of a year as its state says: its figures, and the scheme in force for it at the position.</summary>
    /// <param name="position">Up to which schemes and the year before are looked at; null: now. The figures have their own.</param>
    /// <exception cref="RefusedRequestException"><c>figures-not-frozen</c>.</exception>
    public async Task<YearFacts> OfAsync(AssessmentYear state, long? position, CancellationToken cancellation)
    {
        if (state.FiguresPosition is not { } frozenAt)
            throw new RefusedRequestException(Refusal.Of(RefusalKind.Conflict, "figures-not-frozen", state.Year));
        var year = Period.OfYear(state.Year);
        var programme = (await programmes.OfVersionAsync(state.ProgrammeVersion, cancellation))!;
        var scheme = (await schemes.HistoryAsync(state.Scheme, position, cancellation)).ForYear(state.Year)!;
        var book = await facts.BookAsync(new(frozenAt, To: year), cancellation);
        var due = await returns.StatesOfYearAsync(programme.Document, state.Year, frozenAt, cancellation);
        var before = await reader.ReadAsync(AssessmentYear.Stream(state.Year - 1), position, cancellation);
        return new(
            scheme.Scheme, programme.Document, book, due, state,
            before.State.Grades(),
            state.FrozenOn!.Value);
    }

    /// <summary>The result as it is now with how firmly it stands; while ballots are awaited nothing is said of that.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public async Task<DrawnResult> DrawAsync(AssessmentYear state, long? position, CancellationToken cancellation) =>
        Draw(await OfAsync(state, position, cancellation));

    /// <summary>How the metrics of a result came about, from the figures at its own position and its own scheme.</summary>
    internal async Task<DerivedBasis> DerivedAsync(YearResult result, long position, CancellationToken cancellation)
    {
        var content = result.Content;
        var history = await reader.HistoryAsync<AssessmentEvent>(AssessmentYear.StreamId(content.Year), position, cancellation);
        var frozen = history.Select(recorded => recorded.Event).OfType<FiguresFrozen>().Last(each => each.Position == content.Position);
        var state = AssessmentYear.Stream(content.Year).Fold(history);
        var of = await OfAsync(state with { FiguresPosition = frozen.Position, FrozenOn = frozen.On }, position, cancellation);
        return (of with { Scheme = content.Scheme }).Basis();
    }

    public static DrawnResult Draw(YearFacts facts)
    {
        var content = facts.Result();
        return CanonicalResult.Draw(content.Pending().Count > 0
            ? content
            : content with { Robustness = Robust.State(content.Scheme, content.Basis, content.Year) });
    }
}
