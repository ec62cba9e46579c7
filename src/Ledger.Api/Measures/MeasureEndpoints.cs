using Ledger.Api.Access;
using Ledger.Api.Notices;
using Ledger.Api.Reporting;
using Ledger.Api.Web.Http;

namespace Ledger.Api.Measures;

/// <summary>Indicators and explanations over HTTP.</summary>
public static class MeasureEndpoints
{
    public static void MapMeasures(this RouteGroupBuilder api)
    {
        api.MapGet("/indicators/{id}", (
                string id, string? zone, string? period, IndicatorReadings readings, AsOf asOf, CancellationToken cancellation) =>
                readings.ReadAsync(id, zone, ReturnAddress.PeriodIn(period), asOf, cancellation))
            .WithTags("Indicators")
            .Answers<ExplainedReading>(
                "Where a zone, or the league, stands on a target: every number with its derivation", StatusCodes.Status404NotFound);
        api.MapGet("/explain/{cell}", (
                string cell, CellExplanations explanations, AsOf asOf, HttpContext http, CancellationToken cancellation) =>
                explanations.ExplainAsync(cell, http.User.ToActor(), asOf, cancellation))
            .WithTags("Indicators")
            .Answers<CellExplanation>(
                "How a number of a notice or scorecard came about, down to each fact with position, officer, time, reason and evidence",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }
}
