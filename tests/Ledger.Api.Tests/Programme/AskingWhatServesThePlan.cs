using Ledger.Api.Programme.Coverage;
using Ledger.Api.Tests.Sample;
using Ledger.Domain.Programme.Coverage;

namespace Ledger.Api.Tests.Programme;

/// <summary>The matrix of clauses over the sample ledger, as anybody may ask for it.</summary>
[Collection(ReadersOfTheSample.Name)]
public class AskingWhatServesThePlan(SampleHost host)
{
    [Fact]
    public async Task Every_clause_has_something_that_serves_it_unless_the_plan_is_silent()
    {
        using var client = await host.AsAsync("auditor");
        var view = (await client.AskAsync("/api/programme/coverage")).Ok().Read<CoverageView>();
        view.Rows.Where(row => row.Servers.Count == 0 && row.State != CoverageState.Silent).Select(row => row.Id).ShouldBeEmpty();
        view.Rows.Count.ShouldBe(view.Counts.Recorded + view.Counts.Awaiting + view.Counts.Silent);
        view.Rows.Single(row => row.Id == "attachment-1").Servers.ShouldBeEmpty();

        var notice = view.Rows.Single(row => row.Id == "R5");
        (notice.Text, notice.Servers[0].Api, notice.State).ShouldBe(("實行季通報", "/api/notices", CoverageState.Recorded));
        var unit = view.Rows.Single(row => row.Id == "T5.3.PBC");
        (unit.Text, unit.Servers.ShouldHaveSingleItem().Page).ShouldBe(("中國人民銀行錫林郭勒中心支行", "/tasks/T5.3/PBC"));
        view.Rows.Single(row => row.Id == "T2.3").Latest.ShouldNotBeNull().Text.ShouldStartWith("T2.3");

        foreach (var address in view.Rows.SelectMany(row => row.Servers).Select(server => server.Api).Distinct())
            (await client.AskAsync(address)).Ok();
    }

    [Fact]
    public async Task A_past_moment_tells_what_was_known_then()
    {
        using var client = await host.AsAsync("auditor");
        var now = (await client.AskAsync("/api/programme/coverage")).Ok().Read<CoverageView>();
        var then = (await client.AskAsync("/api/programme/coverage?knownOn=2021-12-31")).Ok().Read<CoverageView>();
        then.Counts.Recorded.ShouldBeLessThan(now.Counts.Recorded);
        then.Rows.Select(row => row.Latest?.On).OfType<NodaTime.LocalDate>().ShouldAllBe(on => on <= new NodaTime.LocalDate(2021, 12, 31));
        var position = now.Rows.Single(row => row.Id == "R6").Latest!.Position;
        (await client.AskAsync($"/api/programme/coverage?asOf=@{position - 1}")).Ok().Read<CoverageView>()
            .Rows.Single(row => row.Id == "R6").Latest!.Position.ShouldBeLessThan(position);
    }

    [Fact]
    public async Task It_is_narrowed_down_by_section_kind_and_state_and_by_nothing_unheard_of()
    {
        using var client = await host.AsAsync("auditor");
        var narrowed = (await client.AskAsync("/api/programme/coverage?section=四(二)&kind=responsible_unit")).Ok().Read<CoverageView>();
        narrowed.Rows.ShouldAllBe(row => row.Section.StartsWith("四(二)") && row.Kind == ClauseKind.ResponsibleUnit);
        narrowed.Rows.Count.ShouldBe(14);
        (await client.AskAsync("/api/programme/coverage?state=silent")).Ok().Read<CoverageView>().Rows.ShouldAllBe(row => row.State == CoverageState.Silent);
        (await client.AskAsync("/api/programme/coverage?kind=poem&state=lost")).Faulty(400, "coverage-filter-faulty", ("/kind", "word-unknown"), ("/state", "word-unknown"));
    }
}
