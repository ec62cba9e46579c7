using System.Globalization;
using Ledger.Api.Notices.Paper;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Notices;

/// <summary>Notices over HTTP: JSON, or the paper for who asks for <c>text/html</c>.</summary>
public static class NoticeEndpoints
{
    public static void MapNotices(this RouteGroupBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("Notices");
        notices.MapGet("", (QuarterlyNotices notices, AsOf asOf, CancellationToken cancellation) =>
                notices.IssuedAsync(asOf.Position, cancellation))
            .Answers<IReadOnlyList<NoticeChain>>("Every issued notice with its editions; the last is in force");
        notices.MapGet("/{period}/draft", DraftAsync)
            .Answers<NoticeDraft>("What would be issued as of the moment", StatusCodes.Status404NotFound);
        notices.MapGet("/{period}", EditionAsync)
            .Answers<IssuedEdition>("The edition in force", StatusCodes.Status404NotFound);
        notices.MapGet("/{period}/{edition:int}", EditionAsync)
            .Answers<IssuedEdition>("An edition as it was issued: the same bytes for ever", StatusCodes.Status404NotFound);
        notices.MapGet("/{period}/{edition:int}/recompute", RecomputeAsync)
            .Answers<Redrawing>("The edition drawn again from the ledger at its cut, and compared", StatusCodes.Status404NotFound);
        notices.MapPost("/{period}/issue", IssueAsync)
            .Records("The secretary issues the quarter's notice, cut off at a position or now, under a number");
        notices.MapPost("/{period}/supersede", SupersedeAsync)
            .Records("The secretary issues a new edition, with what it changes; the edition before stays readable");
    }

    private static async Task<IResult> DraftAsync(
        string period, QuarterlyNotices notices, PaperSheets sheets, PaperPress press, AsOf asOf, HttpContext http, Today today,
        CancellationToken cancellation)
    {
        var drawn = await notices.DraftAsync(ReturnAddress.PeriodIn(period), asOf.Moment, asOf.KnownOn, cancellation);
        if (!http.PrefersPaper())
            return Results.Ok(new NoticeDraft($"{CellAddress.Draft(drawn.Content.Period)}", drawn.Content));
        var sheet = await sheets.OfDraftAsync(drawn.Content, http.Request.QueryString.Value ?? "", today.Date, cancellation);
        return Results.Content(await press.PrintAsync(sheet, Texts.Language), "text/html; charset=utf-8");
    }

    private static async Task<IResult> EditionAsync(
        string period, int? edition, QuarterlyNotices notices, IssuedNotices issued, PaperSheets sheets, PaperPress press, AsOf asOf,
        HttpContext http, CancellationToken cancellation)
    {
        var found = await notices.EditionAsync(ReturnAddress.PeriodIn(period), edition, asOf.Position, cancellation);
        var chain = await issued.FindAsync(found.Content.Period, asOf.Position, cancellation);
        http.Response.SetStreamVersion(chain!.Editions.Count);
        if (chain.InForce.Edition != found.Number)
            http.Response.Headers["Ledger-Superseded-By"] = (found.Number + 1).ToString(CultureInfo.InvariantCulture);
        return http.PrefersPaper()
            ? Results.Content(
                await press.PrintAsync(await sheets.OfEditionAsync(found, cancellation), Texts.Language), "text/html; charset=utf-8")
            : Results.Ok(IssuedEdition.Of(found));
    }

    private static Task<Redrawing> RecomputeAsync(
        string period, int edition, QuarterlyNotices notices, AsOf asOf, CancellationToken cancellation) =>
        notices.RedrawAsync(ReturnAddress.PeriodIn(period), edition, asOf.Position, cancellation);

    private static async Task<IResult> IssueAsync(
        string period, IssueRequest body, WriteRequest write, NoticeActs acts, IssuedNotices issued, CancellationToken cancellation)
    {
        var of = ReturnAddress.PeriodIn(period);
        var result = await acts.IssueAsync(of, new(body.DocumentNumber, body.On), body.Position, write.Context, cancellation);
        return await AnswerAsync(of, result, issued, cancellation);
    }

    private static async Task<IResult> SupersedeAsync(
        string period, SupersedeRequest body, WriteRequest write, NoticeActs acts, IssuedNotices issued, CancellationToken cancellation)
    {
        var of = ReturnAddress.PeriodIn(period);
        var result = await acts.SupersedeAsync(
            of, new(body.Reason, body.DocumentNumber, body.On), body.Position, write.Context, cancellation);
        return await AnswerAsync(of, result, issued, cancellation);
    }

    /// <summary>A write's answer says, beside where it stands in the ledger, which edition it made and under which number.</summary>
    private static async Task<IResult> AnswerAsync(
        Period period, WriteResult result, IssuedNotices issued, CancellationToken cancellation)
    {
        var chain = result is WriteResult.Written(var written) ? await issued.FindAsync(period, written.Position, cancellation) : null;
        return result.ToHttp(receipt => new NoticeReceipt(receipt, chain!.InForce));
    }

    /// <summary>Whether the client would rather have the paper than the JSON.</summary>
    private static bool PrefersPaper(this HttpContext http) => http.Request.GetTypedHeaders().Accept
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => accepted.MediaType.Value)
        .FirstOrDefault(type => type is "text/html" or "application/json") == "text/html";

    /// <param name="Position">Where its figures are cut off; null: now.</param>
    /// <param name="On">The date of the paper; null: today.</param>
    public sealed record IssueRequest(string? DocumentNumber = null, long? Position = null, LocalDate? On = null);

    /// <param name="Position">Where its figures are cut off; null: now.</param>
    /// <param name="On">The date of the paper; null: today.</param>
    public sealed record SupersedeRequest(string Reason, string? DocumentNumber = null, long? Position = null, LocalDate? On = null);

    public sealed record NoticeReceipt(Receipt Receipt, IssuedNotice Notice);
}

/// <param name="Cells">Before a cell's id, its name at <c>/api/explain</c>.</param>
public sealed record NoticeDraft(string Cells, NoticeContent Content);

/// <summary>An issued edition whole. What came after it is not part of it.</summary>
/// <param name="Cells">Before a cell's id, its name at <c>/api/explain</c>.</param>
/// <param name="Position">Of its own event; its figures were cut off at the content's.</param>
public sealed record IssuedEdition(
    Period Period, int Edition, string DocumentNumber, LocalDate On, Actor Issuer, Instant RecordedAt, long Position,
    string ContentHash, string? LogRoot, Superseding? Superseding, string Cells, NoticeContent Content)
{
    public static IssuedEdition Of(NoticeEdition edition) => new(
        edition.Content.Period, edition.Number, edition.DocumentNumber.Text, edition.On,
        edition.Provenance.Actor, edition.Provenance.RecordedAt, edition.Provenance.Position,
        edition.Frozen.ContentHash, edition.Frozen.LogRoot, edition.Superseding,
        $"{CellAddress.Edition(edition.Content.Period, edition.Number)}", edition.Content);
}
