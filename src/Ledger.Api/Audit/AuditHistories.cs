using Ledger.Api.Notices;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Assessment;
using Ledger.Domain.Audit;
using Ledger.Domain.Audit.Findings;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Api.Audit;

/// <summary>Brings together what the ledger held of returns, notices and published results at a moment.</summary>
/// <remarks>
/// Papers dated after <c>knownOn</c> are left out. Nothing in it is secret: of an assessment only what was frozen when, and what was published.
/// </remarks>
public sealed class AuditHistories(LedgerReader reader, IssuedNotices notices)
{
    private volatile Known? known;

    /// <summary>A moment asked for is asked for again, by another filter or on another page: the last one is kept.</summary>
    public async Task<AuditHistory> ReadAsync(AsOf asOf, CancellationToken cancellation)
    {
        if (known is { } last && (last.Position, last.KnownOn) == (asOf.Position, asOf.KnownOn))
            return last.History;
        var history = await BringTogetherAsync(asOf, cancellation);
        known = new(asOf.Position, asOf.KnownOn, history);
        return history;
    }

    private async Task<AuditHistory> BringTogetherAsync(AsOf asOf, CancellationToken cancellation)
    {
        var events = await reader.OfTypeAsync<ReturnEvent>(fromExclusive: null, asOf.Position, cancellation);
        var opened = await reader.OfTypeAsync<AssessmentOpened>(fromExclusive: null, asOf.Position, cancellation);
        var years = await reader.HistoriesAsync<AssessmentEvent>(opened.Select(entry => entry.Provenance.Stream).Distinct(), asOf.Position, cancellation);
        var judged = years.Select(year => year.Where(entry => asOf.KnownOn is not { } day || entry.Event.On <= day).ToList())
            .Where(year => year.Count > 0).Select(Judged.Of).ToList();
        List<Cut> cuts = [.. await NoticesAsync(asOf, cancellation)];
        foreach (var cut in judged.SelectMany(year => year.Cuts))
            cuts.Add(cut with { ThroughAt = (await reader.AtAsync(cut.Through, cancellation)).RecordedAt });
        return new(
            [
                .. events.Where(entry => asOf.KnownOn is not { } day || entry.Event.On <= day)
                    .GroupBy(entry => entry.Provenance.Stream)
                    .Select(stream => HistoryOf(stream.Key, [.. stream])),
            ],
            [.. cuts.OrderBy(cut => cut.Position)],
            [.. judged.Select(year => year.Result).OfType<PublishedResult>()],
            [.. judged.Select(year => year.State).Where(IsInForce)]);
    }

    /// <summary>A year that was reopened has a result to come, which nobody may read from what is worked out of it.</summary>
    private static bool IsInForce(AssessmentYear state) =>
        state.Phase is Phase.Published or Phase.Closed && state.PublishedEdition == state.Results.Count;

    private static ReturnHistory HistoryOf(string stream, IReadOnlyList<Recorded<ReturnEvent>> events)
    {
        var of = ZoneReturn.StreamOf(stream).Initial;
        return new(of.Zone, of.Period, events);
    }

    private async Task<IEnumerable<Cut>> NoticesAsync(AsOf asOf, CancellationToken cancellation)
    {
        var cuts = new List<Cut>();
        foreach (var notice in (await notices.ChainsAsync(asOf.Position, cancellation)).SelectMany(chain => chain.Editions))
        {
            if (asOf.KnownOn is { } day && notice.On > day)
                continue;
            var through = await reader.AtAsync(notice.Cut, cancellation);
            cuts.Add(new(
                CutKind.Notice, notice.Period, notice.Edition, notice.DocumentNumber, notice.Cut, through.RecordedAt, notice.On, notice.Position, notice.RecordedAt));
        }

        return cuts;
    }

    private sealed record Known(long Position, LocalDate? KnownOn, AuditHistory History);

    /// <summary>What is told of a year's assessment.</summary>
    private sealed record Judged(AssessmentYear State, IReadOnlyList<Cut> Cuts, PublishedResult? Result)
    {
        public static Judged Of(IReadOnlyList<Recorded<AssessmentEvent>> entries)
        {
            var year = AssessmentYear.YearOf(entries[0].Provenance.Stream);
            var (state, cuts, result) = (AssessmentYear.Stream(year).Initial, new List<Cut>(), default(PublishedResult));
            foreach (var entry in entries)
            {
                state = AssessmentYear.Evolve(state, entry);
                var at = entry.Provenance;
                if (entry.Event is FiguresFrozen frozen)
                {
                    cuts.Add(new(
                        CutKind.Figures, Domain.Period.OfYear(year), Edition: 0, Number: null, frozen.Position, at.RecordedAt, frozen.On, at.Position, at.RecordedAt));
                }
                else if (entry.Event is ResultPublished published)
                {
                    var content = state.Published!.Content;
                    cuts.Add(new(
                        CutKind.Result, Domain.Period.OfYear(year), published.Edition, Number: null, content.Position, at.RecordedAt, published.On, at.Position, at.RecordedAt));
                    result = new(content, published.Edition, at.Position, at.EventId, published.On, at.RecordedAt, at.Actor.Officer, at.Actor.Organisation);
                }
            }

            return new(state, cuts, result);
        }
    }
}
