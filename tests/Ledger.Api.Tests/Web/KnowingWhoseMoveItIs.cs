using Ledger.Api.Programme;
using Ledger.Api.Web.Overview;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Web;

public sealed class KnowingWhoseMoveItIs
{
    private static readonly Period Quarter = Period.OfQuarter(2023, 2);
    private static readonly Instant Due = Plan.Document.DueAt(Quarter);
    private static readonly Actor Reporter = new("xlht", "XLHT", Role.Reporter, "XLHT");
    private static readonly Submission Submitted = new(new LocalDate(2023, 7, 10), Due, Reporter, [], []);

    [Fact]
    public void A_return_not_submitted_is_the_zones_and_late_once_the_deadline_has_passed()
    {
        Only(Return()).ShouldBe(new(MoveKind.Report, Role.Reporter, Zone("XLHT"), Quarter, 1, new LocalDate(2023, 7, 15), IsLate: false));
        Only(Return(), Due + Duration.FromSeconds(1)).IsLate.ShouldBeTrue();
    }

    [Fact]
    public void A_submitted_return_is_the_bureaus_unless_a_query_waits_for_the_zone()
    {
        var submitted = Return() with { State = ReturnState.Submitted, Submissions = [Submitted] };
        Only(submitted, Due + Duration.FromDays(9)).ShouldBe(
            new(MoveKind.Review, Role.Reviewer, Zone("XLHT"), Quarter, 1, DueOn: null, IsLate: false));

        var query = new Query(1, "op_revenue", "?", new LocalDate(2023, 7, 11), Reporter);
        Only(submitted with { Queries = [query] }).ShouldBe(
            new(MoveKind.Answer, Role.Reporter, Zone("XLHT"), Quarter, 1, DueOn: null, IsLate: false));
        Only(submitted with { Queries = [query with { Answer = new("!", new LocalDate(2023, 7, 12), Reporter) }] })
            .Kind.ShouldBe(MoveKind.Review);
    }

    [Fact]
    public void A_return_sent_back_is_the_zones_and_a_correction_asked_for_the_bureaus()
    {
        Only(Return() with { State = ReturnState.SentBack, Submissions = [Submitted] }).Kind.ShouldBe(MoveKind.Resubmit);
        var asked = new Correction(1, "op_revenue", 2, CorrectionKind.Error, "slip", [], new LocalDate(2023, 9, 1), Reporter);
        Only(Return() with { State = ReturnState.Accepted, Corrections = [asked] })
            .ShouldBe(new(MoveKind.Rule, Role.Reviewer, Zone("XLHT"), Quarter, 1, DueOn: null, IsLate: false));
    }

    [Fact]
    public void When_every_zone_is_accepted_the_notice_is_the_secretarys_until_it_or_a_later_one_is_issued()
    {
        ZoneReturn[] accepted = [.. Plan.Document.Zones.Select(zone => Return(zone.Code) with { State = ReturnState.Accepted })];
        Move.All(Plan.Document, accepted, noticed: null, Due).ShouldBe(
            [new(MoveKind.Issue, Role.Secretary, Zone: null, Quarter, 1, DueOn: null, IsLate: false)]);
        Move.All(Plan.Document, accepted, Quarter.YearBefore, Due).Count.ShouldBe(1);
        Move.All(Plan.Document, accepted, Quarter, Due).ShouldBeEmpty();
        Move.All(Plan.Document, accepted, Period.OfQuarter(2023, 3), Due).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_late_stands_first()
    {
        var late = Return() with { Period = Period.OfQuarter(2023, 1) };
        var moves = Move.All(
            Plan.Document, [Return("BYH") with { State = ReturnState.SentBack, Submissions = [Submitted] }, late], noticed: null, Due);
        moves.Select(move => move.IsLate).ShouldBe([true, false]);
    }

    private static Move Only(ZoneReturn state, Instant? now = null) => Move.All(Plan.Document, [state], Quarter, now ?? Due).ShouldHaveSingleItem();

    private static ZoneReturn Return(string zone = "XLHT") => new() { Zone = zone, Period = Quarter };

    private static Zone Zone(string code) => Plan.Document.FindZone(code)!;
}
