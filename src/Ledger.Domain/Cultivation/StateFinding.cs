using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>A zone's officer says whether it meets a condition, with evidence, and says so anew until it is confirmed.</summary>
/// <remarks>
/// That a condition is met, or not, has to be shown. Refuses with <c>not-allowed</c>, <c>not-your-zone</c>, <c>zone-unknown</c>, <c>zone-ended</c>,
/// <c>criterion-unknown</c>, <c>finding-confirmed</c>, a date rule, or <c>request-at-fault</c>: a missing text, <c>finding-evidence-missing</c>,
/// <c>evidence-unknown</c>.
/// </remarks>
/// <param name="Value">What it comes to, with its unit.</param>
/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record StateFinding(
    int Criterion, Fulfilment Finding, string? Value, string Text, IReadOnlyList<string> Evidence, LocalDate? On = null)
{
    public Decision<CultivationEvent> Decide(
        CultivatedZone state, Eligibility eligibility, ProgrammeDocument programme, IReadOnlyDictionary<string, Evidence> kept, Actor actor,
        LocalDate today)
    {
        if (CultivationRules.ByZone(state, programme, actor) is { } refusal)
            return refusal;
        if (!eligibility.Criteria.TryGetValue(Criterion, out var criterion))
            return Refusal.Of(RefusalKind.NotFound, "criterion-unknown", Criterion);
        var stands = state.Findings.GetValueOrDefault(Criterion);
        if (stands is not null && stands.Wording == criterion.Wording)
        {
            if (stands.Review != FindingReview.SentBack && IsSaidBy(stands))
                return Decision<CultivationEvent>.Accept();
            if (stands.Review == FindingReview.Confirmed)
                return Refusal.Of(RefusalKind.Conflict, "finding-confirmed", Criterion, stands.ReviewedOn!.Value);
        }

        if (RequestFaults.Any([
            CultivationRules.Text("/text", Text),
            RequestFaults.Length("/value", Value, AdoptProgramme.LongestText),
            Finding != Fulfilment.Unclear && Evidence.Count == 0 ? Fault.At("/evidence", "finding-evidence-missing") : null,
            .. KeptEvidence.Faults("/evidence", Evidence, kept)]) is { } faults)
        {
            return faults;
        }

        var (on, misdated) = CultivationRules.Dated(state, On, today);
        return misdated is not null
            ? misdated
            : new FindingStated(on, Criterion, criterion.Wording, Finding, Value, Text, [.. Evidence.Select(hash => kept[hash])]);
    }

    private bool IsSaidBy(StatedFinding stands) =>
        (stands.Finding, stands.Value, stands.Text) == (Finding, Value, Text)
        && stands.Evidence.Select(paper => paper.Sha256).SequenceEqual(Evidence);
}
