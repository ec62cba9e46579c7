using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Tests.Assessment;

public class ReadingTheDefaultScheme
{
    private static readonly AssessmentScheme Scheme = DefaultScheme.V1;

    [Fact]
    public void Has_no_fault() => SchemeFaults.Of(Scheme, DefaultScheme.Subjects).ShouldBeEmpty();

    [Fact]
    public void Has_nineteen_criteria_in_five_dimensions_that_make_a_hundred()
    {
        Scheme.Tree.Children!.Select(node => (node.Id, node.Weight))
            .ShouldBe([("A", 25), ("B", 30), ("C", 15), ("D", 10), ("E", 20)]);
        var criteria = Scheme.Tree.SelfAndBelow().Where(node => node.IsCriterion).ToList();
        criteria.Select(node => $"{node.Id} {node.Weight} {node.Rule!.Kind.Word()} {node.Rule.Metric}".TrimEnd()).ShouldBe(
        [
            "A1 8 target_linear Q02", "A2 8 target_linear Q03", "A3 4 banded Q01", "A4 5 min_max yoy(S01)",
            "B1 8 target_linear Q04", "B2 6 target_linear Q05", "B3 8 growth_path S08", "B4 8 growth_path S09",
            "C1 4 target_linear Q08", "C2 3 target_linear Q09", "C3 3 target_linear Q10", "C4 5 target_linear Q11+Q12+Q13",
            "D1 4 target_linear Q14", "D2 4 target_linear Q15", "D3 2 rank S19",
            "E1 8 committee", "E2 4 committee", "E3 4 committee", "E4 4 banded good_returns",
        ]);
        criteria.Sum(node => node.Weight).ShouldBe(100);
    }

    [Theory]
    [InlineData("B2", 1, 1, 1, 0, 0)]
    [InlineData("C1", 2, 1, 1, 1, 1)]
    [InlineData("C2", 2, 1, 1, 1, 0)]
    [InlineData("C3", 11, 6, 6, 3, 3)]
    [InlineData("C4", 6, 3, 3, 2, 1)]
    [InlineData("D1", 40, 20, 20, 10, 10)]
    [InlineData("D2", 60, 30, 30, 15, 15)]
    public void Allocates_the_common_targets(string criterion, int xlht, int byh, int cjcy, int snt, int dln)
    {
        var allocation = Scheme.Tree.SelfAndBelow().Single(node => node.Id == criterion).Rule!.Allocation!;
        DefaultScheme.Subjects.Zones.Select(zone => allocation[zone]).ShouldBe([xlht, byh, cjcy, snt, dln]);
    }

    [Fact]
    public void Grades_at_ninety_eighty_and_sixty() =>
        Scheme.Grades.Select(grade => (grade.Id, grade.From, grade.Name.ZhHant))
            .ShouldBe([("excellent", 90, "優秀"), ("good", 80, "良好"), ("pass", 60, "合格"), ("fail", 0, "不合格")]);

    [Fact]
    public void Caps_bonus_at_five_and_deduction_at_ten()
    {
        (Scheme.Bonus.Cap, Scheme.Deduction.Cap).ShouldBe((5, 10));
        Scheme.Bonus.Items.Select(item => (item.Id, item.Each, item.Cap)).ShouldBe([("P1", 3, 3), ("P2", 1, 2), ("P3", 1, 2), ("P4", 0.2m, 0.6m)]);
        Scheme.Deduction.Items.Select(item => (item.Id, item.Each)).ShouldBe([("M1", 1), ("M2", 0.5m), ("M3", 1), ("M4", 0.3m)]);
        Scheme.Vetoes.Select(veto => (veto.Id, veto.Effect, veto.Grade))
            .ShouldBe([("V1", VetoEffect.ForceGrade, "fail"), ("V2", VetoEffect.CapGrade, "pass"), ("V3", VetoEffect.BarAward, null)]);
    }

    [Fact]
    public void Marks_assumptions_on_places_that_are_there()
    {
        var document = JsonNode.Parse(DefaultScheme.Text)!;
        foreach (var pointer in Scheme.Assumptions.SelectMany(assumption => assumption.Governs))
        {
            var found = pointer.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, token) =>
                node is JsonArray list ? list[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)] : node?[token]);
            found.ShouldNotBeNull(pointer);
        }
    }

    [Fact]
    public void Marks_every_rule_and_weight_as_assumed()
    {
        var governed = Scheme.Assumptions.SelectMany(assumption => assumption.Governs).ToList();
        for (var dimension = 0; dimension < 5; dimension++)
        {
            for (var index = 0; index < Scheme.Tree.Children![dimension].Children!.Count; index++)
            {
                var place = $"/tree/children/{dimension}/children/{index}";
                governed.ShouldContain($"{place}/weight");
                governed.ShouldContain(pointer => pointer == place || pointer.StartsWith($"{place}/rule", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Comes_back_the_same_from_json() =>
        JsonNode.DeepEquals(
                JsonSerializer.SerializeToNode(JsonSerializer.Deserialize<AssessmentScheme>(JsonSerializer.Serialize(Scheme, DefaultScheme.Json), DefaultScheme.Json), DefaultScheme.Json),
                JsonSerializer.SerializeToNode(Scheme, DefaultScheme.Json))
            .ShouldBeTrue();

    [Fact]
    public void A_word_that_the_scheme_does_not_have_is_refused() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<AssessmentScheme>(
                DefaultScheme.Text.Replace("\"quorum\"", "\"quorums\"", StringComparison.Ordinal), DefaultScheme.Json))
            .Message.ShouldContain("quorums");
}
