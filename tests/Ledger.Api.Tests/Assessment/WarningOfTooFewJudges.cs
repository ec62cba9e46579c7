using Ledger.Api.Assessment;
using Ledger.Api.Assessment.Pages;
using Ledger.Domain.Assessment.Committee;

namespace Ledger.Api.Tests.Assessment;

/// <summary>The proposed scheme needs three ballots on each criterion that members vote on.</summary>
public class WarningOfTooFewJudges
{
    private static readonly CommitteeMember[] Members = [.. Enumerable.Range(1, 4).Select(number => new CommitteeMember($"member-{number}", "委員", "DRC"))];

    [Fact]
    public void A_zone_is_named_once_fewer_members_are_left_than_ballots_are_needed()
    {
        MemberAndZone[] recusals = [new("member-1", "XLHT"), new("member-1", "DLN"), new("member-2", "DLN")];
        TooFewJudges.Of(ProposedScheme.Document, Members, recusals, ["XLHT", "BYH", "DLN"]).ShouldBe([new("DLN", 2, 3)]);
    }
}
