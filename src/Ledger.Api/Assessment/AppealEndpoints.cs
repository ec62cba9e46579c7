using Ledger.Api.Access;
using Ledger.Api.Web.Http;
using Ledger.Domain.Assessment.Results;

namespace Ledger.Api.Assessment;

/// <summary>Appeals against a published result and the outcomes that it leads to, over HTTP.</summary>
public static class AppealEndpoints
{
    internal static void MapAppeals(this RouteGroupBuilder year)
    {
        year.MapGet("/appeals", ListAsync)
            .Answers<IReadOnlyList<Appeal>>("Every appeal with its decision", StatusCodes.Status404NotFound);
        year.MapGet("/appeals/{number:int}", AppealAsync)
            .Answers<AppealView>(
                "An appeal with the result appealed against beside what became, or would become, of it", StatusCodes.Status404NotFound);
        year.MapPost("/appeals", LodgeAsync)
            .Records("A zone objects to its own result: which cells of its scorecard, on what grounds");
        year.MapPost("/appeals/{number:int}/counterfactual", CounterfactualAsync)
            .Answers<ResultDifference>(
                "What a remedy would change, from the figures to the outcomes; records nothing",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        year.MapPost("/appeals/{number:int}/decide", DecideAsync)
            .Records("The chair decides; upheld, the result that follows from the remedy supersedes the published one");
        year.MapGet("/outcomes", OutcomesAsync)
            .Answers<IReadOnlyList<FollowedOutcome>>("What the grades led to, and how far each has come", StatusCodes.Status404NotFound);
        year.MapPost("/outcomes/{number:int}/follow", FollowAsync)
            .Records("A zone or the secretary says how far an outcome has come; the secretary alone says that it is done");
    }

    private static Task<IReadOnlyList<Appeal>> ListAsync(int year, Appeals appeals, AsOf asOf, CancellationToken cancellation) =>
        appeals.ListAsync(year, asOf.Position, cancellation);

    private static Task<AppealView> AppealAsync(
        int year, int number, Appeals appeals, AsOf asOf, HttpContext http, CancellationToken cancellation) =>
        appeals.FindAsync(year, number, http.User.ToActor(), asOf.Position, cancellation);

    private static async Task<IReadOnlyList<FollowedOutcome>> OutcomesAsync(
        int year, Assessments assessments, AsOf asOf, CancellationToken cancellation) =>
        (await assessments.CurrentAsync(year, asOf.Position, cancellation)).State.Outcomes;

    private static async Task<IResult> LodgeAsync(
        int year, AppealRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.AppealAsync(
            year,
            new(body.Zone, Entries.Whole("/cells", body.Cells), body.Grounds, Entries.Whole("/evidence", body.Evidence), body.On),
            write.Context, cancellation)).ToHttp();

    private static Task<ResultDifference> CounterfactualAsync(
        int year, int number, RemedyRequest body, Appeals appeals, HttpContext http, CancellationToken cancellation) =>
        appeals.CounterfactualAsync(year, number, body.Remedy, http.User.ToActor(), cancellation);

    private static async Task<IResult> DecideAsync(
        int year, int number, DecisionRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.DecideAppealAsync(
            year, new(number, body.Outcome == AppealOutcome.Upheld, body.Remedy?.Remedy, body.Reason, body.On),
            write.Context, cancellation)).ToHttp();

    private static async Task<IResult> FollowAsync(
        int year, int number, FollowRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.FollowAsync(
            year, new(number, body.Text, Entries.Whole("/evidence", body.Evidence), body.Completed, body.On),
            write.Context, cancellation)).ToHttp();
}
