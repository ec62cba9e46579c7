using System.Text.Json;
using Ledger.Api.Sample;
using Ledger.Api.Store;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Conference;
using Ledger.Domain.Cultivation;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Reporting.Checks;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Sample;

/// <summary>Played through the Domain's commands: what the story holds, apart from any database.</summary>
public class TheSampleStory
{
    private static readonly string[] Zones = ["XLHT", "BYH", "CJCY", "SNT", "DLN"];
    private static readonly Period ThirdQuarter = Period.Parse("2023-Q3");

    private static SampleStage Stage => SampleStage.Played;

    private static IEnumerable<ZoneReturn> Returns => Stage.Returns.Values;

    [Theory]
    [InlineData("op_revenue", "2023-Q3", "156.20 90.00 56.26 33.00 58.10")]
    [InlineData("op_revenue", "2022-Q3", "148.76 80.00 50.00 34.00 53.30")]
    [InlineData("hte_revenue", "2023-Q3", "24.99 9.00 6.75 1.98 5.81")]
    [InlineData("inv_patent_granted", "2023-Q3", "71 18 24 2 3")]
    [InlineData("inv_patent_granted", "2022-Q3", "64 15 20 3 0")]
    public void Holds_the_figures_of_the_worked_notice(string series, string period, string values)
    {
        var book = Stage.AtTheNotice[ThirdQuarter].Book.Accepted();
        Zones.Select(zone => book.Find(zone, series, Period.Parse(period))!.Value).ShouldBe(values.Split(' ').Select(Number));
    }

    [Fact]
    public void Holds_the_league_count_of_the_worked_notice() =>
        Zones.Sum(zone => Stage.AtTheNotice[ThirdQuarter].Book.Find(zone, "rd_inst_new", ThirdQuarter)!.Value).ShouldBe(2);

    [Theory]
    [InlineData("hte_revenue_share", "11 6 7 3 5", 9)]
    [InlineData("inv_patent_granted", "40 10 12 2 4", null)]
    public void Holds_the_baselines_of_the_worked_notice(string subject, string values, int? league)
    {
        Zones.Select(zone => Stage.Document.FindBaseline(zone, subject)!.Value).ShouldBe(values.Split(' ').Select(Number));
        (Stage.Document.FindBaseline(Zone.League, subject)?.Value).ShouldBe(league);
    }

    [Theory]
    [InlineData("op_revenue", "2023-Q4", 210, 80)]
    [InlineData("hte_revenue", "2023-Q4", 33.6, 8.4)]
    [InlineData("op_revenue", "2022-Q4", 200, 72)]
    [InlineData("gross_ind_output", "2023-Q4", 180, 70)]
    [InlineData("ht_output", "2023-Q4", 37.8, 9.1)]
    [InlineData("rd_exp", "2023", 2.52, 0.55)]
    [InlineData("grp", "2023", 140, 50)]
    [InlineData("sei_count", "2023", 2, 1)]
    [InlineData("rd_inst_new", "2023-Q4", 2, 0)]
    [InlineData("hte_count", "2023-Q4", 38, 9)]
    [InlineData("inv_patent_granted", "2023-Q4", 92, 3)]
    [InlineData("listing_pool", "2023-Q4", 7, 3)]
    public void Holds_the_figures_of_the_worked_assessment(string series, string period, double xlht, double dln)
    {
        Stage.Value("XLHT", series, period).ShouldBe((decimal)xlht);
        Stage.Value("DLN", series, period).ShouldBe((decimal)dln);
    }

    [Theory]
    [InlineData("svc_inst_new", 1, 1)]
    [InlineData("tech_sme_new", 26, 5)]
    [InlineData("hte_new", 27, 6)]
    public void Adds_up_to_the_counts_of_the_worked_assessment(string series, int xlht, int dln)
    {
        Since2021("XLHT").ShouldBe(xlht);
        Since2021("DLN").ShouldBe(dln);

        decimal Since2021(string zone) => new[] { "2021-Q4", "2022-Q4", "2023-Q4" }.Sum(period => Stage.Value(zone, series, period));
    }

    [Theory]
    [InlineData("key_lab", 1, 0)]
    [InlineData("ent_rd_center", 6, 1)]
    [InlineData("incubator makerspace star_village", 3, 0)]
    public void Has_as_many_new_carriers_as_the_worked_assessment(string series, int xlht, int dln)
    {
        New("XLHT").ShouldBe(xlht);
        New("DLN").ShouldBe(dln);

        decimal New(string zone) => series.Split(' ')
            .Sum(code => Stage.Value(zone, code, "2023-Q4") - Stage.Document.FindBaseline(zone, code)!.Value);
    }

    [Theory]
    [InlineData("hte_revenue_share", 11, 5)]
    [InlineData("ht_output_share", 14, 8)]
    [InlineData("rd_intensity", 1.2, 0.5)]
    [InlineData("hte_count", 20, 5)]
    [InlineData("inv_patent_granted", 40, 4)]
    public void Starts_from_the_baselines_of_the_worked_assessment(string subject, double xlht, double dln)
    {
        Stage.Document.FindBaseline("XLHT", subject)!.Value.ShouldBe((decimal)xlht);
        Stage.Document.FindBaseline("DLN", subject)!.Value.ShouldBe((decimal)dln);
    }

    [Theory]
    [InlineData("XLHT", 5)]
    [InlineData("DLN", 3)]
    public void Has_as_many_good_returns_of_2023_as_the_worked_assessment(string zone, int good)
    {
        ZoneReturn[] due = [.. Returns.Where(state => state.Zone == zone && state.Period.Year == 2023)];
        due.Length.ShouldBe(5);
        due.ShouldAllBe(state => state.State == ReturnState.Accepted);
        due.Count(state => IsOnTime(state) && state.SentBack.IsEmpty).ShouldBe(good);
    }

    [Fact]
    public void Leaves_one_return_of_2023_missing_ten_working_days_after_its_deadline()
    {
        var late = Returns.Where(state => state.Period.Year == 2023 && !IsOnTime(state)).ShouldHaveSingleItem();
        (late.Zone, late.Period).ShouldBe(("DLN", Period.Parse("2023-Q1")));
        WorkingDays(Stage.Document.Calendar.DueOn(late.Period), late.Submissions[0].On).ShouldBeGreaterThan(10);
        Stage.AtTheNotice[late.Period].Returns.ContainsKey((late.Zone, late.Period)).ShouldBeTrue();
        Stage.AtTheNotice[late.Period].Returns[(late.Zone, late.Period)].State.ShouldBe(ReturnState.Open);
    }

    [Fact]
    public void Corrects_the_half_year_of_the_worked_notice_after_its_publication_and_before_the_next()
    {
        var half = Period.Parse("2023-Q2");
        var published = Stage.AtTheNotice[half].Book.Find("XLHT", "op_revenue", half)!;
        (published.Value, published.Status, published.Version).ShouldBe((101.30m, FigureStatus.Accepted, 1));

        var corrected = Stage.AtTheNotice[ThirdQuarter].Book.Find("XLHT", "op_revenue", half)!;
        (corrected.Value, corrected.Status, corrected.Version).ShouldBe((102.05m, FigureStatus.Accepted, 2));
        corrected.ReportedOn.ShouldBe(new(2023, 9, 12));

        var correction = Stage.Returns[("XLHT", half)].Corrections.ShouldHaveSingleItem();
        correction.Kind.ShouldBe(CorrectionKind.Error);
        correction.Evidence.ShouldHaveSingleItem().Name.ShouldContain("更正表");
        correction.Ruling!.Approved.ShouldBeTrue();
        Stage.Value("XLHT", "op_revenue", "2022-Q2").ShouldBe(96.00m);
    }

    [Fact]
    public void Corrects_nothing_else_between_the_two_notices() =>
        Approved().Where(ruling => ruling.On > new LocalDate(2023, 7, 27) && ruling.On <= new LocalDate(2023, 10, 27)).Count().ShouldBe(1);

    [Fact]
    public void Is_late_at_times_and_stays_away_twice()
    {
        Returns.Where(state => !state.Submissions.IsEmpty && !IsOnTime(state)).Select(Name).ShouldBe(
            [
                "BYH 2021-Q4", "SNT 2021", "SNT 2022-Q1", "SNT 2022-Q2", "DLN 2022-Q3", "DLN 2023-Q1", "BYH 2024-Q1", "DLN 2024-Q3",
                "DLN 2024-Q4", "SNT 2024", "SNT 2025-Q2",
            ],
            ignoreOrder: true);
        Returns.Where(state => state.Submissions.IsEmpty).Select(Name).ShouldBe(["SNT 2021-Q2", "DLN 2025"], ignoreOrder: true);
        Returns.Where(state => state.OverdueSince is not null).Select(Name)
            .ShouldBe(Returns.Where(state => state.Submissions.IsEmpty || !IsOnTime(state)).Select(Name), ignoreOrder: true);
    }

    [Fact]
    public void Sends_returns_back_once_or_twice() =>
        Returns.Where(state => !state.SentBack.IsEmpty).Select(state => $"{Name(state)} ×{state.SentBack.Count}").ShouldBe(
            [
                "XLHT 2022-Q2 ×1", "CJCY 2022-Q4 ×1", "DLN 2023-Q4 ×1", "SNT 2024-Q2 ×2", "BYH 2024-Q3 ×1", "XLHT 2025-Q1 ×1",
                "DLN 2025-Q4 ×1", "BYH 2025 ×1",
            ],
            ignoreOrder: true);

    [Fact]
    public void Knows_corrections_of_both_kinds_approved_refused_and_waiting()
    {
        Correction[] corrections = [.. Returns.SelectMany(state => state.Corrections)];
        corrections.Count(asked => asked is { Kind: CorrectionKind.Error, Ruling.Approved: true }).ShouldBe(7);
        corrections.Count(asked => asked is { Kind: CorrectionKind.Revision, Ruling.Approved: true }).ShouldBe(2);
        corrections.Count(asked => asked.Ruling is { Approved: false }).ShouldBe(1);
        corrections.Count(asked => asked.Ruling is null).ShouldBe(1);
        corrections.ShouldAllBe(asked => asked.Evidence.Count > 0);
    }

    [Fact]
    public void Asks_and_answers_and_takes_figures_back()
    {
        Query[] queries = [.. Returns.SelectMany(state => state.Queries)];
        queries.Length.ShouldBe(13);
        queries.Count(query => query.Answer is null).ShouldBe(1);
        Returns.SelectMany(state => state.Figures.Values).Count(figure => figure.Standing.Status == FigureStatus.Withdrawn).ShouldBe(2);
        Stage.Value("CJCY", "inv_patent_granted", "2022-Q1").ShouldBe(5);
    }

    [Fact]
    public void Explains_every_warning_and_nothing_else()
    {
        foreach (var (state, findings, command) in Stage.Submissions)
        {
            findings.ShouldAllBe(finding => finding.Level == CheckLevel.Warning);
            command.Explanations.Select(explanation => explanation.Check)
                .ShouldBe(findings.Select(finding => finding.Check), ignoreOrder: true, Name(state));
        }
    }

    [Fact]
    public void Issues_every_notice_up_to_the_third_quarter_of_2025_and_leaves_the_last_open()
    {
        Stage.AtTheNotice.Keys.ShouldBe(Stage.Document.Periods()
            .Where(period => period.IsQuarter && period >= Period.Parse("2021-Q4") && period < Period.Parse("2025-Q4")));
        foreach (var zone in Zones)
            Stage.Returns[(zone, Period.Parse("2025-Q4"))].State.ShouldBe(ReturnState.Accepted);
    }

    [Fact]
    public void Draws_the_third_quarter_of_2023_from_returns_that_are_all_accepted_and_in_time()
    {
        foreach (var zone in Zones)
        {
            var state = Stage.AtTheNotice[ThirdQuarter].Returns[(zone, ThirdQuarter)];
            state.State.ShouldBe(ReturnState.Accepted);
            IsOnTime(state).ShouldBeTrue();
        }

        Returns.Where(state => state.Zone == "CJCY").ShouldAllBe(state => IsOnTime(state));
    }

    [Fact]
    public void Begins_with_the_plan_and_then_follows_the_dates_of_its_papers()
    {
        var acts = Stage.Story.Acts;
        var founding = acts.TakeWhile(act => act is SampleAct.Appoint or SampleAct.Adopt).ToList();
        founding.OfType<SampleAct.Adopt>().ShouldHaveSingleItem().On.ShouldBe(new(2021, 11, 5));
        acts.Skip(founding.Count).Select(act => act.On).ShouldBeInOrder();
        acts.Where(act => act is not SampleAct.FallOverdue && act.On.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            .ShouldBeEmpty();
        acts[^1].On.ShouldBeLessThan(new(2026, 5, 1));
    }

    [Fact]
    public void Says_everywhere_that_it_is_invented()
    {
        Stage.Story.Acts.OfType<SampleAct.OnReturn>().Select(act => act.Command).OfType<ReportFigures>()
            .SelectMany(command => command.Figures).ShouldAllBe(line => line.Note!.StartsWith("示例數據"));
        Stage.Story.Papers.ShouldAllBe(paper => paper.Name.Contains("（示例數據）"));
        Stage.Document.Baselines.ShouldAllBe(baseline => baseline.Basis.StartsWith("示例數據"));
        Stage.Programme.Versions.Skip(1).ShouldAllBe(version => version.Basis.Note!.StartsWith("示例"));
        Stage.Story.Acts.OfType<SampleAct.Issue>().ShouldAllBe(act => act.DocumentNumber.StartsWith("示例通報〔"));
        Stage.Story.Acts.OfType<SampleAct.Appoint>().ShouldAllBe(act => act.Command.Basis!.StartsWith("示例任命"));
        Stage.Story.Acts.OfType<SampleAct.AdoptTheScheme>().ShouldAllBe(act => act.Command.Basis.Note!.StartsWith("示例"));
        Stage.Story.Acts.OfType<SampleAct.OnZone>().Select(act => act.Command).OfType<SetCriterion>()
            .ShouldAllBe(command => command.Terms.Title.Contains("虛構") && command.Terms.Text.StartsWith("示例條文") && command.Terms.Source.Contains("虛構"));
        foreach (var act in Stage.Story.Acts.OfType<SampleAct.OnAssessment>())
        {
            var said = act.Command switch
            {
                CastBallot command => command.Reason,
                RecordAdjustment command => command.Document.Number,
                RecordVeto command => command.Document.Number,
                RatifyResult command => command.Minutes,
                FollowOutcome command => command.Text,
                _ => null,
            };
            said?.ShouldContain("示例", customMessage: act.ToString());
        }
    }

    [Fact]
    public void Names_no_host_that_the_plan_does_not_name() => Stage.Document.Zones.ShouldAllBe(zone => zone.Host == null);

    [Fact]
    public void Puts_every_paper_beside_something()
    {
        var used = Returns.SelectMany(state => state.Figures.Values.SelectMany(figure => figure.Evidence)
            .Concat(state.Corrections.SelectMany(correction => correction.Evidence))).Select(paper => paper.Sha256);
        var inAssessments = Stage.Story.Acts.OfType<SampleAct.OnAssessment>().SelectMany(act => act.Command switch
        {
            CastBallot command => command.Evidence.Where(BallotEvidence.IsPaper),
            LodgeAppeal command => command.Evidence,
            FollowOutcome command => command.Evidence,
            _ => [],
        });
        var inFindings = Stage.Story.Acts.OfType<SampleAct.OnZone>().Select(act => act.Command).OfType<StateFinding>().SelectMany(command => command.Evidence);
        var minutes = Stage.Story.Acts.OfType<SampleAct.OnConference>().Select(act => act.Command).OfType<CloseMinutes>().Select(command => command.Minutes);
        used.Concat(inAssessments).Concat(inFindings).Concat(minutes).Distinct().ShouldBe(Stage.Story.Papers.Select(paper => paper.Sha256), ignoreOrder: true);
    }

    [Fact]
    public void Is_the_same_story_every_time_it_is_read() => Told(SampleStory.Read()).ShouldBe(Told(Stage.Story));

    private static List<string> Told(SampleStory story) =>
        [.. story.Acts.Select(act => JsonSerializer.Serialize(act, act.GetType(), LedgerJson.Options))];

    private static bool IsOnTime(ZoneReturn state) => Timeliness.IsOnTime(state, Stage.Document.DueAt(state.Period)) is true;

    private static IEnumerable<Ruling> Approved() =>
        Returns.SelectMany(state => state.Corrections).Select(asked => asked.Ruling).OfType<Ruling>().Where(ruling => ruling.Approved);

    private static string Name(ZoneReturn state) => $"{state.Zone} {state.Period}";

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static int WorkingDays(LocalDate after, LocalDate until) => Enumerable.Range(1, NodaTime.Period.DaysBetween(after, until) - 1)
        .Count(days => after.PlusDays(days).DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));
}
