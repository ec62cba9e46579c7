using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>Takes back what was recorded about a zone, on a paper that says so; both stay in the history.</summary>
/// <remarks>Refuses with <c>not-allowed</c>, <c>assessment-phase</c>, an unknown number, a date rule, or faults of reason and document.</remarks>
/// <param name="Number">Of what is taken back, within the year.</param>
public abstract record Lift(int Number, Document Document, string Reason, LocalDate? On)
{
    public Decision<AssessmentEvent> Decide(AssessmentYear state, Actor actor, LocalDate today)
    {
        if (AssessmentRules.Check(state, actor, Act.RunAssessments, Phase.Voting, Phase.Adjusting) is { } refusal)
            return refusal;
        var (isLifted, unknown) = Find(state);
        if (unknown is not null)
            return unknown;
        if (isLifted)
            return Decision<AssessmentEvent>.Accept();
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        return RequestFaults.Any([AssessmentRules.Text("/reason", Reason), .. Document.Faults(on)]) is { } faults
            ? faults
            : Lifted(on);
    }

    /// <summary>Whether it is taken back already, or why there is nothing under the number.</summary>
    private protected abstract (bool IsLifted, Refusal? Unknown) Find(AssessmentYear state);

    private protected abstract AssessmentEvent Lifted(LocalDate on);
}

/// <summary>Takes an adjustment back.</summary>
/// <remarks>As of <see cref="Lift"/>; an unknown number is <c>adjustment-unknown</c>.</remarks>
public sealed record LiftAdjustment(int Number, Document Document, string Reason, LocalDate? On = null)
    : Lift(Number, Document, Reason, On)
{
    private protected override (bool IsLifted, Refusal? Unknown) Find(AssessmentYear state) =>
        state.Adjustments.Find(adjustment => adjustment.Number == Number) is { } recorded
            ? (recorded.Lifted is not null, null)
            : (false, Refusal.Of(RefusalKind.NotFound, "adjustment-unknown", Number, state.Adjustments.Count));

    private protected override AssessmentEvent Lifted(LocalDate on) => new AdjustmentLifted(on, Number, Document, Reason);
}

/// <summary>Reverses a veto.</summary>
/// <remarks>As of <see cref="Lift"/>; an unknown number is <c>veto-unknown</c>.</remarks>
public sealed record LiftVeto(int Number, Document Document, string Reason, LocalDate? On = null)
    : Lift(Number, Document, Reason, On)
{
    private protected override (bool IsLifted, Refusal? Unknown) Find(AssessmentYear state) =>
        state.Vetoes.Find(veto => veto.Number == Number) is { } recorded
            ? (recorded.Lifted is not null, null)
            : (false, Refusal.Of(RefusalKind.NotFound, "veto-unknown", Number, state.Vetoes.Count));

    private protected override AssessmentEvent Lifted(LocalDate on) => new VetoLifted(on, Number, Document, Reason);
}
