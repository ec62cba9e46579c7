using Ledger.Api.Store;
using Ledger.Domain.Cultivation;

namespace Ledger.Api.Cultivation;

/// <summary>The stored names of <see cref="CultivationEvent"/> and <see cref="EligibilityEvent"/>.</summary>
public static class CultivationEventNames
{
    public static EventNames AddCultivation(this EventNames names) => names
        .Add<CriterionSet>("criterion_set")
        .Add<CriterionWithdrawn>("criterion_withdrawn")
        .Add<ZoneSelected>("zone_selected")
        .Add<StageAdvanced>("stage_advanced")
        .Add<ApplicationTurnedDown>("application_turned_down")
        .Add<FindingStated>("finding_stated")
        .Add<FindingConfirmed>("finding_confirmed")
        .Add<FindingSentBack>("finding_sent_back");
}
