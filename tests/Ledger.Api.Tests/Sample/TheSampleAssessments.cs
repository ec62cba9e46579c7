using Ledger.Api.Assessment;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Sample;

/// <summary>The annual assessments of the sample: three years lived through, the fourth in the members' hands.</summary>
[Collection(ReadersOfTheSample.Name)]
public class TheSampleAssessments(SampleHost host)
{
    private static readonly Actor Auditor = new("auditor", "XLA", Role.Auditor);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2022, Phase.Closed, 1, 2)]
    [InlineData(2023, Phase.Closed, 1, 2)]
    [InlineData(2024, Phase.Closed, 1, 2)]
    [InlineData(2025, Phase.Voting, 2, null)]
    public async Task Has_each_year_in_its_phase_by_a_scheme_that_was_fixed_before_it(int year, Phase phase, int version, int? edition)
    {
        var state = await YearAsync(year);
        (state.Phase, state.SchemeVersion, state.PublishedEdition).ShouldBe((phase, version, edition));
        var scheme = (await host.Services.GetRequiredService<Schemes>().HistoryAsync(state.Scheme, position: null, Cancellation)).ForYear(year)!;
        scheme.Number.ShouldBe(version);
        scheme.On.Year.ShouldBeLessThan(year);
        scheme.Reason.ShouldBeNull();
    }

    [Theory]
    [InlineData(2022, "XLHT 85.90 1 good", "CJCY 83.09 2 good", "BYH 53.98 3 fail", "DLN 51.84 4 fail", "SNT 28.96 5 fail")]
    [InlineData(2023, "CJCY 90.09 1 excellent", "XLHT 87.60 2 good", "BYH 67.62 3 pass", "DLN 50.77 4 fail", "SNT 26.69 5 fail")]
    [InlineData(2024, "CJCY 96.48 1 excellent", "XLHT 86.97 2 pass", "BYH 75.53 3 pass", "DLN 60.52 4 pass", "SNT 26.49 5 fail")]
    public async Task Gives_every_zone_its_score_place_and_grade(int year, params string[] zones) =>
        Graded((await YearAsync(year)).Published!).ShouldBe(zones);

    [Fact]
    public async Task Keeps_a_member_who_has_a_conflict_from_judging_and_counts_the_others()
    {
        var state = await YearAsync(2023);
        var declared = state.Declarations[("member4", "CJCY")];
        (declared.Interest, declared.Text).ShouldBe((Interest.Conflict, "配偶在承接產業開發區管委會任職。"));
        var content = state.Published!.Content;
        content.Basis.Recusals.ShouldHaveSingleItem().ShouldBe(new("member4", "CJCY"));
        content.Find("CJCY")!.Of("E1").Criterion!.Ballots.Select(ballot => (ballot.Member, ballot.IsDropped)).ShouldBe(
            [("member1", false), ("member2", false), ("member3", false), ("member5", false)], ignoreOrder: true);
    }

    [Fact]
    public async Task Caps_a_grade_by_a_veto_and_leaves_the_score()
    {
        var state = await YearAsync(2024);
        var veto = state.Vetoes.ShouldHaveSingleItem();
        (veto.Zone, veto.Item, veto.Document.Number, veto.Document.Organ)
            .ShouldBe(("XLHT", "V2", "示例環函〔2025〕2號", "錫林郭勒盟生態環境局"));
        var score = state.Published!.Content.Find("XLHT")!;
        (score.Final, score.EarnedGrade, score.Grade).ShouldBe((86.97m, "good", "pass"));
    }

    [Fact]
    public async Task Reopens_a_ratified_year_for_a_paper_that_came_late()
    {
        var events = await HistoryAsync(2022);
        events.Select(recorded => recorded.Event).OfType<AssessmentReopened>().ShouldHaveSingleItem().To.ShouldBe(Phase.Adjusting);
        var state = await YearAsync(2022);
        state.Results.Select(result => (result.Edition, result.Content.Find("CJCY")!.Final, result.Ratification is null))
            .ShouldBe([(1, 82.09m, false), (2, 83.09m, false)]);
        events.Select(recorded => recorded.Event).OfType<ResultPublished>().ShouldHaveSingleItem().Supersedes.ShouldBeNull();
    }

    [Fact]
    public async Task Shows_the_first_result_before_an_appeal_was_upheld_and_the_second_after_it()
    {
        var decided = (await HistoryAsync(2024)).Single(recorded => recorded.Event is AppealDecided).Provenance.Position;
        var before = await ResultAsync(2024, decided - 1);
        var after = await ResultAsync(2024, await HeadAsync());
        (before.Edition, before.IsPublished, after.Edition, after.IsPublished).ShouldBe((1, true, 2, true));
        Graded(before.Content, "DLN").ShouldBe("DLN 58.78 4 fail");
        Graded(after.Content, "DLN").ShouldBe("DLN 60.52 4 pass");

        // The figure that its zone corrected: R&D of 0.80 instead of 0.72 on a regional product of 54.20.
        var appeal = await host.Services.GetRequiredService<Appeals>().FindAsync(2024, 1, Auditor, await HeadAsync(), Cancellation);
        (appeal.Before, appeal.After).ShouldBe((1, 2));
        var state = await YearAsync(2024);
        state.Outcomes.Where(outcome => outcome.Decision.Zone == "DLN").Select(outcome => (outcome.Decision.Outcome, outcome.State)).ShouldBe(
            [
                ("no-new-priority", OutcomeState.Reversed), ("summons", OutcomeState.Reversed), ("rectify", OutcomeState.Reversed),
                ("removal-proposal", OutcomeState.Reversed), ("rectification-plan", OutcomeState.Completed),
            ]);
    }

    [Fact]
    public async Task Lifts_a_deduction_that_an_appeal_disproved_and_a_grade_with_it()
    {
        var state = await YearAsync(2023);
        state.Adjustments.Where(adjustment => adjustment.Lifted is not null).Select(adjustment => (adjustment.Zone, adjustment.Item)).ShouldBe([("CJCY", "M4")]);
        Graded(state.Results[0].Content, "CJCY").ShouldBe("CJCY 89.79 1 good");
        Graded(state.Results[1].Content, "CJCY").ShouldBe("CJCY 90.09 1 excellent");
    }

    [Fact]
    public async Task Dismisses_an_appeal_and_leaves_the_result()
    {
        var state = await YearAsync(2022);
        var appeal = state.Appeals.ShouldHaveSingleItem();
        (appeal.Zone, appeal.Decision!.Upheld, appeal.Evidence.Count).ShouldBe(("BYH", false, 1));
        state.Results.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Follows_outcomes_to_their_end_and_leaves_some_open()
    {
        var followed = (await YearAsync(2022)).Outcomes.Where(outcome => outcome.Decision.Outcome == "rectify").ToList();
        followed.Select(outcome => (outcome.Decision.Zone, outcome.State, outcome.Reports.Count)).ShouldBe(
            [("BYH", OutcomeState.Completed, 3), ("SNT", OutcomeState.Open, 1), ("DLN", OutcomeState.Completed, 2)]);
        (await YearAsync(2023)).Outcomes.Where(outcome => outcome.Decision.Outcome == "removal-proposal").Select(outcome => outcome.Decision.Zone)
            .ShouldBe(["SNT", "DLN"]);
    }

    [Theory]
    [InlineData(2023, "member3", "XLHT", "E1", 4)]
    [InlineData(2024, "member5", "CJCY", "E2", 4)]
    public async Task Lets_a_later_ballot_replace_an_earlier_one_and_keeps_both(int year, string member, string zone, string criterion, int level)
    {
        var cast = (await HistoryAsync(year)).Select(recorded => recorded.Event).OfType<BallotSealed>()
            .Where(ballot => (ballot.Member, ballot.Zone, ballot.Criterion) == (member, zone, criterion)).ToList();
        cast.Count.ShouldBe(2);
        (await YearAsync(year)).Opened[new(member, zone, criterion)].Level.ShouldBe(level);
    }

    [Fact]
    public async Task Leaves_two_zones_of_2025_for_one_member_to_judge()
    {
        var state = await YearAsync(2025);
        state.Sealed.Count.ShouldBe(69);
        state.Sealed.Keys.Where(key => key.Member == "member1").Select(key => key.Zone).Distinct().ShouldBe(["XLHT", "BYH", "CJCY"], ignoreOrder: true);
        using var member = await host.AsAsync("member1");
        (await member.AskAsync("/api/assessments/2025/ballots")).Ok();
    }

    [Theory]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2024)]
    public async Task Recomputes_the_result_in_force_with_its_robustness_to_the_same_hash(int year)
    {
        var state = await YearAsync(year);
        var drawn = await host.Services.GetRequiredService<AssessmentFacts>().DrawAsync(state, position: null, Cancellation);
        drawn.Hash.ShouldBe(state.Published!.Hash);
        drawn.Content.Robustness.ShouldNotBeNull();
    }

    private async Task<AssessmentYear> YearAsync(int year) =>
        (await host.Reader.ReadAsync(AssessmentYear.Stream(year), position: null, Cancellation)).State;

    private async Task<IReadOnlyList<Recorded<AssessmentEvent>>> HistoryAsync(int year) =>
        await host.Reader.HistoryAsync<AssessmentEvent>(AssessmentYear.StreamId(year), await HeadAsync(), Cancellation);

    private async Task<long> HeadAsync() => (await host.Reader.HeadAsync(Cancellation)).Position;

    private Task<YearResult> ResultAsync(int year, long position) =>
        host.Services.GetRequiredService<Assessments>().ResultAsync(year, edition: null, zone: null, Auditor, position, Cancellation);

    private static IEnumerable<string> Graded(Scorecards published) =>
        published.Content.Zones.OrderBy(zone => zone.Place!.Value.Number).Select(zone => Graded(published.Content, zone.Zone));

    private static string Graded(ResultContent content, string zone)
    {
        var score = content.Find(zone)!;
        return FormattableString.Invariant($"{zone} {score.Final} {score.Place?.Number} {score.Grade}");
    }
}
