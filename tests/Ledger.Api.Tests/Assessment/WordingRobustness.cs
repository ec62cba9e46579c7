using System.Globalization;
using Ledger.Api.Assessment;
using Ledger.Api.Programme;
using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Robustness;

namespace Ledger.Api.Tests.Assessment;

/// <summary>The statement of robustness in the words of a committee, in every language.</summary>
public class WordingRobustness
{
    private static readonly RobustnessStatement Statement = new(
        Seed: 2023, Draws: 10_000, NoisePercent: 25,
        new Agreement(Members: 5, Zones: 4, new Rational(83, 100), new Rational(2, 5)),
        [
            new("member1", [new("XLHT", 86.65m, 84.10m, 1, 2), new("CJCY", 85.20m, 85.90m, 2, 1)]),
            new("member2", [new("XLHT", 86.65m, null, 1, null), new("CJCY", 85.20m, 85.20m, 2, 2)]),
        ],
        [new("XLHT", 1, 1, 1, 1, [9812, 188]), new("CJCY", 2, 1, 2, 3, [300, 9000, 700])],
        [new("B4", [new("XLHT", 86.65m, 80, 1, 2), new("CJCY", 85.20m, 85, 2, 1)])],
        [new("cliff", [new("XLHT", 86.65m, 80, 1, 1)]), new("geometric", [new("XLHT", 86.65m, 80, 1, 2)])]);

    [Fact]
    public void Is_said_in_the_plans_own_language()
    {
        var said = In("zh-Hant", Statement);
        said.Agreement[0].ShouldBe(
            "對各區先後次序，委員意見高度一致：5名委員、4個全體評過的開發區，肯德爾和諧係數W為0.83（0.7及以上為高度一致，0.5及以上為基本一致，以下為較弱；依Schmidt，1997）。");
        said.Members[0].ShouldBe("如不計薩仁的評分票：錫林浩特開發區由第1位變為第2位（得分由86.65變為84.10）；承接產業開發區由第2位變為第1位（得分由85.20變為85.90）。");
        said.Weights.ShouldBe(
            [
                "將各項權重在其上下25%以內隨機抽樣10,000次；位次在不少於95%的抽樣結果中不變的，為穩固。",
                "錫林浩特開發區：第1位穩固，98.1%的抽樣結果與此相同。",
                "承接產業開發區：第2位不穩固，90.0%的抽樣結果與此相同；九成抽樣結果在第1位至第3位之間。",
            ]);
        said.Criteria.ShouldHaveSingleItem().ShouldStartWith("如去掉“B4 企業發明專利授權量增長”：錫林浩特開發區由第1位變為第2位");
        said.Rules[^1].ShouldBe("以下規則不改變任何位次：完成率按比例計分、低於60%不得分。");
    }

    [Fact]
    public void Is_said_in_english_too()
    {
        var said = In("en", Statement);
        said.Agreement[1].ShouldStartWith("On the levels themselves they agree weakly: the intraclass correlation is 0.40");
        said.Members[^1].ShouldEndWith("would have 84.10 points instead of 86.65.");
        said.Rules[0].ShouldStartWith("Dimensions multiplied, so that none makes up for another: ");
    }

    [Theory]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    public void Every_sentence_has_its_words(string language)
    {
        RobustnessStatement[] others =
        [
            Statement,
            Statement with { Agreement = null, Members = [new("member1", [new("XLHT", 80, 80, 1, 1)])], WithoutCriterion = [new("B4", [])] },
            Statement with { Agreement = new(5, 4, null, null) },
            Statement with { OtherRules = [.. new[] { "cliff", "geometric", "equal-dimensions" }.Select(rule => new Alternative(rule, []))] },
        ];
        foreach (var said in others.Select(statement => In(language, statement)))
            said.Agreement.Concat(said.Members).Concat(said.Weights).Concat(said.Criteria).Concat(said.Rules).ShouldAllBe(text => text.Length > 5);
    }

    private static RobustnessWords In(string language, RobustnessStatement statement)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return RobustnessWords.Of(
                statement, PublishedPapers.Scheme, Plan.Document,
                [new CommitteeMember("member1", "薩仁", "DRC"), new CommitteeMember("member2", "陳國華", "IIB")], new Texts());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
