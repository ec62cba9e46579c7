using Ledger.Api.Access;
using Ledger.Api.Web.Http;
using Ledger.Domain.Conference;

namespace Ledger.Api.Conference;

/// <summary>The joint conference over HTTP: read by everyone who is signed in, kept by its office.</summary>
public static class ConferenceEndpoints
{
    public static void MapConference(this RouteGroupBuilder api)
    {
        var conference = api.MapGroup("/conference").WithTags("Conference");
        conference.MapGet("", (Meetings meetings, AsOf asOf, HttpContext http, CancellationToken cancellation) => ConferenceAsync(meetings, asOf, http, cancellation))
            .Answers<ConferenceView>("Its seats, its rules, its meetings and what they decided", StatusCodes.Status404NotFound);
        conference.MapPost("/seats", AddSeatAsync)
            .Records("The office enters a seat: an organisation and the office its holder holds, with the paper that says so");
        conference.MapPut("/seats/{seat:int}", SetSeatAsync)
            .Records("The office enters a seat anew");
        conference.MapPost("/seats/{seat:int}/end", EndSeatAsync)
            .Records("The office ends a seat");
        var meeting = conference.MapGroup("/meetings/{meeting}");
        meeting.MapGet("", MeetingAsync)
            .Answers<MeetingView>("A meeting, such as 2023-1: agenda, attendance, decisions, minutes, and everything that happened to it", StatusCodes.Status404NotFound);
        meeting.MapGet("/decisions", (string meeting, Meetings meetings, AsOf asOf, HttpContext http, CancellationToken cancellation) =>
                meetings.RestingAsync(meeting, http.User.ToActor(), asOf, cancellation))
            .Answers<IReadOnlyList<RestingView>>("Its decisions, each with the events that rest on it", StatusCodes.Status404NotFound);
        meeting.MapPut("", ConveneAsync)
            .Records("The office convenes the meeting on an agenda, or anew while it was not held");
        meeting.MapPost("/cancel", CancelAsync)
            .Records("The office says that the meeting does not take place");
        meeting.MapPost("/held", HoldAsync)
            .Records("The office records that it was held, and who attended");
        meeting.MapPut("/decisions/{item:int}", DecideAsync)
            .Records("The office records what was decided on an item");
        meeting.MapPost("/decisions/{item:int}/correct", CorrectAsync)
            .Records("The office corrects what it recorded of a decision; what rested on it stays");
        meeting.MapPost("/minutes", CloseMinutesAsync)
            .Records("The office closes the minutes, a paper kept in the ledger");
        meeting.MapPost("/minutes/correct", CorrectMinutesAsync)
            .Records("The office puts other minutes in their place");
    }

    private static async Task<ConferenceView> ConferenceAsync(Meetings meetings, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        var view = await meetings.ConferenceAsync(asOf, cancellation);
        http.Response.SetStreamVersion(view.Version);
        return view;
    }

    private static async Task<MeetingView> MeetingAsync(
        string meeting, Meetings meetings, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        var view = await meetings.MeetingAsync(meeting, asOf, cancellation);
        http.Response.SetStreamVersion(view.Version);
        return view;
    }

    private static async Task<IResult> AddSeatAsync(SeatRequest body, WriteRequest write, ConferenceActs acts, CancellationToken cancellation) =>
        (await acts.SetSeatAsync(new(body.Organisation, body.Post, body.Role, body.Source, Seat: null, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> SetSeatAsync(
        int seat, SeatRequest body, WriteRequest write, ConferenceActs acts, CancellationToken cancellation) =>
        (await acts.SetSeatAsync(new(body.Organisation, body.Post, body.Role, body.Source, seat, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> EndSeatAsync(
        int seat, ConferenceReasonRequest body, WriteRequest write, ConferenceActs acts, CancellationToken cancellation) =>
        (await acts.EndSeatAsync(new(seat, body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> ConveneAsync(
        string meeting, MeetingRequest body, WriteRequest write, ConferenceActs acts, CancellationToken cancellation) =>
        (await acts.ConveneAsync(
            meeting, new(body.MeetsOn, string.IsNullOrWhiteSpace(body.Place) ? null : body.Place, Entries.Whole("/items", body.Items), body.On),
            write.Context, cancellation)).ToHttp();

    private static async Task<IResult> CancelAsync(
        string meeting, ConferenceReasonRequest body, WriteRequest write, ConferenceActs acts, CancellationToken cancellation) =>
        (await acts.CancelAsync(meeting, new(body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> HoldAsync(
        string meeting, HeldRequest body, WriteRequest write, ConferenceActs acts, CancellationToken cancellation) =>
        (await acts.HoldAsync(
            meeting, new(body.HeldOn, body.Presiding, Entries.Whole("/attendance", body.Attendance), body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> DecideAsync(
        string meeting, int item, DecisionRequest body, WriteRequest write, ConferenceActs acts, CancellationToken cancellation) =>
        (await acts.DecideAsync(meeting, new(item, body.Outcome, body.Votes, body.Text, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> CorrectAsync(
        string meeting, int item, DecisionCorrectionRequest body, WriteRequest write, ConferenceActs acts, CancellationToken cancellation) =>
        (await acts.CorrectAsync(meeting, new(item, body.Outcome, body.Votes, body.Text, body.Reason, body.On), write.Context, cancellation)).ToHttp();

    private static async Task<IResult> CloseMinutesAsync(
        string meeting, CloseMinutes body, WriteRequest write, ConferenceActs acts, CancellationToken cancellation) =>
        (await acts.CloseMinutesAsync(meeting, body, write.Context, cancellation)).ToHttp();

    private static async Task<IResult> CorrectMinutesAsync(
        string meeting, MinutesCorrectionRequest body, WriteRequest write, ConferenceActs acts, CancellationToken cancellation) =>
        (await acts.CorrectMinutesAsync(meeting, new(body.Minutes, body.Reason, body.On), write.Context, cancellation)).ToHttp();
}
