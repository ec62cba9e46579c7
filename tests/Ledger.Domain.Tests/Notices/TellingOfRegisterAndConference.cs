using System.Collections.Immutable;
using Ledger.Domain.Access;
using Ledger.Domain.Conference;
using Ledger.Domain.Measures;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Notices;

/// <summary>The notice for the third quarter of 2023, with a register of new institutions and a conference that met twice.</summary>
public class TellingOfRegisterAndConference
{
    private static readonly League Told = League.Autumn2023 with
    {
        Programme = League.Autumn2023.Programme with
        {
            RegisterKinds =
            [
                new("lab", new("實驗室", "实验室", "Laboratory"), RegisterSide.Carrier, ValidYears: null, [], [new("rd_inst_new", RegisterMode.NewInYear, FromLevel: null)]),
            ],
        },
        Registered = new Dictionary<(string, string), long>
        {
            [("XLHT", "rd_inst_new")] = 1, [("BYH", "rd_inst_new")] = 1, [("SNT", "rd_inst_new")] = 0,
        }.ToImmutableDictionary(),
        Meetings =
        [
            Met("2023-1", new(2023, 6, 20), "上季事項", DecisionOutcome.Adopted),
            Met("2023-2", new(2023, 8, 15), "目標分解", DecisionOutcome.Adopted),
        ],
    };

    private static readonly DrawnNotice Drawn = Told.Draw("2023-Q3");

    [Fact]
    public void Every_counted_figure_is_held_beside_the_register()
    {
        var line = Drawn.Content.Register!.Series.ShouldHaveSingleItem();
        line.Cells.Select(cell => $"{cell.Value}{cell.Reason}").ShouldBe(["0", "-1", Reasons.NoRegister, "0", Reasons.NoRegister]);
        (Drawn.Content.Register.Agreeing.Value, Drawn.Content.Register.Differing.Value).ShouldBe((2, 1));
        Texts("register").ShouldBe(["報表與登記名錄可核對3項，一致2項，不一致1項，無名錄或未報2項。"]);
        Texts("register-differs").ShouldBe(["白音華開發區rd_inst_new報表數比名錄少1個。"]);
    }

    [Fact]
    public void A_difference_leads_to_the_stated_figure_and_to_no_institution()
    {
        var difference = Drawn.Derivations["2023-Q3.register.BYH.rd_inst_new"];
        difference.Figures().ShouldHaveSingleItem().Zone.ShouldBe("BYH");
        difference.Inputs[1].Of.ShouldSatisfyAllConditions(of => of.Formula.ShouldBe(Formulas.Registered), of => of.Act.ShouldBeNull());
        Drawn.Derivations["2023-Q3.register.LEAGUE.differing"].Figures().ShouldHaveSingleItem().Zone.ShouldBe("BYH");
    }

    [Fact]
    public void Where_nothing_is_registered_the_notice_says_so()
    {
        var content = (Told with { Registered = Told.Registered.Clear() }).Draw("2023-Q3").Content;
        content.Register!.Series.ShouldBeEmpty();
        content.Texts.Single(text => text.Code == "register").Text.ZhHant.ShouldBe("登記名錄尚無可與報表核對的數據。");
        League.Autumn2023.Draw("2023-Q3").Content.Register.ShouldBeNull();
    }

    [Fact]
    public void Decisions_of_meetings_held_in_the_quarter_are_told_and_counted_down_to_their_events()
    {
        Drawn.Content.Decisions!.All.ShouldHaveSingleItem().Reference.ShouldBe("2023-2/1");
        Texts("decision").ShouldBe(["聯席會議2023-2次會議就“目標分解”議定（通過）：照辦。"]);
        Drawn.Derivations["2023-Q3.decisions.LEAGUE.count"].Positions().ShouldBe([Told.Meetings[1].Decisions[1].Position]);
        Told.Draw("2023-Q1").Content.Texts.Single(text => text.Code == "decision").Text.ZhHant.ShouldBe("本季度聯席會議未作出決定。");
    }

    [Fact]
    public void Earlier_forms_tell_neither()
    {
        foreach (var form in new[] { NoticeForms.First, NoticeForms.WithTasks })
        {
            var content = NoticeDrawing.Draw(Told.At("2023-Q3"), form).Content;
            (content.Register, content.Decisions).ShouldBe((null, null));
            content.Out().ShouldNotContain("register");
        }
    }

    [Fact]
    public void Read_back_it_is_the_same() => Written.Back(Drawn.Content.Out()).Out().ShouldBe(Drawn.Content.Out());

    private static IEnumerable<string> Texts(string code) => Drawn.Content.Texts.Where(text => text.Code == code).Select(text => text.Text.ZhHant);

    private static Meeting Met(string number, LocalDate on, string title, DecisionOutcome outcome)
    {
        MeetingEvent[] events =
        [
            new MeetingConvened(on.PlusDays(-7), on, Place: null, [new(DecisionKind.Allocation, title)]), new MeetingHeld(on, on, 1, [], 0),
            new ItemDecided(on, 1, outcome, Votes: null, "照辦。"),
        ];
        return Meeting.Stream(number).Fold(events.Select((@event, index) => new Recorded<MeetingEvent>(@event, new(
            Guid.Empty, Meeting.StreamId(number), index + 1, 20_000 + (on.DayOfYear * 10) + index, Instant.FromUtc(2026, 1, 1, 0, 0),
            new Actor("stb", "STB", Role.Secretary)))));
    }
}
