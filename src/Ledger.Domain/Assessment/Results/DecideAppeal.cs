using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>The chair decides an appeal. Upheld, it names its remedy, and the result that follows supersedes the published one.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>not-the-chair</c>, <c>assessment-phase</c>, <c>appeal-unknown</c>, <c>appeal-decided</c>,
/// <c>remedy-changes-nothing</c>, a date rule, or <c>request-at-fault</c>: <c>remedy-missing</c>, <c>remedy-not-for-dismissal</c>,
/// <c>adjustment-unknown</c>, <c>veto-unknown</c>, a missing reason.
/// </remarks>
/// <param name="Remedy">Needed where it is upheld, and only there.</param>
public sealed record DecideAppeal(int Appeal, bool Upheld, Remedy? Remedy, string Reason, LocalDate? On = null)
{
    /// <param name="drawn">The result under the remedy; null where the appeal is dismissed.</param>
    public Decision<AssessmentEvent> Decide(AssessmentYear state, DrawnResult? drawn, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.RatifyResults) is { } notAllowed)
            return notAllowed;
        if (AssessmentRules.InPhase(state, Phase.Published) is { } refusal)
            return refusal;
        if (actor.Officer != state.Chair)
            return Refusal.Of(RefusalKind.NotAllowed, "not-the-chair", actor.Officer, state.Chair);
        if (state.Appeals.Find(appeal => appeal.Number == Appeal) is not { } lodged)
            return Refusal.Of(RefusalKind.NotFound, "appeal-unknown", Appeal, state.Appeals.Count);
        if (lodged.Decision is { } decision)
        {
            return decision.Upheld == Upheld
                ? Decision<AssessmentEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "appeal-decided", Appeal, decision.On);
        }

        if (RequestFaults.Any(Faults(state)) is { } faults)
            return faults;
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        var decided = new AppealDecided(on, Appeal, Upheld, Remedy, Reason);
        if (!Upheld)
            return decided;
        return drawn!.Hash == state.Published!.Hash
            ? Refusal.Of(RefusalKind.Conflict, "remedy-changes-nothing", Appeal)
            : Decision<AssessmentEvent>.Accept([decided, .. Remedied(state, drawn, actor, on)]);
    }

    private IEnumerable<AssessmentEvent> Remedied(AssessmentYear state, DrawnResult drawn, Actor actor, LocalDate on)
    {
        var paper = new Document($"{state.Year}-{Appeal}", on, actor.Organisation);
        if (Remedy!.Position is { } position)
            yield return new FiguresFrozen(on, position);
        foreach (var number in Remedy.LiftAdjustments)
            yield return new AdjustmentLifted(on, number, paper, Reason);
        foreach (var number in Remedy.LiftVetoes)
            yield return new VetoLifted(on, number, paper, Reason);
        var recorded = new ScorecardsRecorded(on, state.Results.Count + 1, drawn.Hash, drawn.Content);
        yield return recorded;
        yield return Publication.Of(state, new(recorded.Edition, drawn.Hash, drawn.Content, on), on);
    }

    private IEnumerable<Fault?> Faults(AssessmentYear state)
    {
        yield return AssessmentRules.Text("/reason", Reason);
        if (Upheld && Remedy is null or { IsEmpty: true })
            yield return Fault.At("/remedy", Upheld ? "remedy-missing" : "remedy-not-for-dismissal");
        else if (!Upheld && Remedy is not null)
            yield return Fault.At("/remedy", "remedy-not-for-dismissal");
        foreach (var (index, number) in (Remedy?.LiftAdjustments ?? []).Index())
        {
            if (!state.Adjustments.Exists(adjustment => adjustment.Number == number && adjustment.Lifted is null))
                yield return Fault.At($"/remedy/liftAdjustments/{index}", "adjustment-unknown", number, state.Adjustments.Count);
        }

        foreach (var (index, number) in (Remedy?.LiftVetoes ?? []).Index())
        {
            if (!state.Vetoes.Exists(veto => veto.Number == number && veto.Lifted is null))
                yield return Fault.At($"/remedy/liftVetoes/{index}", "veto-unknown", number, state.Vetoes.Count);
        }
    }
}
