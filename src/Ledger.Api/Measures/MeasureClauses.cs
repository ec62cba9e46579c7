using Ledger.Api.Programme.Coverage;
using Ledger.Api.Reporting;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Programme;
using Ledger.Domain.Programme.Coverage;
using Ledger.Domain.Reporting;

namespace Ledger.Api.Measures;

/// <summary>Targets are measured on accepted figures, for each zone and the league.</summary>
public sealed class MeasureClauses(Facts facts, ITexts texts) : IClauseFacts
{
    public async Task<IEnumerable<ServedClause>> OfAsync(
        IReadOnlyList<PlanClause> clauses, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        var accepted = (await facts.BookAsync(new(asOf.Position, asOf.KnownOn), cancellation)).Accepted().All;
        var bySeries = accepted.GroupBy(figure => figure.Series).ToDictionary(series => series.Key, Latest);
        var byZone = accepted.GroupBy(figure => figure.Zone).ToDictionary(zone => zone.Key, Latest);
        return
        [
            .. from clause in clauses
               from code in clause.Indicators
               let measure = programme.FindIndicator(code)!.Measure
               let latest = bySeries.GetValueOrDefault(measure.Numerator)
               select new ServedClause(
                   clause.Id, "clause-server.targets", $"/indicators/{code}", $"/api/indicators/{code}?period={latest?.Period ?? programme.Quarters().First()}",
                   latest is null ? null : Fact(latest, programme)) { Of = programme.FindIndicator(code)!.Name },
            .. from clause in clauses
               from zone in clause.Zones
               let latest = byZone.GetValueOrDefault(zone)
               select new ServedClause(
                   clause.Id, "clause-server.zones", $"/zones/{zone}", $"/api/figures?zone={zone}", latest is null ? null : Fact(latest, programme))
               {
                   Of = programme.FindZone(zone)!.ShortName,
               },
        ];
    }

    /// <summary>All figures of a return are accepted at one position: of those the first by its code, in whatever order they are stored.</summary>
    private static Figure Latest(IEnumerable<Figure> figures) =>
        figures.OrderByDescending(figure => figure.Position).ThenBy(figure => figure.Series, StringComparer.Ordinal).First();

    private ClauseFact Fact(Figure figure, ProgrammeDocument programme)
    {
        var series = programme.FindSeries(figure.Series);
        return new(figure.KnownOn, figure.Position, texts[
            "clause-fact.figure", programme.FindZone(figure.Zone)?.ShortName.In(Texts.Language) ?? figure.Zone, figure.Period,
            series?.Name.In(Texts.Language) ?? figure.Series, Numbers.Print(figure.Value, figure.Value.Scale), series?.Unit.In(Texts.Language) ?? ""]);
    }
}
