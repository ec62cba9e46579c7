using System.Globalization;
using System.Text.RegularExpressions;
using Ledger.Api.Audit;
using Ledger.Api.Tests.Notices;
using Ledger.Api.Web;
using Ledger.Domain.Audit.Findings;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Audit;

/// <summary>Questions over HTTP: their words, their events, their filters, as of any position.</summary>
public partial class AskingForFindings(AskingForFindings.Host host) : IClassFixture<AskingForFindings.Host>
{
    [Fact]
    public async Task Old_papers_brought_in_together_are_one_question_of_each_zone()
    {
        var report = await ReadAsync("?kind=cluster");
        report.Findings.Select(finding => finding.Zone).ShouldBe(NoticesHost.Zones, ignoreOrder: true);
        report.Findings.ShouldAllBe(finding => finding.Question.EndsWith('?') && finding.Positions.Count > 0);
        var count = report.Kinds.Single(kind => kind.Kind == FindingKind.Cluster);
        count.Count.ShouldBe(5);
        count.Rule.ShouldContain("more than 30 days after their papers");
    }

    [Fact]
    public async Task A_correction_after_the_notice_is_asked_about_with_its_figures_and_its_events()
    {
        var finding = (await ReadAsync("?kind=after_publication&zone=XLHT&period=2023-Q2")).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("changed-after-notice");
        finding.Question.ShouldBe(
            $"Why was “Operating revenue” of Xilinhot Zone for 2023 Q2 changed from 101.30 to 102.05 on 2023-09-15, when notice {host.Number} for 2023 Q2 had gone out with the value before on 2023-07-27?");
        finding.Given.ShouldBe("漏報一戶企業");
        finding.Figures.ShouldBe([new("XLHT", "op_revenue", Period.Parse("2023-Q2"), 102.05m)]);
        finding.Events.Select(each => each.Officer).ShouldBe(["xlht", "stat"]);
        finding.Positions[^1].To.ShouldBe(host.Corrected);
    }

    [Fact]
    public async Task As_of_a_position_only_what_had_happened_by_then_is_asked_about()
    {
        (await ReadAsync($"?kind=after_publication&asOf=@{host.Corrected}")).Findings.ShouldHaveSingleItem();
        var before = await ReadAsync($"?asOf=@{host.Corrected - 1}");
        before.Findings.ShouldNotContain(finding => finding.Kind == FindingKind.AfterPublication);
        before.Findings.SelectMany(finding => finding.Positions).ShouldAllBe(stretch => stretch.To < host.Corrected);
        (await ReadAsync("?kind=after_publication&knownOn=2023-08-31")).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_language_has_its_own_words_for_the_same_question()
    {
        using var auditor = await host.AsAsync("auditor");
        foreach (var (language, words) in new[] { ("zh-Hans", "为何于"), ("zh-Hant", "為何於") })
        {
            var report = (await auditor.AskAsync("/api/audit/findings?kind=after_publication", ("Accept-Language", language))).Ok().Read<FindingReport>();
            report.Findings.ShouldHaveSingleItem().Question.ShouldContain(words);
        }
    }

    [Fact]
    public async Task What_is_not_known_is_refused()
    {
        using var auditor = await host.AsAsync("auditor");
        (await auditor.AskAsync("/api/audit/findings?kind=guilt")).Refused(400, "finding-kind-unknown").Detail.ShouldContain("after_publication");
        (await auditor.AskAsync("/api/audit/findings?zone=NOWHERE")).Refused(404, "zone-unknown");
        (await auditor.AskAsync("/api/audit/findings?period=2023-Q9")).Refused(400, "period-malformed");
        (await auditor.AskAsync("/api/audit/revisions?series=gold")).Refused(404, "series-unknown");
        (await auditor.AskAsync("/api/audit/revisions?zone=NOWHERE")).Refused(404, "zone-unknown");
    }

    [Fact]
    public async Task A_revision_stands_in_its_triangle_with_what_it_was_published_by_and_what_it_changed()
    {
        using var auditor = await host.AsAsync("auditor");
        var report = (await auditor.AskAsync("/api/audit/revisions?series=op_revenue&zone=XLHT")).Ok().Read<RevisionReport>();
        var figure = report.Series.ShouldHaveSingleItem().Triangle.Single(each => each.Releases.Count > 1);
        figure.Releases.Select(release => (release.Value, release.PublishedBy?.Period)).ShouldBe(
        [
            (101.30m, Period.Parse("2023-Q2")), (102.05m, null),
        ]);
        var latest = report.Series[0].ByHorizon.Single(each => each is { Months: null, OfYears: false }).Statistics;
        (latest.Count, latest.Revised, latest.Mean).ShouldBe((6, 1, new Domain.Rational(75, 600)));
        var consequence = report.Consequences.ShouldHaveSingleItem();
        (consequence.First, consequence.Latest).ShouldBe((101.30m, 102.05m));

        // Growth on 96.00: 5.5 % and 6.3 %, both behind three others and before SNT's fall.
        consequence.Places.ShouldNotContain(place => place.Subject == "op_revenue");
    }

    [Fact]
    public async Task Without_a_series_every_one_is_told()
    {
        using var auditor = await host.AsAsync("auditor");
        var report = (await auditor.AskAsync("/api/audit/revisions")).Ok().Read<RevisionReport>();
        report.Series.Count.ShouldBeGreaterThan(10);
        report.Consequences.ShouldHaveSingleItem();
        (await auditor.AskAsync($"/api/audit/revisions?asOf=@{host.Corrected - 1}")).Ok().Read<RevisionReport>().Consequences.ShouldBeEmpty();
    }

    [Fact]
    public void Every_number_of_a_question_and_every_rule_has_a_name()
    {
        var texts = new Texts();
        var source = Path.Combine(TestDatabase.Repository, "src", "Ledger.Domain", "Audit", "Findings");
        var names = Directory.EnumerateFiles(source, "*.cs").Select(File.ReadAllText)
            .SelectMany(text => Measure().Matches(text)).Select(match => match.Groups["name"].Value)
            .Concat(Enumerable.Range(0, 10).Select(digit => $"digit-{digit}")).Distinct().ToList();
        names.Count.ShouldBeGreaterThan(20);
        foreach (var culture in Texts.Cultures)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            names.ShouldAllBe(name => texts[$"finding-measure.{name}"].Length > 0);
        }
    }

    private async Task<FindingReport> ReadAsync(string query)
    {
        using var auditor = await host.AsAsync("auditor");
        return (await auditor.AskAsync($"/api/audit/findings{query}", ("Accept-Language", "en"))).Ok().Read<FindingReport>();
    }

    [GeneratedRegex(@"(?:new|FindingMeasure)\(""(?<name>[a-z-]+)"",", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Measure();

    public sealed class Host : NoticesHost
    {
        public string Number { get; private set; } = "";

        /// <summary>The position of the approval.</summary>
        public long Corrected { get; private set; }

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            using var secretary = await AsAsync("stb");
            var issued = (await secretary.PostAsync("/api/notices/2023-Q2/issue", new { on = "2023-07-27" })).Ok();
            Number = issued.Json["notice"]!["documentNumber"]!.GetValue<string>();
            Corrected = (await CorrectAsync("XLHT", Period.Parse("2023-Q2"), "op_revenue", 102.05m, new LocalDate(2023, 9, 12))).Position;
        }
    }
}
