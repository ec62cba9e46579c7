using Ledger.Api.Access;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain.Assessment.Results;

namespace Ledger.Api.Assessment;

/// <summary>Results over HTTP: whole, by zone, how firm they are, what if, and for whoever takes one over.</summary>
public static class ScorecardEndpoints
{
    internal static void MapScorecards(this RouteGroupBuilder year)
    {
        year.MapGet("/scorecards", ResultAsync)
            .Answers<YearResult>(
                "The result with all it was worked out from: the edition in force, or an edition, or before any the draft",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        year.MapGet("/draft", DraftAsync)
            .Answers<YearResult>("What would be recorded now; ballots that are awaited or sealed are pending in it",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        year.MapGet("/scorecards/{zone}", ZoneAsync)
            .Answers<ZoneScorecard>("A zone's scores with derivations, places, grade and outcomes",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        year.MapGet("/scorecards/{zone}/export", ExportAsync)
            .Answers<ZoneExport>(
                "A zone's published result for its banner's assessment, as JSON or, with Accept: text/csv, CSV; weight is left to be set",
                StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        year.MapGet("/robustness", RobustnessAsync)
            .Answers<SpokenRobustness>("Agreement of the members and firmness of the places, seeded, with what that says in words",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        year.MapPost("/what-if", WhatIfAsync)
            .Answers<ResultDifference>("What would be different with other weights, ballots or figures; records nothing",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<YearResult> ResultAsync(
        int year, int? edition, Assessments assessments, AsOf asOf, HttpContext http, CancellationToken cancellation) =>
        assessments.ResultAsync(year, edition, zone: null, http.User.ToActor(), asOf.Position, cancellation);

    private static Task<YearResult> DraftAsync(
        int year, Assessments assessments, AsOf asOf, HttpContext http, CancellationToken cancellation) =>
        assessments.DraftResultAsync(year, http.User.ToActor(), asOf.Position, cancellation);

    private static Task<ZoneScorecard> ZoneAsync(
        int year, string zone, int? edition, ZoneScorecards scorecards, AsOf asOf, HttpContext http, CancellationToken cancellation) =>
        scorecards.OfZoneAsync(year, zone, edition, http.User.ToActor(), asOf.Position, cancellation);

    private static Task<SpokenRobustness> RobustnessAsync(
        int year, int? edition, ZoneScorecards scorecards, AsOf asOf, HttpContext http, CancellationToken cancellation) =>
        scorecards.RobustnessAsync(year, edition, http.User.ToActor(), asOf.Position, cancellation);

    private static async Task<IResult> ExportAsync(
        int year, string zone, decimal? weight, ZoneScorecards scorecards, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        var export = await scorecards.ExportAsync(year, zone, weight, asOf.Position, cancellation);
        return http.Request.GetTypedHeaders().Accept.FirstOrDefault()?.MediaType.Value == "text/csv"
            ? Results.Text(export.ToCsv(), "text/csv; charset=utf-8")
            : Results.Ok(export);
    }

    private static async Task<ResultDifference> WhatIfAsync(
        int year, WhatIf body, Assessments assessments, LedgerReader reader, HttpContext http, CancellationToken cancellation)
    {
        var asked = new WhatIf(body.Weights, Entries.Whole("/ballots", body.Ballots), Entries.Whole("/figures", body.Figures));
        var head = await reader.HeadAsync(cancellation);
        return await assessments.WhatIfAsync(year, asked, http.User.ToActor(), head.Position, cancellation);
    }
}
