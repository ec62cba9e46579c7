using Ledger.Api.Access;
using Ledger.Api.Web.Http;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;

namespace Ledger.Api.Assessment;

/// <summary>The annual assessment over HTTP. Who may act is decided by the commands; of sealed ballots everyone reads their own alone.</summary>
public static class AssessmentEndpoints
{
    public static void MapAssessments(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/assessments").WithTags("Assessment");
        group.MapGet("", (Assessments assessments, AsOf asOf, CancellationToken cancellation) =>
                assessments.ListAsync(asOf.Position, cancellation))
            .Answers<IReadOnlyList<AssessmentSummary>>("The years that were opened");
        var year = group.MapGroup("/{year:int}");
        year.MapGet("", YearAsync)
            .Answers<AssessmentView>("State, what is open, and the tally so far as far as the caller may see", StatusCodes.Status404NotFound);
        year.MapGet("/ballots", BallotsAsync)
            .Answers<IReadOnlyList<OwnBallot>>("The caller's own ballots", StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);
        year.MapGet("/proposals", ProposalsAsync)
            .Answers<IReadOnlyList<StandingProposal>>(
                "Bonus and deduction items that the ledger finds by itself, with what is recorded of them; none counts until it is recorded",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        MapCommittee(year);
        MapResults(year);
        MapActsOnResult(year);
        year.MapAppeals();
        year.MapScorecards();
    }

    private static void MapCommittee(RouteGroupBuilder year)
    {
        year.MapPost("/open", OpenAsync)
            .Records("The secretary opens the year: scheme, members, chair, quorum");
        year.MapPost("/declarations", DeclareAsync)
            .Records("A member declares, before seeing a zone's material, whether they are free to judge it; a conflict recuses");
        year.MapPost("/freeze", FreezeAsync)
            .Records("The secretary fixes the figures as they stand now; from here on members vote");
        year.MapPut("/ballots/{zone}/{criterion}", CastAsync)
            .Records("A member votes, or votes anew; sealed until voting is closed. An Idempotency-Key is not kept: the same ballot again records nothing");
        year.MapPost("/close-voting", CloseVotingAsync)
            .Records("The chair closes voting, and every sealed ballot is opened at once");
    }

    private static void MapResults(RouteGroupBuilder year)
    {
        year.MapPost("/adjustments", AdjustAsync)
            .Records("The secretary records that a bonus or deduction item occurred, on a paper that says so");
        year.MapPost("/adjustments/{number:int}/lift", LiftAdjustmentAsync)
            .Records("The secretary takes an adjustment back; it stays in the history");
        year.MapPost("/vetoes", VetoAsync)
            .Records("The secretary records that a veto item applies, on a formal finding");
        year.MapPost("/vetoes/{number:int}/lift", LiftVetoAsync)
            .Records("The secretary reverses a veto; both stay in the history");
    }

    private static void MapActsOnResult(RouteGroupBuilder year)
    {
        year.MapPost("/ratify", RatifyAsync)
            .Records("The chair puts the result to the committee: the scorecards are recorded with their hash, then ratified");
        year.MapPost("/publish", PublishAsync)
            .Records("The secretary publishes the ratified result when its public display is over, with the outcomes it leads to");
        year.MapPost("/reopen", ReopenAsync)
            .Records("The chair reopens the year, to vote or to adjust again; what was decided stays readable");
        year.MapPost("/close", CloseAsync)
            .Records("The secretary closes the year when every appeal is decided");
    }

    private static async Task<AssessmentView> YearAsync(
        int year, Assessments assessments, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        var view = await assessments.YearAsync(year, http.User.ToActor(), asOf.Position, cancellation);
        http.Response.SetStreamVersion(view.Version);
        return view;
    }

    private static Task<IReadOnlyList<OwnBallot>> BallotsAsync(
        int year, Assessments assessments, AsOf asOf, HttpContext http, CancellationToken cancellation) =>
        assessments.BallotsOfAsync(year, http.User.ToActor(), asOf.Position, cancellation);

    private static Task<IReadOnlyList<StandingProposal>> ProposalsAsync(
        int year, AssessmentProposals proposals, AsOf asOf, HttpContext http, CancellationToken cancellation) =>
        proposals.OfAsync(year, http.User.ToActor(), asOf, cancellation);

    private static async Task<IResult> OpenAsync(
        int year, OpenAssessment body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation)
    {
        Entries.Whole("/members", body.Members);
        Entries.Whole("/unranked", body.Unranked);
        return (await acts.OpenAsync(year, body, write.Context, cancellation)).ToHttp();
    }

    private static async Task<IResult> DeclareAsync(
        int year, DeclarationRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.DeclareAsync(year, new(body.Zone, body.Interest, body.Text, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> FreezeAsync(
        int year, DatedRequest? body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.FreezeAsync(year, new(body?.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> CastAsync(
        int year, string zone, string criterion, BallotRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.CastAsync(
            year, new(zone, criterion, body.Level, body.Reason, Entries.Whole("/evidence", body.Evidence), body.On), write.Context, cancellation))
        .ToHttp();

    private static async Task<IResult> CloseVotingAsync(
        int year, DatedRequest? body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.CloseVotingAsync(year, new(body?.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> AdjustAsync(
        int year, AdjustmentRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.AdjustAsync(
            year, new(body.Zone, body.Item, body.Count, body.Document, body.Text, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> LiftAdjustmentAsync(
        int year, int number, LiftRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.LiftAdjustmentAsync(year, new(number, body.Document, body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> VetoAsync(
        int year, VetoRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.VetoAsync(year, new(body.Zone, body.Item, body.Document, body.Text, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> LiftVetoAsync(
        int year, int number, LiftRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.LiftVetoAsync(year, new(number, body.Document, body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> RatifyAsync(
        int year, RatifyRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation)
    {
        var present = body.Present is null ? null : Entries.Whole("/present", body.Present);
        return (await acts.RatifyAsync(year, new(present, body.Minutes, body.On), write.Context, cancellation)).ToHttp();
    }

    private static async Task<IResult> PublishAsync(
        int year, DatedRequest? body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.PublishAsync(year, new(body?.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> ReopenAsync(
        int year, ReopenRequest body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.ReopenAsync(year, new(body.To, body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> CloseAsync(
        int year, DatedRequest? body, WriteRequest write, AssessmentActs acts, CancellationToken cancellation) =>
        (await acts.CloseAsync(year, new(body?.On), write.Context, cancellation)).ToHttp();
}
