using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>One figure from its first statement on: every version, and every act on it. Nothing is left out, nothing summed up.</summary>
/// <param name="Versions">In order; the last is the latest stated.</param>
/// <param name="Acts">In the ledger's order, those on the whole return included where they reached this figure.</param>
public sealed record FigureHistory(
    string Zone, string Series, Period Period, IReadOnlyList<FigureVersion> Versions, IReadOnlyList<FigureAct> Acts)
{
    /// <param name="recorded">The return's events in order, up to the moment asked about.</param>
    /// <returns>Null when the figure was never stated.</returns>
    public static FigureHistory? Of(string zone, string series, Period period, IReadOnlyList<Recorded<ReturnEvent>> recorded)
    {
        var stream = ZoneReturn.Stream(zone, period);
        var state = stream.Initial;
        var versions = new List<FigureVersion>();
        var acts = new List<FigureAct>();
        foreach (var entry in recorded)
        {
            var before = state.Figures.GetValueOrDefault(series)?.Standing;
            state = stream.Evolve(state, entry);
            if (state.Figures.GetValueOrDefault(series) is not { } figure)
                continue;
            if (figure.Standing.Version > versions.Count)
                versions.Add(FigureVersion.Of(figure, state, entry));
            else if (figure.Standing != before)
                versions[^1] = versions[^1] with { Status = figure.Standing.Status };
            if (Concerns(entry.Event, series) || figure.Standing != before)
                acts.Add(FigureAct.Of(entry, figure, state));
        }

        return versions.Count == 0 ? null : new(zone, series, period, versions, acts);
    }

    private static bool Concerns(ReturnEvent @event, string series) => @event switch
    {
        ReturnSubmitted => true,
        ReturnSentBack e => e.Series.Count == 0 || e.Series.Contains(series),
        FigureQueried e => e.Series == series,
        QueryAnswered e => e.Series == series,
        CorrectionRequested e => e.Series == series,
        _ => false,
    };
}

/// <summary>A value that was stated for a figure.</summary>
/// <param name="Status">What became of it; of an earlier version, what it was when it was replaced.</param>
/// <param name="Kind">Of a correction: an error or a revision; null for what the zone reported before acceptance.</param>
/// <param name="Reason">Why the version before it was replaced.</param>
/// <param name="ReportedOn">The date of the paper on which the zone stated it.</param>
/// <param name="KnownOn">The date of the paper by which it came to stand; a correction's is that of its approval.</param>
/// <param name="Decision">Of the joint conference, on which the statement rests; null: it names none.</param>
public sealed record FigureVersion(
    int Version, decimal Value, FigureStatus Status, CorrectionKind? Kind, string? Reason, string? Note, IReadOnlyList<Evidence> Evidence,
    string Officer, string Organisation, LocalDate ReportedOn, LocalDate KnownOn, Instant RecordedAt, long Position, Guid EventId, string? Decision)
{
    internal static FigureVersion Of(ReportedFigure figure, ZoneReturn state, Recorded<ReturnEvent> entry)
    {
        var asked = entry.Event is CorrectionApproved approved ? state.Corrections[approved.Correction - 1] : null;
        return new(
            figure.Standing.Version, figure.Standing.Value, figure.Standing.Status, asked?.Kind,
            asked?.Reason ?? (entry.Event as FigureReported)?.Reason,
            asked is null ? figure.Note : null,
            figure.Evidence, figure.StatedBy.Officer, figure.StatedBy.Organisation,
            figure.Standing.ReportedOn, figure.Standing.KnownOn,
            entry.Provenance.RecordedAt, entry.Provenance.Position, entry.Provenance.EventId, entry.Provenance.Decision);
    }
}

/// <summary>Something that was done to a figure, or to its return as a whole.</summary>
/// <param name="Version">The version that stood afterwards.</param>
/// <param name="Value">The value that stood afterwards; of a requested correction, the value asked for.</param>
/// <param name="Number">The number of the query or the correction.</param>
/// <param name="Text">The reason, the question or the answer.</param>
/// <param name="On">The date of the paper.</param>
/// <param name="RecordedAt">The ledger's clock.</param>
/// <param name="Decision">Of the joint conference, on which it rests; null: it names none.</param>
public sealed record FigureAct(
    FigureActKind Act, int Version, decimal Value, FigureStatus Status, int? Number, CorrectionKind? Kind, string? Text,
    IReadOnlyList<Evidence> Evidence, string Officer, string Organisation, Role Role,
    LocalDate On, Instant RecordedAt, long Position, Guid EventId, string? Decision)
{
    internal static FigureAct Of(Recorded<ReturnEvent> entry, ReportedFigure figure, ZoneReturn state)
    {
        var (act, number, text) = entry.Event switch
        {
            FigureReported e => (FigureActKind.Reported, default(int?), e.Reason ?? e.Note),
            FigureWithdrawn e => (FigureActKind.Withdrawn, null, e.Reason),
            ReturnSubmitted => (FigureActKind.Submitted, null, null),
            FigureQueried e => (FigureActKind.Queried, e.Query, e.Text),
            QueryAnswered e => (FigureActKind.Answered, e.Query, e.Text),
            ReturnSentBack e => (FigureActKind.SentBack, null, e.Reason),
            ReturnAccepted => (FigureActKind.Accepted, null, null),
            CorrectionRequested e => (FigureActKind.CorrectionRequested, e.Correction, e.Reason),
            CorrectionApproved e => (FigureActKind.CorrectionApproved, e.Correction, e.Reason),
            CorrectionRefused e => (FigureActKind.CorrectionRefused, e.Correction, e.Reason),
            _ => throw new InvalidOperationException($"{entry.Event.GetType().Name} is not an act on a figure."),
        };
        var correction = act is FigureActKind.CorrectionRequested or FigureActKind.CorrectionApproved or FigureActKind.CorrectionRefused
            ? state.Corrections[number!.Value - 1]
            : null;
        return new(
            act, figure.Standing.Version,
            act == FigureActKind.CorrectionRequested ? correction!.Value : figure.Standing.Value,
            figure.Standing.Status, number, correction?.Kind, text,
            correction?.Evidence ?? (act == FigureActKind.Reported ? figure.Evidence : []),
            entry.Provenance.Actor.Officer, entry.Provenance.Actor.Organisation, entry.Provenance.Actor.Role,
            entry.Event.On, entry.Provenance.RecordedAt, entry.Provenance.Position, entry.Provenance.EventId, entry.Provenance.Decision);
    }
}

public enum FigureActKind
{
    Reported,
    Withdrawn,
    Submitted,
    Queried,
    Answered,
    SentBack,
    Accepted,
    CorrectionRequested,
    CorrectionApproved,
    CorrectionRefused,
}
