using Ledger.Api.Assessment;
using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Audit.Revisions;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Api.Audit;

/// <summary>How accepted figures changed, what that comes to, and what read otherwise for it, as of any moment.</summary>
public sealed class RevisionReports(AuditHistories histories, Programmes programmes, AssessmentFacts assessments, Today today)
{
    /// <param name="series">Null: every series that has accepted figures.</param>
    /// <param name="zone">Null: all zones together.</param>
    /// <exception cref="RefusedRequestException"><c>programme-missing</c>, <c>series-unknown</c> or <c>zone-unknown</c>.</exception>
    public async Task<RevisionReport> ReadAsync(string? series, string? zone, AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        if (zone is not null)
            Returns.Require(programme, zone);
        if (series is not null && programme.FindSeries(series) is null)
            throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "series-unknown", series));
        var history = await histories.ReadAsync(asOf, cancellation);
        var order = programme.Zones.Index().ToDictionary(each => each.Item.Code, each => each.Index);
        var figures = history.Returns
            .Where(each => zone is null || each.Zone == zone)
            .OrderBy(each => order.GetValueOrDefault(each.Zone, int.MaxValue))
            .SelectMany(each => FigureReleases.Of(each, history.Cuts))
            .Where(each => series is null || each.Series == series)
            .ToLookup(each => each.Series);
        var through = Through(asOf, history);
        var yardstick = new Yardstick(
            programme, new FigureBook(history.Returns.SelectMany(each => each.State.Figures.Values).Select(each => each.Standing)));
        var consequences = new Consequences(yardstick, await YearsAsync(history, asOf, cancellation));
        return new(
            through,
            [.. programme.Series.Where(each => figures.Contains(each.Code)).Select(each => RevisionAnalysis.Of(each.Code, [.. figures[each.Code]], through))],
            [
                .. programme.Series.SelectMany(each => figures[each.Code])
                    .Select(consequences.Of).OfType<Consequence>()
                    .OrderByDescending(each => each.Period),
            ]);
    }

    /// <summary>Now it is today. At a past moment it is the last day that a paper bears, since nothing dated later had come in.</summary>
    private LocalDate Through(AsOf asOf, AuditHistory history) =>
        asOf.KnownOn ?? (asOf.Moment.Explicit ? history.LastPaperOn ?? asOf.Day(today) : today.Date);

    private async Task<IReadOnlyList<YearFacts>> YearsAsync(AuditHistory history, AsOf asOf, CancellationToken cancellation)
    {
        var years = new List<YearFacts>();
        foreach (var state in history.Years)
            years.Add(await assessments.OfAsync(state, asOf.Position, cancellation));
        return years;
    }
}

/// <param name="Through">The day up to which papers are known: no horizon reaches beyond it.</param>
/// <param name="Series">In the dictionary's order.</param>
/// <param name="Consequences">Of every revised figure, also one that changes nothing that shows.</param>
public sealed record RevisionReport(LocalDate Through, IReadOnlyList<RevisionAnalysis> Series, IReadOnlyList<Consequence> Consequences);
