using Ledger.Api.Programme;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Reporting;

/// <summary>Returns over HTTP. Every signed-in officer reads them; who may act is decided by the commands.</summary>
public static class ReturnEndpoints
{
    public static void MapReturns(this RouteGroupBuilder api)
    {
        var returns = api.MapGroup("/returns").WithTags("Returns");
        returns.MapGet("", BoardAsync)
            .Answers<ReturnsBoard>("The board of a period: a zone a row, with state, timeliness and counts", StatusCodes.Status404NotFound);

        var one = returns.MapGroup("/{zone}/{period}");
        one.MapGet("", ReturnAsync)
            .Answers<ReturnView>("A zone's return: figures, checks, queries, corrections, signatories", StatusCodes.Status404NotFound);
        one.MapPost("/checks", CheckAsync)
            .Answers<IReadOnlyList<ReturnFinding>>(
                "What the checks would say of these figures; records nothing. What is left out counts as missing",
                StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
        MapZonesActs(one);
        MapBureausActs(one);
    }

    private static void MapZonesActs(RouteGroupBuilder one)
    {
        one.MapPut("/figures", ReportAsync)
            .Records("The zone states figures, the whole batch or nothing; a reason is needed to replace one once submitted");
        one.MapDelete("/figures/{series}", WithdrawAsync)
            .Records("The zone takes a figure back before acceptance");
        one.MapPost("/submit", SubmitAsync)
            .Records("The zone signs; refused while an error stands, a warning is unexplained or a required series is missing");
        one.MapPost("/queries/{number:int}/answer", AnswerAsync)
            .Records("The zone answers a query");
        one.MapPost("/corrections", RequestCorrectionAsync)
            .Records("The zone asks to change an accepted figure, as an error or a revision");
    }

    private static void MapBureausActs(RouteGroupBuilder one)
    {
        one.MapPost("/queries", QueryAsync)
            .Records("The bureau asks about a figure of a submitted return");
        one.MapPost("/send-back", SendBackAsync)
            .Records("The bureau returns a submitted return to the zone");
        one.MapPost("/accept", AcceptAsync)
            .Records("The bureau accepts a submitted return");
        one.MapPost("/corrections/{number:int}/approve", ApproveAsync)
            .Records("The bureau grants a correction; the value asked for stands from here on");
        one.MapPost("/corrections/{number:int}/refuse", RefuseAsync)
            .Records("The bureau declines a correction; the accepted value goes on standing");
    }

    private static Task<ReturnsBoard> BoardAsync(string? period, Returns returns, AsOf asOf, CancellationToken cancellation) =>
        returns.BoardAsync(ReturnAddress.PeriodIn(period), asOf.Position, asOf.KnownOn, cancellation);

    private static async Task<ReturnView> ReturnAsync(
        [AsParameters] ReturnAddress address, Returns returns, AsOf asOf, ITexts texts, HttpContext http, CancellationToken cancellation)
    {
        var view = await returns.ReturnAsync(address.Zone, address.Of, asOf.Position, asOf.KnownOn, cancellation);
        http.Response.SetStreamVersion(view.Version);
        return view with { Checks = [.. view.Checks.Select(finding => finding.In(texts))] };
    }

    private static async Task<IReadOnlyList<ReturnFinding>> CheckAsync(
        [AsParameters] ReturnAddress address, ReportFigures body, Returns returns, Programmes programmes, ITexts texts,
        CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(position: null, cancellation)).Document;
        var typed = Entries.Whole("/figures", body.Figures);
        if (Unchecked(typed, programme.DueSeries(address.Of)) is { Length: > 0 } faults)
            throw new RefusedRequestException(Refusal.OfFaults(RefusalKind.Invalid, "request-at-fault", faults));
        var findings = await returns.CheckAsync(
            address.Zone, address.Of, typed.ToDictionary(line => line.Series, line => line.Value), cancellation);
        return [.. findings.Select(finding => new ReturnFinding(finding, Explanation: null).In(texts))];
    }

    /// <summary>What no check looks at: lines of a series that is not due, and the second of two lines of one series.</summary>
    private static Fault[] Unchecked(IReadOnlyList<FigureLine> typed, IReadOnlyList<Series> due)
    {
        var seen = new HashSet<string>();
        return
        [
            .. from line in typed.Index()
               let code = due.All(series => series.Code != line.Item.Series) ? "series-unknown"
                   : seen.Add(line.Item.Series) ? null : "series-repeated"
               where code is not null
               select Fault.At($"/figures/{line.Index}/series", code, line.Item.Series),
        ];
    }

    private static async Task<IResult> ReportAsync(
        [AsParameters] ReturnAddress address, ReportFigures body, WriteRequest write, ReturnActs acts, CancellationToken cancellation)
    {
        foreach (var (index, line) in Entries.Whole("/figures", body.Figures).Index())
            Entries.Whole($"/figures/{index}/evidence", line.Evidence);
        return (await acts.ReportAsync(address.Zone, address.Of, body, write.Context, cancellation)).ToHttp();
    }

    private static async Task<IResult> WithdrawAsync(
        [AsParameters] ReturnAddress address, string series, [FromBody] ReasonRequest body, WriteRequest write, ReturnActs acts,
        CancellationToken cancellation) =>
        (await acts.WithdrawAsync(
            address.Zone, address.Of, new(series, body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> SubmitAsync(
        [AsParameters] ReturnAddress address, SubmitRequest body, WriteRequest write, ReturnActs acts, CancellationToken cancellation) =>
        (await acts.SubmitAsync(
            address.Zone, address.Of,
            new(Entries.Whole("/signatories", body.Signatories), Entries.Whole("/explanations", body.Explanations), body.On),
            write.Context, cancellation)).ToHttp();

    private static async Task<IResult> QueryAsync(
        [AsParameters] ReturnAddress address, QueryFigure body, WriteRequest write, ReturnActs acts, CancellationToken cancellation) =>
        (await acts.QueryAsync(address.Zone, address.Of, body, write.Context, cancellation)).ToHttp();

    private static async Task<IResult> AnswerAsync(
        [AsParameters] ReturnAddress address, int number, AnswerRequest body, WriteRequest write, ReturnActs acts,
        CancellationToken cancellation) =>
        (await acts.AnswerAsync(
            address.Zone, address.Of, new(number, body.Text, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> SendBackAsync(
        [AsParameters] ReturnAddress address, SendBackRequest body, WriteRequest write, ReturnActs acts, CancellationToken cancellation) =>
        (await acts.SendBackAsync(
            address.Zone, address.Of, new(body.Reason, Entries.Whole("/series", body.Series), body.On), write.Context, cancellation))
        .ToHttp();

    private static async Task<IResult> AcceptAsync(
        [AsParameters] ReturnAddress address, AcceptReturn? body, WriteRequest write, ReturnActs acts, CancellationToken cancellation) =>
        (await acts.AcceptAsync(address.Zone, address.Of, body ?? new(), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> RequestCorrectionAsync(
        [AsParameters] ReturnAddress address, CorrectionRequest body, WriteRequest write, ReturnActs acts, CancellationToken cancellation) =>
        (await acts.RequestCorrectionAsync(
            address.Zone, address.Of,
            new(body.Series, body.Value, body.Kind, body.Reason, Entries.Whole("/evidence", body.Evidence), body.On),
            write.Context, cancellation)).ToHttp();

    private static async Task<IResult> ApproveAsync(
        [AsParameters] ReturnAddress address, int number, ApproveRequest? body, WriteRequest write, ReturnActs acts,
        CancellationToken cancellation) =>
        (await acts.ApproveCorrectionAsync(
            address.Zone, address.Of, new(number, body?.Reason, body?.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> RefuseAsync(
        [AsParameters] ReturnAddress address, int number, ReasonRequest body, WriteRequest write, ReturnActs acts,
        CancellationToken cancellation) =>
        (await acts.RefuseCorrectionAsync(
            address.Zone, address.Of, new(number, body.Reason, body.On), write.Context, cancellation)).ToHttp();
}
