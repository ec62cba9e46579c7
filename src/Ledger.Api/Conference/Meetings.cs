using Ledger.Api.Audit;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Conference;
using NodaTime;

namespace Ledger.Api.Conference;

/// <summary>The joint conference as of any moment, folded from its own events. Every signed-in officer may read it.</summary>
/// <remarks>Of papers dated later than <see cref="AsOf.KnownOn"/> nothing is told.</remarks>
public sealed class Meetings(LedgerReader reader, Programmes programmes, LedgerEvents events, EventNames names, Today today)
{
    /// <exception cref="RefusedRequestException"><c>programme-missing</c>.</exception>
    public async Task<ConferenceView> ConferenceAsync(AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        var history = Told(await reader.HistoryAsync<ConferenceEvent>(ConferenceSeats.StreamId, asOf.Position, cancellation), asOf, one => one.On);
        var seats = ConferenceSeats.Stream.Fold(history);
        var day = asOf.Day(today);
        return new(
            day, programme.Conference, seats.On(day), [.. seats.All.Where(seat => seat.Until <= day).OrderByDescending(seat => seat.Until).ThenBy(seat => seat.Number)],
            [.. (await AllAsync(asOf, cancellation)).Select(Row)], seats.LastActOn, history is [.., var last] ? last.Provenance.Version : 0);
    }

    /// <summary>Every meeting there is, the latest first.</summary>
    public async Task<IReadOnlyList<Meeting>> AllAsync(AsOf asOf, CancellationToken cancellation)
    {
        var all = await reader.OfTypeAsync<MeetingEvent>(fromExclusive: null, asOf.Position, cancellation);
        return
        [
            .. Told(all, asOf, one => one.On).GroupBy(recorded => recorded.Provenance.Stream)
                .Select(history => Meeting.StreamOf(history.Key).Fold(history))
                .OrderByDescending(meeting => meeting.HeldOn ?? meeting.MeetsOn).ThenByDescending(meeting => meeting.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>What an act may rest on: decisions that were adopted, the latest meeting's first.</summary>
    /// <param name="kinds">Only of these kinds; none: all.</param>
    public async Task<IReadOnlyList<DecisionView>> AdoptedAsync(AsOf asOf, IReadOnlyCollection<DecisionKind> kinds, CancellationToken cancellation) =>
    [
        .. (await AllAsync(asOf, cancellation)).SelectMany(Decisions)
            .Where(decision => decision.Outcome == DecisionOutcome.Adopted && (kinds.Count == 0 || kinds.Contains(decision.Kind))),
    ];

    /// <exception cref="RefusedRequestException"><c>meeting-unknown</c>.</exception>
    public async Task<MeetingView> MeetingAsync(string number, AsOf asOf, CancellationToken cancellation)
    {
        var history = Told(await reader.HistoryAsync<MeetingEvent>(Meeting.StreamId(number), asOf.Position, cancellation), asOf, one => one.On);
        var meeting = history.Count > 0
            ? Meeting.Stream(number).Fold(history)
            : throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "meeting-unknown", number));
        return new(
            number, meeting.State, meeting.MeetsOn, meeting.Place, meeting.Items, meeting.Cancelled, meeting.HeldOn, meeting.Presiding, meeting.Attendance,
            meeting.Attending, meeting.Quorum, meeting.IsQuorate, Decisions(meeting), meeting.Minutes, [.. history.Select(Step)], meeting.LastActOn,
            history[^1].Provenance.Version);
    }

    /// <summary>Each decision of a meeting with the events that name it as their basis.</summary>
    /// <exception cref="RefusedRequestException"><c>meeting-unknown</c>.</exception>
    public async Task<IReadOnlyList<RestingView>> RestingAsync(string number, Actor actor, AsOf asOf, CancellationToken cancellation)
    {
        var meeting = await MeetingAsync(number, asOf, cancellation);
        var resting = await events.PageAsync(
            new(Decision: $"{number}/"), actor, asOf.Position, before: null, after: null, LedgerEvents.LargestPage, cancellation);
        var byDecision = resting.Events.Where(one => asOf.KnownOn is null || one.On <= asOf.KnownOn).ToLookup(one => one.Decision);
        return [.. meeting.Decisions.Select(decision => new RestingView(decision, [.. byDecision[decision.Reference]]))];
    }

    private static MeetingRow Row(Meeting meeting) => new(
        meeting.Number, meeting.State, (meeting.HeldOn ?? meeting.MeetsOn)!.Value, meeting.Items, meeting.HeldOn is null ? null : meeting.Attending,
        meeting.HeldOn is null ? null : meeting.Attendance.Count, meeting.HeldOn is null ? null : meeting.IsQuorate, Decisions(meeting));

    private static IReadOnlyList<DecisionView> Decisions(Meeting meeting) =>
        [.. meeting.Decisions.Values.Select(decision => DecisionView.Of(meeting, decision))];

    private static IReadOnlyList<Recorded<TEvent>> Told<TEvent>(IReadOnlyList<Recorded<TEvent>> all, AsOf asOf, Func<TEvent, LocalDate> on)
        where TEvent : notnull =>
        asOf.KnownOn is { } day ? [.. all.Where(recorded => on(recorded.Event) <= day)] : all;

    private MeetingStep Step(Recorded<MeetingEvent> recorded) => new(
        recorded.Provenance.Position, recorded.Provenance.RecordedAt, recorded.Event.On, names.NameOf(recorded.Event.GetType()),
        recorded.Provenance.Actor.Officer, recorded.Provenance.Actor.Organisation, recorded.Event switch
        {
            ItemDecided e => e.Item,
            DecisionCorrected e => e.Item,
            _ => null,
        });
}
