using System.Collections.Immutable;
using Ledger.Api.Programme;
using Ledger.Api.Registers;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Reporting.Checks;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Reporting;

/// <summary>Returns as of any position, folded from their own events. Every signed-in officer may read every zone's.</summary>
/// <remarks>
/// <c>knownOn</c> leaves out acts whose paper is dated later. Questions about a zone or a period that the programme does not
/// know are refused with <c>zone-unknown</c> or <c>period-outside-programme</c>.
/// </remarks>
public sealed class Returns(LedgerReader reader, Programmes programmes, Facts facts, RegisterTallies register)
{
    public async Task<ReturnsBoard> BoardAsync(
        Period period, long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(position, cancellation)).Document;
        Require(programme, period);
        var book = await facts.BookAsync(new(position, knownOn, To: period), cancellation);
        var histories = await reader.HistoriesAsync<ReturnEvent>(
            programme.ZonesIn(period).Select(zone => ZoneReturn.StreamId(zone.Code, period)), position, cancellation);
        var zones = programme.ZonesIn(period);
        var registered = await register.CountsAsync(programme, [.. zones.Select(zone => zone.Code)], period, position, knownOn, cancellation);
        return new(
            period,
            programme.DueAt(period),
            [.. zones.Select(zone => Row(zone, period, histories, knownOn, programme, book, [.. registered[zone.Code]]))]);
    }

    public async Task<ReturnView> ReturnAsync(
        string zone, Period period, long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        var programme = await programmes.InForceAsync(position, cancellation);
        var found = Require(programme.Document, zone);
        Require(programme.Document, period);
        RequireThere(programme.Document, zone, period);
        var book = await facts.BookAsync(new(position, knownOn, zone, To: period), cancellation);
        var history = Known(await reader.HistoryAsync<ReturnEvent>(ZoneReturn.StreamId(zone, period), position, cancellation), knownOn);
        var state = ZoneReturn.Stream(zone, period).Fold(history);
        var dueAt = programme.Document.DueAt(period);
        IReadOnlyList<RegisteredCount> registered =
            [.. (await register.CountsAsync(programme.Document, [zone], period, position, knownOn, cancellation))[zone]];
        return new(
            zone, found.NamedOn(period.End).Name, period, programme.Number, state.State,
            dueAt, Timeliness.IsOnTime(state, dueAt), state.OverdueSince, state.AcceptedOn, state.AcceptedBy, state.LastActOn,
            history is [.., { } last] ? last.Provenance.Version : 0, history is [.., { } latest] ? latest.Provenance.Position : null,
            [.. Lines(state, programme.Document, book)], Findings(state, programme.Document, book, registered),
            state.Queries, state.Corrections, state.Submissions, state.SentBack)
        {
            Registered = registered,
        };
    }

    /// <returns>Null when the figure was never stated.</returns>
    public async Task<FigureHistory?> HistoryAsync(
        string zone, string series, Period period, long position, LocalDate? knownOn, CancellationToken cancellation) =>
        FigureHistory.Of(
            zone, series, period,
            Known(await reader.HistoryAsync<ReturnEvent>(ZoneReturn.StreamId(zone, period), position, cancellation), knownOn));

    public async Task<ZoneReturn> StateAsync(string zone, Period period, long position, CancellationToken cancellation) =>
        (await reader.ReadAsync(ZoneReturn.Stream(zone, period), position, cancellation)).State;

    /// <summary>The return of every zone for every period that the programme asks for, untouched ones included; zone by zone.</summary>
    /// <param name="upTo">The last period wanted; null: all.</param>
    public Task<IReadOnlyList<ZoneReturn>> AllStatesAsync(Period? upTo, long position, CancellationToken cancellation) =>
        AllStatesAsync(upTo, position, knownOn: null, cancellation);

    /// <inheritdoc cref="AllStatesAsync(Period?, long, CancellationToken)"/>
    /// <param name="knownOn">Leaves out acts whose paper is dated later.</param>
    public async Task<IReadOnlyList<ZoneReturn>> AllStatesAsync(
        Period? upTo, long position, LocalDate? knownOn, CancellationToken cancellation) =>
        await StatesAsync(
            (await programmes.InForceAsync(position, cancellation)).Document, period => upTo is null || period <= upTo, position, knownOn, cancellation);

    /// <summary>As all states, of the year's quarters and of the year itself, as another version of the programme asked for them.</summary>
    public Task<IReadOnlyList<ZoneReturn>> StatesOfYearAsync(
        ProgrammeDocument programme, int year, long position, CancellationToken cancellation) =>
        StatesAsync(programme, period => period.Year == year, position, knownOn: null, cancellation);

    private async Task<IReadOnlyList<ZoneReturn>> StatesAsync(
        ProgrammeDocument programme, Func<Period, bool> isWanted, long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        var streams =
            (from zone in programme.Zones
             from period in programme.Periods().Where(period => isWanted(period) && programme.IsThereIn(zone.Code, period))
             select ZoneReturn.Stream(zone.Code, period)).ToList();
        var histories = await reader.HistoriesAsync<ReturnEvent>(streams.Select(stream => stream.Id), position, cancellation);
        return [.. streams.Select(stream => stream.Fold(Known(histories[stream.Id], knownOn)))];
    }

    /// <summary>What the checks would say of these values, as they are typed. Records nothing.</summary>
    /// <param name="candidate">The whole form by series code; a series that is left out counts as missing.</param>
    public async Task<IReadOnlyList<Finding>> CheckAsync(
        string zone, Period period, IReadOnlyDictionary<string, decimal> candidate, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(position: null, cancellation)).Document;
        Require(programme, zone);
        Require(programme, period);
        var past = await PastAsync(zone, period, programme, cancellation);
        return ReturnChecks.Run(programme, zone, period, candidate, past, await RegisteredAsync(zone, period, programme, cancellation));
    }

    /// <summary>What the register counts now for a return.</summary>
    internal async Task<IReadOnlyList<RegisteredCount>> RegisteredAsync(
        string zone, Period period, ProgrammeDocument programme, CancellationToken cancellation) =>
        [.. (await register.CountsAsync(programme, [zone], period, Register.Now, knownOn: null, cancellation))[zone]];

    /// <summary>The zone's figures of other periods as they stand, which a return is checked against.</summary>
    /// <remarks>Only the read model of those is waited for, not that of whatever else is being written.</remarks>
    internal async Task<FigureBook> PastAsync(
        string zone, Period period, ProgrammeDocument programme, CancellationToken cancellation)
    {
        var last = await reader.LastPositionAsync(
            programme.Periods().Where(other => other != period).Select(other => ZoneReturn.StreamId(zone, other)), cancellation);
        return await facts.BookAsync(new(last, Zone: zone), cancellation);
    }

    internal static Zone Require(ProgrammeDocument programme, string zone) =>
        programme.FindZone(zone) ?? throw new RefusedRequestException(Refusal.Of(
            RefusalKind.NotFound, "zone-unknown", zone, string.Join(", ", programme.Zones.Select(known => known.Code))));

    private static void Require(ProgrammeDocument programme, Period period)
    {
        if (!programme.Covers(period))
        {
            throw new RefusedRequestException(Refusal.Of(
                RefusalKind.NotFound, "period-outside-programme", period, programme.FirstYear, programme.LastYear));
        }
    }

    private static void RequireThere(ProgrammeDocument programme, string zone, Period period)
    {
        if (!programme.IsThereIn(zone, period))
            throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "zone-not-in-period", zone, period));
    }

    // A deadline that passed is dated by the deadline and may stand between acts of earlier papers, hence no prefix.
    private static IReadOnlyList<Recorded<ReturnEvent>> Known(IEnumerable<Recorded<ReturnEvent>> history, LocalDate? knownOn) =>
        [.. history.Where(recorded => knownOn is null || recorded.Event.On <= knownOn)];

    private static ReturnsBoardRow Row(
        Zone zone, Period period, ILookup<string, Recorded<ReturnEvent>> histories, LocalDate? knownOn, ProgrammeDocument programme,
        FigureBook book, IReadOnlyList<RegisteredCount> registered)
    {
        var stream = ZoneReturn.Stream(zone.Code, period);
        var history = Known(histories[stream.Id], knownOn);
        var state = stream.Fold(history);
        var due = programme.DueSeries(period).ToLookup(series => series.DemandIn(period), series => series.Code);
        var stated = state.Standing.Select(figure => figure.Series).ToHashSet();
        var findings = ReturnChecks.Run(programme, state, book, registered);
        return new(
            zone.Code, zone.Name, state.State,
            state.Submissions is [var first, ..] ? first.On : null,
            Timeliness.IsOnTime(state, programme.DueAt(period)), state.OverdueSince, state.AcceptedOn,
            due[Demand.Required].Count(),
            due[Demand.Required].Count(stated.Contains),
            due[Demand.Optional].Count(stated.Contains),
            findings.Count(finding => finding.Level == CheckLevel.Error),
            findings.Count(finding => finding.Level == CheckLevel.Warning),
            findings.Where(finding => finding.Code is "outlier" or "year-on-year-jump").DistinctBy(finding => finding.Series).Count(),
            state.Queries.Count(query => query.Answer is null),
            state.Corrections.Count(correction => correction.Ruling is null),
            history is [.., { } last] ? last.Provenance.Version : 0,
            history is [.., { } latest] ? latest.Provenance.Position : null);
    }

    private static IEnumerable<ReturnLine> Lines(ZoneReturn state, ProgrammeDocument programme, FigureBook book)
    {
        var due = programme.DueSeries(state.Period);
        var dueNoMore = state.Figures.Keys
            .Where(code => due.All(series => series.Code != code))
            .Select(programme.FindSeries)
            .OfType<Series>();
        return due.Concat(dueNoMore).Select(series => Line(series, state, book));
    }

    private static ReturnLine Line(Series series, ZoneReturn state, FigureBook book)
    {
        var figure = state.Figures.GetValueOrDefault(series.Code);
        var standing = figure?.Standing;
        return new(
            series.Code, series, series.DemandIn(state.Period), series.IsPreliminaryIn(state.Period),
            standing?.Value, standing?.Status, standing?.Version, standing?.Position, standing?.ReportedOn, standing?.KnownOn,
            figure?.StatedBy, figure?.Note, figure?.Evidence ?? [],
            Past(state.Period.IsYear || state.Period.Quarter == 1
                ? Period.OfQuarter(state.Period.IsYear ? state.Period.Year : state.Period.Year - 1, 4)
                : Period.OfQuarter(state.Period.Year, state.Period.Quarter - 1)),
            Past(state.Period.YearBefore),
            state.Queries.Find(query => query.Series == series.Code && query.Answer is null)?.Number,
            state.Corrections.Find(correction => correction.Series == series.Code && correction.Ruling is null)?.Number);

        PastFigure? Past(Period period) =>
            book.Find(state.Zone, series.Code, period) is { Status: not FigureStatus.Withdrawn } past
                ? new(period, past.Value, past.Status, past.Version, past.Position)
                : null;
    }

    private static ImmutableArray<ReturnFinding> Findings(
        ZoneReturn state, ProgrammeDocument programme, FigureBook book, IReadOnlyList<RegisteredCount> registered)
    {
        var explained = state.Submissions is [.., var last]
            ? last.Explanations.ToLookup(explanation => explanation.Check, explanation => explanation.Text)
            : null;
        return
        [
            .. ReturnChecks.Run(programme, state, book, registered)
                .Select(finding => new ReturnFinding(finding, explained?[finding.Check].FirstOrDefault())),
        ];
    }
}
