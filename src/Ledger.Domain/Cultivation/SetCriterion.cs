using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>The secretary types a condition in from the official text, or types it anew; what was found about the earlier wording counts no more.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>criterion-unknown</c>, a date rule, or <c>request-at-fault</c>: <c>text-required</c> or <c>text-too-long</c>.
/// The same condition again records nothing.
/// </remarks>
/// <param name="Criterion">Null: a new one, which is given the next number.</param>
public sealed record SetCriterion(CriterionTerms Terms, int? Criterion = null, LocalDate? On = null)
{
    private const int LongestLine = 200;

    public Decision<EligibilityEvent> Decide(Eligibility state, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.CultivateZones) is { } notAllowed)
            return notAllowed;
        if (Criterion is { } number && !state.Criteria.ContainsKey(number))
            return Refusal.Of(RefusalKind.NotFound, "criterion-unknown", number);
        if (state.Criteria.Values.Any(known => (Criterion is null || known.Number == Criterion) && known.Terms == Terms))
            return Decision<EligibilityEvent>.Accept();
        if (RequestFaults.Any(
            RequestFaults.Text("/title", Terms.Title, LongestLine),
            RequestFaults.Text("/text", Terms.Text, CultivationRules.LongestText),
            RequestFaults.Length("/threshold", Terms.Threshold, LongestLine),
            RequestFaults.Text("/source", Terms.Source, LongestLine),
            RequestFaults.Length("/documentNumber", Terms.DocumentNumber, LongestLine),
            RequestFaults.Text("/article", Terms.Article, LongestLine)) is { } faults)
        {
            return faults;
        }

        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        return misdated is not null ? misdated : new CriterionSet(on, Criterion ?? state.Next, Terms);
    }
}

/// <summary>The secretary takes a condition back, such as one that the text no longer has; it stays in the history.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>criterion-unknown</c>, a date rule, or <c>request-at-fault</c>.</remarks>
public sealed record WithdrawCriterion(int Criterion, string Reason, LocalDate? On = null)
{
    public Decision<EligibilityEvent> Decide(Eligibility state, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.CultivateZones) is { } notAllowed)
            return notAllowed;
        if (!state.Criteria.ContainsKey(Criterion))
        {
            return Criterion > 0 && Criterion < state.Next
                ? Decision<EligibilityEvent>.Accept()
                : Refusal.Of(RefusalKind.NotFound, "criterion-unknown", Criterion);
        }

        if (RequestFaults.Any(CultivationRules.Text("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        return misdated is not null ? misdated : new CriterionWithdrawn(on, Criterion, Reason);
    }
}
