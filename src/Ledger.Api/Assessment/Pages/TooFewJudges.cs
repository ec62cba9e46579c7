using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Api.Assessment.Pages;

/// <summary>A zone that will have no result, because fewer members are left to judge it than ballots are needed.</summary>
/// <param name="Left">Members who are not recused from it.</param>
/// <param name="Needed">By the criterion that needs the most.</param>
public sealed record TooFewJudges(string Zone, int Left, int Needed)
{
    public static IReadOnlyList<TooFewJudges> Of(
        AssessmentScheme scheme, IReadOnlyCollection<CommitteeMember> members, IReadOnlyCollection<MemberAndZone> recusals, IEnumerable<string> zones)
    {
        var needed = scheme.Tree.SelfAndBelow().Max(node => node.Rule is { Kind: RuleKind.Committee, Quorum: { } quorum } ? quorum : 0);
        return
        [
            .. from zone in zones
               let left = members.Count - recusals.Count(recusal => recusal.Zone == zone)
               where left < needed
               select new TooFewJudges(zone, left, needed),
        ];
    }
}
