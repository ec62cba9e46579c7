using Ledger.Api.Conference;
using Ledger.Api.KeyTasks;
using Ledger.Api.Programme;
using Ledger.Api.Registers;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Notices;

/// <summary>Draws notices from the ledger as it stood at any position: what would be issued, and what was issued drawn again.</summary>
public sealed class NoticeDrafts(LedgerReader reader, Programmes programmes, Facts facts, TaskParts tasks, RegisterTallies register, Meetings meetings, IssuedNotices issued)
{
    private static readonly Type[] Milestones = [typeof(ReturnSubmitted), typeof(ReturnSentBack), typeof(ReturnAccepted)];

    /// <summary>The quarter's notice as of a moment; with <paramref name="knownOn"/> only what papers dated up to that day had said.</summary>
    /// <param name="form">One of <see cref="NoticeForms"/> that is known; null: what is issued now.</param>
    /// <exception cref="RefusedRequestException">
    /// <c>programme-missing</c>, <c>notice-not-quarterly</c> or <c>period-outside-programme</c>.
    /// </exception>
    public async Task<DrawnNotice> DrawAsync(
        Period period, Moment moment, LocalDate? knownOn, CancellationToken cancellation, int? form = null) =>
        NoticeDrawing.Draw(await BasisAsync(period, moment, knownOn, cancellation), form);

    private async Task<NoticeBasis> BasisAsync(Period period, Moment moment, LocalDate? knownOn, CancellationToken cancellation)
    {
        var programme = await programmes.InForceAsync(moment.Position, cancellation);
        if (NoticeBasis.Outside(period, programme.Document) is { } outside)
            throw new RefusedRequestException(outside);
        var before = (await issued.ChainsAsync(moment.Position, cancellation))
            .Where(chain => chain.Period < period)
            .SelectMany(chain => chain.Editions)
            .LastOrDefault(edition => knownOn is null || edition.On <= knownOn);
        return new()
        {
            Programme = programme,
            Period = period,
            Position = moment.Position,
            RecordedAt = knownOn is { } day ? Instant.Min(moment.RecordedAt, EndOf(day)) : moment.RecordedAt,
            Day = knownOn ?? moment.RecordedAt.InZone(DocumentDate.Zone).Date,
            Figures = await facts.BookAsync(new(moment.Position, knownOn, To: period), cancellation),
            Returns = await ReturnsAsync(programme.Document, period, before?.Cut, moment.Position, knownOn, cancellation),
            Tasks = await tasks.TouchedAsync(moment.Position, knownOn, cancellation),
            Registered = await register.NumbersAsync(programme.Document, period, moment.Position, knownOn, cancellation),
            Meetings = await meetings.AllAsync(new(moment, knownOn), cancellation),
            Before = before?.Reference,
        };
    }

    /// <summary>
    /// How the returns of the quarters that are judged came in, and those of any period in which a correction was approved
    /// since the notice before.
    /// </summary>
    /// <remarks>A notice takes figures from the facts; of a return that was not corrected it asks only when it came and was accepted.</remarks>
    private async Task<IReadOnlyCollection<ZoneReturn>> ReturnsAsync(
        ProgrammeDocument programme, Period period, long? since, long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        var corrections = await reader.OfTypeAsync<CorrectionApproved>(since, position, cancellation);
        var corrected = corrections.Select(recorded => recorded.Provenance.Stream).ToHashSet();
        var others = from quarter in NoticeBasis.Judged(period)
                     from zone in programme.ZonesIn(quarter)
                     select ZoneReturn.StreamId(zone.Code, quarter);
        ILookup<string, Recorded<ReturnEvent>>[] histories =
        [
            await reader.HistoriesAsync<ReturnEvent>(corrected, position, cancellation),
            await reader.HistoriesAsync<ReturnEvent>(others.Where(stream => !corrected.Contains(stream)), position, cancellation, Milestones),
        ];
        return
        [
            .. histories.SelectMany(lookup => lookup)
                .Select(history => ZoneReturn.StreamOf(history.Key)
                    .Fold(history.Where(recorded => knownOn is null || recorded.Event.On <= knownOn)))
                .Where(state => state.Period <= period),
        ];
    }

    private static Instant EndOf(LocalDate day) => DocumentDate.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant();
}
