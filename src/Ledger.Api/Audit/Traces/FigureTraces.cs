using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Audit.Traces;

/// <summary>Walks from a version of a figure to everything that rests on it: notices, targets, results.</summary>
public sealed class FigureTraces(
    Programmes programmes, Returns returns, NoticeTraces notices, TargetTraces targets, ResultTraces results)
{
    /// <param name="version">Null: the latest stated.</param>
    /// <param name="actor">Who asks: what is not ratified is not for everybody.</param>
    /// <exception cref="RefusedRequestException">
    /// <c>programme-missing</c>, <c>zone-unknown</c>, <c>series-unknown</c>, <c>figure-not-reported</c> or <c>figure-version-unknown</c>.
    /// </exception>
    public async Task<FigureTrace> ReadAsync(
        string zone, string series, Period period, int? version, Actor actor, AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        Returns.Require(programme, zone);
        var definition = programme.FindSeries(series)
            ?? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "series-unknown", series));
        var history = await returns.HistoryAsync(zone, series, period, asOf.Position, asOf.KnownOn, cancellation)
            ?? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "figure-not-reported", series, zone, period));
        var number = version ?? history.Versions.Count;
        if (number < 1 || number > history.Versions.Count)
        {
            throw new RefusedRequestException(Refusal.Of(
                RefusalKind.NotFound, "figure-version-unknown", series, zone, period, number, history.Versions.Count));
        }

        var traced = history.Versions[number - 1];
        var figure = new UsedFigure(zone, series, period, number);
        return new(
            zone, series, period, programme.ZoneNameOn(zone, period.End)!, definition.Name, definition.Unit,
            number, history.Versions.Count, traced.Value, traced.Status,
            await notices.OfAsync(figure, traced.Position, asOf, cancellation),
            await targets.OfAsync(figure, programme, asOf, cancellation),
            await results.OfAsync(figure, actor, programme, asOf, cancellation));
    }
}
