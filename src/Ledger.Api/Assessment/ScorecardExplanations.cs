using Ledger.Api.Measures;
using Ledger.Api.Notices;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using Basis = Ledger.Domain.Assessment.Scoring.Basis;

namespace Ledger.Api.Assessment;

/// <summary>Walks from a number, a place or a grade of a scorecard back to figures, ballots and papers.</summary>
public sealed class ScorecardExplanations(
    Assessments assessments, AssessmentFacts facts, Programmes programmes, Explanations explanations, LedgerReader reader, ITexts texts)
{
    // Readers walk through one result cell by cell; what a result was measured by does not change, so the last one measured is kept.
    private volatile LastMeasured? last;

    /// <param name="actor">Who asks: a draft is not for everybody (<see cref="AssessmentReaders"/>).</param>
    /// <exception cref="RefusedRequestException"><c>cell-unknown</c>, <c>zone-unknown</c>, or what <see cref="Assessments"/> refuses for the result.</exception>
    public async Task<CellExplanation> ExplainAsync(
        ScorecardAddress address, Actor actor, long position, CancellationToken cancellation)
    {
        var result = address.Edition is { } edition
            ? await assessments.ResultAsync(address.Year, edition, address.Zone, actor, position, cancellation)
            : await assessments.DraftResultAsync(address.Year, address.Zone, actor, position, cancellation);
        var content = result.Content;
        var score = ZoneScorecards.Require(content, address.Zone);
        var (programme, derived, state) = (
            (await programmes.OfVersionAsync(content.Programme, cancellation))!,
            await MeasuredAsync(result, position, cancellation),
            await assessments.StateOfAsync(result, position, cancellation));
        var nodes = Nodes(content.Scheme, address.Cell);
        var metrics = await SayAsync(nodes, address.Zone, derived, programme, content.Position, cancellation);
        var tree = new ScoreTree(result, score, state, metrics, programme.Document, texts);
        var explanation = tree.Of(address.Cell) ?? throw Unknown(address);
        var frozen = await reader.AtAsync(content.Position, cancellation);
        return new(
            $"{address}", tree.NameOf(address.Cell), Notice: null, address.Edition, DocumentNumber: null,
            new Cell($"{address}", explanation.Rounding?.Printed, explanation.Absence?.Reason, Note: null, Lacking: null),
            content.Position, frozen.RecordedAt, content.Programme, explanation)
        {
            Scorecard = new(
                address.Year, address.Zone, result.Hash, content.Scheme.Id, content.Scheme.Version,
                address.Cell == ScorecardAddress.Grade ? score.Grade : null, IsMeasuredAlike(content.Basis, derived.Basis)),
        };
    }

    private async Task<DerivedBasis> MeasuredAsync(YearResult result, long position, CancellationToken cancellation)
    {
        if (last is { } kept && kept.Hash == result.Hash)
            return kept.Basis;
        var measured = await facts.DerivedAsync(result, position, cancellation);
        last = new(result.Hash, measured);
        return measured;
    }

    /// <summary>The part of the scheme that a cell rests on; what is the zone's own rests on all of it.</summary>
    private static IReadOnlyList<SchemeNode> Nodes(AssessmentScheme scheme, string cell) =>
    [
        .. (scheme.Tree.SelfAndBelow().FirstOrDefault(node => cell == node.Id || cell == node.Id + ScorecardAddress.OfScore) ?? scheme.Tree)
            .SelfAndBelow(),
    ];

    /// <summary>How each value came about: the zone's own, and of a rule that compares zones every zone's.</summary>
    private async Task<ExplainedMetrics> SayAsync(
        IReadOnlyList<SchemeNode> nodes, string zone, DerivedBasis derived, ProgrammeVersion programme, long position, CancellationToken cancellation)
    {
        var used = nodes.Where(node => node.Rule?.Metric is not null).Select(node => node.Rule!.Metric!).ToHashSet();
        var compared = nodes.Where(node => node.Rule is { } rule && RuleSettings.ComparesZones(rule)).Select(node => node.Rule!.Metric!).ToHashSet();
        var values = derived.Metrics.Where(each => compared.Contains(each.Key.Metric) || (each.Key.Zone == zone && used.Contains(each.Key.Metric))).ToList();
        var baselines = derived.Baselines.Where(each => each.Key.Zone == zone && used.Contains(each.Key.Metric)).ToList();
        var said = await explanations.OfAsync(
            [.. values.Concat(baselines).Select(each => each.Value)], programme, position, knownOn: null, cancellation);
        return new(
            values.Zip(said).ToDictionary(each => each.First.Key, each => each.Second),
            baselines.Zip(said.Skip(values.Count)).ToDictionary(each => each.First.Key.Metric, each => each.Second));
    }

    /// <summary>Whether the figures, measured again, give the values that were scored.</summary>
    private static bool IsMeasuredAlike(Basis scored, Basis measured) => scored.Zones.Zip(measured.Zones).All(zones =>
        zones.First.Metrics.All(metric => zones.Second.Metrics.GetValueOrDefault(metric.Key) == metric.Value)
        && zones.First.Baselines.All(metric => zones.Second.Baselines.GetValueOrDefault(metric.Key) == metric.Value));

    private sealed record LastMeasured(string Hash, DerivedBasis Basis);

    private static RefusedRequestException Unknown(ScorecardAddress address) =>
        new(Refusal.Of(RefusalKind.NotFound, "cell-unknown", $"{address}"));
}

/// <param name="Values">By zone and the scheme's id of the metric.</param>
/// <param name="Baselines">Of the zone itself, by the scheme's id of the metric.</param>
public sealed record ExplainedMetrics(
    IReadOnlyDictionary<(string Zone, string Metric), Explanation> Values, IReadOnlyDictionary<string, Explanation> Baselines);
