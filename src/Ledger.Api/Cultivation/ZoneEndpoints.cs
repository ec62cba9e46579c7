using Ledger.Api.Programme;
using Ledger.Api.Web.Http;
using Ledger.Domain.Programme;

namespace Ledger.Api.Cultivation;

/// <summary>Zones over HTTP: what becomes of them, their cultivation and the conditions. Every signed-in officer reads them; who may act is decided by the commands.</summary>
public static class ZoneEndpoints
{
    public static void MapZones(this RouteGroupBuilder api)
    {
        var zones = api.MapGroup("/zones").WithTags("Zones");
        zones.MapGet("", (CultivatedZones cultivated, AsOf asOf, CancellationToken cancellation) => cultivated.BoardAsync(asOf, cancellation))
            .Answers<ZoneBoard>("Every zone there is or was, with its track, host, stage and conditions");
        var zone = zones.MapGroup("/{code}");
        zone.MapGet("", ZoneAsync)
            .Answers<ZoneView>("One zone: its names and breaks over time, its cultivation and its checklist", StatusCodes.Status404NotFound);
        MapZonesThemselves(zone);
        MapCultivation(zone);
        MapFindings(zone);
        MapEligibility(api.MapGroup("/eligibility").WithTags("Zones"));
    }

    private static void MapZonesThemselves(RouteGroupBuilder zone)
    {
        zone.MapPost("/rename", RenameAsync).Records("The zone bears another name from a day on; its series go on");
        zone.MapPost("/merge", MergeAsync).Records("Other zones become part of this one from a day on, and end");
        zone.MapPost("/split", SplitAsync).Records("Parts of the zone are zones of their own from a day on");
        zone.MapPost("/leave", LeaveAsync).Records("The zone is no longer one of the league's from a day on");
        zone.MapPut("/host", NameHostAsync).Records("The secretary enters which government hosts the zone, from a day on or in the place of a wrong entry");
        zone.MapPut("/track", SetTrackAsync).Records("The secretary amends the track and the goal that the programme gives the zone");
    }

    private static void MapCultivation(RouteGroupBuilder zone)
    {
        zone.MapPut("/selection", SelectAsync).Records("The zone is selected as a cultivation object on these terms, or on others than before");
        zone.MapPost("/stage", AdvanceAsync).Records("The zone comes one stage further, from the application on with every condition found met or for a stated reason");
        zone.MapPost("/turn-down", TurnDownAsync).Records("The zone's application was turned down");
    }

    private static void MapFindings(RouteGroupBuilder zone)
    {
        zone.MapPut("/findings/{criterion:int}", StateAsync).Records("The zone says whether it meets a condition, with evidence");
        zone.MapPost("/findings/{criterion:int}/confirm", ConfirmAsync).Records("The secretary confirms a finding");
        zone.MapPost("/findings/{criterion:int}/send-back", SendBackAsync).Records("The secretary gives a finding back to the zone");
    }

    private static void MapEligibility(RouteGroupBuilder eligibility)
    {
        eligibility.MapGet("", EligibilityAsync).Answers<EligibilityView>("The conditions as typed in from the official text, and how each zone stands to them");
        eligibility.MapPost("", AddCriterionAsync).Records("The secretary types in a condition, with the text's number, article and threshold");
        eligibility.MapPut("/{criterion:int}", SetCriterionAsync).Records("The secretary words a condition anew; findings about the earlier wording count no more");
        eligibility.MapPost("/{criterion:int}/withdraw", WithdrawCriterionAsync).Records("The secretary takes a condition back; it stays in the history");
    }

    private static async Task<ZoneView> ZoneAsync(
        string code, CultivatedZones cultivated, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        var view = await cultivated.ZoneAsync(code, asOf, cancellation);
        http.Response.SetStreamVersion(view.Version);
        return view;
    }

    private static async Task<EligibilityView> EligibilityAsync(
        CultivatedZones cultivated, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        var view = await cultivated.EligibilityAsync(asOf, cancellation);
        http.Response.SetStreamVersion(view.Version);
        return view;
    }

    private static async Task<IResult> RenameAsync(
        string code, RenameRequest body, WriteRequest write, ZoneActs acts, CancellationToken cancellation) =>
        (await acts.RenameAsync(
            new(code, new(body.Name, body.ShortName, body.ListName, body.CommitteeName), body.From, Of(body.Basis), body.On),
            write.Context, cancellation)).ToHttp();

    private static async Task<IResult> MergeAsync(
        string code, MergeRequest body, WriteRequest write, ZoneActs acts, CancellationToken cancellation) =>
        (await acts.MergeAsync(
            new(Entries.Whole("/zones", body.Zones), code, body.From, Of(body.Basis), body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> SplitAsync(
        string code, SplitRequest body, WriteRequest write, ZoneActs acts, CancellationToken cancellation) =>
        (await acts.SplitAsync(
            new(code, Entries.Whole("/parts", body.Parts), body.Ends, body.From, Of(body.Basis), body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> LeaveAsync(
        string code, LeaveRequest body, WriteRequest write, ZoneActs acts, CancellationToken cancellation) =>
        (await acts.LeaveAsync(new(code, body.From, Of(body.Basis), body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> NameHostAsync(
        string code, HostRequest body, WriteRequest write, ZoneActs acts, CancellationToken cancellation) =>
        (await acts.NameHostAsync(new(code, body.Host, body.Name, Of(body.Basis), body.On, body.From), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> SetTrackAsync(
        string code, TrackRequest body, WriteRequest write, ZoneActs acts, CancellationToken cancellation) =>
        (await acts.SetTrackAsync(
            new(code, body.Track, body.GoalCode, body.Goal, body.Commitment, Of(body.Basis), body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> SelectAsync(
        string code, TrackRequest body, WriteRequest write, CultivationActs acts, CancellationToken cancellation) =>
        (await acts.SelectAsync(
            code, new(body.Track, body.GoalCode, body.Goal, body.Commitment, Of(body.Basis), body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> AdvanceAsync(
        string code, StageRequest body, WriteRequest write, CultivationActs acts, CancellationToken cancellation) =>
        (await acts.AdvanceAsync(code, new(body.To, Of(body.Basis), body.On, body.Despite), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> TurnDownAsync(
        string code, TurnDownRequest body, WriteRequest write, CultivationActs acts, CancellationToken cancellation) =>
        (await acts.TurnDownAsync(code, new(body.Reason, Of(body.Basis), body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> StateAsync(
        string code, int criterion, FindingRequest body, WriteRequest write, CultivationActs acts, CancellationToken cancellation) =>
        (await acts.StateAsync(
            code, new(criterion, body.Finding, body.Value, body.Text, Entries.Whole("/evidence", body.Evidence), body.On), write.Context,
            cancellation)).ToHttp();

    private static async Task<IResult> ConfirmAsync(
        string code, int criterion, DatedRequest? body, WriteRequest write, CultivationActs acts, CancellationToken cancellation) =>
        (await acts.ConfirmAsync(code, new(criterion, body?.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> SendBackAsync(
        string code, int criterion, ReasonedRequest body, WriteRequest write, CultivationActs acts, CancellationToken cancellation) =>
        (await acts.SendBackAsync(code, new(criterion, body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> AddCriterionAsync(
        CriterionRequest body, WriteRequest write, CultivationActs acts, CancellationToken cancellation) =>
        (await acts.SetCriterionAsync(new(body.Terms, Criterion: null, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> SetCriterionAsync(
        int criterion, CriterionRequest body, WriteRequest write, CultivationActs acts, CancellationToken cancellation) =>
        (await acts.SetCriterionAsync(new(body.Terms, criterion, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> WithdrawCriterionAsync(
        int criterion, ReasonedRequest body, WriteRequest write, CultivationActs acts, CancellationToken cancellation) =>
        (await acts.WithdrawCriterionAsync(new(criterion, body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static Basis Of(BasisRequest basis) => new(basis.DocumentNumber, basis.Date, basis.Organ, basis.Note);
}
