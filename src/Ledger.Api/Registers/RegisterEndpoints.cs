using System.Globalization;
using Ledger.Api.Lists;
using Ledger.Api.Reporting;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Registers;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Api.Registers;

/// <summary>The register over HTTP. Every signed-in officer reads it; who may act is decided by the commands.</summary>
public static class RegisterEndpoints
{
    public static void MapRegisters(this RouteGroupBuilder api)
    {
        var registers = api.MapGroup("/registers").WithTags("Registers");
        registers.MapGet("/institutions", PageAsync)
            .Answers<InstitutionPage>("Institutions of the register on a day, by kind, level, zone and text; with past=true also those that are or hold no more");
        registers.MapGet("/counts", CountsAsync)
            .Answers<RegisterCounts>("How many institutions hold a recognition on a day, by zone, kind and level, each once in a kind");
        registers.MapGet("/differences/{zone}/{period}", DifferencesAsync)
            .Answers<RegisterDifferences>("A zone's return beside what the register counts for it, with the names behind every count", StatusCodes.Status404NotFound);
        registers.MapGet("/list", ListAsync)
            .Answers<byte[]>("The register as a list, a row for each term that holds on the day; with past=true its history, a row for each act. Either can be imported again");
        registers.MapListImport<RegisterLists>("The register from a list: every row, in one transaction, or none; a dry run says what it would record");
        var one = registers.MapGroup("/institutions/{code}");
        one.MapGet("", InstitutionAsync)
            .Answers<InstitutionView>("An institution with its names, zones and recognitions through time, and everything that happened to it", StatusCodes.Status404NotFound);
        one.MapPut("", ActAsync<EnterInstitution>).Records("An institution enters the register");
        one.MapPost("/rename", ActAsync<RenameInstitution>).Records("It bears another name from a day on; nothing new for that");
        one.MapPost("/move", ActAsync<MoveInstitution>).Records("It lies in another zone from a day on, or in none");
        one.MapPost("/merge", ActAsync<MergeInstitution>).Records("It became part of another institution");
        one.MapPost("/close", ActAsync<CloseInstitution>).Records("It is there no more from a day on");
        one.MapPost("/acts/{number:int}/correct", CorrectAsync).Records("An act on it was recorded wrongly and is so in truth, from the entry to the last");
        one.MapPost("/acts/{number:int}/strike", StrikeAsync).Records("An act on it was recorded by mistake and never was");
        var recognitions = one.MapGroup("/recognitions");
        recognitions.MapPost("", GrantAsync).Records("It is recognised as one of a kind, with level, certificate and paper");
        recognitions.MapPost("/{number:int}/renew", RenewAsync).Records("A recognition holds for a further term");
        recognitions.MapPost("/{number:int}/withdraw", EndAsync).Records("A recognition is withdrawn or given up before its time");
    }

    private static Task<InstitutionPage> PageAsync(
        Register register, AsOf asOf, CancellationToken cancellation, string? kind = null, string? level = null, string? zone = null, string? on = null,
        string? text = null, bool past = false, string? after = null, string? limit = null)
    {
        var faults = new List<Fault>();
        var day = DayOf("/on", on, faults);
        var most = RegisterQuestion.UsualPage;
        if (!string.IsNullOrEmpty(limit)
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most is < 1 or > RegisterQuestion.LargestPage))
        {
            faults.Add(Fault.At("/limit", "limit-out-of-range", limit, 1, RegisterQuestion.LargestPage));
        }

        Require(faults);
        return register.PageAsync(new(Given(kind), Given(level), Given(zone), day, text, past, Given(after), most), asOf, cancellation);
    }

    /// <summary>What a page of the register links to: the list for whoever is signed in by cookie, and an institution by the code that was typed.</summary>
    public static void MapRegisterLinks(this WebApplication app)
    {
        app.MapListDownload("/registers/list", (http, asOf, cancellation) =>
        {
            string? Word(string name) => http.Request.Query[name];
            return ListAsync(
                http.RequestServices.GetRequiredService<RegisterLists>(), asOf, http.Response, cancellation, Word("kind"), Word("level"), Word("zone"), Word("on"),
                Word("text"), Word("past") == "true", Word("format"));
        });
        // Whoever looks at a past moment goes on looking at it.
        app.MapGet("/registers/enter", (string? code, string? asOf, string? knownOn) => Results.LocalRedirect(QueryHelpers.AddQueryString(
            string.IsNullOrWhiteSpace(code) ? "/registers" : $"/registers/{Uri.EscapeDataString(code.Trim().ToUpperInvariant())}",
            new Dictionary<string, string?> { ["asOf"] = asOf, ["knownOn"] = knownOn })));
    }

    private static async Task<IResult> ListAsync(
        RegisterLists lists, AsOf asOf, HttpResponse response, CancellationToken cancellation, string? kind = null, string? level = null,
        string? zone = null, string? on = null, string? text = null, bool past = false, string? format = null) =>
        response.Download(
            ListHttp.FormatIn(format),
            await lists.WriteAsync(
                new(Given(kind), Given(level), Given(zone), DayIn(on), text, past), ListHttp.FormatIn(format), asOf, cancellation),
            Given(kind) is { } named ? $"register-{named}" : "register");

    private static Task<RegisterCounts> CountsAsync(
        Register register, AsOf asOf, CancellationToken cancellation, string? on = null, string? zone = null, string? kind = null) =>
        register.CountsAsync(DayIn(on), Given(zone), Given(kind), asOf, cancellation);

    private static Task<RegisterDifferences> DifferencesAsync(
        [AsParameters] ReturnAddress address, RegisterComparison comparison, AsOf asOf, CancellationToken cancellation) =>
        comparison.OfAsync(address.Zone, address.Of, asOf, cancellation);

    private static async Task<InstitutionView> InstitutionAsync(
        string code, Register register, AsOf asOf, HttpContext http, CancellationToken cancellation, string? on = null)
    {
        var view = await register.InstitutionAsync(code, DayIn(on), asOf, cancellation);
        http.Response.SetStreamVersion(view.Version);
        return view;
    }

    /// <summary>An act whose body is the command itself.</summary>
    private static async Task<IResult> ActAsync<TCommand>(
        string code, TCommand body, WriteRequest write, RegisterActs acts, CancellationToken cancellation)
        where TCommand : InstitutionCommand =>
        (await acts.ActAsync(code, body, write.Context, cancellation)).ToHttp();

    private static async Task<IResult> GrantAsync(
        string code, RecognitionRequest body, WriteRequest write, RegisterActs acts, CancellationToken cancellation) =>
        (await acts.ActAsync(
            code, new GrantRecognition(body.Kind, body.Level, body.From, body.Document, body.Certificate, body.Until, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> RenewAsync(
        string code, int number, RenewalRequest body, WriteRequest write, RegisterActs acts, CancellationToken cancellation) =>
        (await acts.ActAsync(code, new RenewRecognition(number, body.From, body.Document, body.Certificate, body.Until, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> EndAsync(
        string code, int number, EndRequest body, WriteRequest write, RegisterActs acts, CancellationToken cancellation) =>
        (await acts.ActAsync(code, new EndRecognition(number, body.Cause, body.Document, body.From, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> CorrectAsync(
        string code, int number, ActCorrectionRequest body, WriteRequest write, RegisterActs acts, CancellationToken cancellation) =>
        (await acts.ActAsync(code, new CorrectAct(number, body.Said(), body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> StrikeAsync(
        string code, int number, RegisterReasonRequest body, WriteRequest write, RegisterActs acts, CancellationToken cancellation) =>
        (await acts.ActAsync(code, new StrikeAct(number, body.Reason, body.On), write.Context, cancellation)).ToHttp();

    /// <summary>The day that an address names; refuses with <c>request-at-fault</c>.</summary>
    internal static LocalDate? DayIn(string? on)
    {
        var faults = new List<Fault>();
        var day = DayOf("/on", on, faults);
        Require(faults);
        return day;
    }

    private static LocalDate? DayOf(string pointer, string? text, List<Fault> faults)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) && day.Year is >= 1 and <= 9998)
            return day;
        faults.Add(Fault.At(pointer, "day-malformed", text));
        return null;
    }

    private static void Require(List<Fault> faults)
    {
        if (faults.Count > 0)
            throw new RefusedRequestException(Refusal.OfFaults(RefusalKind.Malformed, "request-at-fault", faults));
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
