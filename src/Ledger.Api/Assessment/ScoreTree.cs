using Ledger.Api.Measures;
using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Api.Assessment;

/// <summary>One zone's result as explanations, from the grade down to terms, metrics, ballots and papers. The numbers are the result's own.</summary>
/// <param name="state">The year as it was when the result was worked out.</param>
internal sealed class ScoreTree(
    YearResult result, ZoneScore score, AssessmentYear state, ExplainedMetrics metrics, ProgrammeDocument programme, ITexts texts)
{
    private readonly ResultContent content = result.Content;
    private readonly AssessmentScheme scheme = result.Content.Scheme;
    private readonly Dictionary<string, SchemeNode> nodes = result.Content.Scheme.Tree.SelfAndBelow().ToDictionary(node => node.Id);
    private readonly Dictionary<string, NodeScore> scores = score.Tree.SelfAndBelow().ToDictionary(node => node.Id);

    /// <returns>Null where a scorecard has no such cell.</returns>
    public Explanation? Of(string cell)
    {
        if (scores.TryGetValue(cell, out var node))
            return Points(node);
        if (NodeOf(cell, ScorecardAddress.OfScore) is { } scored)
            return Score(scored);
        if (NodeOf(cell, ScorecardAddress.OfPlace) is { } placed)
            return Placed(placed.Place, zone => Of(zone, placed.Id + ScorecardAddress.OfScore, zone.Of(placed.Id).Score), _ => true);
        return cell switch
        {
            ScorecardAddress.Bonus => Adjusted(score.Bonus, cell),
            ScorecardAddress.Deduction => Adjusted(score.Deduction, cell),
            ScorecardAddress.Final => Final(),
            ScorecardAddress.Place => Placed(score.Place, Finally, _ => true),
            ScorecardAddress.TrackPlace => Placed(score.TrackPlace, Finally, zone => zone.Track == score.Track),
            ScorecardAddress.Grade => Graded(),
            _ => null,
        };
    }

    /// <summary>What a cell is the number of, in the reader's language.</summary>
    public string NameOf(string cell)
    {
        var (id, quantity) = scores.ContainsKey(cell) ? (cell, "points")
            : NodeOf(cell, ScorecardAddress.OfScore) is { } scored ? (scored.Id, "score")
            : NodeOf(cell, ScorecardAddress.OfPlace) is { } placed ? (placed.Id, "place")
            : ("", cell);
        var of = programme.ZoneNamedOn(score.Zone, Period.OfYear(content.Year).End)?.ShortName.In(Texts.Language) ?? score.Zone;
        return id.Length == 0
            ? texts["scorecard.cell", of, content.Year, texts[$"scorecard.cell.{quantity}"]]
            : texts["scorecard.cell.node", of, content.Year, Named(id), texts[$"scorecard.cell.{quantity}"]];
    }

    private NodeScore? NodeOf(string cell, string quantity) =>
        cell.EndsWith(quantity, StringComparison.Ordinal) ? scores.GetValueOrDefault(cell[..^quantity.Length]) : null;

    private Explanation Final() => Step(
        "final", score.Exact, score.Final is { } final ? new(scheme.Rounding.Final, final) : null,
        score.Exact is null ? Absent(score.Tree) : null,
        [Input("base-score", Points(score.Tree)), Input("bonus", Adjusted(score.Bonus, ScorecardAddress.Bonus)), Input("deduction", Adjusted(score.Deduction, ScorecardAddress.Deduction))]);

    private Explanation Graded() => Step(
        "grade", exact: null, rounding: null, score.Exact is null ? Absent(score.Tree) : null,
        [Input("final", Final()), .. score.Vetoes.Select(veto => new ExplainedInput(veto.Id, veto.Name.In(Texts.Language), Vetoed(veto)))]) with
    {
        Remark = Grade(score.Grade) is { } grade
            ? score.Grade == score.EarnedGrade ? grade : texts["scorecard.graded", Grade(score.EarnedGrade)!, grade]
            : null,
    };

    private string? Grade(string? id) => scheme.Grades.FirstOrDefault(grade => grade.Id == id)?.Name.In(Texts.Language);

    private Explanation Vetoed(VetoItem item) => Leaf("veto", exact: null) with
    {
        Papers = [.. state.Vetoes.Where(veto => veto.Lifted is null && (veto.Zone, veto.Item) == (score.Zone, item.Id))
            .Select(veto => new SourcePaper(veto.Number, veto.Document, veto.Text, veto.On))],
    };

    private Explanation Adjusted(AdjustmentScore adjustment, string cell) => Step(
        adjustment.IsCapped ? "sum-capped" : Formulas.Sum, adjustment.Total, rounding: null, absence: null,
        [.. adjustment.Items.Select(item => new ExplainedInput(item.Item.Id, $"{item.Item.Id} {item.Item.Name.In(Texts.Language)}", Occurred(item)))]) with
    {
        Cell = Address(score.Zone, cell),
    };

    private Explanation Occurred(ItemScore item) => Step(
        item.IsCapped ? "item-capped" : "item", item.Points, rounding: null, absence: null,
        [Input("times", Leaf("counted", item.Count)), Input("each", Setting(item.Item.Each)), .. Earned(item.Item)]) with
    {
        Papers = [.. state.Adjustments.Where(each => each.Lifted is null && (each.Zone, each.Item) == (score.Zone, item.Item.Id))
            .Select(each => new SourcePaper(each.Number, each.Document, each.Text, each.On))],
    };

    /// <summary>Of an item that figures earn by themselves: by which attainment.</summary>
    private IEnumerable<ExplainedInput> Earned(AdjustmentItem item) =>
        from criterion in item.EarnedBy?.Criteria ?? []
        let attainment = scores[criterion].Criterion?.Attainment
        where attainment >= item.EarnedBy!.Attainment
        select new ExplainedInput(
            criterion, Named(criterion), Leaf("attained", attainment) with { Cell = Address(score.Zone, criterion + ScorecardAddress.OfScore) });

    private Explanation Points(NodeScore node)
    {
        var definition = nodes[node.Id];
        var places = scheme.Rounding.NodePoints ?? scheme.Rounding.CriterionPoints ?? scheme.Rounding.Final;
        if (definition.IsCriterion)
            places = scheme.Rounding.CriterionPoints ?? scheme.Rounding.Final;
        return Step(
            definition.IsCriterion ? "points" : definition.Aggregation == Aggregation.Geometric ? "geometric" : Formulas.Sum,
            node.Points, Rounded(node.Points, places), node.Points is null ? Absent(node) : null,
            definition.IsCriterion ? [Input("weight", Weight(node)), Input("score", Score(node))] : Parts(node)) with
        {
            Cell = Address(score.Zone, node.Id),
        };
    }

    private ExplainedInput[] Parts(NodeScore node) => [.. node.Children.Select(child => new ExplainedInput(child.Id, Named(child.Id), Points(child)))];

    private Explanation Weight(NodeScore node)
    {
        // Equal weights are given by no number of their own.
        var given = nodes[node.Id].Weight;
        return given is null || node.Weight == (Rational)given.Value
            ? Setting(node.Weight)
            : Step("weight", node.Weight, rounding: null, absence: null, [Input("given", Setting(given.Value))]) with { Remark = texts["scorecard.redistributed"] };
    }

    private Explanation Score(NodeScore node)
    {
        var definition = nodes[node.Id];
        var places = scheme.Rounding.Final;
        if (node.Criterion is not { } criterion)
        {
            return Step(
                "node-score", node.Score, Rounded(node.Score, places), node.Score is null ? Absent(node) : null,
                [Input("points", Points(node)), Input("weight", Leaf("weight", node.Weight))]) with
            {
                Cell = Address(score.Zone, node.Id + ScorecardAddress.OfScore),
            };
        }

        var rule = definition.Rule!;
        var reason = criterion.Reason ?? criterion.Flag;
        return Step(
            $"score.{rule.Kind.Word()}", node.Score, Rounded(node.Score, scheme.Rounding.CriterionScore ?? places),
            node.Score is null ? Absent(node) : null, [.. Terms(rule, criterion), .. Field(rule), .. Ballots(node.Id, criterion)]) with
        {
            Remark = reason is not null && node.Score is not null ? texts[$"reason.{reason}"] : null,
            Cell = Address(score.Zone, node.Id + ScorecardAddress.OfScore),
        };
    }

    private IEnumerable<ExplainedInput> Terms(Rule rule, CriterionResult criterion)
    {
        var names = criterion.Terms.Select(term => term.Name).ToHashSet();
        foreach (var term in criterion.Terms)
        {
            yield return Input(term.Name, term.Name switch
            {
                "value" => metrics.Values[(score.Zone, rule.Metric!)],
                "baseline" => metrics.Baselines[rule.Metric!],
                "target" => Setting(term.Value),
                _ => Leaf("term", term.Value),
            });
        }

        // What is not there is shown with what there is of it.
        if (rule.Metric is not null && !names.Contains("value") && metrics.Values.TryGetValue((score.Zone, rule.Metric), out var value))
            yield return Input("value", value);
        if (rule.Metric is not null && !names.Contains("baseline") && metrics.Baselines.TryGetValue(rule.Metric, out var baseline))
            yield return Input("baseline", baseline);
    }

    private IEnumerable<ExplainedInput> Field(Rule rule) => !RuleSettings.ComparesZones(rule) ? [] :
    [
        Input("field", Step(
            "field", exact: null, rounding: null, absence: null,
            [
                .. content.Zones.Where(zone => zone.Zone != score.Zone)
                    .Select(zone => new ExplainedInput(zone.Zone, ZoneName(zone.Zone), metrics.Values[(zone.Zone, rule.Metric!)])),
            ])),
    ];

    private IEnumerable<ExplainedInput> Ballots(string criterion, CriterionResult counted) =>
        from ballot in counted.Ballots
        let told = state.Opened.GetValueOrDefault(new BallotKey(ballot.Member, score.Zone, criterion))
        select new ExplainedInput(
            ballot.Member, state.FindMember(ballot.Member)?.Name ?? ballot.Member,
            Leaf("ballot", ballot.Score) with
            {
                Remark = ballot.IsDropped ? texts["scorecard.left-aside"] : null,
                Ballot = told is null ? null : new(told.Member, told.Level, told.Reason, told.Evidence),
            });

    private Explanation Placed(Domain.Assessment.Scoring.Place? place, Func<ZoneScore, ExplainedInput> say, Func<ZoneScore, bool> isCompared)
    {
        var ranked = content.Zones
            .Where(zone => isCompared(zone) && content.Basis.Zones.First(each => each.Zone == zone.Zone).IsRanked)
            .Select(say).OrderByDescending(zone => zone.Of.Exact is not null).ThenByDescending(zone => zone.Of.Exact);
        var isRanked = content.Basis.Zones.First(each => each.Zone == score.Zone).IsRanked;
        return Step(
            Formulas.Rank, place?.Number, place is { } given ? new(0, given.Number) : null,
            place is not null ? null
                : isRanked ? Absent(score.Tree)
                : Worded(AbsenceKind.NotApplicable, ScoreReasons.Unranked),
            [Input("ranking", Step(Formulas.Ranking, exact: null, rounding: null, absence: null, [.. ranked]))]) with
        {
            Remark = place is { IsTied: true } ? texts[$"note.{Notes.Tied}"] : null,
        };
    }

    private ExplainedInput Finally(ZoneScore zone) => Of(zone, ScorecardAddress.Final, zone.Exact);

    /// <summary>Another zone's number, explained at its own address.</summary>
    private ExplainedInput Of(ZoneScore zone, string cell, Rational? exact) => new(
        zone.Zone, ZoneName(zone.Zone),
        Leaf("compared", exact) with { Rounding = Rounded(exact, scheme.Rounding.Final), Cell = Address(zone.Zone, cell), Absence = exact is null ? Absent(zone.Tree) : null });

    private WordedAbsence Absent(NodeScore node)
    {
        var kind = node.State == ScoreState.NotApplicable ? AbsenceKind.NotApplicable : AbsenceKind.Missing;
        return Worded(kind, node.Criterion?.Reason ?? (kind == AbsenceKind.NotApplicable ? ScoreReasons.NothingApplies : ScoreReasons.PartPending));
    }

    private WordedAbsence Worded(AbsenceKind kind, string reason) => new(kind, reason, texts[$"reason.{reason}"], []);

    private string Address(string zone, string cell) => $"{new ScorecardAddress(content.Year, result.Edition, zone, cell)}";

    private string ZoneName(string code) => programme.ZoneNamedOn(code, Period.OfYear(content.Year).End)?.ShortName.In(Texts.Language) ?? code;

    private string Named(string node) => node == scheme.Tree.Id ? nodes[node].Name.In(Texts.Language) : $"{node} {nodes[node].Name.In(Texts.Language)}";

    private ExplainedInput Input(string name, Explanation of) => new(name, texts[$"input.{name}"], of);

    private Explanation Setting(Rational value) => Leaf("scheme-setting", value);

    private Explanation Leaf(string formula, Rational? exact) => Step(formula, exact, rounding: null, absence: null, []);

    private Explanation Step(
        string formula, Rational? exact, Rounding? rounding, WordedAbsence? absence, IReadOnlyList<ExplainedInput> inputs) =>
        Explanation.Of(formula, texts[$"formula.{formula}"], exact, rounding, absence, inputs);

    private static Rounding? Rounded(Rational? exact, int places) => exact is { } value ? new(places, value.Round(places)) : null;
}
