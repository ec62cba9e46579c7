using Ledger.Api.Programme;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Reporting;

/// <summary>Figures over HTTP, as of any position and as known on any day.</summary>
public static class FigureEndpoints
{
    public static void MapFigures(this RouteGroupBuilder api)
    {
        var figures = api.MapGroup("/figures").WithTags("Figures");
        figures.MapGet("", FiguresAsync)
            .Answers<IReadOnlyList<Figure>>(
                "Figures that stand, by zone, period and series; withdrawn ones say so in their status", StatusCodes.Status404NotFound);
        figures.MapGet("/{zone}/{series}/{period}/history", HistoryAsync)
            .Answers<FigureHistoryAnswer>("Every version of a figure and every act on it", StatusCodes.Status404NotFound);
    }

    private static async Task<IReadOnlyList<Figure>> FiguresAsync(
        [AsParameters] FiguresQuestion question, Facts facts, Programmes programmes, AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        var (from, to) = question.Span;
        if (question.Zone is not null)
            Returns.Require(programme, question.Zone);
        if (question.Series is not null)
            Require(programme, question.Series);
        var book = await facts.BookAsync(
            new(asOf.Position, asOf.KnownOn, question.Zone, question.Series, from, to), cancellation);
        return Ordered(book, programme);
    }

    private static async Task<FigureHistoryAnswer> HistoryAsync(
        [AsParameters] ReturnAddress address, string series, Returns returns, Programmes programmes, AsOf asOf,
        CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        Returns.Require(programme, address.Zone);
        var definition = Require(programme, series);
        var history = await returns.HistoryAsync(address.Zone, series, address.Of, asOf.Position, asOf.KnownOn, cancellation)
            ?? throw new RefusedRequestException(Refusal.Of(
                RefusalKind.NotFound, "figure-not-reported", series, address.Zone, address.Of));
        return FigureHistoryAnswer.Of(history, definition);
    }

    private static Series Require(ProgrammeDocument programme, string series) =>
        programme.FindSeries(series)
        ?? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "series-unknown", series));

    private static Figure[] Ordered(FigureBook book, ProgrammeDocument programme)
    {
        var zones = programme.Zones.Index().ToDictionary(zone => zone.Item.Code, zone => zone.Index);
        var series = programme.Series.Index().ToDictionary(entry => entry.Item.Code, entry => entry.Index);
        return
        [
            .. book.All
                .OrderBy(figure => zones.GetValueOrDefault(figure.Zone, int.MaxValue))
                .ThenBy(figure => figure.Zone, StringComparer.Ordinal)
                .ThenBy(figure => figure.Period)
                .ThenBy(figure => series.GetValueOrDefault(figure.Series, int.MaxValue))
                .ThenBy(figure => figure.Series, StringComparer.Ordinal),
        ];
    }

    /// <param name="Period">One period.</param>
    /// <param name="From">The first period wanted, itself included.</param>
    /// <param name="To">The last period wanted, itself included.</param>
    public sealed record FiguresQuestion(
        [FromQuery(Name = "zone")] string? Zone,
        [FromQuery(Name = "series")] string? Series,
        [FromQuery(Name = "period")] string? Period,
        [FromQuery(Name = "from")] string? From,
        [FromQuery(Name = "to")] string? To)
    {
        internal (Period? From, Period? To) Span => Period is null
            ? (From is null ? null : ReturnAddress.PeriodIn(From), To is null ? null : ReturnAddress.PeriodIn(To))
            : (ReturnAddress.PeriodIn(Period), ReturnAddress.PeriodIn(Period));
    }
}

/// <summary>A figure's history, headed by how the figure stands at the moment asked about.</summary>
public sealed record FigureHistoryAnswer(
    string Zone, string Series, Period Period, Name Name, Name Unit,
    decimal Value, FigureStatus Status, int Version,
    IReadOnlyList<FigureVersion> Versions, IReadOnlyList<FigureAct> Acts)
{
    public static FigureHistoryAnswer Of(FigureHistory history, Series series)
    {
        var standing = history.Versions[^1];
        return new(
            history.Zone, history.Series, history.Period, series.Name, series.Unit,
            standing.Value, standing.Status, standing.Version, history.Versions, history.Acts);
    }
}
