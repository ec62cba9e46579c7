using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>A zone comes one stage further: selected, cultivating, applied, reviewed, recognised. After an application was turned down it is cultivated again.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>zone-unknown</c>, <c>zone-ended</c>, <c>zone-not-selected</c>, <c>stage-leap</c> with the stage that comes next,
/// a date rule, or <c>request-at-fault</c> with a fault of the basis.
/// </remarks>
public sealed record AdvanceStage(Stage To, Basis Basis, LocalDate? On = null)
{
    /// <returns>Null: there is none, the zone is recognised.</returns>
    public static Stage? After(Stage stage) => stage switch
    {
        Stage.Selected or Stage.TurnedDown => Stage.Cultivating,
        Stage.Cultivating => Stage.Applied,
        Stage.Applied => Stage.Reviewed,
        Stage.Reviewed => Stage.Recognised,
        Stage.Recognised => null,
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public Decision<CultivationEvent> Decide(CultivatedZone state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (CultivationRules.ByOffice(state, programme, actor) is { } refusal)
            return refusal;
        if (state.Stage is not { } stage)
            return Refusal.Of(RefusalKind.Conflict, "zone-not-selected", state.Zone);
        if (stage == To && To != Stage.TurnedDown)
            return Decision<CultivationEvent>.Accept();
        if (After(stage) is not { } next)
            return Refusal.Of(RefusalKind.Conflict, "cultivation-over", state.Zone, state.Course[^1].On);
        if (next != To)
            return Refusal.Of(RefusalKind.Conflict, "stage-leap", stage, To, next);
        var (on, misdated) = CultivationRules.Dated(state, On, today);
        if (RequestFaults.Any([.. BasisFaults.Of(Basis, on)]) is { } faults)
            return faults;
        return misdated is not null ? misdated : new StageAdvanced(on, To, Basis);
    }
}

/// <summary>An application was turned down, before or after the review.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>zone-unknown</c>, <c>zone-ended</c>, <c>zone-not-selected</c>, <c>nothing-to-turn-down</c>, a date rule, or
/// <c>request-at-fault</c>: a missing or too long reason, or a fault of the basis.
/// </remarks>
public sealed record TurnDown(string Reason, Basis Basis, LocalDate? On = null)
{
    public Decision<CultivationEvent> Decide(CultivatedZone state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (CultivationRules.ByOffice(state, programme, actor) is { } refusal)
            return refusal;
        if (state.Stage is not { } stage)
            return Refusal.Of(RefusalKind.Conflict, "zone-not-selected", state.Zone);
        if (stage == Stage.TurnedDown)
            return Decision<CultivationEvent>.Accept();
        if (stage is not (Stage.Applied or Stage.Reviewed))
            return Refusal.Of(RefusalKind.Conflict, "nothing-to-turn-down", state.Zone, stage);
        var (on, misdated) = CultivationRules.Dated(state, On, today);
        if (RequestFaults.Any([CultivationRules.Text("/reason", Reason), .. BasisFaults.Of(Basis, on)]) is { } faults)
            return faults;
        return misdated is not null ? misdated : new ApplicationTurnedDown(on, Reason, Basis);
    }
}
