using Ledger.Api.KeyTasks;
using Ledger.Api.Programme;
using Ledger.Api.Web.Overview;
using Ledger.Domain.Access;
using Ledger.Domain.KeyTasks;
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
        Only(Return()).ShouldBe(Zones(MoveKind.Report, new LocalDate(2023, 7, 15)));
        Only(Return(), Due + Duration.FromSeconds(1)).IsLate.ShouldBeTrue();
    }

    [Fact]
    public void A_submitted_return_is_the_bureaus_unless_a_query_waits_for_the_zone()
    {
        var submitted = Return() with { State = ReturnState.Submitted, Submissions = [Submitted] };
        Only(submitted, Due + Duration.FromDays(9)).ShouldBe(
            Bureaus(MoveKind.Review));

        var query = new Query(1, "op_revenue", "?", new LocalDate(2023, 7, 11), Reporter);
        Only(submitted with { Queries = [query] }).ShouldBe(
            Zones(MoveKind.Answer));
        Only(submitted with { Queries = [query with { Answer = new("!", new LocalDate(2023, 7, 12), Reporter) }] })
            .Kind.ShouldBe(MoveKind.Review);
    }

    [Fact]
    public void A_return_sent_back_is_the_zones_and_a_correction_asked_for_the_bureaus()
    {
        Only(Return() with { State = ReturnState.SentBack, Submissions = [Submitted] }).Kind.ShouldBe(MoveKind.Resubmit);
        var asked = new Correction(1, "op_revenue", 2, CorrectionKind.Error, "slip", [], new LocalDate(2023, 9, 1), Reporter);
        Only(Return() with { State = ReturnState.Accepted, Corrections = [asked] })
            .ShouldBe(Bureaus(MoveKind.Rule));
    }

    [Fact]
    public void When_every_zone_is_accepted_the_notice_is_the_secretarys_until_it_or_a_later_one_is_issued()
    {
        ZoneReturn[] accepted = [.. Plan.Document.Zones.Select(zone => Return(zone.Code) with { State = ReturnState.Accepted })];
        ReturnMoves.Of(Plan.Document, accepted, noticed: null, Due).ShouldBe(
            [new(MoveKind.Issue, Role.Secretary, Party: null, Task: null, Quarter, 1, DueOn: null, IsLate: false, "/notices/2023-Q2/draft")]);
        ReturnMoves.Of(Plan.Document, accepted, Quarter.YearBefore, Due).Count().ShouldBe(1);
        ReturnMoves.Of(Plan.Document, accepted, Quarter, Due).ShouldBeEmpty();
        ReturnMoves.Of(Plan.Document, accepted, Period.OfQuarter(2023, 3), Due).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_late_stands_first()
    {
        var late = Return() with { Period = Period.OfQuarter(2023, 1) };
        var moves = Move.InOrder(ReturnMoves.Of(
            Plan.Document, [Return("BYH") with { State = ReturnState.SentBack, Submissions = [Submitted] }, late], noticed: null, Due));
        moves.Select(move => move.IsLate).ShouldBe([true, false]);
    }

    [Fact]
    public void A_units_reports_are_one_line_and_late_once_one_is_missing()
    {
        var quarter = Period.OfQuarter(2023, 1);
        // Ended for days, not yet due for as many: asked for, not late.
        Tasks(new(2023, 4, 10), Cell("XLHT") with { NextDue = new(2023, 4, 20) })
            .ShouldBe([Task(MoveKind.ReportTasks, Role.Reporter, "XLHT", "T1", new(2023, 4, 20))]);
        Tasks(new(2023, 3, 20), Cell("XLHT") with { NextDue = new(2023, 4, 20) }).ShouldBeEmpty();
        var board = Board(
            new(2023, 5, 1), ("T1", Cell("STB") with { Missing = [quarter] }), ("T2.3", Cell("STB") with { NextDue = new(2023, 7, 20) }),
            ("T3.1", Cell("STB") with { Missing = [quarter], OpenQueries = 2 }));
        TaskMoves.Of(Plan.Document, board).ShouldBe(
        [
            new(MoveKind.ReportTasks, Role.Unit, "STB", Task: null, Period: null, 2, DueOn: null, IsLate: true, "/tasks"),
            new(MoveKind.AnswerTaskQueries, Role.Unit, "STB", "T3.1", Period: null, 2, DueOn: null, IsLate: false, "/tasks/T3.1/STB"),
        ]);
    }

    [Fact]
    public void What_is_supervised_is_the_units_until_it_is_answered_and_then_the_secretarys_as_reports_are()
    {
        var due = new LocalDate(2023, 5, 31);
        Tasks(due.PlusDays(1), Cell("XLHT") with { Supervised = new(1, due, SupervisionState.Open, IsLate: true) })
            .ShouldBe([Task(MoveKind.AnswerSupervision, Role.Reporter, "XLHT", "T1", due) with { IsLate = true }]);
        Tasks(due, Cell("XLHT") with { Review = ReviewState.Open, Supervised = new(1, due, SupervisionState.Answered, IsLate: false) }).ShouldBe(
        [
            new(MoveKind.ConfirmTaskReports, Role.Secretary, Party: null, Task: null, Period: null, 1, DueOn: null, IsLate: false, "/tasks"),
            Task(MoveKind.CloseSupervision, Role.Secretary, "XLHT", "T1", dueOn: null),
        ]);
    }

    private static Move Only(ZoneReturn state, Instant? now = null) => ReturnMoves.Of(Plan.Document, [state], Quarter, now ?? Due).ShouldHaveSingleItem();

    private static Move Zones(MoveKind kind, LocalDate? dueOn = null) =>
        new(kind, Role.Reporter, "XLHT", Task: null, Quarter, 1, dueOn, IsLate: false, "/return/XLHT/2023-Q2");

    private static Move Bureaus(MoveKind kind) =>
        new(kind, Role.Reviewer, "XLHT", Task: null, Quarter, 1, DueOn: null, IsLate: false, "/review/XLHT/2023-Q2");

    private static Move Task(MoveKind kind, Role who, string unit, string task, LocalDate? dueOn) =>
        new(kind, who, unit, task, Period: null, 1, dueOn, IsLate: false, $"/tasks/{task}/{unit}");

    private static IEnumerable<Move> Tasks(LocalDate day, TaskCell cell) => TaskMoves.Of(Plan.Document, Board(day, ("T1", cell)));

    private static TaskBoard Board(LocalDate day, params (string Task, TaskCell Cell)[] cells) =>
        new(Period: null, day, [.. cells.Select(cell => new TaskRow(cell.Task, "四", new("", "", ""), IsSafeguard: false, [cell.Cell]))], []);

    private static TaskCell Cell(string unit) => new(
        unit, unit == "XLHT", TaskStanding.OnSchedule, Cause: null, Reported: null, Review: null, Missing: [], NextDue: null, OpenQueries: 0, Supervised: null);

    private static ZoneReturn Return(string zone = "XLHT") => new() { Zone = zone, Period = Quarter };
}
