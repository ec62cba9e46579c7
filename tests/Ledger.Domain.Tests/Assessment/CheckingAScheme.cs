using Ledger.Domain.Assessment.Schemes;
using static Ledger.Domain.Tests.Assessment.SmallScheme;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>Every fault is named with its place; nothing is adopted that would be ignored.</summary>
public class CheckingAScheme
{
    private static readonly AssessmentScheme V1 = DefaultScheme.V1;

    [Fact]
    public void Lists_every_fault_at_once()
    {
        var broken = DefaultScheme.WithRule("A1", rule => rule with { Floor = null, Rate = 0.3m }) with { Version = 0, OutOf = 90 };
        Faults(broken).ShouldBe(
        [
            "/version version-too-small", "/tree/children weights-do-not-sum",
            "/tree/children/0/children/0/rule/floor rule-setting-missing", "/tree/children/0/children/0/rule/rate rule-setting-unused",
        ]);
    }

    [Fact]
    public void Of_a_list_with_an_entry_that_is_nothing_only_that_is_said() =>
        Faults(V1 with { OutOf = 90, Grades = [V1.Grades[0], null!], Bonus = V1.Bonus with { Items = [null!] } })
            .ShouldBe(["/bonus/items/0 value-missing", "/grades/1 value-missing"]);

    [Fact]
    public void Weights_make_the_whole_exactly()
    {
        var fault = SchemeFaults.Of(Change("A1", node => node with { Weight = 8.0001m })).ShouldHaveSingleItem();
        fault.ShouldBe(Fault.At("/tree/children/0/children", "weights-do-not-sum", "A", 25.0001m, 25m));
        Faults(Change("A", node => node with { Weight = 24 })).ShouldBe(["/tree/children weights-do-not-sum", "/tree/children/0/children weights-do-not-sum"]);
        Faults(Change("A1", node => node with { Weight = null })).ShouldContain("/tree/children/0/children/0/weight weight-missing");
        Faults(Change("A1", node => node with { Weight = -8 })).ShouldContain("/tree/children/0/children/0/weight weight-not-positive");
        Faults(Change("total", node => node with { Weight = 100 })).ShouldBe(["/tree/weight weight-unused"]);
    }

    [Fact]
    public void Weights_under_an_equal_share_make_a_hundred()
    {
        SchemeNode Tree(decimal first, decimal second) => Equally(
            "total", Aggregation.Arithmetic,
            Weighted("x", null, Aggregation.Arithmetic, Criterion("a", AsItIs("a"), first), Criterion("b", AsItIs("b"), second)),
            Criterion("c", AsItIs("c")));
        Faults(Of(Tree(70, 30))).ShouldBeEmpty();
        Faults(Of(Tree(70, 29))).ShouldBe(["/tree/children/0/children weights-do-not-sum"]);
        Faults(Of(Equally("total", Aggregation.Arithmetic, Criterion("c", AsItIs("c"), 100)))).ShouldBe(["/tree/children/0/weight weight-unused"]);
    }

    /// <summary>Takes each kind of rule as it should be, and gives it, and takes from it, every setting there is.</summary>
    [Fact]
    public void A_setting_that_a_rule_does_not_use_is_refused_and_one_that_it_needs_is_missed()
    {
        var settings = Complete.GetType().GetProperties().Where(property => property.Name != nameof(Rule.Kind)).ToList();
        foreach (var (rule, used) in Rules)
        {
            SchemeFaults.Of(Of(Only(rule))).ShouldBeEmpty(rule.Kind.ToString());
            foreach (var setting in settings)
            {
                var name = char.ToLowerInvariant(setting.Name[0]) + setting.Name[1..];
                var changed = rule with { };
                setting.SetValue(changed, used.Contains(name) ? null : setting.GetValue(Complete));
                var expected = used.Contains(name) ? "rule-setting-missing" : "rule-setting-unused";
                if (RuleSettings.Optional(rule).Contains(name))
                    continue;
                Faults(Of(Only(changed)) with { Metrics = Of(Only(rule)).Metrics }).ShouldContain(
                    $"/tree/children/0/rule/{name} {expected}", $"{rule.Kind}: {name}");
            }
        }
    }

    [Fact]
    public void Bands_leave_no_gap_and_do_not_overlap()
    {
        BandFaults(new(100, From: 2), new(80, From: 1, To: 2), new(0, To: 1)).ShouldBeEmpty();
        BandFaults(new(100, From: 2), new(80, From: 1, To: 1.9m), new(0, To: 1)).ShouldBe(["/1 bands-gap"]);
        BandFaults(new(100, From: 2), new(80, From: 1, To: 2.1m), new(0, To: 1)).ShouldBe(["/1 bands-overlap"]);
        BandFaults(new(100, From: 2), new(0, To: null)).ShouldBe(["/1 bands-overlap"]);
        BandFaults(new(100, From: 2, To: 5), new(0, From: 0, To: 2)).ShouldBe(["/0/to bands-not-open-above", "/1/from bands-not-open-below"]);
        BandFaults(new(100, From: 2), new(0, From: 3, To: 2), new(0, To: 3)).ShouldContain("/1 band-empty");
        BandFaults(new(101, From: 2), new(-1, To: 2)).ShouldBe(["/0/score score-out-of-range", "/1/score score-out-of-range"]);
    }

    [Theory]
    [InlineData("A1", "floor floor-not-below-full")]
    [InlineData("A2", "target target-not-positive")]
    [InlineData("A4", "low score-span-invalid")]
    [InlineData("B2", "allocation/XLHT allocation-negative")]
    [InlineData("B3", "rate rate-out-of-range")]
    [InlineData("C1", "metric metric-unknown")]
    [InlineData("E1", "quorum quorum-too-small")]
    [InlineData("E2", "dropExtremesFrom trimming-leaves-nothing")]
    [InlineData("E3", "levels/1 levels-not-in-order")]
    public void A_setting_beyond_its_range_is_refused(string criterion, string expected)
    {
        var scheme = DefaultScheme.WithRule(criterion, rule => criterion switch
        {
            "A1" => rule with { Floor = 1 },
            "A2" => rule with { Target = 0 },
            "A4" => rule with { Low = 100 },
            "B2" => rule with { Allocation = rule.Allocation!.ToDictionary(part => part.Key, part => part.Key == "XLHT" ? -1 : part.Value) },
            "B3" => rule with { Rate = 0 },
            "C1" => rule with { Metric = "Q99" },
            "E1" => rule with { Quorum = 0 },
            "E2" => rule with { DropExtremesFrom = 2 },
            _ => rule with { Levels = [rule.Levels![0], rule.Levels[0], .. rule.Levels.Skip(2)] },
        });
        Faults(scheme).ShouldContain(fault => fault.EndsWith($"/rule/{expected}", StringComparison.Ordinal));
    }

    [Fact]
    public void Subjects_are_the_programmes_own()
    {
        var strange = V1 with { Metrics = [.. V1.Metrics.Select(metric => metric.Id == "Q02" ? metric with { Of = ["Q16"] } : metric)] };
        Faults(strange, DefaultScheme.Subjects).ShouldBe(["/metrics/0/of/0 metric-subject-unknown"]);
        Faults(DefaultScheme.WithRule("B2", rule => rule with { Allocation = new Dictionary<string, decimal> { ["XLHT"] = 1, ["XXX"] = 1 } }), DefaultScheme.Subjects)
            .ShouldBe(
            [
                .. new[] { "BYH", "CJCY", "SNT", "DLN" }.Select(zone => $"/tree/children/1/children/1/rule/allocation/{zone} allocation-zone-missing"),
                "/tree/children/1/children/1/rule/allocation/XXX scheme-zone-unknown",
            ]);
    }

    [Fact]
    public void A_metric_that_nothing_uses_is_refused() =>
        Faults(V1 with { Metrics = [.. V1.Metrics, new SchemeMetric("S10", Named("x"), MetricKind.Series, ["S10"])] })
            .ShouldBe(["/metrics/16 metric-unused"]);

    [Fact]
    public void A_metric_says_as_many_subjects_as_its_kind_takes() =>
        Faults(V1 with { Metrics = [.. V1.Metrics.Select(metric => metric.Kind == MetricKind.YearOnYear ? metric with { Of = ["S01", "S02"] } : metric)] })
            .ShouldBe(["/metrics/3/of metric-subjects-count"]);

    [Fact]
    public void Ids_stand_once()
    {
        Faults(Change("A2", node => node with { Id = "A1" })).ShouldContain("/tree/children/0/children/1/id id-twice");
        Faults(Change("A2", node => node with { Id = " " })).ShouldContain("/tree/children/0/children/1/id id-empty");
        Faults(V1 with { Vetoes = [.. V1.Vetoes.Select(veto => veto with { Id = "P1" })] })
            .ShouldBe(["/vetoes/0/id id-twice", "/vetoes/1/id id-twice", "/vetoes/2/id id-twice"]);
    }

    [Fact]
    public void A_node_is_a_dimension_or_a_criterion()
    {
        Faults(Change("E4", node => node with { Rule = null })).ShouldContain("/tree/children/4/children/3 node-empty");
        Faults(Change("E4", node => node with { Children = V1.Tree.Children })).ShouldContain("/tree/children/4/children/3/children criterion-with-children");
        Faults(Change("E", node => node with { Aggregation = null })).ShouldBe(["/tree/children/4/aggregation node-setting-missing"]);
        Faults(Change("E4", node => node with { Weights = Weighting.Equal })).ShouldBe(["/tree/children/4/children/3/weights node-setting-unused"]);
    }

    [Fact]
    public void A_geometric_mean_takes_no_score_below_zero() =>
        Faults(Of(Equally("total", Aggregation.Geometric, Criterion("a", AsItIs("a") with { Clip = false }), Criterion("b", AsItIs("b")))))
            .ShouldBe(["/tree/aggregation geometric-over-unclipped"]);

    [Fact]
    public void Names_stand_in_all_three_languages() =>
        Faults(Change("A", node => node with { Name = node.Name with { ZhHans = "" } })).ShouldBe(["/tree/children/0/name/zhHans name-missing"]);

    [Fact]
    public void What_the_ledger_finds_is_said_completely_and_counts_only_when_recorded()
    {
        string[] With(LedgerFinding found, EarnedByAttainment? earned = null) => Faults(V1 with
        {
            Deduction = V1.Deduction with { Items = [V1.Deduction.Items[0] with { FoundBy = found, EarnedBy = earned }, .. V1.Deduction.Items.Skip(1)] },
        });
        With(new(FindingKind.ReturnMissing, 10)).ShouldBeEmpty();
        With(new(FindingKind.ReturnMissing)).ShouldBe(["/deduction/items/0/foundBy/workingDays rule-setting-missing"]);
        With(new(FindingKind.ReturnMissing, 61)).ShouldBe(["/deduction/items/0/foundBy/workingDays days-out-of-range"]);
        With(new(FindingKind.PublishedFigureCorrected, 10)).ShouldBe(["/deduction/items/0/foundBy/workingDays rule-setting-unused"]);
        With(new(FindingKind.PublishedFigureCorrected), new(1.2m, ["A1"])).ShouldBe(["/deduction/items/0/foundBy item-earned"]);
    }

    [Fact]
    public void Caps_hold_what_they_cap()
    {
        Faults(V1 with { Bonus = V1.Bonus with { Cap = 2 } }).ShouldBe(["/bonus/items/0/cap item-cap-above-total"]);
        Faults(V1 with { Bonus = V1.Bonus with { Cap = 0 } }).ShouldContain("/bonus/cap cap-not-positive");
        Faults(V1 with { Deduction = V1.Deduction with { Items = [] } }).ShouldBe(["/deduction/cap cap-unused"]);
        Faults(Item(item => item with { Cap = 0.1m })).ShouldBe(["/bonus/items/3/cap item-cap-below-one"]);
        Faults(Item(item => item with { Each = 0 })).ShouldBe(["/bonus/items/3/each points-not-positive"]);
        Faults(Item(item => item with { EarnedBy = item.EarnedBy! with { Criteria = ["A1", "A3"] } }))
            .ShouldBe(["/bonus/items/3/earnedBy/criteria/1 criterion-without-attainment"]);
    }

    [Fact]
    public void Vetoes_name_a_grade_where_they_set_one()
    {
        string[] Of(VetoEffect effect, string? grade) => Faults(V1 with { Vetoes = [new VetoItem("V1", Named("x"), effect, grade)] });
        Of(VetoEffect.CapGrade, null).ShouldBe(["/vetoes/0/grade veto-grade-missing"]);
        Of(VetoEffect.ForceGrade, "bad").ShouldBe(["/vetoes/0/grade grade-unknown"]);
        Of(VetoEffect.BarAward, "fail").ShouldBe(["/vetoes/0/grade veto-grade-unused"]);
    }

    [Fact]
    public void Grades_go_down_to_zero_in_order()
    {
        string[] Of(params decimal[] from) => Faults(V1 with { Vetoes = [], Grades = [.. from.Select((value, index) => new Grade($"g{index}", Named("x"), value, []))] });
        Of(90, 60, 0).ShouldBeEmpty();
        Of(60, 90, 0).ShouldBe(["/grades/1/from grades-not-in-order"]);
        Of(90, 60, 10).ShouldBe(["/grades/2/from grades-not-down-to-zero"]);
        Of(106, 0).ShouldBe(["/grades/0/from grade-out-of-reach"]);
        Of(89.995m, 0).ShouldBe(["/grades/0/from grade-finer-than-score"]);
        Of(0).ShouldBe(["/grades grades-too-few"]);
    }

    [Fact]
    public void Outcomes_are_due_once_and_only_incentives_are_awards()
    {
        string[] Of(Outcome outcome) => Faults(V1 with { Vetoes = [], Grades = [new Grade("a", Named("x"), 60, [outcome]), new Grade("b", Named("x"), 0, [])] });
        var plan = new Outcome { Id = "plan", Kind = OutcomeKind.Constraint, Text = Named("x"), DueDays = 30 };
        Of(plan).ShouldBeEmpty();
        Of(plan with { DueMonths = 1 }).ShouldBe(["/grades/0/outcomes/0/dueMonths due-twice"]);
        Of(plan with { DueDays = 0 }).ShouldBe(["/grades/0/outcomes/0/dueDays due-not-positive"]);
        Of(plan with { IsAward = true }).ShouldBe(["/grades/0/outcomes/0/isAward award-is-no-constraint"]);
        Of(plan with { WeakBelow = 101 }).ShouldBe(["/grades/0/outcomes/0/weakBelow score-out-of-range"]);
    }

    [Fact]
    public void Places_of_rounding_are_those_a_decimal_has() =>
        Faults(V1 with { Rounding = new RoundingPoints(2, CriterionPoints: 13) }).ShouldBe(["/rounding/criterionPoints places-out-of-range"]);

    /// <summary>A value for every setting there is; no kind of rule uses them all.</summary>
    private static readonly Rule Complete = new()
    {
        Kind = RuleKind.TargetLinear, Metric = "m", Direction = Direction.Up, Path = PathKind.CumAlloc, Target = 20,
        ZoneTargets = new Dictionary<string, decimal> { ["Z1"] = 20 }, Allocation = new Dictionary<string, decimal> { ["Z1"] = 1 },
        Floor = 0.5m, Full = 1, FloorMode = FloorMode.Continuous, Rate = 0.3m, Low = 0, High = 100, AllEqual = 50,
        LowerPost = 0, UpperPost = 1, Clip = true, Bands = [new(100, From: 1), new(0, To: 1)],
        Levels = [new(2, 100), new(1, 50)], DropExtremesFrom = 5, Quorum = 3,
    };

    private static readonly (Rule Rule, string[] Used)[] Rules =
    [
        .. new (RuleKind Kind, PathKind? Path)[]
        {
            (RuleKind.TargetLinear, PathKind.LinearShare), (RuleKind.TargetLinear, PathKind.CumAlloc),
            (RuleKind.TargetLinear, PathKind.AnnualAlloc), (RuleKind.TargetLinear, PathKind.Fixed), (RuleKind.GrowthPath, null),
            (RuleKind.MinMax, null), (RuleKind.Goalposts, null), (RuleKind.Rank, null), (RuleKind.Banded, null), (RuleKind.Committee, null),
        }.Select(kind => Using(kind.Kind, kind.Path)),
    ];

    private static (Rule Rule, string[] Used) Using(RuleKind kind, PathKind? path)
    {
        string[] used = kind switch
        {
            RuleKind.TargetLinear when path is PathKind.LinearShare or PathKind.Fixed => ["metric", "direction", "path", "floor", "full", "floorMode", "target"],
            RuleKind.TargetLinear => ["metric", "direction", "path", "floor", "full", "floorMode", "allocation"],
            RuleKind.GrowthPath => ["metric", "rate"],
            RuleKind.MinMax => ["metric", "direction", "low", "high", "allEqual"],
            RuleKind.Goalposts => ["metric", "direction", "lowerPost", "upperPost", "low", "high", "clip"],
            RuleKind.Rank => ["metric", "direction"],
            RuleKind.Banded => ["metric", "direction", "bands"],
            _ => ["levels", "quorum"],
        };
        var rule = new Rule { Kind = kind };
        foreach (var property in typeof(Rule).GetProperties().Where(property => used.Contains(char.ToLowerInvariant(property.Name[0]) + property.Name[1..])))
            property.SetValue(rule, property.Name == nameof(Rule.Path) ? path : property.GetValue(Complete));
        return (rule, used);
    }

    private static SchemeNode Only(Rule rule) => Equally("total", Aggregation.Arithmetic, Criterion("c", rule));

    private static string[] BandFaults(params Band[] bands) =>
        [.. Faults(DefaultScheme.WithRule("A3", rule => rule with { Bands = bands })).Select(fault => fault.Replace("/tree/children/0/children/2/rule/bands", "", StringComparison.Ordinal))];

    private static AssessmentScheme Item(Func<AdjustmentItem, AdjustmentItem> change) => V1 with
    {
        Bonus = V1.Bonus with { Items = [.. V1.Bonus.Items.Select(item => item.Id == "P4" ? change(item) : item)] },
    };

    private static AssessmentScheme Change(string node, Func<SchemeNode, SchemeNode> change) => V1 with { Tree = V1.Tree.Change(node, change) };

    private static string[] Faults(AssessmentScheme scheme, SchemeSubjects? subjects = null) =>
        [.. SchemeFaults.Of(scheme, subjects).Select(fault => $"{fault.Pointer} {fault.Code}")];
}
