using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Scoring;
using static Ledger.Domain.Tests.Assessment.Year.YearStory;

namespace Ledger.Domain.Tests.Assessment.Year;

public class CastingBallots
{
    [Fact]
    public void A_ballot_is_stored_without_saying_what_it_says()
    {
        var cast = YearStory.Voting.Votes(1, "DLN", "E1", 4).Then<BallotSealed>();
        (cast.Member, cast.Zone, cast.Criterion).ShouldBe(("member-1", "DLN", "E1"));
        cast.Commitment.ShouldMatch("^[0-9a-f]{64}$");
        YearStory.Voting.With(cast).State.Opened.ShouldBeEmpty();
    }

    [Fact]
    public void A_second_ballot_replaces_the_first_and_both_stay_in_the_history()
    {
        var twice = YearStory.Voting
            .With(Sealed(Cast(new Ballot("member-1", "DLN", "E1", 4))))
            .With(Sealed(Cast(new Ballot("member-1", "DLN", "E1", 2))));
        twice.State.Sealed.ShouldHaveSingleItem().Value.Times.ShouldBe(2);
        twice.Events.Recorded.Count(recorded => recorded.Event is BallotSealed).ShouldBe(2);
        var closed = twice.When(state => new CloseVoting(new(2024, 2, 20)).Decide(state, Open, Chair, Today)).Then<VotingClosed>();
        closed.Ballots.ShouldHaveSingleItem().Level.ShouldBe(2);
    }

    [Fact]
    public void The_same_ballot_again_changes_nothing()
    {
        var standing = Cast(new Ballot("member-1", "DLN", "E1", 4));
        YearStory.Voting.With(Sealed(standing)).When(state =>
            new CastBallot("DLN", "E1", 4, standing.Reason, standing.Evidence, new(2024, 2, 16))
                .Decide(state, DefaultScheme.V1, Plan, Held, standing, Seal, new string('7', 64), Member(1), Today)).ThenNothing();
    }

    [Fact]
    public void Nobody_judges_the_zone_they_sit_for()
    {
        YearStory.Voting.Votes(5, "XLHT", "E1", 5).ThenRefused("recused", RefusalKind.NotAllowed);
        YearStory.Voting.Votes(5, "DLN", "E1", 5).Then<BallotSealed>();
    }

    [Fact]
    public void A_declared_conflict_recuses_and_is_not_taken_back()
    {
        var conflicted = Declared
            .With(new InterestDeclared(new(2024, 2, 6), "member-2", "DLN", Interest.Conflict, "親屬在該區企業任職"))
            .With(new FiguresFrozen(new(2024, 2, 10), 4711));
        conflicted.Votes(2, "DLN", "E1", 3).ThenRefused("recused", RefusalKind.NotAllowed);
        conflicted.Votes(2, "XLHT", "E1", 3).Then<BallotSealed>();
        conflicted.When(state => new DeclareInterest("DLN", Interest.None, null).Decide(state, Plan, Member(2), Today))
            .ThenRefused("declaration-final", RefusalKind.Conflict);
    }

    [Fact]
    public void A_conflict_says_what_it_is() =>
        Opened.When(state => new DeclareInterest("DLN", Interest.Conflict, " ").Decide(state, Plan, Member(2), Today))
            .ThenFaults("/text text-required");

    [Fact]
    public void Figures_are_not_frozen_before_everyone_has_declared() =>
        Opened.When(state => new FreezeFigures().Decide(state, 99, ["XLHT", "DLN"], Secretary, Today))
            .ThenRefused("declarations-missing", RefusalKind.Conflict).Arguments[0].ShouldBe(
                "member-1/XLHT, member-1/DLN, member-2/XLHT, member-2/DLN, member-3/XLHT, member-3/DLN, member-4/XLHT, member-4/DLN, member-5/XLHT, member-5/DLN");

    [Fact]
    public void Every_fault_of_a_ballot_is_named() =>
        YearStory.Voting.When(state => new CastBallot("DLN", "E1", 6, "", [], new(2024, 2, 16))
                .Decide(state, DefaultScheme.V1, Plan, Held, null, Seal, "", Member(1), Today))
            .ThenFaults("/level level-unknown", "/reason text-required", "/evidence evidence-missing");

    [Fact]
    public void A_ballot_refers_to_what_the_ledger_holds()
    {
        YearStory.Voting.Votes(1, "DLN", "E1", 4, new string('a', 64), "notice/2023-Q4/1").Then<BallotSealed>();
        YearStory.Voting.Votes(1, "DLN", "E1", 4, "notice/2023-Q4/1", new string('b', 64), "hearsay", "")
            .ThenFaults("/evidence/1 evidence-unknown", "/evidence/2 reference-unknown", "/evidence/3 reference-unknown");
    }

    [Fact]
    public void Only_criteria_of_the_committee_are_voted_on() =>
        YearStory.Voting.Votes(1, "DLN", "A1", 5).ThenRefused("criterion-not-voted", RefusalKind.NotFound).Arguments[1].ShouldBe("E1, E2, E3");

    [Fact]
    public void Nobody_votes_before_the_figures_are_frozen_or_after_closing()
    {
        Declared.Votes(1, "DLN", "E1", 4).ThenRefused("assessment-phase", RefusalKind.Conflict);
        YearStory.Closed.Votes(1, "DLN", "E1", 4).ThenRefused("assessment-phase", RefusalKind.Conflict);
    }

    [Fact]
    public void Officers_who_are_no_members_do_not_vote() =>
        YearStory.Voting.When(state => new CastBallot("DLN", "E1", 4, "好", ["x"]).Decide(
                state, DefaultScheme.V1, Plan, Held, null, Seal, "", new("member-9", "ORG9", Domain.Access.Role.Member), Today))
            .ThenRefused("not-a-member", RefusalKind.NotAllowed);

    [Fact]
    public void A_ballot_that_is_not_what_was_committed_to_stops_the_count()
    {
        var forged = Sealed(Cast(new Ballot("member-1", "DLN", "E1", 2))) with
        {
            Sealed = Seal(Cast(new Ballot("member-1", "DLN", "E1", 5))),
        };
        YearStory.Voting.With(forged).When(state => new CloseVoting(new(2024, 2, 20)).Decide(state, Open, Chair, Today))
            .ThenRefused("ballot-broken", RefusalKind.Conflict).Arguments.ShouldBe(["member-1", "DLN", "E1"]);
    }

    [Fact]
    public void Any_change_to_a_ballot_changes_its_commitment()
    {
        var ballot = Cast(new Ballot("member-1", "DLN", "E1", 4));
        OpenedBallot[] others =
        [
            ballot with { Member = "member-2" }, ballot with { Zone = "XLHT" }, ballot with { Criterion = "E2" }, ballot with { Level = 5 },
            ballot with { Reason = "現場" }, ballot with { Evidence = ["notice/2023-Q4/2"] }, ballot with { Salt = new string('6', 64) },
        ];
        others.Select(other => BallotSeal.Commit(2023, other)).Append(BallotSeal.Commit(2023, ballot)).Append(BallotSeal.Commit(2022, ballot))
            .ShouldBeUnique();
        BallotSeal.Commit(2023, ballot with { Level = 4.0m }).ShouldBe(BallotSeal.Commit(2023, ballot));
    }

    [Fact]
    public void Only_the_chair_closes_voting() =>
        Voted.When(state => new CloseVoting().Decide(state, Open, Secretary, Today)).ThenRefused("not-allowed", RefusalKind.NotAllowed);
}
