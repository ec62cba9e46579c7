using System.Text.Json.Serialization;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>A zone's objection to its result.</summary>
/// <param name="Cells">What it is about, as found in the scorecard.</param>
public sealed record Appeal(
    int Number, string Zone, IReadOnlyList<string> Cells, string Grounds, IReadOnlyList<Evidence> Evidence, LocalDate On)
{
    public AppealDecision? Decision { get; init; }
}

/// <param name="Remedy">Null where it was dismissed.</param>
public sealed record AppealDecision(bool Upheld, Remedy? Remedy, string Reason, LocalDate On);

/// <summary>What an upheld appeal changes in the basis of the result. Figures themselves only their zone changes, by a correction.</summary>
/// <param name="Position">The ledger position whose figures count from now on, as after a correction; null: as frozen.</param>
/// <param name="LiftAdjustments">Numbers of adjustments that no longer count.</param>
/// <param name="LiftVetoes">Numbers of vetoes that no longer count.</param>
public sealed record Remedy(long? Position, IReadOnlyList<int> LiftAdjustments, IReadOnlyList<int> LiftVetoes)
{
    [JsonIgnore]
    public bool IsEmpty => Position is null && LiftAdjustments.Count == 0 && LiftVetoes.Count == 0;

    /// <summary>The year as it would be with this remedy.</summary>
    /// <param name="on">The day of the decision.</param>
    public AssessmentYear ApplyTo(AssessmentYear state, LocalDate on)
    {
        var lifting = new Lifting(new Document("", on, ""), "", on);
        return state with
        {
            FiguresPosition = Position ?? state.FiguresPosition,
            FrozenOn = Position is null ? state.FrozenOn : on,
            Adjustments = state.Adjustments.ConvertAll(each => LiftAdjustments.Contains(each.Number) ? each with { Lifted = lifting } : each),
            Vetoes = state.Vetoes.ConvertAll(each => LiftVetoes.Contains(each.Number) ? each with { Lifted = lifting } : each),
        };
    }
}
