using Ledger.Domain.Access;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Measures;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Notices;

/// <summary>The notice for the third quarter of 2023 on two tasks and a safeguard of five zones and a bureau.</summary>
public class TellingOfTheTasks
{
    private static readonly Period Q1 = Period.Parse("2023-Q1");
    private static readonly Period Q2 = Period.Parse("2023-Q2");
    private static readonly Period Q3 = Period.Parse("2023-Q3");
    private static readonly Actor Unit = new("unit", "XLHT", Role.Reporter, "XLHT");

    private static readonly League Told = League.Autumn2023 with
    {
        Programme = League.Autumn2023.Programme with
        {
            Organisations = [new("STB", Said("科技局"), "科技局", null, null, null)],
            Tasks = [Task("T1", "編制規劃"), Task("T2", "科技金融")],
            Safeguards = [Task("S1", "組織領導")],
        },
        Tasks =
        [
            Part("T1", "XLHT", Report(Q2, TaskState.OnSchedule), Report(Q3, TaskState.Done)),
            Part("T2", "XLHT", Report(Q3, TaskState.OnSchedule), Report(Period.Parse("2023-Q4"), TaskState.Stalled)),
            Part("T1", "BYH",
                Report(Q2, TaskState.Behind), Report(Q3, TaskState.Behind), new TaskSupervised(new(2023, 10, 22), 1, "限期選址", new(2023, 11, 10))),
            Part("T2", "CJCY", Report(Q1, TaskState.OnSchedule)),
            Part("T1", "SNT", Report(Q3, TaskState.Behind), new TaskSentBack(new(2023, 10, 15), Q3, "無依據")),
            Part("T2", "STB",
                Report(Q3, TaskState.Stalled), new TaskSupervised(new(2023, 8, 1), 1, "報送方案", new(2023, 8, 20)),
                new SupervisionAnswered(new(2023, 8, 18), 1, "已報送", []), new SupervisionClosed(new(2023, 9, 1), 1, "已落實")),
            Part("S1", "STB", new TaskSupervised(new(2022, 8, 1), 1, "早已辦結", new(2022, 8, 20)), new SupervisionClosed(new(2022, 9, 1), 1, "已落實")),
        ],
    };

    private static readonly DrawnNotice Drawn = Told.Draw("2023-Q3");
    private static readonly NoticeTasks Tasks = Drawn.Content.Tasks!;

    [Fact]
    public void Each_zone_and_each_other_unit_has_its_tally() =>
        Tasks.Zones.Append(Tasks.Total).Concat(Tasks.Units).Select(Row).ShouldBe(
        [
            "XLHT 2: 1 1 0 0 0, 0", "BYH 2: 0 0 0 1 1, 1", "CJCY 2: 0 0 0 1 1, 0", "SNT 2: 0 0 0 0 2, 0", "DLN 2: 0 0 0 0 2, 0",
            "LEAGUE 10: 1 1 0 2 6, 1", "STB 2: 0 0 0 1 1, 1",
        ]);

    [Fact]
    public void It_is_the_tally_that_the_tasks_have_by_the_end_of_the_quarter()
    {
        var parts = Told.Tasks.ToDictionary(part => (part.Task, part.Unit));
        foreach (var row in Tasks.Zones)
        {
            var tally = TaskTally.Of(row.Unit, Told.Programme, parts, new(2026, 1, 1), Q3);
            Row(row).ShouldStartWith($"{row.Unit} {tally.Tasks}: {tally.Done} {tally.OnSchedule} {tally.Behind} {tally.Stalled} {tally.Unreported},");
        }
    }

    [Fact]
    public void What_is_stalled_is_named_with_its_cause() =>
        Texts("stalled").ShouldBe(
        [
            "白音華開發區“編制規劃”停滯（連續2個季度滯後）。", "承接產業開發區“科技金融”停滯（2個季度應報未報）。", "科技局“科技金融”停滯（責任單位報告停滯）。",
        ]);

    [Fact]
    public void What_was_supervised_in_the_quarter_or_soon_after_is_named_with_its_day()
    {
        Tasks.Supervised.Select(part => $"{part.Task} {part.Unit} {part.State} {part.DueOn:uuuu-MM-dd} {part.IsLate}").ShouldBe(
            ["T1 BYH Open 2023-11-10 True", "T2 STB Closed 2023-08-20 False"]);
        Texts("supervised").ShouldBe(["督辦事項2項，待答復1項（逾期1項），已辦結1項。"]);
        Told.Draw("2023-Q2").Content.Tasks!.Supervised.ShouldHaveSingleItem().Unit.ShouldBe("STB");
    }

    [Fact]
    public void The_sentences_tell_the_tallies_in_three_languages()
    {
        var said = Drawn.Content.Texts.Single(text => text.Code == "tasks").Text;
        said.ZhHant.ShouldBe(
            "截至9月底，全盟5個培育對象承擔重點任務10項次，已完成1項次，按計劃推進1項次，停滯2項次，尚未報告6項次。"
            + "其他責任單位承擔2項次，已完成0項次，按計劃推進0項次，停滯1項次，尚未報告1項次。");
        said.ZhHans.ShouldStartWith("截至9月底，全盟5个培育对象承担重点任务10项次，已完成1项次");
        said.En.ShouldBe(
            "By the end of September 2023 the league's 5 zones under cultivation had 10 parts in the key tasks, 1 done, 1 on schedule, 2 stalled, "
            + "6 not reported yet. The other responsible units had 2, 0 done, 0 on schedule, 1 stalled, 1 not reported yet.");
    }

    [Fact]
    public void A_count_leads_down_to_reports_and_to_the_limits_of_the_rule()
    {
        var stalled = Drawn.Derivations["2023-Q3.tasks.BYH.stalled"].Inputs.ShouldHaveSingleItem().Of;
        stalled.Note.ShouldBe(Notes.StalledBehind);
        stalled.Inputs.Select(input => (input.Name, input.Of.Act?.Stream, input.Of.Constant?.Pointer)).ShouldBe(
            [("2023-Q3", "task/T1/BYH", null), ("2023-Q2", "task/T1/BYH", null), ("behindQuarters", null, "/taskRules/behindQuarters")]);
        Drawn.Derivations["2023-Q3.tasks.LEAGUE.stalled"].Positions().ShouldBe(
            [Position("T1", "BYH", 2), Position("T1", "BYH", 1), Position("T2", "CJCY", 1)]);
    }

    [Fact]
    public void A_report_and_an_act_of_supervision_lead_up_to_the_counts_that_rest_on_them()
    {
        Drawn.ByPosition()[Position("T2", "STB", 1)].ShouldBe(["2023-Q3.tasks.STB.tasks", "2023-Q3.tasks.STB.stalled"]);
        Drawn.ByPosition()[Position("T2", "STB", 2)].ShouldBe(["2023-Q3.tasks.STB.supervised"]);
    }

    [Fact]
    public void The_first_form_knows_nothing_of_tasks_and_is_drawn_as_it_was()
    {
        var first = NoticeDrawing.Draw(Told.At("2023-Q3"), NoticeForms.First).Content;
        (first.Form, first.Tasks).ShouldBe((null, null));
        first.Out().ShouldNotContain("\"Form\"");
        first.Out().ShouldNotContain("\"Tasks\"");
        var without = Drawn.Content with
        {
            Form = null, Tasks = null, Decisions = null, Register = null, KnownOn = first.KnownOn,
            Texts = [.. Drawn.Content.Texts.Where(text => text.Code is not ("tasks" or "stalled" or "supervised" or "decision" or "register"))],
        };
        first.Out().ShouldBe(without.Out());
        Should.Throw<ArgumentOutOfRangeException>(() => NoticeDrawing.Draw(Told.At("2023-Q3"), NoticeForms.Current + 1));
    }

    [Fact]
    public void Read_back_it_is_the_same() => Written.Back(Drawn.Content.Out()).Out().ShouldBe(Drawn.Content.Out());

    [Fact]
    public void It_is_not_dated_before_a_report_or_an_act_of_supervision_that_it_tells() =>
        Drawn.Content.KnownOn.ShouldBe(new LocalDate(2023, 10, 22));

    private static IEnumerable<string> Texts(string code) =>
        Drawn.Content.Texts.Where(text => text.Code == code).Select(text => text.Text.ZhHant);

    private static string Row(TaskTallyRow row) =>
        $"{row.Unit} {row.Tasks.Value}: {row.Done.Value} {row.OnSchedule.Value} {row.Behind.Value} {row.Stalled.Value} {row.Unreported.Value}, {row.Supervised.Value}";

    private static KeyTask Task(string id, string title) => new(id, "四", Said(title), title, "責任單位", ["HOST", "STB"], [], []);

    private static TaskReported Report(Period period, TaskState state) => new(period.End.PlusDays(5), period, state, "推進", [], [], []);

    private static TaskPart Part(string task, string unit, params TaskEvent[] events) => TaskPart.Stream(task, unit).Fold(
        events.Select((@event, index) => new Recorded<TaskEvent>(@event, new(
            Guid.Empty, TaskPart.StreamId(task, unit), index + 1, Position(task, unit, index + 1), Instant.FromUtc(2026, 1, 1, 0, 0), Unit))));

    /// <summary>Far above the returns', one place for each event.</summary>
    private static long Position(string task, string unit, int version) =>
        10_000 + (1_000 * int.Parse(task[1..], System.Globalization.CultureInfo.InvariantCulture)) + (100 * (Array.IndexOf(League.Zones, unit) + 1)) + version;

    private static Name Said(string text) => new(text, text, text);
}
