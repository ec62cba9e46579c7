using System.Globalization;
using Ledger.Api.Assessment;
using Ledger.Api.Assessment.Pages;
using Ledger.Api.Programme;
using Ledger.Api.Web;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;

namespace Ledger.Api.Tests.Web;

public sealed class NamingThePartsOfAScheme
{
    private static readonly Texts Words = new();

    public NamingThePartsOfAScheme() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hant");

    [Fact]
    public void Every_place_of_the_document_has_a_name_and_every_choice_its_word()
    {
        foreach (var pointer in Places(DocumentNode.Of(Everything), ""))
        {
            var place = SchemePlace.Find(Everything, pointer, Plan.Document, Words);
            place.Path.ShouldAllBe(step => !string.IsNullOrWhiteSpace(step), pointer);
            place.Say(DocumentNode.Of(Everything).Find(pointer)!.Describe(), Words).ShouldNotBeNullOrWhiteSpace(pointer);
        }

        foreach (var choice in Choices)
            Words[choice.TextKey()].ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("/tree/children/0/children/0/weight", "A1 高新技術企業營業收入占比 › 權重")]
    [InlineData("/tree/children/1/children/1/rule/allocation/XLHT", "B2 當年新增研發機構 › 計分方法 › 目標分解 › 錫林浩特開發區")]
    [InlineData("/tree/aggregation", "指標體系 › 合成方法")]
    [InlineData("/grades/0/outcomes/0/isAward", "等次 › 優秀 › 結果運用 › 通報表揚 › 表揚類")]
    public void A_place_is_said_in_words(string pointer, string path) =>
        string.Join(" › ", SchemePlace.Find(ProposedScheme.Document, pointer, Plan.Document, Words).Path).ShouldBe(path);

    [Fact]
    public void Every_rule_is_said_in_sentences()
    {
        foreach (var language in Texts.Cultures)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            foreach (var rule in Rules)
                RuleWords.Of(rule, ProposedScheme.Document, Plan.Document, Words).ShouldAllBe(sentence => sentence.Length > 3);
        }
    }

    [Fact]
    public void Versions_are_compared_by_what_they_say_and_not_by_what_follows_from_it() =>
        DocumentChanges.Between(ProposedScheme.Document, ProposedScheme.Document with { Missing = MissingPolicy.Pending })
            .ShouldBe([new Change("/missing", "zero_and_flag", "pending")]);

    /// <summary>The proposed scheme, and a rule of every kind with every setting.</summary>
    private static AssessmentScheme Everything => ProposedScheme.Document with
    {
        Tree = ProposedScheme.Document.Tree with
        {
            Children = [.. ProposedScheme.Document.Tree.Children!, .. Rules.Select((rule, index) => ProposedScheme.Document.Tree with
            {
                Id = $"X{index}", Children = null, Rule = rule,
            })],
        },
    };

    private static Rule[] Rules { get; } =
    [
        .. ProposedScheme.Document.Tree.SelfAndBelow().Select(node => node.Rule).OfType<Rule>(),
        new()
        {
            Kind = RuleKind.TargetLinear, Direction = Direction.Down, Path = PathKind.Fixed, Target = 3, Floor = 0.6m, Full = 1,
            FloorMode = FloorMode.Cliff, ZoneTargets = new Dictionary<string, decimal> { ["DLN"] = 2, ["NEW"] = 1 },
        },
        new() { Kind = RuleKind.Goalposts, Direction = Direction.Down, LowerPost = 1, UpperPost = 9, Low = 0, High = 100, Clip = false },
        new() { Kind = RuleKind.Goalposts, Direction = Direction.Up, LowerPost = 1, UpperPost = 9, Low = 0, High = 100, Clip = true },
        new() { Kind = RuleKind.Rank, Direction = Direction.Down },
        new()
        {
            Kind = RuleKind.Banded, Direction = Direction.Down, Bands = [new(0, From: 2), new(80, From: 1, To: 2), new(100, To: 1), new(50)],
        },
        new() { Kind = RuleKind.Committee, Levels = [new(2, 100), new(1, 0)], Quorum = 1 },
    ];

    private static IEnumerable<Enum> Choices =>
        new[]
        {
            typeof(RuleKind), typeof(MetricKind), typeof(Direction), typeof(PathKind), typeof(FloorMode), typeof(Aggregation), typeof(Weighting),
            typeof(RankedOn), typeof(Ties), typeof(NotApplicablePolicy), typeof(MissingPolicy), typeof(VetoEffect), typeof(FindingKind),
            typeof(OutcomeKind), typeof(OutcomeOccasion),
        }.SelectMany(type => Enum.GetValues(type).Cast<Enum>());

    private static IEnumerable<string> Places(DocumentNode node, string pointer) => node switch
    {
        DocumentNode.Parts parts => parts.Members.SelectMany(part => Places(part.Node, $"{pointer}/{part.Name}")),
        DocumentNode.Items items => items.Nodes.SelectMany((item, index) => Places(item, $"{pointer}/{index}")),
        _ => [pointer],
    };
}
