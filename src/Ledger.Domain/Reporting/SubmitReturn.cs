using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting.Checks;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The zone signs its return and hands it to the bureau.</summary>
/// <remarks>
/// Refuses with <c>return-accepted</c>, or with <c>return-not-ready</c> and everything that stands against it: an error,
/// a required series that is missing, a warning nobody explained.
/// </remarks>
/// <param name="Explanations">One for each warning.</param>
public sealed record SubmitReturn(
    IReadOnlyList<Signatory> Signatories, IReadOnlyList<Explanation> Explanations, LocalDate? On = null)
{
    /// <param name="history">The zone's figures of other periods, as they stand.</param>
    /// <param name="registered">What the register counts for the return; null: it is not looked at.</param>
    public Decision<ReturnEvent> Decide(
        ZoneReturn state, ProgrammeDocument programme, FigureBook history, Actor actor, LocalDate today, IReadOnlyList<RegisteredCount>? registered = null)
    {
        if (ReturnRules.ByZone(state, programme, actor) is { } refusal)
            return refusal;
        if (state.State == ReturnState.Submitted)
            return Decision<ReturnEvent>.Accept();
        if (state.State == ReturnState.Accepted)
            return Refusal.Of(RefusalKind.Conflict, "return-accepted", state.Zone, state.Period);
        if (RequestFaults.Any(Faults()) is { } faults)
            return faults;
        if (Unready(ReturnChecks.Run(programme, state, history, registered)) is { } unready)
            return unready;
        var (on, misdated) = ReturnRules.Dated(state, On, today);
        return misdated is not null ? misdated : new ReturnSubmitted(on, Signatories, Explanations);
    }

    private IEnumerable<Fault?> Faults()
    {
        if (Signatories.Count == 0)
            yield return Fault.At("/signatories", "signatories-missing");
        foreach (var (index, signatory) in Signatories.Index())
        {
            yield return ReturnRules.Text($"/signatories/{index}/role", signatory.Role);
            yield return ReturnRules.Text($"/signatories/{index}/name", signatory.Name);
        }

        foreach (var (index, explanation) in Explanations.Index())
        {
            yield return ReturnRules.Text($"/explanations/{index}/check", explanation.Check);
            yield return ReturnRules.Text($"/explanations/{index}/text", explanation.Text);
        }
    }

    private Refusal? Unready(IReadOnlyList<Finding> findings)
    {
        var explained = Explanations.Select(explanation => explanation.Check).ToHashSet();
        Fault[] faults =
        [
            .. findings.Where(finding => finding.Level == CheckLevel.Error).Select(finding => finding.At(finding.Pointer)),
            .. findings.Where(finding => finding.Level == CheckLevel.Warning && !explained.Contains(finding.Check))
                .Select(finding => Fault.At("/explanations", "explanation-missing", finding.Check)),
        ];
        return faults.Length == 0 ? null : Refusal.OfFaults(RefusalKind.Conflict, "return-not-ready", faults);
    }
}
