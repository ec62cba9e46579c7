using System.Collections.Concurrent;
using Ledger.Api.Notices;
using Ledger.Api.Notices.Paper;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Measures;
using Ledger.Domain.Notices;

namespace Ledger.Api.Audit.Traces;

/// <summary>Which numbers of which issued notices rest on a figure, or on another event that they count. Each edition is drawn again at its own cut.</summary>
public sealed class NoticeTraces(IssuedNotices issued, QuarterlyNotices notices, ITexts texts)
{
    // What an issued edition rests on does not change: it is drawn again once, and only the names are kept.
    private readonly ConcurrentDictionary<string, Uses> drawn = new();

    /// <param name="stated">The position from which the version stands: no edition cut off before rests on it.</param>
    public Task<IReadOnlyList<NoticeTrace>> OfAsync(UsedFigure figure, long stated, AsOf asOf, CancellationToken cancellation) =>
        OfAsync(uses => uses.ByFigure[figure], stated, asOf, cancellation);

    /// <param name="position">Of an event, such as a report on a key task.</param>
    public Task<IReadOnlyList<NoticeTrace>> OfEventAsync(long position, AsOf asOf, CancellationToken cancellation) =>
        OfAsync(uses => uses.ByPosition[position], position, asOf, cancellation);

    private async Task<IReadOnlyList<NoticeTrace>> OfAsync(
        Func<Uses, IEnumerable<string>> which, long stated, AsOf asOf, CancellationToken cancellation)
    {
        var traces = new List<NoticeTrace>();
        foreach (var chain in await issued.ChainsAsync(asOf.Position, cancellation))
        {
            IssuedNotice[] known = [.. chain.Editions.Where(edition => asOf.KnownOn is not { } day || edition.On <= day)];
            foreach (var edition in known.Where(edition => edition.Cut >= stated))
            {
                var uses = await UsesAsync(edition, asOf.Position, cancellation);
                if (which(uses).ToList() is not { Count: > 0 } cells)
                    continue;
                var frozen = await notices.EditionAsync(chain.Period, edition.Edition, asOf.Position, cancellation);
                traces.Add(new(
                    chain.Period, edition.Edition, edition.DocumentNumber, edition.On, edition.Cut, edition == known[^1],
                    [.. Printed(frozen, cells, uses.Themselves)]));
            }
        }

        return traces;
    }

    private async Task<Uses> UsesAsync(IssuedNotice edition, long position, CancellationToken cancellation)
    {
        if (drawn.TryGetValue(edition.ContentHash, out var known))
            return known;
        var redrawn = await notices.RedrawAsync(
            await notices.EditionAsync(edition.Period, edition.Edition, position, cancellation), cancellation);
        return drawn[edition.ContentHash] = new(
            redrawn.ByFigure(),
            redrawn.ByPosition(),
            redrawn.Derivations.Where(cell => cell.Value.Figure is not null).Select(cell => cell.Key).ToHashSet());
    }

    private IEnumerable<PrintedTrace> Printed(NoticeEdition edition, IReadOnlyList<string> resting, HashSet<string> themselves)
    {
        // A number may stand in two tables of a paper.
        var printed = edition.Content.Cells().DistinctBy(cell => cell.Id).ToDictionary(cell => cell.Id);
        var words = new TextsIn(texts, Texts.Language);
        var address = CellAddress.Edition(edition.Content.Period, edition.Number);
        return resting.Select(cell => new PrintedTrace(
            $"{address.Of(cell)}", CellNames.Of(cell, edition.Content, words, Texts.Language),
            printed[cell].Value, printed[cell].Reason, themselves.Contains(cell)));
    }

    /// <param name="Themselves">The numbers that are a figure, not reckoned from any.</param>
    private sealed record Uses(ILookup<UsedFigure, string> ByFigure, ILookup<long, string> ByPosition, HashSet<string> Themselves);
}
