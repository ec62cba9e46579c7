using Ledger.Api.Measures;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Api.Assessment;

/// <summary>One zone's result with every point explained, and how firmly the result stands.</summary>
public sealed class ZoneScorecards(
    LedgerReader reader, Programmes programmes, Assessments assessments, AssessmentFacts facts, Explanations explanations,
    ITexts texts)
{
    /// <param name="edition">As of <see cref="Assessments.ResultAsync"/>.</param>
    /// <param name="actor">Who asks; likewise.</param>
    /// <exception cref="RefusedRequestException"><c>zone-unknown</c>, or as of <see cref="Assessments.ResultAsync"/>.</exception>
    public async Task<ZoneScorecard> OfZoneAsync(int year, string zone, int? edition, Actor actor, long position, CancellationToken cancellation)
    {
        var result = await assessments.ResultAsync(year, edition, zone, actor, position, cancellation);
        return await OfZoneAsync(result, zone, position, cancellation);
    }

    /// <param name="result">That whoever asks was given already.</param>
    /// <exception cref="RefusedRequestException"><c>zone-unknown</c>.</exception>
    public async Task<ZoneScorecard> OfZoneAsync(YearResult result, string zone, long position, CancellationToken cancellation)
    {
        var year = result.Year;
        var content = result.Content;
        var score = Require(content, zone);
        var derived = await facts.DerivedAsync(result, position, cancellation);
        var programme = (await programmes.OfVersionAsync(content.Programme, cancellation))!;
        var metrics = derived.Metrics.Where(each => each.Key.Zone == zone).OrderBy(each => each.Key.Metric, StringComparer.Ordinal).ToList();
        var baselines = derived.Baselines.Where(each => each.Key.Zone == zone).OrderBy(each => each.Key.Metric, StringComparer.Ordinal).ToList();
        var said = await explanations.OfAsync(
            [.. metrics.Concat(baselines).Select(each => each.Value)], programme, content.Position, knownOn: null, cancellation);
        var lastYear = await LastYearAsync(year, position, cancellation);
        return new(
            year, result.Edition, result.Hash, result.IsPublished, score, content.Basis.Zones.First(each => each.Zone == zone),
            [.. metrics.Zip(said, (metric, words) => new ExplainedMetric(metric.Key.Metric, words))],
            [.. baselines.Zip(said.Skip(metrics.Count), (metric, words) => new ExplainedMetric(metric.Key.Metric, words))],
            [.. Ballots(await assessments.StateOfAsync(result, position, cancellation), result, zone)],
            [.. content.Basis.Recusals.Where(recusal => recusal.Zone == zone).Select(recusal => recusal.Member)],
            [.. Profile(content, score, lastYear?.Find(zone))]);
    }

    /// <summary>The statement recorded with a result, or that of the draft, and what it says in words.</summary>
    /// <exception cref="RefusedRequestException"><c>result-pending</c> while ballots are awaited, or as of <see cref="Assessments.ResultAsync"/>.</exception>
    public async Task<SpokenRobustness> RobustnessAsync(
        int year, int? edition, Actor actor, long position, CancellationToken cancellation)
    {
        var content = (await assessments.ResultAsync(year, edition, zone: null, actor, position, cancellation)).Content;
        if (content.Robustness is not { } statement)
            throw new RefusedRequestException(Refusal.Of(RefusalKind.Conflict, "result-pending", string.Join(", ", content.Pending())));
        var programme = (await programmes.OfVersionAsync(content.Programme, cancellation))!.Document;
        var members = (await assessments.CurrentAsync(year, position, cancellation)).State.Members;
        return SpokenRobustness.Of(statement, RobustnessWords.Of(statement, content.Scheme, programme, members, texts));
    }

    /// <summary>A zone's published result, for the science and technology assessment of its banner.</summary>
    /// <param name="weight">What it counts for there, in per cent; null: not set.</param>
    /// <exception cref="RefusedRequestException"><c>result-not-published</c>, <c>weight-out-of-range</c>, <c>zone-unknown</c>.</exception>
    public async Task<ZoneExport> ExportAsync(int year, string zone, decimal? weight, long position, CancellationToken cancellation)
    {
        if (weight is <= 0 or > 100)
            throw new RefusedRequestException(Refusal.OfFaults(RefusalKind.Invalid, "request-at-fault", [Fault.At("/weight", "weight-out-of-range", weight)]));
        var state = (await assessments.CurrentAsync(year, position, cancellation)).State;
        if (state.Published is not { } published)
            throw new RefusedRequestException(Refusal.Of(RefusalKind.Conflict, "result-not-published", year));
        return ZoneExport.Of(published, Require(published.Content, zone), weight, state.PublishedOn!.Value);
    }

    internal static ZoneScore Require(ResultContent content, string zone) =>
        content.Find(zone) ?? throw new RefusedRequestException(Refusal.Of(
            RefusalKind.NotFound, "zone-unknown", zone, string.Join(", ", content.Zones.Select(each => each.Zone))));

    private async Task<ResultContent?> LastYearAsync(int year, long position, CancellationToken cancellation) =>
        (await reader.ReadAsync(AssessmentYear.Stream(year - 1), position, cancellation)).State.Published?.Content;

    private static IEnumerable<OpenedBallot> Ballots(AssessmentYear state, YearResult result, string zone) =>
        from counted in result.Content.Basis.Ballots
        where counted.Zone == zone
        select state.Opened[new(counted.Member, counted.Zone, counted.Criterion)];

    private static IEnumerable<ProfileNode> Profile(ResultContent content, ZoneScore score, ZoneScore? lastYear)
    {
        var before = lastYear?.Tree.SelfAndBelow().ToDictionary(node => node.Id);
        foreach (var node in score.Tree.SelfAndBelow())
        {
            Rational[] field =
            [
                .. content.Zones.Select(zone => zone.Of(node.Id).Score).OfType<Rational>().Order(),
            ];
            yield return new(node.Id, node.Score, before?.GetValueOrDefault(node.Id)?.Score, Median(field));
        }
    }

    private static Rational? Median(Rational[] sorted) => sorted.Length switch
    {
        0 => null,
        var count when count % 2 == 1 => sorted[count / 2],
        var count => (sorted[(count / 2) - 1] + sorted[count / 2]) / 2,
    };
}

/// <summary>One zone's result in an edition, or in the draft.</summary>
/// <param name="Basis">The values that were scored.</param>
/// <param name="Metrics">How each of those came about, down to the facts.</param>
/// <param name="Ballots">Those counted, with the members' reasons.</param>
/// <param name="Recused">Members who do not judge the zone.</param>
/// <param name="Profile">Every node's score, 0 to 100, beside the year before and the middle of all zones.</param>
public sealed record ZoneScorecard(
    int Year, int? Edition, string Hash, bool IsPublished, ZoneScore Score, ZoneBasis Basis,
    IReadOnlyList<ExplainedMetric> Metrics, IReadOnlyList<ExplainedMetric> Baselines,
    IReadOnlyList<OpenedBallot> Ballots, IReadOnlyList<string> Recused, IReadOnlyList<ProfileNode> Profile);

/// <param name="Metric">The scheme's id of it.</param>
public sealed record ExplainedMetric(string Metric, Explanation Explanation);

/// <param name="LastYear">Null where the year before has no published result, or its scheme no such node.</param>
public sealed record ProfileNode(string Node, Rational? Score, Rational? LastYear, Rational? Median);
