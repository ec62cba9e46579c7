using Ledger.Api.Assessment;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.Sample;

/// <summary>The assessment scheme as proposed, adopted before its first year, and as changed before 2025.</summary>
internal static class SampleScheme
{
    /// <summary>By the organ that decided them, each before the first year it is for.</summary>
    public static IReadOnlyList<AdoptScheme> Versions(string organ)
    {
        var (first, second) = (new LocalDate(2021, 12, 20), new LocalDate(2024, 12, 16));
        return
        [
            new(ProposedScheme.Document, 2022, new Basis(null, first, organ, "示例：聯席會議審議通過建議稿，自2022年度考核起施行。"), On: first),
            new(
                Changed(ProposedScheme.Document), 2025,
                new Basis(
                    null, second, organ,
                    "示例：研發投入權重由8分調為9分，營業收入增速由5分調為4分；上市後備庫入庫條件放寬後各區並列增多，由排名計分改為分檔計分。自2025年度考核起施行。"),
                On: second),
        ];
    }

    /// <summary>R&amp;D weighs a point more and growth of revenue a point less; the reserve pool is scored by bands, not by rank.</summary>
    private static AssessmentScheme Changed(AssessmentScheme scheme)
    {
        var bands = new Rule
        {
            Kind = RuleKind.Banded,
            Metric = "S19",
            Direction = Direction.Up,
            Bands = [new(100, From: 5), new(80, 3, 5), new(60, 1, 3), new(0, To: 1)],
        };
        return scheme with
        {
            Version = 2,
            Tree = scheme.Tree.With("A", node => node with { Weight = 24 }).With("A4", node => node with { Weight = 4 })
                .With("B", node => node with { Weight = 31 }).With("B1", node => node with { Weight = 9 })
                .With("D3", node => node with { Rule = bands }),
            Assumptions =
            [
                .. scheme.Assumptions.Select(assumption => assumption.Id switch
                {
                    "AS-01" => assumption with
                    {
                        Text = new(
                            "實施方案未規定權重：維度24、31、15、10、20，合計100。", "实施方案未规定权重：维度24、31、15、10、20，合计100。",
                            "The plan gives no weights: dimensions of 24, 31, 15, 10 and 20, in all 100."),
                    },
                    "AS-09" => assumption with
                    {
                        Text = new(
                            "實施方案未定數量，分四檔計分：5家以上100分，3家以上80分，1家以上60分。",
                            "实施方案未定数量，分四档计分：5家以上100分，3家以上80分，1家以上60分。",
                            "The plan gives no number; scored by four bands: 100 from 5 enterprises, 80 from 3, 60 from 1."),
                    },
                    _ => assumption,
                }),
            ],
        };
    }

    private static SchemeNode With(this SchemeNode node, string id, Func<SchemeNode, SchemeNode> change) =>
        node.Id == id ? change(node)
        : node.Children is null ? node
        : node with { Children = [.. node.Children.Select(child => child.With(id, change))] };
}
