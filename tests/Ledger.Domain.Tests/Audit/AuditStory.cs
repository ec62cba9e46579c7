using System.Collections.Immutable;
using Ledger.Domain.Access;
using Ledger.Domain.Audit;
using Ledger.Domain.Audit.Findings;
using Ledger.Domain.Audit.Revisions;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Tests.Measures;
using NodaTime;

namespace Ledger.Domain.Tests.Audit;

/// <summary>Given what was recorded and when, and what was cut off, then the questions that follow and the revisions there were.</summary>
internal sealed record AuditStory
{
    public static readonly Actor Bureau = new("stat", "STAT", Role.Reviewer);

    private ImmutableList<(string Zone, Period Period, Recorded<ReturnEvent> Entry)> Log { get; init; } = [];

    public ProgrammeDocument Programme { get; init; } = FiveZones.Programme;

    public ImmutableList<Cut> Cuts { get; init; } = [];

    public long Head => Log.Count - 1;

    public static AuditStory Empty { get; } = new();

    public static Actor Reporter(string zone) => new(zone.ToLowerInvariant(), zone, Role.Reporter, zone);

    /// <summary>Each event at ten in the morning of its paper's day.</summary>
    public AuditStory With(string zone, string period, Actor actor, params ReturnEvent[] events) =>
        events.Aggregate(this, (story, @event) => story.At(Morning(@event.On), zone, period, actor, @event));

    /// <summary>Each a second after the one before.</summary>
    public AuditStory At(Instant at, string zone, string period, Actor actor, params ReturnEvent[] events)
    {
        var of = Period.Parse(period);
        return this with
        {
            Log = Log.AddRange(events.Select((@event, index) => (zone, of, new Recorded<ReturnEvent>(@event, new(
                new Guid(Log.Count + index + 1, 0, 0, new byte[8]), ZoneReturn.StreamId(zone, of), index + 1, Log.Count + index,
                at + Duration.FromSeconds(index), actor))))),
        };
    }

    /// <summary>Stated ten days after the period's end, and accepted five days later.</summary>
    public AuditStory Accepted(string zone, string period, params (string Series, decimal Value)[] figures) =>
        Reported(zone, period, Period.Parse(period).End.PlusDays(10), figures).With(zone, period, Bureau, new ReturnAccepted(Period.Parse(period).End.PlusDays(15)));

    public AuditStory Reported(string zone, string period, LocalDate on, params (string Series, decimal Value)[] figures) =>
        With(zone, period, Reporter(zone), [.. figures.Select(figure => new FigureReported(on, figure.Series, figure.Value, null, null, [])), new ReturnSubmitted(on, [], [])]);

    /// <summary>Asked for on a day, and approved on the same one.</summary>
    public AuditStory Corrected(string zone, string period, string series, decimal value, LocalDate on, CorrectionKind kind = CorrectionKind.Error)
    {
        var number = Log.Count(entry => entry.Zone == zone && entry.Period == Period.Parse(period) && entry.Entry.Event is CorrectionRequested) + 1;
        return With(zone, period, Reporter(zone), new CorrectionRequested(on, number, series, value, kind, "漏報一戶企業", []))
            .With(zone, period, Bureau, new CorrectionApproved(on, number, series, value, kind, null));
    }

    /// <summary>A notice is issued on the figures as they stand, in the afternoon of its day.</summary>
    public AuditStory Noticed(string period, LocalDate on, Instant? recordedAt = null)
    {
        var at = recordedAt ?? Morning(on) + Duration.FromHours(5);
        return this with { Cuts = Cuts.Add(new(CutKind.Notice, Period.Parse(period), 1, $"通報〔{on.Year}〕1號", Head, at, on, Head + 1, at)) }
            with { Log = Log.Add(("XLHT", Period.Parse("2021"), Filler(at, Log.Count))) };
    }

    public IReadOnlyList<ReturnHistory> Returns =>
    [
        .. Log.Where(entry => entry.Entry.Event is not ReturnFellOverdue).GroupBy(entry => (entry.Zone, entry.Period), entry => entry.Entry)
            .Select(group => new ReturnHistory(group.Key.Zone, group.Key.Period, [.. group])),
    ];

    public FindingBasis Basis => new() { Programme = Programme, Returns = Returns, Cuts = Cuts, Results = [] };

    public IReadOnlyList<AuditFinding> Asks(FindingKind kind) => [.. AuditFindings.Of(Basis).Where(finding => finding.Kind == kind)];

    public FigureReleases Releases(string zone, string series, string period) =>
        Returns.SelectMany(history => FigureReleases.Of(history, Cuts))
            .Single(figure => (figure.Zone, figure.Series, figure.Period) == (zone, series, Period.Parse(period)));

    public static Instant Morning(LocalDate on) => on.At(new LocalTime(10, 0)).InZoneStrictly(DocumentDate.Zone).ToInstant();

    // A position of its own, as an issued notice has one; it is no event of a return.
    private static Recorded<ReturnEvent> Filler(Instant at, int position) => new(
        new ReturnFellOverdue(new(2021, 1, 1), at),
        new(new Guid(position + 1, 0, 0, new byte[8]), "notice", 1, position, at, Actor.Clock));
}
