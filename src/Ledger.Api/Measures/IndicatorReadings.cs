using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Measures;

/// <summary>Where a zone or the league stands on a target, as of any moment, each number explained.</summary>
public sealed class IndicatorReadings(Programmes programmes, Facts facts, Explanations explanations)
{
    /// <param name="indicator">The code, such as <c>hte_revenue_share</c>, or the number of the list, such as <c>Q02</c>.</param>
    /// <param name="zone">Null: the league.</param>
    /// <exception cref="RefusedRequestException">
    /// <c>programme-missing</c>, <c>indicator-unknown</c>, <c>zone-unknown</c> or <c>period-outside-programme</c>.
    /// </exception>
    public async Task<ExplainedReading> ReadAsync(
        string indicator, string? zone, Period period, AsOf asOf, CancellationToken cancellation)
    {
        var programme = await programmes.InForceAsync(asOf.Position, cancellation);
        var document = programme.Document;
        if (document.FindIndicator(indicator) is not { } found)
            throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "indicator-unknown", indicator));
        if (zone is not null and not Zone.League)
            Returns.Require(document, zone);
        if (!document.Covers(period))
        {
            throw new RefusedRequestException(Refusal.Of(
                RefusalKind.NotFound, "period-outside-programme", period, document.FirstYear, document.LastYear));
        }

        var book = await facts.BookAsync(new(asOf.Position, asOf.KnownOn, To: period), cancellation);
        var reading = new Yardstick(document, book).Read(found.Code, zone ?? Zone.League, period)!;
        var said = await explanations.OfAsync(
            [
                reading.Value, reading.Target, reading.YearTarget, reading.Gap, reading.Attainment, reading.Lead, reading.Progress,
                reading.YearlyGrowth,
            ],
            programme, asOf.Position, asOf.KnownOn, cancellation);
        return new(
            found.Id, found.Code, found.Name, reading.Zone, period, reading.Settled, programme.Number, reading.Verdict,
            said[0], said[1], said[2], said[3], said[4], said[5], said[6], said[7]);
    }
}

/// <summary>A <see cref="Reading"/> with its numbers explained.</summary>
public sealed record ExplainedReading(
    string Id, string Indicator, Name Name, string Zone, Period Period, Period Settled, int ProgrammeVersion, Verdict Verdict,
    Explanation Value, Explanation Target, Explanation YearTarget, Explanation Gap, Explanation Attainment, Explanation Lead,
    Explanation Progress, Explanation YearlyGrowth);
