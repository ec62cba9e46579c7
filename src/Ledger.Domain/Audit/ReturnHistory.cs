using Ledger.Domain.Reporting;

namespace Ledger.Domain.Audit;

/// <summary>The events of one zone's return for one period, in order, up to the moment asked about.</summary>
public sealed record ReturnHistory(string Zone, Period Period, IReadOnlyList<Recorded<ReturnEvent>> Events)
{
    /// <summary>The return as it stands after the last of them.</summary>
    public ZoneReturn State { get; } = ZoneReturn.Stream(Zone, Period).Fold(Events);

    /// <summary>Every time one of its figures came to stand otherwise, in order.</summary>
    public IReadOnlyList<FigureChange> Changes { get; } = [.. FigureChange.Of(Zone, Period, Events)];

    /// <summary>The event that stated the value a figure stands with; that it was accepted came later.</summary>
    public Recorded<ReturnEvent> Stating(string series) => Changes.Last(change =>
        change.After.Series == series
        && change.Kind is FigureChangeKind.Stated or FigureChangeKind.Restated or FigureChangeKind.Corrected).Entry;
}

/// <summary>An event by which a figure's value came to stand, to stand otherwise, or to stand no longer.</summary>
/// <param name="Before">Null: it was stated for the first time.</param>
/// <param name="After">A withdrawn figure keeps its value and bears the status.</param>
/// <param name="SentBack">Whether the bureau had sent the return back when it happened.</param>
/// <param name="StoodSince">The position at which the value before had come to be accepted; null: it was not.</param>
public sealed record FigureChange(
    FigureChangeKind Kind, Recorded<ReturnEvent> Entry, Figure? Before, Figure After, bool SentBack, long? StoodSince)
{
    /// <summary>Of a correction: an error or a revision.</summary>
    public CorrectionKind? Correction { get; init; }

    /// <summary>What the zone gave as the reason.</summary>
    public string? Reason { get; init; }

    internal static IEnumerable<FigureChange> Of(string zone, Period period, IReadOnlyList<Recorded<ReturnEvent>> events)
    {
        var stream = ZoneReturn.Stream(zone, period);
        var state = stream.Initial;
        var accepted = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in events)
        {
            var before = state;
            state = stream.Evolve(state, entry);
            if (entry.Event is ReturnAccepted)
            {
                foreach (var figure in state.Standing)
                {
                    accepted[figure.Series] = entry.Provenance.Position;
                    yield return new(FigureChangeKind.Accepted, entry, before.Figures[figure.Series].Standing, figure, SentBack: false, StoodSince: null);
                }
            }
            else if (Stated(entry.Event) is var (kind, series))
            {
                var asked = entry.Event is CorrectionApproved approved ? before.Corrections[approved.Correction - 1] : null;
                var was = before.Figures.GetValueOrDefault(series)?.Standing;
                yield return new(
                    kind == FigureChangeKind.Restated && was is null ? FigureChangeKind.Stated : kind,
                    entry, was, state.Figures[series].Standing, before.State == ReturnState.SentBack,
                    accepted.TryGetValue(series, out var since) ? since : null)
                {
                    Correction = asked?.Kind,
                    Reason = asked?.Reason ?? (entry.Event as FigureReported)?.Reason ?? (entry.Event as FigureWithdrawn)?.Reason,
                };
                if (asked is not null)
                    accepted[series] = entry.Provenance.Position;
            }
        }
    }

    private static (FigureChangeKind Kind, string Series)? Stated(ReturnEvent @event) => @event switch
    {
        FigureReported e => (FigureChangeKind.Restated, e.Series),
        FigureWithdrawn e => (FigureChangeKind.Withdrawn, e.Series),
        CorrectionApproved e => (FigureChangeKind.Corrected, e.Series),
        _ => null,
    };
}

public enum FigureChangeKind
{
    /// <summary>For the first time.</summary>
    Stated,

    /// <summary>Another value in the place of one that was not accepted yet.</summary>
    Restated,

    Withdrawn,

    /// <summary>The value stands from here on; nothing of it changed.</summary>
    Accepted,

    /// <summary>By an approved correction.</summary>
    Corrected,
}
