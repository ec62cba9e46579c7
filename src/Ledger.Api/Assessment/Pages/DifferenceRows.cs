using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Api.Assessment.Pages;

/// <summary>What is different for a zone, row by row and in words: from the figures by way of the scores to place, grade and outcomes.</summary>
public sealed class DifferenceRows(ITexts texts, SchemeNames names, RoundingPoints rounding)
{
    /// <summary>In the order in which one follows from the other.</summary>
    public IReadOnlyList<DifferenceRow> Of(ZoneDifference zone) =>
    [
        .. zone.Metrics.Select(Metric), .. zone.Nodes.OrderBy(node => names.IsWhole(node.Node)).Select(Node), .. zone.Items.Select(Item),
        .. Standing(zone.Before, zone.After),
        .. zone.VetoesAdded.Select(id => Veto(id, isAdded: true)), .. zone.VetoesDropped.Select(id => Veto(id, isAdded: false)),
        .. zone.OutcomesAdded.Select(id => Outcome(id, isAdded: true)), .. zone.OutcomesDropped.Select(id => Outcome(id, isAdded: false)),
    ];

    /// <summary>The whole of it in a phrase: gains 1.20 points, 4 → 3, pass → good.</summary>
    public string Sentence(ZoneDifference zone) => (zone.Before, zone.After) switch
    {
        (null, _) => texts["result.diff.zone-added"],
        (_, null) => texts["result.diff.zone-gone"],
        var (before, after) => string.Join(
            texts["result.diff.comma"],
            new[]
            {
                ScoreWords(before.Score, after.Score),
                before.Place == after.Place ? null : texts["result.diff.place", Place(before.Place), Place(after.Place)],
                before.Grade == after.Grade ? null : texts["result.diff.arrow", names.Grade(before.Grade), names.Grade(after.Grade)],
            }.OfType<string>().DefaultIfEmpty(texts["result.diff.result-stays"])),
    };

    /// <summary>Which of score, place, grade and outcomes stay as they are; null where none does.</summary>
    public string? Unchanged(ZoneDifference zone)
    {
        string[] parts = zone is not { Before: { } before, After: { } after } ? [] :
        [
            .. Same(before.Score == after.Score, "result.diff.score"), .. Same(before.Place == after.Place, "result.diff.place-name"),
            .. Same(before.Grade == after.Grade, "result.diff.grade"),
            .. Same(zone.OutcomesAdded.Count + zone.OutcomesDropped.Count == 0, "result.diff.outcomes"),
        ];
        return parts.Length == 0 ? null : texts["result.diff.stay", string.Join(texts["result.list"], parts)];

        IEnumerable<string> Same(bool isSame, string key) => isSame ? [texts[key]] : [];
    }

    private DifferenceRow Metric(MetricDifference metric) => new(
        DifferenceKind.Figure, names.Metric(metric.Metric), ScorePrint.Metric(metric.Before, texts), ScorePrint.Metric(metric.After, texts),
        (metric.Before, metric.After) switch
        {
            (MetricValue.Known(var before), MetricValue.Known(var after)) => texts[
                after > before ? "result.diff.more" : "result.diff.less", ScorePrint.Value(Rational.Max(after - before, before - after))],
            (_, MetricValue.Known) => texts["result.diff.now-known"],
            (_, MetricValue.Missing) => texts["result.diff.now-missing"],
            (_, MetricValue.NotApplicable) => texts["result.diff.not-applicable-now"],
            _ => texts["result.diff.metric-gone"],
        });

    private DifferenceRow Node(NodeDifference node) => new(
        DifferenceKind.Score, names.Node(node.Node),
        node.Before is null ? "—" : Points(node.Before), node.After is null ? "—" : Points(node.After),
        NodeWords(node.Before, node.After));

    private string Points(NodeStanding node) => node.State switch
    {
        ScoreState.Pending => texts[ScoreState.Pending.TextKey()],
        ScoreState.NotApplicable => texts[ScoreState.NotApplicable.TextKey()],
        _ => ScorePrint.Points(node.Points, rounding),
    };

    private string NodeWords(NodeStanding? before, NodeStanding? after)
    {
        if (before is null || after is null)
            return texts[before is null ? "result.diff.node-added" : "result.diff.node-gone"];
        var words = new List<string>();
        if (before.State != after.State)
            words.Add(texts["result.diff.arrow", texts[before.State.TextKey()], texts[after.State.TextKey()]]);
        if (before.Weight != after.Weight)
            words.Add(texts["result.diff.weight", ScorePrint.Value(before.Weight), ScorePrint.Value(after.Weight)]);
        if (before is { Points: { } was } && after is { Points: { } @is })
            words.Add(was == @is ? texts["result.diff.points-stay"] : Gained(@is - was, ScorePrint.PointsPlaces(rounding)));
        return string.Join(texts["result.diff.comma"], words);
    }

    private DifferenceRow Item(ItemDifference item) => new(
        DifferenceKind.Score, texts[item.IsDeduction ? "result.diff.deduction" : "result.diff.bonus", names.Item(item.Item)],
        ItemPoints(item, item.Before), ItemPoints(item, item.After),
        Gained(item.IsDeduction ? item.Before - item.After : item.After - item.Before, rounding.Final));

    private string ItemPoints(ItemDifference item, Rational points) =>
        points.IsZero ? "—" : Numbers.PrintSigned((item.IsDeduction ? -points : points).Round(rounding.Final), rounding.Final);

    private IEnumerable<DifferenceRow> Standing(Standing? before, Standing? after)
    {
        if (before?.Score != after?.Score)
            yield return Row("scorecard.final", ScorePrint.Final(before?.Score, rounding), ScorePrint.Final(after?.Score, rounding), ScoreWords(before?.Score, after?.Score)!);
        if (before?.Place != after?.Place)
            yield return Row("scorecard.place", Place(before?.Place), Place(after?.Place), Moved(before?.Place, after?.Place));
        if (before?.TrackPlace != after?.TrackPlace)
            yield return Row("result.diff.track-place", Place(before?.TrackPlace), Place(after?.TrackPlace), Moved(before?.TrackPlace, after?.TrackPlace));
        if (before?.Grade != after?.Grade)
            yield return Row("scorecard.grade", names.Grade(before?.Grade), names.Grade(after?.Grade), texts["result.diff.arrow", names.Grade(before?.Grade), names.Grade(after?.Grade)]);
    }

    private DifferenceRow Row(string key, string before, string after, string words) => new(DifferenceKind.Result, texts[key], before, after, words);

    private DifferenceRow Veto(string id, bool isAdded) => new(
        DifferenceKind.Result, texts["result.diff.veto", names.Veto(id)], isAdded ? "—" : texts["result.diff.in-force"],
        isAdded ? texts["result.diff.in-force"] : "—", texts[isAdded ? "result.diff.veto-added" : "result.diff.veto-dropped"]);

    private DifferenceRow Outcome(string id, bool isAdded) => new(
        DifferenceKind.Outcome, names.Outcome(id), isAdded ? "—" : texts["result.diff.follows"], isAdded ? texts["result.diff.follows"] : "—",
        texts[isAdded ? "result.diff.outcome-added" : "result.diff.outcome-dropped"]);

    private string? ScoreWords(decimal? before, decimal? after) => (before, after) switch
    {
        (null, null) => null,
        (null, { } score) => texts["result.diff.now-scored", ScorePrint.Final(score, rounding)],
        (_, null) => texts["result.diff.now-pending"],
        ({ } was, { } @is) => was == @is ? null : Gained(@is - was, rounding.Final),
    };

    private string Gained(Rational by, int places)
    {
        var size = Rational.Max(by, -by);
        var shown = Numbers.Print(size.Round(places), places);
        return texts[by.Sign > 0 ? "result.diff.gains" : "result.diff.loses", size.Round(places) == 0 ? texts["result.diff.hair", Numbers.Print(Least(places))] : shown];
    }

    private static decimal Least(int places) => new(1, 0, 0, isNegative: false, (byte)places);

    private string Moved(int? before, int? after) => (before, after) switch
    {
        ({ } was, { } @is) => texts[@is < was ? "result.diff.rises" : "result.diff.falls", was, @is],
        (null, { } @is) => texts["result.diff.now-placed", @is],
        _ => texts["result.diff.now-unplaced"],
    };

    private static string Place(int? place) => place is { } number ? Numbers.Plain(number) : "—";
}

/// <param name="Words">The row said in words: gains 1.20 points.</param>
public sealed record DifferenceRow(DifferenceKind Kind, string What, string Before, string After, string Words);

/// <summary>From what is measured to what it leads to.</summary>
public enum DifferenceKind
{
    Figure,
    Score,
    Result,
    Outcome,
}
