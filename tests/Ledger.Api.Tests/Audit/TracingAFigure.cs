using System.Globalization;
using Ledger.Api.Audit.Traces;
using Ledger.Api.Notices;
using Ledger.Api.Tests.Sample;
using Ledger.Domain.Reporting;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Audit;

/// <summary>What a figure of the sample went into, and back from there to the figure.</summary>
[Collection(ReadersOfTheSample.Name)]
public class TracingAFigure(SampleHost host)
{
    private const string Corrected = "/api/audit/trace/XLHT/op_revenue/2023-Q2";

    [Fact]
    public async Task A_figure_leads_to_the_numbers_that_print_it_and_each_of_them_leads_back()
    {
        using var auditor = await host.AsAsync("auditor");
        var trace = await ReadAsync(auditor, "/api/audit/trace/SNT/op_revenue/2023-Q3");
        (trace.Version, trace.Versions, trace.Value).ShouldBe((1, 1, 33.00m));
        var notice = trace.Notices.Single(notice => notice.Period == Period.Parse("2023-Q3"));
        notice.IsInForce.ShouldBeTrue();
        notice.Cells.Where(cell => cell.IsItself).Select(cell => cell.Cell).ShouldContain("notice.2023-Q3.1.2023-Q3.op_revenue.SNT.amount");
        var cells = notice.Cells.Select(cell => cell.Cell).ToList();
        foreach (var resting in new[] { "op_revenue.SNT.growth", "op_revenue.LEAGUE.amount", "op_revenue.XLHT.growth_rank", "hte_revenue_share.SNT.value" })
            cells.ShouldContain($"notice.2023-Q3.1.2023-Q3.{resting}");
        cells.ShouldNotContain("notice.2023-Q3.1.2023-Q3.op_revenue.XLHT.growth");
        // A year later it is the base of the growth.
        trace.Notices.ShouldContain(later => later.Period == Period.Parse("2024-Q3") && later.Cells.Any(cell => cell.Cell.EndsWith("op_revenue.SNT.growth", StringComparison.Ordinal)));

        foreach (var cell in trace.Notices.SelectMany(each => each.Cells).Where((_, index) => index % 9 == 0))
        {
            var explained = (await auditor.AskAsync($"/api/explain/{cell.Cell}")).Ok().Read<CellExplanation>();
            explained.Printed.Value.ShouldBe(cell.Printed, cell.Cell);
            explained.Explanation.Everything().Select(part => part.Fact).ShouldContain(
                fact => fact != null && fact.Zone == "SNT" && fact.Series == "op_revenue" && fact.Period == Period.Parse("2023-Q3") && fact.Version == 1,
                cell.Cell);
        }
    }

    [Fact]
    public async Task The_old_version_of_a_corrected_figure_leads_to_the_old_notice_and_the_new_version_to_the_new_one()
    {
        using var auditor = await host.AsAsync("auditor");
        var (old, now) = (await ReadAsync(auditor, $"{Corrected}?version=1"), await ReadAsync(auditor, Corrected));
        (old.Version, old.Versions, old.Value, now.Version, now.Value).ShouldBe((1, 2, 101.30m, 2, 102.05m));

        Amounts(old).ShouldBe(["notice.2023-Q2.1.2023-Q2.op_revenue.XLHT.amount"]);
        Amounts(now).ShouldNotContain("notice.2023-Q2.1.2023-Q2.op_revenue.XLHT.amount");
        // The notice that corrects it prints both, each as what it is.
        Single(old, "old").Printed.ShouldBe(101.30m);
        Single(now, "new").Printed.ShouldBe(102.05m);
        old.Targets.ShouldBeEmpty();
        now.Targets.ShouldContain(target => target.Indicator == "hte_revenue_share" && target.Zone == "XLHT" && target.Period == Period.Parse("2023-Q2"));

        static IEnumerable<string> Amounts(FigureTrace trace) => trace.Notices.SelectMany(notice => notice.Cells)
            .Where(cell => cell.IsItself && cell.Cell.EndsWith("2023-Q2.op_revenue.XLHT.amount", StringComparison.Ordinal)).Select(cell => cell.Cell);

        static PrintedTrace Single(FigureTrace trace, string which) => trace.Notices.SelectMany(notice => notice.Cells)
            .Single(cell => cell.Cell == $"notice.2023-Q3.1.2023-Q3.correction.XLHT.op_revenue.2023-Q2.1.{which}");
    }

    [Fact]
    public async Task A_past_moment_knows_only_what_had_been_issued_by_then()
    {
        using var auditor = await host.AsAsync("auditor");
        var first = (await ReadAsync(auditor, $"{Corrected}?version=1")).Notices[0];
        first.Period.ShouldBe(Period.Parse("2023-Q2"));
        var then = await ReadAsync(auditor, string.Create(CultureInfo.InvariantCulture, $"{Corrected}?asOf=@{first.Cut}"));
        (then.Version, then.Versions).ShouldBe((1, 1));
        then.Notices.ShouldBeEmpty();
        then.Targets.ShouldNotBeEmpty();
        (await ReadAsync(auditor, $"{Corrected}?knownOn={NodaTime.Text.LocalDatePattern.Iso.Format(first.On)}")).Notices
            .ShouldHaveSingleItem().Edition.ShouldBe(1);
    }

    [Fact]
    public async Task A_years_figure_leads_to_its_criteria_scores_places_and_grades()
    {
        using var auditor = await host.AsAsync("auditor");
        var trace = await ReadAsync(auditor, "/api/audit/trace/DLN/op_revenue/2023-Q4");
        trace.Status.ShouldBe(FigureStatus.Accepted);
        var result = trace.Results.Single(result => result.Year == 2023 && result.IsInForce);
        var own = result.Zones.Single(zone => zone.Zone == "DLN");
        own.Criteria.ShouldNotBeEmpty();
        own.Final.ShouldNotBeNull().Score.ShouldNotBeNull();
        own.Grade.ShouldNotBeNull().Name.ShouldNotBeNull();
        result.Zones.Select(zone => zone.Zone).ShouldContain("SNT", "places are given among all zones");

        foreach (var cell in own.Criteria.Select(criterion => criterion.Cell).Append(own.Final!.Cell))
        {
            (await auditor.AskAsync($"/api/explain/{cell}")).Ok().Read<CellExplanation>().Explanation.Everything().Select(part => part.Fact)
                .ShouldContain(fact => fact != null && fact.Zone == "DLN" && fact.Series == "op_revenue" && fact.Version == trace.Version, cell);
        }
    }

    [Fact]
    public async Task A_result_that_is_not_ratified_is_told_only_to_those_who_may_read_it()
    {
        using var secretary = await host.AsAsync("stb");
        var draft = (await ReadAsync(secretary, "/api/audit/trace/DLN/op_revenue/2025-Q4")).Results.ShouldHaveSingleItem();
        (draft.Year, draft.Edition).ShouldBe((2025, null));
        draft.Zones.Select(zone => zone.Zone).ShouldContain("DLN");
        using var zone = await host.AsAsync("dln");
        var told = await ReadAsync(zone, "/api/audit/trace/DLN/op_revenue/2025-Q4");
        told.Results.ShouldBeEmpty();
        told.Targets.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_not_there_is_refused()
    {
        using var auditor = await host.AsAsync("auditor");
        (await auditor.AskAsync($"{Corrected}?version=3")).Refused(404, "figure-version-unknown").Detail.ShouldContain("2");
        (await auditor.AskAsync($"{Corrected}?version=0")).Refused(404, "figure-version-unknown");
        (await auditor.AskAsync("/api/audit/trace/NOWHERE/op_revenue/2023-Q2")).Refused(404, "zone-unknown");
        (await auditor.AskAsync("/api/audit/trace/XLHT/gold/2023-Q2")).Refused(404, "series-unknown");
        (await auditor.AskAsync("/api/audit/trace/XLHT/op_revenue/2023")).Refused(404, "figure-not-reported");
        (await auditor.AskAsync("/api/audit/trace/XLHT/op_revenue/2023-Q5")).Refused(400, "period-malformed");
    }

    private static async Task<FigureTrace> ReadAsync(HttpClient reader, string address) =>
        (await reader.AskAsync(address)).Ok().Read<FigureTrace>();
}
