namespace Ledger.Domain.Assessment.Results;

/// <summary>A proposal beside what the secretary has recorded already.</summary>
/// <param name="Adjustments">The numbers of the adjustments in force for the same zone and item.</param>
/// <param name="IsRecorded">
/// Whether one of them records this very occurrence. An adjustment says how often an item occurred, not which return it was: so this
/// can be told where none is recorded, or at least as many as are proposed; null where only some are.
/// </param>
public sealed record StandingProposal(AdjustmentProposal Proposal, IReadOnlyList<int> Adjustments, bool? IsRecorded)
{
    public static IReadOnlyList<StandingProposal> Of(IReadOnlyList<AdjustmentProposal> proposals, AssessmentYear state)
    {
        var recorded = state.Adjustments.Where(adjustment => adjustment.Lifted is null)
            .ToLookup(adjustment => (adjustment.Zone, adjustment.Item));
        var proposed = proposals.CountBy(proposal => (proposal.Zone, proposal.Item)).ToDictionary();
        return [.. proposals.Select(proposal => Beside(proposal, [.. recorded[(proposal.Zone, proposal.Item)]]))];

        StandingProposal Beside(AdjustmentProposal proposal, Adjustment[] adjustments)
        {
            var counted = adjustments.Sum(adjustment => adjustment.Count);
            bool? isRecorded = counted == 0 ? false : counted >= proposed[(proposal.Zone, proposal.Item)] ? true : null;
            return new(proposal, [.. adjustments.Select(adjustment => adjustment.Number)], isRecorded);
        }
    }
}
