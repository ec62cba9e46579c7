using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>A zone comes one stage further: selected, cultivating, applied, reviewed, recognised. After an application was turned down it is cultivated again.</summary>
/// <remarks>
/// From the application on every condition has to be found met. Where one is not, and a paper has the zone come further all the same, the reason is
/// recorded with what was open then. Refuses with <c>not-allowed</c>, <c>zone-unknown</c>, <c>zone-ended</c>, <c>zone-not-selected</c>,
/// <c>stage-leap</c> with the stage that comes next, a date rule, or <c>request-at-fault</c>: <c>conditions-open</c> with the conditions,
/// <c>conditions-none</c>, <c>despite-needless</c>, <c>text-too-long</c>, or a fault of the basis.
/// </remarks>
/// <param name="Despite">Why it comes further though conditions are not found met; null where nothing stands against it.</param>
public sealed record AdvanceStage(Stage To, Basis Basis, LocalDate? On = null, string? Despite = null)
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

    /// <summary>Whether a zone comes to it only with every condition found met, or for a reason that is recorded.</summary>
    public static bool AsksForConditions(Stage stage) => stage is Stage.Applied or Stage.Reviewed or Stage.Recognised;

    public Decision<CultivationEvent> Decide(
        CultivatedZone state, Eligibility eligibility, ProgrammeDocument programme, Actor actor, LocalDate today)
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
        var checklist = Checklist.Of(state, eligibility);
        ChecklistEntry[] open = AsksForConditions(To) ? [.. checklist.NotMet()] : [];
        var isClear = open.Length == 0 && (checklist.Entries.Count > 0 || !AsksForConditions(To));
        if (RequestFaults.Any([DespiteFault(isClear, open), .. BasisFaults.Of(Basis, on)]) is { } faults)
            return faults;
        return misdated is not null
            ? misdated
            : new StageAdvanced(on, To, Basis)
            {
                Despite = isClear
                    ? null
                    : new(Despite!, [.. open.Select(entry => new OpenCondition(entry.Criterion.Number, entry.Criterion.Wording, entry.Standing))]),
            };
    }

    private Fault? DespiteFault(bool isClear, ChecklistEntry[] open) => (isClear, string.IsNullOrWhiteSpace(Despite)) switch
    {
        (true, true) => null,
        (true, false) => Fault.At("/despite", "despite-needless"),
        (false, false) => CultivationRules.Text("/despite", Despite),
        (false, true) when open.Length == 0 => Fault.At("/despite", "conditions-none"),
        (false, true) => Fault.At(
            "/despite", "conditions-open", string.Join("; ", open.Select(entry => $"{entry.Criterion.Number} {entry.Criterion.Terms.Title}"))),
    };
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
