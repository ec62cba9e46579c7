using System.Globalization;
using Ledger.Api.Assessment.Pages;
using Ledger.Api.Web;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Tests.Assessment;

namespace Ledger.Api.Tests.Assessment;

/// <summary>How each kind of rule is said to whoever heads a zone.</summary>
public sealed class WordingAScorecard
{
    private static readonly AssessmentScheme Scheme = PublishedPapers.Scheme;

    public WordingAScorecard() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData("A1", "16 against 16.4 for 2023, the point on the straight path from 11 in 2020 to 20 in 2025. Attainment 0.9756 of the target: points begin at 0.50 and are full at 1.00. 95.1220 points of 100, × 8 % = 7.6098.")]
    [InlineData("A3", "2 lies in the band from 2 up. 100.0000 points of 100, × 4 % = 4.0000.")]
    [InlineData("A4", "5, between the worst zone with 5 (scores 60) and the best with 11.1111 (scores 100). 60.0000 points of 100, × 5 % = 3.0000.")]
    [InlineData("B2", "2 reached of the 1 asked for every year. Attainment 2.0000 of the target: points begin at 0.50 and are full at 1.00. 100.0000 points of 100, × 6 % = 6.0000.")]
    [InlineData("B3", "38 now, 20 in 2020. Growth of 30 % a year asks for 43.94: 18 made of the 23.94 needed. For information: 23.86 % growth a year so far. 75.1880 points of 100, × 8 % = 6.0150.")]
    [InlineData("C1", "1 against 1.2 by 2023: 3 of 5 yearly steps towards the zone’s share of 2 by 2025. Attainment 0.8333 of the target: points begin at 0.50 and are full at 1.00. 66.6667 points of 100, × 4 % = 2.6667.")]
    [InlineData("D3", "7: place 1 of 2 zones; 100 × (2 − 1 + 1) ÷ 2. 100.0000 points of 100, × 2 % = 2.0000.")]
    [InlineData("E2", "Of 5 ballots one highest and one lowest are left out; the mean of the other 3. 86.6667 points of 100, × 4 % = 3.4667.")]
    public void Each_criterion_is_reckoned_in_words(string criterion, string said) =>
        Said(Scheme, WorkedExample.Year2023, "XLHT", criterion).ShouldBe(said);

    [Fact]
    public void Weight_that_moves_is_said_at_both_ends()
    {
        Said(Scheme, WorkedExample.Year2023, "DLN", "C2").ShouldEndWith(
            "Its weight of 3 goes to C1 New innovation service institutions, cumulative (4 → 5), C3 Enterprise R&D centres, new since the start (3 → 3.75), "
            + "C4 Incubators, makerspaces and star villages, new since the start (5 → 6.25).");
        Said(Scheme, WorkedExample.Year2023, "DLN", "C3").ShouldEndWith("Weighs 3.75 instead of 3: part of the weight of C2 Key laboratories, new since the start, which does not apply.");
    }

    [Fact]
    public void A_dimension_of_which_nothing_applies_gives_its_weight_to_the_others()
    {
        var basis = new[] { "Q02", "Q03", "Q01", "yoy(S01)" }.Aggregate(
            WorkedExample.Year2023, (of, metric) => of.With("DLN", metric, new MetricValue.NotApplicable("zero-base")));
        Said(Scheme, basis, "DLN", "A3").ShouldEndWith("(30 → 40), C Platforms and services (15 → 20), D Enterprise cultivation (10 → 13.3333), E Delivery and data quality (20 → 26.6667).");
        Said(Scheme, basis, "DLN", "D1").ShouldContain("Weighs 5.3333 instead of 4");
    }

    [Fact]
    public void Spread_over_all_it_is_said_of_every_criterion()
    {
        var scheme = Scheme with { NotApplicable = NotApplicablePolicy.RedistributeOverAll };
        Said(scheme, WorkedExample.Year2023, "DLN", "B2").ShouldContain("A1 High-tech enterprises' share of operating revenue (8 → 8.7912)");
    }

    [Fact]
    public void What_is_missing_or_pending_says_so()
    {
        Said(Scheme, WorkedExample.Year2023.With("DLN", "Q04", new MetricValue.Missing("missing")), "DLN", "B1").ShouldStartWith("Missing: ");
        var basis = WorkedExample.Year2023 with { Ballots = [.. WorkedExample.Year2023.Ballots.Where(ballot => ballot.Member is "member-1" or "member-2")] };
        Said(Scheme, basis, "DLN", "E1").ShouldEndWith("2 ballots so far; at least 3 are needed.");
    }

    [Theory]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    public void Rules_that_the_scheme_does_not_use_have_words_too(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var posts = new Rule { Kind = RuleKind.Goalposts, Metric = "yoy(S01)", Direction = Direction.Up, LowerPost = 0, UpperPost = 20, Low = 0, High = 100, Clip = true };
        var cliff = Rule("A1") with { Floor = 0.60m, FloorMode = FloorMode.Cliff };
        Said(With("A4", posts), WorkedExample.Year2023, "XLHT", "A4").ShouldContain("5");
        Said(With("A1", cliff), WorkedExample.Year2023, "XLHT", "A1").ShouldContain("97.5610");
        var equal = WorkedExample.Year2023.With("XLHT", "yoy(S01)", new MetricValue.Known(3)).With("DLN", "yoy(S01)", new MetricValue.Known(3));
        Said(Scheme, equal, "XLHT", "A4").ShouldContain("80");
    }

    private static string Said(AssessmentScheme scheme, Basis basis, string zone, string criterion)
    {
        var score = Scorer.For(scheme).Score(basis).Of(zone);
        var words = new CriterionWords(new Texts(), scheme, basis.Year, new(scheme), new(scheme, score.Tree));
        return string.Join(' ', words.Of(scheme.Tree.SelfAndBelow().Single(node => node.Id == criterion), score.Of(criterion)));
    }

    private static Rule Rule(string criterion) => Scheme.Tree.SelfAndBelow().Single(node => node.Id == criterion).Rule!;

    private static AssessmentScheme With(string criterion, Rule rule)
    {
        return Scheme with { Tree = Replaced(Scheme.Tree) };

        SchemeNode Replaced(SchemeNode node) =>
            node.Id == criterion ? node with { Rule = rule } : node with { Children = node.Children is null ? null : [.. node.Children.Select(Replaced)] };
    }
}
