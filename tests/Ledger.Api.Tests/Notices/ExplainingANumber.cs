using Ledger.Api.Audit.Traces;
using Ledger.Api.Measures;
using Ledger.Api.Notices;
using Ledger.Domain.Access;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Measures;
using Ledger.Domain.Notices;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Notices;

public class ExplainingANumber(ExplainingANumber.Host host) : IClassFixture<ExplainingANumber.Host>
{
    [Fact]
    public async Task Every_number_of_an_issued_notice_is_explained_down_to_facts_and_settings()
    {
        using var auditor = await host.AsAsync("auditor");
        var edition = (await auditor.AskAsync("/api/notices/2023-Q3/1")).Ok().Read<IssuedEdition>();
        Cell[] cells = [.. edition.Content.Cells()];
        cells.Length.ShouldBeGreaterThan(200);

        foreach (var cell in cells)
        {
            var explained = (await auditor.AskAsync($"/api/explain/{edition.Cells}{cell.Id}")).Ok().Read<CellExplanation>();
            explained.Printed.Id.ShouldBe(cell.Id);
            explained.Printed.Value.ShouldBe(cell.Value);
            explained.Holds.ShouldBeTrue(cell.Id);
            explained.Name.ShouldNotBe(cell.Id);
            explained.Position.ShouldBe(edition.Content.Position);
            if (cell.Value is null)
                explained.Explanation.Absence.ShouldNotBeNull(cell.Id).Text.ShouldNotBeNullOrWhiteSpace();
            foreach (var part in explained.Explanation.Everything())
            {
                part.Words.ShouldNotBeNullOrWhiteSpace();
                if (part.Inputs.Count == 0 && part.Absence is null)
                    (part.Fact is not null || part.Setting is not null || part.Event is not null
                        || part.Formula is Formulas.Count or Formulas.Return or Formulas.Quarters or Formulas.TaskPart or Formulas.Registered).ShouldBeTrue($"{cell.Id}: {part.Formula}");
            }

            foreach (var fact in explained.Explanation.Everything().Select(part => part.Fact).OfType<SourceFact>())
            {
                fact.Stated.Officer.ShouldBe(fact.Zone.ToLowerInvariant());
                fact.Stated.Organisation.ShouldBe(fact.Zone);
                fact.Stated.Position.ShouldBeLessThanOrEqualTo(edition.Content.Position);
                fact.Accepted.ShouldNotBeNull().Officer.ShouldBe("stat");
            }
        }
    }

    [Fact]
    public async Task A_corrected_figure_says_who_corrected_it_and_why_and_the_notice_before_still_rests_on_the_old_one()
    {
        using var auditor = await host.AsAsync("auditor");
        var next = (await auditor.AskAsync("/api/explain/notice.2023-Q3.1.2023-Q3.correction.XLHT.op_revenue.2023-Q2.1.new")).Ok().Read<CellExplanation>();
        var fact = next.Explanation.Fact.ShouldNotBeNull();
        (fact.Value, fact.Version, fact.Kind, fact.Reason).ShouldBe((102.05m, 2, CorrectionKind.Error, "漏報一戶企業"));
        fact.Stated.On.ShouldBe(new LocalDate(2023, 9, 12));
        fact.Accepted.ShouldNotBeNull().On.ShouldBe(new LocalDate(2023, 9, 15));
        fact.Stated.Position.ShouldBeLessThan(fact.Accepted!.Position);

        var before = (await auditor.AskAsync("/api/explain/notice.2023-Q2.1.2023-Q2.op_revenue.XLHT.amount")).Ok().Read<CellExplanation>();
        before.Explanation.Fact.ShouldNotBeNull().Value.ShouldBe(101.30m);
        before.Explanation.Fact!.Version.ShouldBe(1);
        before.DocumentNumber.ShouldBe("錫盟科通報〔2023〕1號");
    }

    [Fact]
    public async Task A_share_is_the_ratio_of_sums_against_a_trajectory_that_the_programme_sets()
    {
        using var auditor = await host.AsAsync("auditor");
        var gap = (await auditor.AskAsync("/api/explain/notice.2023-Q3.1.2023-Q3.hte_revenue_share.LEAGUE.gap")).Ok().Read<CellExplanation>().Explanation;
        gap.Formula.ShouldBe(Formulas.Gap);
        gap.Rounding.ShouldBe(new Rounding(2, -2.72m));
        var share = gap.Inputs.Single(input => input.Name == "value").Of;
        share.Formula.ShouldBe(Formulas.Share);
        share.Approximately.ShouldBe(12.331030m);
        share.Inputs.ShouldAllBe(input => input.Of.Formula == Formulas.Sum && input.Of.Inputs.Count == 5);
        var target = gap.Inputs.Single(input => input.Name == "target").Of;
        target.Everything().Select(part => part.Setting?.Pointer).ShouldContain("/indicators/1/target/value");
    }

    [Fact]
    public async Task A_stalled_task_leads_to_the_report_that_says_so_and_back_to_the_numbers_that_count_it()
    {
        using var auditor = await host.AsAsync("auditor");
        var edition = (await auditor.AskAsync("/api/notices/2023-Q3/1")).Ok().Read<IssuedEdition>();
        edition.Content.Form.ShouldBe(NoticeForms.Current);
        edition.Content.Tasks!.Stalled.ShouldHaveSingleItem().Position.ShouldBe(host.Stalled);
        edition.Content.Tasks.Supervised.ShouldHaveSingleItem().Unit.ShouldBe("BYH");

        var explained = (await auditor.AskAsync($"/api/explain/{edition.Cells}2023-Q3.tasks.BYH.stalled")).Ok().Read<CellExplanation>();
        var report = explained.Explanation.Everything().Select(part => part.Event).OfType<SourceEvent>().ShouldHaveSingleItem();
        (report.Stream, report.Type, report.Act.Position, report.Act.Officer).ShouldBe(("task/T2.3/BYH", "task_reported", host.Stalled, "byh"));

        var traced = (await auditor.AskAsync($"/api/audit/trace/events/{host.Stalled}")).Ok().Read<IReadOnlyList<NoticeTrace>>();
        traced.ShouldHaveSingleItem().Cells.Select(cell => cell.Cell[edition.Cells.Length..]).ShouldBe(
            ["2023-Q3.tasks.BYH.tasks", "2023-Q3.tasks.BYH.stalled", "2023-Q3.tasks.LEAGUE.tasks", "2023-Q3.tasks.LEAGUE.stalled"]);
        (await auditor.AskAsync("/api/audit/trace/events/999999")).Refused(404, "event-unknown");
        (await auditor.AskAsync($"/api/explain/{edition.Cells}2023-Q3.tasks.BYH.stalled/prov")).Ok().Text.ShouldContain($"\"ledger:events/{host.Stalled}\"");
    }

    [Fact]
    public async Task A_draft_is_explained_as_of_the_moment_asked_about()
    {
        using var auditor = await host.AsAsync("auditor");
        var then = (await auditor.AskAsync($"/api/explain/draft.2023-Q2.2023-Q2.op_revenue.XLHT.amount?asOf=@{host.BeforeTheCorrection}")).Ok().Read<CellExplanation>();
        then.Printed.Value.ShouldBe(101.30m);
        then.Position.ShouldBe(host.BeforeTheCorrection);
        then.Edition.ShouldBeNull();
        var now = (await auditor.AskAsync("/api/explain/2023-Q2.op_revenue.XLHT.amount")).Ok().Read<CellExplanation>();
        now.Printed.Value.ShouldBe(102.05m);
        now.Cell.ShouldBe("draft.2023-Q2.2023-Q2.op_revenue.XLHT.amount");

        var known = (await auditor.AskAsync("/api/explain/2023-Q2.op_revenue.XLHT.amount?knownOn=2023-08-01")).Ok().Read<CellExplanation>();
        known.Printed.Value.ShouldBe(101.30m);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("2023-Q3.op_revenue.XLHT.unheard_of")]
    [InlineData("draft.2023-Q3.2023-Q3.op_revenue.NOWHERE.growth")]
    [InlineData("notice.2023-Q3.1.2023-Q3.op_revenue")]
    [InlineData("notice.2023-Q3.one.2023-Q3.op_revenue.XLHT.growth")]
    public async Task What_is_no_cell_is_not_found(string cell)
    {
        using var auditor = await host.AsAsync("auditor");
        (await auditor.AskAsync($"/api/explain/{cell}")).Refused(404, "cell-unknown");
    }

    [Fact]
    public async Task A_cell_of_an_edition_that_was_not_there_is_not_found()
    {
        using var auditor = await host.AsAsync("auditor");
        (await auditor.AskAsync("/api/explain/notice.2023-Q3.7.2023-Q3.op_revenue.XLHT.growth")).Refused(404, "edition-unknown");
        (await auditor.AskAsync($"/api/explain/notice.2023-Q3.1.2023-Q3.op_revenue.XLHT.growth?asOf=@{host.BeforeTheCorrection}"))
            .Refused(404, "notice-unknown");
    }

    [Fact]
    public async Task An_indicator_is_read_for_a_zone_or_the_league_with_every_number_explained()
    {
        using var auditor = await host.AsAsync("auditor");
        var league = (await auditor.AskAsync("/api/indicators/Q02?period=2023-Q3")).Ok().Read<ExplainedReading>();
        (league.Indicator, league.Zone, league.Verdict).ShouldBe(("hte_revenue_share", "LEAGUE", Verdict.Behind));
        league.Value.Approximately.ShouldBe(12.331030m);
        league.Target.Approximately.ShouldBe(15.05m);
        league.Value.Everything().Count(part => part.Fact is not null).ShouldBe(10);

        var zone = (await auditor.AskAsync("/api/indicators/hte_revenue_share?zone=XLHT&period=2023-Q3")).Ok().Read<ExplainedReading>();
        zone.Gap.Approximately.ShouldBe(0.048720m);
        zone.Verdict.ShouldBe(Verdict.OnTrack);

        (await auditor.AskAsync("/api/indicators/Q99?period=2023-Q3")).Refused(404, "indicator-unknown");
        (await auditor.AskAsync("/api/indicators/Q02?period=2023-Q3&zone=NOWHERE")).Refused(404, "zone-unknown");
        (await auditor.AskAsync("/api/indicators/Q02?period=2031-Q3")).Refused(404, "period-outside-programme");
        (await auditor.AskAsync("/api/indicators/Q02")).Refused(400, "period-malformed");
    }

    /// <summary>2023-Q2 is issued, then corrected, then 2023-Q3 is issued.</summary>
    public sealed class Host : NoticesHost
    {
        public long BeforeTheCorrection { get; private set; }

        /// <summary>The position of the report by which a task is stalled.</summary>
        public long Stalled { get; private set; }

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            using var secretary = await AsAsync("stb");
            (await secretary.PostAsync("/api/notices/2023-Q2/issue", new { on = "2023-07-25" })).Ok();
            BeforeTheCorrection = (await Reader.HeadAsync(CancellationToken.None)).Position;
            await CorrectAsync("XLHT", Period.Parse("2023-Q2"), "op_revenue", 102.05m, new LocalDate(2023, 9, 12));
            Stalled = (await HappenAsync(
                "T2.3", "BYH", new("byh", "BYH", Role.Reporter, "BYH"),
                new TaskReported(new(2023, 10, 8), Period.Parse("2023-Q3"), TaskState.Stalled, "場地未定", [], [], []))).Position;
            await HappenAsync("T2.3", "BYH", new("stb", "STB", Role.Secretary), new TaskSupervised(new(2023, 10, 18), 1, "限期選址", new(2023, 11, 30)));
            (await secretary.PostAsync("/api/notices/2023-Q3/issue", new { on = "2023-10-25" })).Ok();
        }
    }
}
