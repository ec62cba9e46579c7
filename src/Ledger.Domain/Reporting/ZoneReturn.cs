using System.Collections.Immutable;
using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>One zone's return for one period: its figures, and how far the bureau's review has come.</summary>
/// <remarks>
/// Only the zone writes figures; the bureau queries, sends back or accepts. Once accepted, a figure changes by an
/// approved correction alone. What a deadline adds stands beside the state: a late return is still a return.
/// </remarks>
public sealed record ZoneReturn
{
    public required string Zone { get; init; }

    public required Period Period { get; init; }

    public ReturnState State { get; init; }

    /// <summary>By series code; withdrawn figures stay, with that status.</summary>
    public ImmutableSortedDictionary<string, ReportedFigure> Figures { get; init; } =
        ImmutableSortedDictionary.Create<string, ReportedFigure>(StringComparer.Ordinal);

    /// <summary>In the order of their numbers, from 1.</summary>
    public ImmutableList<Query> Queries { get; init; } = [];

    /// <summary>In the order of their numbers, from 1.</summary>
    public ImmutableList<Correction> Corrections { get; init; } = [];

    /// <summary>Each submission, the first of which is judged for timeliness.</summary>
    public ImmutableList<Submission> Submissions { get; init; } = [];

    public ImmutableList<SendingBack> SentBack { get; init; } = [];

    public LocalDate? AcceptedOn { get; init; }

    public Actor? AcceptedBy { get; init; }

    /// <summary>The deadline that passed without a submission; null when none did.</summary>
    public Instant? OverdueSince { get; init; }

    /// <summary>The document date of the last act of an officer. The next one is never earlier.</summary>
    public LocalDate? LastActOn { get; init; }

    public static EventStream<ZoneReturn, ReturnEvent> Stream(string zone, Period period) =>
        new(StreamId(zone, period), new ZoneReturn { Zone = zone, Period = period }, Evolve);

    public static string StreamId(string zone, Period period) => $"return/{zone}/{period}";

    /// <param name="streamId">As <see cref="StreamId"/> gives it.</param>
    /// <exception cref="FormatException">It names no return.</exception>
    public static EventStream<ZoneReturn, ReturnEvent> StreamOf(string streamId) =>
        streamId.Split('/') is ["return", var zone, var period]
            ? Stream(zone, Period.Parse(period))
            : throw new FormatException($"'{streamId}' is not the stream of a return, such as return/XLHT/2023-Q3.");

    /// <summary>The figures that are stated and not withdrawn.</summary>
    public IEnumerable<Figure> Standing =>
        Figures.Values.Select(f => f.Standing).Where(f => f.Status != FigureStatus.Withdrawn);

    public static ZoneReturn Evolve(ZoneReturn state, Recorded<ReturnEvent> recorded)
    {
        var folded = Fold(state, recorded.Event, recorded.Provenance);
        return recorded.Event is ReturnFellOverdue ? folded : folded with { LastActOn = recorded.Event.On };
    }

    private static ZoneReturn Fold(ZoneReturn state, ReturnEvent @event, Provenance provenance) => @event switch
    {
        FigureReported e => state.With(
            new(state.Stated(e.Series, e.Value, FigureStatus.Reported, e.On, e.On, provenance), provenance.Actor, e.Note, e.Evidence)),
        FigureWithdrawn e => state.Moved(e.Series, FigureStatus.Withdrawn, e.On, provenance),
        ReturnSubmitted e => state with
        {
            State = ReturnState.Submitted,
            Submissions = state.Submissions.Add(new(e.On, provenance.RecordedAt, provenance.Actor, e.Signatories, e.Explanations)),
        },
        FigureQueried e => state with { Queries = state.Queries.Add(new(e.Query, e.Series, e.Text, e.On, provenance.Actor)) },
        QueryAnswered e => state with
        {
            Queries = state.Queries.SetItem(e.Query - 1, state.Queries[e.Query - 1] with
            {
                Answer = new(e.Text, e.On, provenance.Actor),
            }),
        },
        ReturnSentBack e => state with
        {
            State = ReturnState.SentBack,
            SentBack = state.SentBack.Add(new(e.Reason, e.Series, e.On, provenance.Actor)),
        },
        ReturnAccepted e => state.Standing.Aggregate(
            state with { State = ReturnState.Accepted, AcceptedOn = e.On, AcceptedBy = provenance.Actor },
            (accepted, figure) => accepted.Moved(figure.Series, FigureStatus.Accepted, e.On, provenance)),
        CorrectionRequested e => state.Moved(e.Series, FigureStatus.CorrectionRequested, e.On, provenance) with
        {
            Corrections = state.Corrections.Add(
                new(e.Correction, e.Series, e.Value, e.Kind, e.Reason, e.Evidence, e.On, provenance.Actor)),
        },
        CorrectionApproved e => state.Corrected(e, provenance),
        CorrectionRefused e => state.Moved(e.Series, FigureStatus.Accepted, e.On, provenance)
            .Decided(e.Correction, new(Approved: false, e.Reason, e.On, provenance.Actor, Replaced: null, Corrected: null)),
        ReturnFellOverdue e => state with { OverdueSince = state.OverdueSince ?? e.DueAt },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is not folded into a return."),
    };

    private ZoneReturn With(ReportedFigure figure) => this with { Figures = Figures.SetItem(figure.Standing.Series, figure) };

    /// <summary>A value is stated: a new version of the figure.</summary>
    private Figure Stated(
        string series, decimal value, FigureStatus status, LocalDate reportedOn, LocalDate knownOn, Provenance provenance) =>
        new(
            Zone, series, Period, value, status, (Figures.GetValueOrDefault(series)?.Standing.Version ?? 0) + 1,
            provenance.Position, reportedOn, knownOn, provenance.EventId);

    /// <summary>The zone stated the new value when it asked; the bureau's approval makes it stand.</summary>
    private ZoneReturn Corrected(CorrectionApproved approved, Provenance provenance)
    {
        var asked = Corrections[approved.Correction - 1];
        var replaced = Figures[approved.Series].Standing;
        var corrected = Stated(approved.Series, approved.Value, FigureStatus.Accepted, asked.RequestedOn, approved.On, provenance);
        return With(new(corrected, asked.RequestedBy, asked.Reason, asked.Evidence))
            .Decided(approved.Correction, new(Approved: true, approved.Reason, approved.On, provenance.Actor, replaced, corrected));
    }

    /// <summary>The same version stands otherwise.</summary>
    private ZoneReturn Moved(string series, FigureStatus status, LocalDate knownOn, Provenance provenance)
    {
        var figure = Figures[series];
        return With(figure with
        {
            Standing = figure.Standing with
            {
                Status = status,
                Position = provenance.Position,
                KnownOn = knownOn,
                EventId = provenance.EventId,
            },
        });
    }

    private ZoneReturn Decided(int correction, Ruling ruling) => this with
    {
        Corrections = Corrections.SetItem(correction - 1, Corrections[correction - 1] with { Ruling = ruling }),
    };
}
