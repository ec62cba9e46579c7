using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Conference;

namespace Ledger.Api.Conference;

/// <summary>Every act of the joint conference's office, whoever asks: a page, the API or an import.</summary>
/// <remarks>Each refuses as its command does; those that go by the programme's rules also with <c>programme-missing</c>.</remarks>
public sealed class ConferenceActs(LedgerWriter writer, Programmes programmes, EvidenceStore evidence, Today today)
{
    public Task<WriteResult> SetSeatAsync(SetSeat command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(
            programmes, ConferenceSeats.Stream, (state, programme) => command.Decide(state, programme.Document, context.Actor, today.Date), context,
            cancellation);

    public Task<WriteResult> EndSeatAsync(EndSeat command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(ConferenceSeats.Stream, state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> ConveneAsync(string meeting, ConveneMeeting command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(Meeting.Stream(meeting), state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public Task<WriteResult> CancelAsync(string meeting, CancelMeeting command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(Meeting.Stream(meeting), state => command.Decide(state, context.Actor, today.Date), context, cancellation);

    public async Task<WriteResult> HoldAsync(string meeting, HoldMeeting command, WriteContext context, CancellationToken cancellation)
    {
        if (await programmes.FindInForceAsync(position: null, cancellation) is not { } programme)
            return new WriteResult.Refused(Refusal.Of(RefusalKind.NotFound, "programme-missing"));
        return await writer.WriteAsync(
            Meeting.Stream(meeting), ConferenceSeats.Stream,
            (state, seats) =>
            {
                var decision = command.Decide(state, seats, programme.Document, context.Actor, today.Date);
                return decision.Refusal is { } refusal ? refusal : Decision<MeetingEvent, ConferenceEvent>.Accept(decision.Events, []);
            },
            context, cancellation);
    }

    public Task<WriteResult> DecideAsync(string meeting, DecideItem command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(
            programmes, Meeting.Stream(meeting), (state, programme) => command.Decide(state, programme.Document, context.Actor, today.Date), context,
            cancellation);

    public Task<WriteResult> CorrectAsync(string meeting, CorrectDecision command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(
            programmes, Meeting.Stream(meeting), (state, programme) => command.Decide(state, programme.Document, context.Actor, today.Date), context,
            cancellation);

    public async Task<WriteResult> CloseMinutesAsync(string meeting, CloseMinutes command, WriteContext context, CancellationToken cancellation)
    {
        var kept = await evidence.FindAsync([command.Minutes], cancellation);
        return await writer.WriteAsync(
            Meeting.Stream(meeting), state => command.Decide(state, kept, context.Actor, today.Date), context, cancellation);
    }

    public async Task<WriteResult> CorrectMinutesAsync(string meeting, CorrectMinutes command, WriteContext context, CancellationToken cancellation)
    {
        var kept = await evidence.FindAsync([command.Minutes], cancellation);
        return await writer.WriteAsync(
            Meeting.Stream(meeting), state => command.Decide(state, kept, context.Actor, today.Date), context, cancellation);
    }
}
