using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Audit.Revisions;

/// <summary>A value of a figure that counted, from the position at which it was accepted until another was.</summary>
/// <remarks>
/// Notices and results are drawn from accepted figures and from nothing else, so what is accepted is what can be seen outside. What a
/// zone restates before that is its own draft work, and no release.
/// </remarks>
/// <param name="Number">From 1: the value of the first acceptance, then that of each approved correction.</param>
/// <param name="Kind">Why it took the place of the one before; null for the first.</param>
/// <param name="KnownOn">The date of the paper by which it came to count.</param>
/// <param name="PublishedBy">What first went out with it; null where another value took its place before anything did, or nothing has yet.</param>
public sealed record Release(
    int Number, decimal Value, CorrectionKind? Kind, string? Reason, LocalDate KnownOn, Instant RecordedAt, long Position, Cut? PublishedBy);

/// <summary>All releases of one figure: a row of the triangle.</summary>
public sealed record FigureReleases(string Zone, string Series, Period Period, IReadOnlyList<Release> Releases)
{
    public Release First => Releases[0];

    public Release Latest => Releases[^1];

    public bool IsRevised => First.Value != Latest.Value;

    /// <summary>What was known on a day: the last release by then.</summary>
    /// <returns>Null before the first.</returns>
    public Release? KnownOn(LocalDate day) => Releases.LastOrDefault(release => release.KnownOn <= day);

    /// <param name="cuts">In the order of the ledger.</param>
    public static IEnumerable<FigureReleases> Of(ReturnHistory history, IReadOnlyList<Cut> cuts) =>
        from change in history.Changes
        where change.Kind is FigureChangeKind.Accepted or FigureChangeKind.Corrected
        group change by change.After.Series into figure
        let changes = figure.ToList()
        select new FigureReleases(
            history.Zone, figure.Key, history.Period,
            [.. changes.Select((change, index) => Of(history, change, index + 1, index + 1 < changes.Count ? changes[index + 1].After.Position : null, cuts))]);

    private static Release Of(ReturnHistory history, FigureChange change, int number, long? next, IReadOnlyList<Cut> cuts)
    {
        var position = change.Entry.Provenance.Position;
        return new(
            number, change.After.Value, change.Correction, change.Correction is null ? null : change.Reason, change.Entry.Event.On,
            change.Entry.Provenance.RecordedAt, position,
            cuts.FirstOrDefault(cut => cut.IsPublished && cut.Covers(history.Period) && cut.Through >= position && (next is null || cut.Through < next)));
    }
}
