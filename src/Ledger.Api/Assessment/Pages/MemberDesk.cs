using Ledger.Domain;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;

namespace Ledger.Api.Assessment.Pages;

/// <summary>What one member has to judge in a year, and how far they have come.</summary>
/// <param name="Criteria">Those that members vote on, in the scheme's order.</param>
/// <param name="Zones">In the programme's order.</param>
public sealed record MemberDesk(AssessmentView Year, IReadOnlyList<SchemeNode> Criteria, IReadOnlyList<DeskZone> Zones)
{
    public static MemberDesk Of(
        AssessmentView year, string member, AssessmentScheme scheme, ProgrammeDocument programme, IReadOnlyList<OwnBallot> ballots)
    {
        SchemeNode[] criteria = [.. scheme.Tree.SelfAndBelow().Where(node => node.Rule?.Kind == RuleKind.Committee)];
        return new(
            year, criteria,
            [
                .. programme.ZonesIn(Period.OfYear(year.Year)).Select(zone => new DeskZone(
                    year.Year, zone, StandingOf(year, member, zone), ballots.Count(ballot => ballot.Zone == zone.Code))),
            ]);
    }

    public DeskZone? Find(string zone) => Zones.FirstOrDefault(each => each.Zone.Code == zone);

    /// <summary>The zone that is to be judged after this one: the next that still waits, else the next in order; null after the last.</summary>
    public DeskZone? After(DeskZone zone)
    {
        DeskZone[] later = [.. Zones.SkipWhile(each => each != zone).Skip(1)];
        DeskZone[] others = [.. later, .. Zones.TakeWhile(each => each != zone)];
        return others.FirstOrDefault(each => each.Waits(Year.Phase, Criteria.Count)) ?? later.FirstOrDefault();
    }

    private static DeskStanding StandingOf(AssessmentView year, string member, Zone zone)
    {
        var declared = year.Declarations.FirstOrDefault(each => each.Member == member && each.Zone == zone.Code);
        return declared switch
        {
            null => DeskStanding.Undeclared,
            { Interest: Interest.Conflict } => DeskStanding.Recused,
            _ when year.Recusals.Contains(new(member, zone.Code)) => DeskStanding.RecusedAsOwn,
            _ => DeskStanding.Free,
        };
    }
}

/// <param name="Cast">How many of the zone's criteria the member has voted on.</param>
public sealed record DeskZone(int Year, Zone Zone, DeskStanding Standing, int Cast)
{
    public string Address => $"/assessments/{Year}/scoring/{Zone.Code}";

    /// <summary>Whether the member has something to do here.</summary>
    /// <param name="criteria">How many there are to vote on.</param>
    public bool Waits(Phase phase, int criteria) => (phase, Standing) switch
    {
        (Phase.Declaring or Phase.Voting, DeskStanding.Undeclared) => true,
        (Phase.Voting, DeskStanding.Free) => Cast < criteria,
        _ => false,
    };

    /// <summary>The key of the words for what the member does with the zone now.</summary>
    public string Does(Phase phase) => (phase, Standing) switch
    {
        (Phase.Declaring or Phase.Voting, DeskStanding.Undeclared) => "scoring.declare",
        (Phase.Voting, DeskStanding.Free) => "scoring.score",
        _ => "scoring.look",
    };
}

/// <summary>How a member stands to a zone.</summary>
public enum DeskStanding
{
    Undeclared,
    Free,

    /// <summary>By a conflict they declared.</summary>
    Recused,

    /// <summary>By sitting for the zone itself, or for its host.</summary>
    RecusedAsOwn,
}
