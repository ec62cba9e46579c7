using Ledger.Api.Audit;
using Ledger.Api.Store;
using Ledger.Api.Tests.Assessment;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Schemes;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Audit;

/// <summary>What is asked of a year's result, and what a later correction would have changed of it: from its publication on, and not while a new one is being made.</summary>
public class AskingAboutAPublishedResult(AskingAboutAPublishedResult.Host host) : IClassFixture<AskingAboutAPublishedResult.Host>
{
    [Fact]
    public async Task A_correction_after_the_result_is_asked_about_and_says_of_which_year()
    {
        var finding = (await FindingsAsync("?kind=after_publication")).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("changed-after-result");
        finding.Question.ShouldContain("when the result of Year 2022 had been published on the value before");
        (await FindingsAsync($"?kind=after_publication&asOf=@{host.Published}")).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_score_that_is_the_least_for_its_grade_is_asked_about_once_the_result_is_published()
    {
        var finding = (await FindingsAsync("?kind=on_the_edge&period=2022")).Findings.Single(each => each.Code == "least-for-grade");
        finding.Zone.ShouldBe("XLHT");
        finding.Positions.ShouldBe([new(host.Published, host.Published)]);
        (await FindingsAsync("?period=2022&knownOn=2023-04-01")).Findings.ShouldNotContain(each => each.Code == "least-for-grade");
        (await FindingsAsync($"?period=2022&asOf=@{host.Published - 1}")).Findings.ShouldNotContain(each => each.Code == "least-for-grade");
    }

    [Fact]
    public async Task A_share_exactly_on_the_edge_of_a_band_is_asked_about_and_a_count_is_not()
    {
        var edges = (await FindingsAsync("?kind=on_the_edge&period=2022")).Findings.Where(each => each.Code == "on-band-edge").ToList();
        edges.ShouldHaveSingleItem().Zone.ShouldBe("XLHT");
        edges[0].Question.ShouldContain("come to 16.0000, exactly on the edge of a band?");
    }

    [Fact]
    public async Task The_first_value_would_have_made_another_place_and_nothing_is_told_of_a_year_that_was_reopened()
    {
        var changed = (await RevisionsAsync($"@{host.Corrected}")).Consequences.ShouldHaveSingleItem();
        changed.Grades.ShouldContain(grade => grade.Year == 2022 && grade.Zone == "XLHT" && grade.First!.Score < grade.Latest!.Score);
        (await RevisionsAsync($"@{host.Reopened}")).Consequences.ShouldHaveSingleItem().Grades.ShouldBeEmpty();
    }

    private async Task<FindingReport> FindingsAsync(string query)
    {
        using var reporter = await host.AsAsync("xlht");
        return (await reporter.AskAsync($"/api/audit/findings{query}", ("Accept-Language", "en"))).Ok().Read<FindingReport>();
    }

    private async Task<RevisionReport> RevisionsAsync(string asOf)
    {
        using var reporter = await host.AsAsync("xlht");
        return (await reporter.AskAsync($"/api/audit/revisions?asOf={asOf}")).Ok().Read<RevisionReport>();
    }

    public sealed class Host : AssessmentHost
    {
        private static readonly Actor Secretary = new("stb", "STB", Role.Secretary);
        private static readonly LocalDate On = new(2023, 4, 10);

        /// <summary>The positions of three events, in their order.</summary>
        public long Published { get; private set; }

        public long Corrected { get; private set; }

        public long Reopened { get; private set; }

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await TellAsync("2022-Q4");
            var head = (await Reader.HeadAsync(CancellationToken.None)).Position;
            var ballots =
                from member in Members
                from zone in Zones
                from criterion in new[] { "E1", "E2", "E3" }
                select new OpenedBallot(member, zone, criterion, 4, "現場核查", ["notice/2022-Q4/1"], new string('5', 64));

            // A result whose first zone scores just what the grade begins at.
            var worked = TheYear2023.Facts.Result();
            var result = worked with
            {
                Year = 2022, Position = head,
                Scheme = worked.Scheme with { Tree = Banded(worked.Scheme.Tree) },
                Zones = [worked.Zones[0] with { Final = 80m, EarnedGrade = "good" }, .. worked.Zones.Skip(1)],
            };
            Published = await AppendAsync(
                new AssessmentOpened(On, "xlg-htz-annual", 1, 1, [.. Members.Select(member => new CommitteeMember(member, member, "STB"))], "chair", 2),
                new FiguresFrozen(On, head), new VotingClosed(On, [.. ballots]), new ScorecardsRecorded(On, 1, new string('a', 64), result),
                new ResultRatified(On, 1, Members, "會議紀要"), new ResultPublished(On, 1, null, [], []));
            Corrected = (await CorrectAsync("XLHT", Period.Parse("2022-Q4"), "inv_patent_granted", 70, new LocalDate(2023, 5, 10))).Position;
            Reopened = await AppendAsync(new AssessmentReopened(On, Phase.Adjusting, "申訴成立"));
        }

        /// <summary>The share of high-tech enterprises by bands, one of which begins at XLHT's sixteen per cent.</summary>
        private static SchemeNode Banded(SchemeNode node) => node.Id == "A1"
            ? node with { Rule = new() { Kind = RuleKind.Banded, Metric = "Q02", Direction = Direction.Up, Bands = [new(100, From: 16), new(0, To: 16)] } }
            : node with { Children = node.Children is null ? null : [.. node.Children.Select(Banded)] };

        private async Task<long> AppendAsync(params IReadOnlyList<AssessmentEvent> events) => (await Writer.WriteAsync(
            AssessmentYear.Stream(2022), _ => Decision<AssessmentEvent>.Accept(events), new(Secretary), CancellationToken.None))
            .ShouldBeOfType<WriteResult.Written>().Receipt.Position;
    }
}
