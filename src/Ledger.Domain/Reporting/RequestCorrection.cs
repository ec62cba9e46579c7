using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting.Checks;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The zone asks to change a figure that was accepted. Until the bureau rules, the accepted value stands.</summary>
/// <remarks>
/// Refuses with <c>figure-not-reported</c>, <c>figure-not-accepted</c>, <c>correction-open</c>, <c>correction-changes-nothing</c>, or the
/// value's faults.
/// </remarks>
/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record RequestCorrection(
    string Series, decimal Value, CorrectionKind Kind, string Reason, IReadOnlyList<string> Evidence, LocalDate? On = null)
{
    public Decision<ReturnEvent> Decide(
        ZoneReturn state, ProgrammeDocument programme, IReadOnlyDictionary<string, Evidence> kept, Actor actor, LocalDate today)
    {
        if (ReturnRules.ByZone(state, programme, actor) is { } refusal)
            return refusal;
        if (!state.Figures.TryGetValue(Series, out var figure))
            return Refusal.Of(RefusalKind.NotFound, "figure-not-reported", Series, state.Zone, state.Period);
        if (state.Corrections.Find(asked => asked.Series == Series && asked.Ruling is null) is { } open)
        {
            return IsAskedBy(open)
                ? Decision<ReturnEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "correction-open", open.Number, Series);
        }

        if (figure.Standing.Status != FigureStatus.Accepted)
            return Refusal.Of(RefusalKind.Conflict, "figure-not-accepted", Series, state.Zone, state.Period);
        var series = programme.Series.Single(known => known.Code == Series);
        if (RequestFaults.Any(Faults(series, kept)) is { } faults)
            return faults;
        if (figure.Standing.Value == Value)
            return Refusal.Of(RefusalKind.Conflict, "correction-changes-nothing", Series, figure.Standing.Value);
        var (on, misdated) = ReturnRules.Dated(state, On, today);
        return misdated is not null
            ? misdated
            : new CorrectionRequested(
                on, state.Corrections.Count + 1, Series, Decimals.AtPlaces(Value, series.Places), Kind, Reason,
                [.. Evidence.Select(hash => kept[hash])]);
    }

    private IEnumerable<Fault?> Faults(Series series, IReadOnlyDictionary<string, Evidence> kept) =>
    [
        ValueCheck.Find(series, Value)?.At("/value"),
        ReturnRules.Text("/reason", Reason),
        .. KeptEvidence.Faults("/evidence", Evidence, kept),
    ];

    private bool IsAskedBy(Correction open) =>
        open.Value == Value && open.Kind == Kind && open.Reason == Reason
        && open.Evidence.Select(paper => paper.Sha256).SequenceEqual(Evidence);
}
